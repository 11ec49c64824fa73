internal import ClaimModel

extension EnglishFinder {
  /// A quotation that goes on in the next sentence belongs to the content before it.
  func extendLast(_ drafts: inout [AttributionDraft], with index: Int) {
    let range = story.sentences[index].tokens
    guard let last = drafts.last, index > 0, last.content.count < RuleReach.pieces,
      let quotation = quotes.opening(at: range.lowerBound),
      quotation.tokens.upperBound + 1 >= story.withoutFinalStop(range).upperBound,
      let end = last.content.last?.upperBound,
      last.content.contains(where: isQuoted) || standsBehind(last)
    else { return }
    let before = story.sentences[index - 1].tokens
    let reach = (last.content + last.cue + last.source).map(\.upperBound).max() ?? end
    guard reach > before.lowerBound, quotation.tokens.lowerBound >= end else { return }
    drafts[drafts.count - 1].content.append(quotation.tokens)
    drafts[drafts.count - 1].reasons.append(
      Reason(
        .content, "a quotation that goes on from the one before it",
        span: story.span(quotation.tokens)))
  }

  private func standsBehind(_ draft: AttributionDraft) -> Bool {
    guard let content = draft.content.first, let cue = draft.cue.first else { return false }
    return content.upperBound <= cue.lowerBound
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    !story.quotations(overlapping: range).isEmpty
  }

  /// `HARRIS: We will see.`: a speaker in capitals and a colon head a paragraph of a transcript.
  func transcript(at index: Int) -> (AttributionDraft, next: Int)? {
    let sentence = story.sentences[index]
    let range = sentence.tokens
    guard let colon = range.prefix(6).first(where: isColon), colon > range.lowerBound,
      colon + 1 < range.upperBound,
      (range.lowerBound..<colon).allSatisfy({
        tokens[$0].shape == .upper || isPunctuation($0)
      }), hasWords(range.lowerBound..<colon), tokens[colon].touchesPrevious || colon > 0
    else { return nil }
    var next = index + 1
    while next < story.sentences.count, story.sentences[next].paragraph == sentence.paragraph {
      next += 1
    }
    let content = (colon + 1)..<story.sentences[next - 1].tokens.upperBound
    guard hasWords(content) else { return nil }
    let draft = AttributionDraft(
      content: [content], cue: [colon..<(colon + 1)], source: [range.lowerBound..<colon],
      reasons: [Reason(.cue, "a name in capitals before a colon speaks")])
    return (draft, next)
  }
}
