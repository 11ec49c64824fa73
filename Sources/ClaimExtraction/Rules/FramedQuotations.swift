internal import ClaimModel

/// Finds quotations over several paragraphs that a speaker opens, whoever's cue closes them.
///
/// `Reed said: "We have no money.⏎⏎"We have no water," he added.` → all of it, by Reed
struct FramedQuotations {
  let story: Story
  private var tokens: [Token] { story.tokens }

  /// Tokens before the quotation in its sentence.
  private static let longestHead = 30

  func drafts() -> [AttributionDraft] {
    story.quotations.compactMap { quotation in
      guard quotation.isClosed, quotation.tokens.count > 6 else { return nil }
      return draft(quotation.tokens)
    }
  }

  private func draft(_ marks: Range<Int>) -> AttributionDraft? {
    guard let sentence = sentence(of: marks.lowerBound),
      sentence.tokens.lowerBound < marks.lowerBound,
      let last = self.sentence(of: marks.upperBound - 1), last.paragraph != sentence.paragraph
    else { return nil }
    let head = sentence.tokens.lowerBound..<marks.lowerBound
    guard head.count <= Self.longestHead, let mark = head.last,
      tokens[mark].scalar == 0x3A || tokens[mark].scalar == 0x2C
    else { return nil }
    let hits = story.language.cues.hits(in: tokens, head)
    guard hits.count == 1, let hit = hits.first, hit.range.lowerBound > head.lowerBound,
      mark - hit.range.upperBound <= 4, tokens[head.lowerBound].shape != .lower
    else { return nil }
    let source = head.lowerBound..<hit.range.lowerBound
    var draft = AttributionDraft(
      content: [marks], cue: [hit.range], source: [source],
      reasons: [
        Reason(.cue, "opens a quotation of several paragraphs", span: story.span(hit.range))
      ])
    draft.isCertain = true
    return draft
  }

  /// The sentence of a token, found by bisection.
  private func sentence(of token: Int) -> Sentence? {
    var low = 0
    var high = story.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if story.sentences[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < story.sentences.count ? story.sentences[low] : nil
  }
}
