internal import ClaimModel
internal import Lexicons

/// Finds what a line with a source and a colon leads in: the items of a list, or a quotation.
///
/// "Theo Bộ Tài chính:" above "- Thuế giảm 2.000 đồng." → the item, by Bộ Tài chính
struct LeadIns {
  let story: Story
  private var tokens: [Token] { story.tokens }

  /// Items that one line leads in.
  private static let mostItems = 40

  func drafts() -> [AttributionDraft] {
    var drafts = [AttributionDraft]()
    for (number, sentence) in story.sentences.enumerated()
    where sentence.region == .body && sentence.tokens.count > 2 {
      guard let lead = lead(sentence.tokens), isAlone(number) else { continue }
      for item in items(below: number) {
        var draft = AttributionDraft(
          content: [story.withoutFinalStop(item)], cue: [lead.cue], source: [lead.source],
          reasons: [
            Reason(
              .source, "a line that names whom the list below it is from",
              span: story.span(sentence.tokens))
          ])
        draft.isCertain = true
        drafts.append(draft)
      }
    }
    return drafts
  }

  /// "Theo X:", "According to X:", "X cho biết:"
  private func lead(_ range: Range<Int>) -> (cue: Range<Int>, source: Range<Int>)? {
    let colon = range.upperBound - 1
    guard tokens[colon].scalar == 0x3A, tokens[colon].kind == .punctuation,
      range.count <= 24
    else { return nil }
    let hits = story.language.cues.hits(in: tokens, range.lowerBound..<colon)
    if let first = hits.first, first.range.lowerBound == range.lowerBound,
      first.kind == .theo || first.kind == .according, hits.count == 1,
      first.range.upperBound < colon
    {
      return (first.range, first.range.upperBound..<colon)
    }
    guard let last = hits.last, last.range.upperBound == colon, hits.count == 1,
      last.kind == .say, last.range.lowerBound > range.lowerBound,
      tokens[range.lowerBound].shape != .lower,
      !(range.lowerBound..<last.range.lowerBound).contains(where: { tokens[$0].scalar == 0x2C })
    else { return nil }
    return (last.range, range.lowerBound..<last.range.lowerBound)
  }

  /// Whether a line is a paragraph by itself.
  private func isAlone(_ number: Int) -> Bool {
    let paragraph = story.sentences[number].paragraph
    let before = number > 0 ? story.sentences[number - 1].paragraph : -1
    return before != paragraph
      && (number + 1 >= story.sentences.count
        || story.sentences[number + 1].paragraph != paragraph)
  }

  /// The sentences of the paragraphs below that are items of a list; where there is none, those of
  /// a quotation right below.
  private func items(below number: Int) -> [Range<Int>] {
    var items = [Range<Int>]()
    var next = number + 1
    while next < story.sentences.count, items.count < Self.mostItems {
      let paragraph = story.sentences[next].paragraph
      var end = next + 1
      while end < story.sentences.count, story.sentences[end].paragraph == paragraph { end += 1 }
      let first = story.sentences[next].tokens
      guard let start = afterItemMark(first) else { break }
      items.append(start..<first.upperBound)
      items += story.sentences[(next + 1)..<end].map(\.tokens)
      next = end
    }
    guard items.isEmpty, number + 1 < story.sentences.count else { return items }
    let below = story.sentences[number + 1].tokens
    let quotation = story.quotations(overlapping: below).first
    guard let quotation, quotation.tokens.lowerBound == below.lowerBound,
      quotation.tokens.upperBound + 1 >= below.upperBound
    else { return [] }
    return [quotation.tokens]
  }

  /// The token behind "-", "•", "+", "1." or "a)" at the head of a paragraph.
  private func afterItemMark(_ range: Range<Int>) -> Int? {
    let first = tokens[range.lowerBound]
    let next = range.lowerBound + 1
    guard next + 1 < range.upperBound else { return nil }
    if first.kind == .punctuation,
      [0x2D, 0x2013, 0x2014, 0x2022, 0x2A, 0xB7, 0x2B].contains(first.scalar)
    {
      return next
    }
    let isLabel = first.kind == .number || first.end - first.start == 1
    let closes = tokens[next].scalar == 0x2E || tokens[next].scalar == 0x29
    return isLabel && closes && first.end - first.start <= 2 ? next + 1 : nil
  }
}
