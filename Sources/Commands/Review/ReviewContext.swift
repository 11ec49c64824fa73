import ClaimModel
import Presentation
import TerminalText

/// The story around a claim: its words stand out, its sentence is plain, what is around it dim.
struct ReviewContext {
  private let facts: ClaimFacts
  private let article: Article
  /// Bytes of the story looked at on either side of the claim.
  private let reach: Int

  init(_ facts: ClaimFacts, reach: Int) {
    self.facts = facts
    article = facts.article
    self.reach = reach
  }

  /// At most `rows` rows. What does not fit is cut with … from the far side, twice as much kept
  /// above the claim as below it; of a claim that is taller itself, the rows from `scroll` on.
  package func lines(columns: Int, rows: Int, scroll: inout Int) -> [StyledText] {
    let all = text().wrapped(to: max(2, columns - 4))
    let claim = all.indices.filter { all[$0].holdsClaim }
    let first = claim.first ?? 0
    let last = claim.last ?? max(0, all.count - 1)
    let height = last - first + 1
    scroll = max(0, min(scroll, height - rows))
    var range = first + scroll..<min(all.count, first + scroll + rows)
    if height < rows {
      let spare = rows - height
      let below = min(all.count - 1 - last, spare / 3)
      let above = min(first, spare - below)
      range = first - above..<min(all.count, last + 1 + spare - above)
    }
    return marked(all, range)
  }

  private func marked(_ all: [StyledText], _ range: Range<Int>) -> [StyledText] {
    range.map { index in
      var line = StyledText()
      let isCutAbove = index == range.lowerBound && (index > 0 || window.start > 0)
      let isCutBelow =
        index == range.upperBound - 1 && (index < all.count - 1 || window.end < length)
      if isCutAbove { line.append("… ", .dim) }
      line.append(all[index])
      if isCutBelow { line.append(" …", .dim) }
      return line
    }
  }

  private var length: Int { article.text.utf8.count }

  /// What of the story is looked at, ends moved to blanks.
  private var window: TextSpan {
    let context = facts.claim.context
    let bytes = article.text.utf8
    var start = max(0, context.start - reach)
    var end = min(length, context.end + reach)
    func isBlank(_ offset: Int) -> Bool {
      bytes[bytes.index(bytes.startIndex, offsetBy: offset)] <= 0x20
    }
    while start > 0, start < context.start, !isBlank(start) { start += 1 }
    while end < length, end > context.end, !isBlank(end) { end -= 1 }
    return TextSpan(start, end)
  }

  /// Title, paragraphs and captions within the window, each from a line of its own on.
  private func text() -> StyledText {
    let window = window
    var blocks = (article.title.map { [$0] } ?? []) + article.body + article.captions.map(\.span)
    blocks = blocks.filter { $0.overlaps(window) }
    if !blocks.contains(where: { $0.contains(facts.claim.context) }) { blocks = [window] }
    blocks.sort()
    var text = StyledText()
    for block in blocks {
      let part = TextSpan(max(block.start, window.start), min(block.end, window.end))
      for paragraph in paragraphs(of: part) {
        let words = styled(paragraph)
        if words.isEmpty { continue }
        if !text.isEmpty { text.append("\n") }
        text.append(words)
      }
    }
    return text
  }

  /// Parts of a span between its line ends.
  private func paragraphs(of span: TextSpan) -> [TextSpan] {
    var found = [TextSpan]()
    var start = span.start
    for (offset, byte) in article.text(span).utf8.enumerated() where byte == 0x0A {
      found.append(TextSpan(start, span.start + offset))
      start = span.start + offset + 1
    }
    return found + [TextSpan(start, span.end)]
  }

  private func styled(_ span: TextSpan) -> StyledText {
    let claim = facts.claim
    let spans = claim.content + claim.cue + [claim.context]
    let cuts = (spans.flatMap { [$0.start, $0.end] } + [span.end])
      .filter { $0 > span.start && $0 <= span.end }.sorted()
    var reader = ReadableText(isSegmented: facts.isSegmented)
    var text = StyledText()
    var at = span.start
    for cut in cuts where cut > at {
      let style = style(at: at)
      // A blank that stands before the claim does not belong to it.
      if style == .heading { text.append(reader.takeBlank()) }
      text.append(reader.next(article.text(TextSpan(at, cut))), style)
      at = cut
    }
    return text
  }

  private func style(at offset: Int) -> Style {
    func holds(_ spans: [TextSpan]) -> Bool {
      spans.contains { $0.start <= offset && offset < $0.end }
    }
    let claim = facts.claim
    if holds(claim.content) { return .heading }
    if holds(claim.cue) { return .cue }
    return holds([claim.context]) ? .plain : .dim
  }
}

extension StyledText {
  fileprivate var holdsClaim: Bool { runs.contains { $0.style == .heading } }
}
