import ClaimModel
import Exchange
import FactStore
import TerminalText

/// Finds stories, and places in them, by what a file says of them.
struct StoryPlaces {
  private let store: FactStore
  private var byName = [String: ArticleID]()
  private var byText = [String: ArticleID]()
  private var offsets = [ArticleID: ScalarOffsets]()

  struct NotFound: Error {
    var words: String
  }

  init(_ store: FactStore) {
    self.store = store
    for record in store.articles {
      let id = record.id.description
      let file = record.article.name.split(separator: "/").last.map(String.init)
      let names =
        [DeskStory.address(of: record.article, id: id), "urn:x-theo:story:\(id)", id]
        + [record.article.url, record.article.name, file].compactMap { $0 }
      for name in names where byName[name] == nil { byName[name] = record.id }
      byText[Self.plain(record.article.text)] = record.id
    }
  }

  /// By its text, where the file has it: a text that is no story's here is none that is known by
  /// another name.
  func story(_ trace: StoryTrace) throws(NotFound) -> ArticleRecord {
    if let text = trace.text {
      guard let id = byText[Self.plain(text)], let record = store.article(id) else {
        throw NotFound(
          words: "no story here has the text of \(Self.listed(trace.names)); load it first")
      }
      return record
    }
    guard let id = trace.names.lazy.compactMap({ byName[$0] }).first, let record = store.article(id)
    else { throw NotFound(words: "no story here is \(Self.listed(trace.names)); load it first") }
    return record
  }

  private static func listed(_ names: [String]) -> String {
    names.isEmpty ? "named" : names.map { "'\($0)'" }.joined(separator: " or ")
  }

  /// With a blank for each carriage return, as brat's files have it.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return String(decoding: text.utf8.map { $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The pieces in a story, each where the file says it is and nowhere else.
  mutating func spans(
    _ pieces: [ImportedPiece], in record: ArticleRecord
  ) throws(NotFound) -> [TextSpan] {
    let offsets = self.offsets[record.id] ?? ScalarOffsets(record.article.text)
    self.offsets[record.id] = offsets
    var spans = [TextSpan]()
    for piece in pieces { spans.append(try Self.span(piece, record, offsets)) }
    return spans.sorted()
  }

  private static func span(
    _ piece: ImportedPiece, _ record: ArticleRecord, _ offsets: ScalarOffsets
  ) throws(NotFound) -> TextSpan {
    let text = record.article.text
    guard let start = piece.start, let end = piece.end else {
      return try quoted(piece, record)
    }
    let count = offsets.scalars(atByte: text.utf8.count)
    guard start >= 0, start < end, end <= count else {
      throw NotFound(
        words: "\(record.id) has no place \(start) to \(end): it has \(count) characters")
    }
    let span = TextSpan(offsets.byte(atScalar: start), offsets.byte(atScalar: end))
    let found = record.article.text(span)
    if let exact = piece.exact, plain(found).utf8.elementsEqual(plain(exact).utf8) == false {
      throw NotFound(
        words: "\(record.id) has other words there: '\(shortened(found))', not "
          + "'\(shortened(exact))'")
    }
    return span
  }

  /// A quotation without a place: where its words stand between what stands around them.
  private static func quoted(
    _ piece: ImportedPiece, _ record: ArticleRecord
  ) throws(NotFound) -> TextSpan {
    let exact = Array((piece.exact ?? "").utf8)
    let whole = Array((piece.prefix + (piece.exact ?? "") + piece.suffix).utf8)
    let text = Array(record.article.text.utf8)
    var places = [Int]()
    if !exact.isEmpty, whole.count <= text.count {
      for at in 0...(text.count - whole.count)
      where text[at] == whole[0] && text[at..<(at + whole.count)].elementsEqual(whole) {
        places.append(at + piece.prefix.utf8.count)
      }
    }
    guard places.count == 1 else {
      let words = "'\(shortened(piece.exact ?? ""))'"
      throw NotFound(
        words: places.isEmpty
          ? "\(record.id) has no words \(words) with what stands around them"
          : "\(record.id) has \(words) \(places.count) times; which is meant cannot be told")
    }
    return TextSpan(places[0], places[0] + exact.count)
  }

  static func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }

  /// Spans of which only line ends stand between are one: brat has them in pieces.
  static func joined(_ spans: [TextSpan], in article: Article) -> [TextSpan] {
    spans.reduce(into: []) { joined, span in
      guard let last = joined.last, last.end < span.start,
        article.text(TextSpan(last.end, span.start)).utf8.allSatisfy({ $0 == 0x0A || $0 == 0x0D })
      else { return joined.append(span) }
      joined[joined.count - 1].end = span.end
    }
  }

  /// Spans without the line ends in them, which brat's cannot have.
  static func lineless(_ spans: [TextSpan], in article: Article) -> [TextSpan] {
    spans.flatMap { span -> [TextSpan] in
      var pieces = [TextSpan]()
      var start = span.start
      for (at, byte) in article.text(span).utf8.enumerated() where byte == 0x0A || byte == 0x0D {
        pieces.append(TextSpan(start, span.start + at))
        start = span.start + at + 1
      }
      return (pieces + [TextSpan(start, span.end)]).filter { !$0.isEmpty }
    }
  }
}
