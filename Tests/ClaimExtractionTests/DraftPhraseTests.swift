import ClaimModel
import Lexicons
import Testing

@testable import ClaimExtraction

@Suite("Phrases that a candidate is known by")
struct DraftPhraseTests {
  /// The phrases of the candidate "Hãng này ám chỉ rằng cầu đã xong", by name.
  private func names(_ text: String) -> [String] {
    withStory(article(text, .vietnamese)) { story in
      let draft = AttributionDraft(content: [5..<8], cue: [2..<4], source: [0..<2])
      return DraftPhrase.phrases(DraftCandidate(ruled: draft), in: story)
        .compactMap { $0.name(in: story) }
    }
  }

  @Test(
    "are its cue, the words around it and the first of its content, in either form of a story",
    arguments: ["Hãng này ám chỉ rằng cầu đã xong", "Hãng này ám_chỉ rằng cầu đã xong"])
  func ofCandidate(text: String) {
    #expect(names(text) == ["cue=ám chỉ", "before=này", "behind=rằng", "first=cầu"])
  }

  @Test("keep their weight under the name that the list has, whatever their case")
  func keys() {
    withStory(article("Hãng này ÁM chỉ rằng cầu đã xong", .vietnamese)) { story in
      let draft = AttributionDraft(content: [5..<8], cue: [2..<4], source: [0..<2])
      for phrase in DraftPhrase.phrases(DraftCandidate(ruled: draft), in: story) {
        let name = phrase.name(in: story) ?? ""
        #expect(DraftPhraseKey.named(name[...]) == phrase.key(in: story), "\(name)")
      }
    }
  }

  @Test("of a mark have no name", arguments: ["cue", "=", "cue=", "verb=nói", ""])
  func noName(name: String) {
    #expect(DraftPhraseKey.named(name[...]) == nil)
  }

  @Test("decide with the other features whether a candidate is kept")
  func weights() {
    let text = "keep\talways\t-1\nkeep\tcue=ám chỉ\t4\nleast\t\t0.5"
    let weights = DraftWeights(list: WordList(name: "w", text: text))
    let chances = ["ám chỉ", "xây dựng"].map { cue in
      withStory(article("Hãng này \(cue) rằng cầu đã xong", .vietnamese)) { story in
        let draft = AttributionDraft(content: [5..<8], cue: [2..<4], source: [0..<2])
        let one = DraftCandidate(ruled: draft)
        let traits = StoryTraits(
          story, known: KnownWords.none, ruled: [draft])
        return weights.probability(.keep, DraftFeatures(one, among: [one], traits))
      }
    }
    #expect(chances[0] > 0.9)
    #expect(chances[1] < 0.3)
  }
}

@Suite("Kinds of news")
struct StoryRegisterTests {
  @Test(
    "Campaign news is told by its words",
    arguments: [
      ("The candidate told voters at a rally that she would win the primary.", true),
      ("The bank said its profit rose 12 percent in the quarter.", false),
      ("", false),
    ])
  func register(text: String, isCampaign: Bool) throws {
    let words = try #require(Language.english.registers)
    let register = withStory(article(text, .english)) { words.register(of: $0.tokens) }
    #expect(register == (isCampaign ? .campaign : .wire))
  }
}
