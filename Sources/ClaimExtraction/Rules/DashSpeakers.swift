internal import ClaimModel
internal import Lexicons

/// Finds speakers that stand behind a quotation and a dash, without a verb.
///
/// `"Không ai tới giúp" - bà Phan Thu Vân, đầu bếp.`
struct DashSpeakers {
  let story: Story
  private var tokens: [Token] { story.tokens }

  /// Tokens of the longest name with what the person is.
  private static let longest = 16

  func drafts() -> [AttributionDraft] {
    story.quotations.compactMap { quotation in
      guard quotation.isClosed, quotation.tokens.count > 4, let end = sentenceEnd(quotation.tokens)
      else { return nil }
      return draft(quotation.tokens, end: end)
    }
  }

  /// The end of the sentence that a quotation opens, or of the short one right behind it; nil where
  /// it opens none.
  private func sentenceEnd(_ marks: Range<Int>) -> Int? {
    guard let first = story.sentenceIndex(startingAt: marks.lowerBound) else { return nil }
    let paragraph = story.sentences[first].paragraph
    let sentence = story.sentences[first...].first { $0.tokens.upperBound > marks.upperBound }
    guard let sentence, sentence.paragraph == paragraph,
      sentence.tokens.lowerBound <= marks.upperBound
    else { return nil }
    return story.withoutFinalStop(sentence.tokens).upperBound
  }

  private func draft(_ marks: Range<Int>, end: Int) -> AttributionDraft? {
    let dash = marks.upperBound
    guard dash + 1 < end, tokens[dash].kind == .punctuation,
      [0x2D, 0x2013, 0x2014].contains(tokens[dash].scalar), end - dash <= Self.longest
    else { return nil }
    let source = dash + 1..<end
    guard isPerson(source), story.language.cues.hits(in: tokens, source).isEmpty else { return nil }
    var draft = AttributionDraft(
      content: [marks], source: [source],
      reasons: [
        Reason(.source, "a person behind a quotation and a dash", span: story.span(source))
      ])
    draft.isCertain = true
    return draft
  }

  /// An honorific or a title with a name, or two capitals and more.
  private func isPerson(_ range: Range<Int>) -> Bool {
    let head = range.prefix { tokens[$0].kind == .word }
    guard let first = head.first else { return false }
    let capitals = head.filter { tokens[$0].shape != .lower }
    if let title = story.language.titles.titles.match(tokens, at: first, end: range.upperBound) {
      return capitals.contains { $0 >= first + title.length }
    }
    return head.count >= 2 && head.count <= 5 && capitals.count == head.count
  }
}
