internal import ClaimModel
internal import Lexicons

/// Cues that are part of a body's name are none: "Cơ quan dự báo khí tượng cho hay …".
struct NamedBodies {
  private let story: Story
  private let lexicon: SpeakerLexicon

  init(story: Story) {
    self.story = story
    lexicon = story.language.titles
  }

  /// Drafts without those whose cue stands in a name, and the name whole in the one that is left.
  ///
  /// "Cơ quan | dự báo | …" and "khí tượng | cho hay | có 3 cơn bão" → "Cơ quan dự báo khí tượng |
  /// cho hay | có 3 cơn bão"
  func mended(_ drafts: [AttributionDraft]) -> [AttributionDraft] {
    guard lexicon.customs.familyNameStandsFirst else { return drafts }
    var drafts = drafts
    var dropped = Set<Int>()
    for index in drafts.indices {
      guard let cue = drafts[index].cue.first, let head = head(before: cue.lowerBound) else {
        continue
      }
      for other in drafts.indices where other != index {
        guard let next = drafts[other].cue.first, next.lowerBound >= cue.upperBound,
          let source = drafts[other].source.first, source.upperBound <= next.lowerBound,
          source.lowerBound >= head, source.lowerBound <= cue.upperBound + 1,
          isName(cue.upperBound..<next.lowerBound)
        else { continue }
        drafts[other].source = [head..<source.upperBound]
        dropped.insert(index)
      }
    }
    // The name may have been found without its first words alone.
    for index in drafts.indices where !dropped.contains(index) { widen(&drafts[index]) }
    return drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
  }

  /// Where the noun of a body starts that ends right before a token.
  private func head(before token: Int) -> Int? {
    guard
      let (kind, start) = lexicon.nouns.match(
        before: token, in: story.tokens, from: max(0, token - 5)),
      kind == .government || kind == .organisation || kind == .outlet
    else { return nil }
    return start
  }

  /// What stands between a cue in a name and the next one: words, no marks.
  private func isName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 8 && range.allSatisfy { story.tokens[$0].kind == .word }
  }

  /// "sóng thần" of "Trung tâm cảnh báo sóng thần": a source right behind a cue's words whose noun
  /// stands before them.
  private func widen(_ draft: inout AttributionDraft) {
    guard let source = draft.source.first, draft.source.count == 1,
      let cue = draft.cue.first, cue.lowerBound == source.upperBound,
      let (_, start) = story.language.cues.phrases.match(
        before: source.lowerBound, in: story.tokens, from: max(0, source.lowerBound - 4)),
      let head = head(before: start), !draft.content.contains(where: { $0.contains(head) })
    else { return }
    draft.source = [head..<source.upperBound]
  }
}
