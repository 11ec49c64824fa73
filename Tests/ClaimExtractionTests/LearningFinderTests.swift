import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite struct LearningFinderTests {
  /// Words of content, cue and source of what is found, each joined by " … ".
  private func found(_ text: String, _ language: ArticleLanguage) -> [[String]] {
    let article = Article(
      name: "t", text: text, language: language, body: [TextSpan(0, text.utf8.count)])
    var copy = text
    return copy.withUTF8 { bytes in
      let story = Story(article: article, bytes: bytes)
      return decodings(in: story).map { one in
        [one.content, [one.cue], one.source.map { [$0] } ?? []].map { ranges in
          ranges.map { range in
            range.map { article.text(story.tokens[$0].span) }.joined(separator: " ")
          }.joined(separator: " … ")
        }
      }
    }
  }

  private func decodings(in story: Story) -> [SpanDecoding] {
    guard let model = LearnedFinder.shared.model(story.language) else { return [] }
    return LearnedFinder.shared.decodings(
      in: story, ruled: RuleFinder().attributions(in: story), model: model
    ).filter { $0.confidence >= model.settings.threshold }
  }

  @Test(
    "Plain statements are found with cue and source",
    arguments: [
      (
        "Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.", ArticleLanguage.vietnamese, "cho biết",
        "Bộ Y tế"
      ),
      ("The mayor said the bridge would reopen on Friday.", .english, "said", "The mayor"),
    ])
  func plainStatements(
    text: String, language: ArticleLanguage, cue: String, source: String
  ) throws {
    let first = try #require(found(text, language).first)
    #expect(first[1] == cue)
    #expect(first[2] == source)
  }

  @Test func `a segmented story gives what its plain twin gives`() {
    let plain = "Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh. Ông Nam nói: \"Tôi rất lo lắng\"."
    let segmented =
      "Bộ Y_tế cho_biết dịch cúm đã lan ra năm tỉnh . Ông Nam nói : \" Tôi rất lo_lắng \" ."
    #expect(found(plain, .vietnamese) == found(segmented, .vietnamese))
  }

  @Test func `a story of unknown language gives nothing`() {
    #expect(found("The mayor said the bridge would reopen.", .unknown).isEmpty)
  }

  @Test(
    "Odd text gives ranges within the story",
    arguments: [
      "", "said", "\"", "cho biết cho biết cho biết", "nói: \"\"\"", "theo (theo (theo",
      String(repeating: "he said \"", count: 60),
    ])
  func oddText(text: String) {
    for language in [ArticleLanguage.vietnamese, .english] {
      let article = Article(
        name: "t", text: text, language: language, body: [TextSpan(0, text.utf8.count)])
      var copy = text
      copy.withUTF8 { bytes in
        let story = Story(article: article, bytes: bytes)
        for one in decodings(in: story) {
          for range in one.content + [one.cue] + (one.source.map { [$0] } ?? []) {
            #expect(!range.isEmpty)
            #expect(story.tokens.indices.contains(range.lowerBound))
            #expect(range.upperBound <= story.tokens.count)
          }
        }
      }
    }
  }

  @Test(arguments: [[UInt8](), [0x74], [UInt8](repeating: 7, count: 4000)])
  func `bytes that are no model are refused`(bytes: [UInt8]) {
    bytes.withUnsafeBytes { #expect(LearnedModel(bytes: $0) == nil) }
  }
}
