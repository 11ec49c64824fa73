import ClaimModel
import FactStore
import Presentation
import TerminalText

/// A story with its claims marked: `[c3]` before each, its words coloured by its verdict, cue,
/// source and figures in their own colours.
struct ArticleView {
  private let article: Article
  private let claims: [ClaimRecord]
  /// Byte offsets at which the style may change, in order.
  private var cuts = [Int]()
  private var styles = [(span: TextSpan, style: Style)]()
  private var marks = [Int: [ClaimID]]()
  /// Times of a live blog's entries, by where each begins.
  private var times = [Int: String]()

  init(_ article: Article, claims: [ClaimRecord]) {
    self.article = article
    self.claims = claims
    for record in claims { add(record) }
    let entries = article.origin?.entries ?? []
    let labels = EntryLabels(entries)
    for (index, entry) in entries.enumerated() { times[entry.span.start] = labels[index] }
    cuts = (styles.flatMap { [$0.span.start, $0.span.end] } + marks.keys + times.keys).sorted()
  }

  /// The later style of two that overlap is the one seen: figures over cues over claims.
  private mutating func add(_ record: ClaimRecord) {
    let claim = record.claim
    if let first = claim.content.first { marks[first.start, default: []].append(record.id) }
    styles += claim.content.map { ($0, .claim(record.verdict)) }
    styles += claim.cue.map { ($0, .cue) } + claim.source.map { ($0, .speaker) }
    styles += claim.quantities.map { ($0.span, .number) }
  }

  /// Title, captions, byline and the pieces of the body, a paragraph each, in text order.
  func paragraphs() -> [StyledText] {
    blocks().map { block in
      var reader = ReadableText(isSegmented: ReadableText.isSegmented(article.text))
      return text(of: block.span, as: block.style, &reader)
    }.filter { !$0.isEmpty }
  }

  /// One span of the story, line breaks read as blanks.
  func paragraph(of span: TextSpan) -> StyledText {
    var reader = ReadableText(isSegmented: ReadableText.isSegmented(article.text))
    return text(of: span, as: .plain, &reader)
  }

  private func blocks() -> [(span: TextSpan, style: Style)] {
    var known: [(span: TextSpan, style: Style)] = article.body.map { ($0, .plain) }
    if let title = article.title { known.append((title, .heading)) }
    known += article.captions.map { ($0.span, .dim) }
    if let byline = article.byline { known.append((byline.span, .agency)) }
    if let dateline = article.dateline { known.append((dateline.span, .agency)) }
    known.sort { $0.span < $1.span }
    var all = [(span: TextSpan, style: Style)]()
    var at = 0
    for block in known where block.span.end > at {
      if block.span.start > at { all.append((TextSpan(at, block.span.start), .dim)) }
      all.append((TextSpan(max(at, block.span.start), block.span.end), block.style))
      at = block.span.end
    }
    let end = article.text.utf8.count
    if at < end { all.append((TextSpan(at, end), .dim)) }
    return all.filter { !isBlank($0.span) }
  }

  /// Nothing but blanks and full stops between two parts of the story.
  private func isBlank(_ span: TextSpan) -> Bool {
    article.text(span).utf8.allSatisfy { $0 <= 0x20 || $0 == 0x2E }
  }

  private func text(
    of span: TextSpan, as style: Style, _ reader: inout ReadableText
  ) -> StyledText {
    var out = StyledText()
    var at = span.start
    while at < span.end {
      if let time = times[at], !time.isEmpty {
        out.append(reader.takeBlank())
        out.append(time + "  ", .dim)
      }
      for id in marks[at] ?? [] {
        out.append(reader.takeBlank())
        out.append("[\(id)] ", .id)
      }
      let next = nextCut(after: at).map { min($0, span.end) } ?? span.end
      let found = styles.last { $0.span.start <= at && at < $0.span.end }?.style
      out.append(reader.next(article.text(TextSpan(at, next))), found ?? style)
      at = next
    }
    return out
  }

  private func nextCut(after offset: Int) -> Int? {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low < cuts.count ? cuts[low] : nil
  }
}
