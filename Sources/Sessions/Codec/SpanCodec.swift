internal import ClaimModel
internal import FactStore
internal import JSONText
internal import Synchronization

/// Spans of one article: byte offsets in memory, code points in JSON (`[start, end]`).
struct SpanCodec {
  private let offsets: ScalarOffsets
  /// Code points of the text.
  private let length: Int
  /// Whether bytes and code points are the same.
  private let isASCII: Bool

  init(text: String) {
    offsets = ScalarOffsets(text)
    let bytes = text.utf8.count
    length = offsets.scalars(atByte: bytes)
    isASCII = length == bytes
  }

  func json(_ span: TextSpan) -> JSONValue {
    if isASCII { return [.integer(span.start), .integer(span.end)] }
    let (start, end) = offsets.scalars(span)
    return [.integer(start), .integer(end)]
  }

  func json(_ spans: [TextSpan]) -> [JSONValue] { spans.map(json) }

  func span(_ value: JSONValue) throws(FormatError) -> TextSpan {
    let bounds = try value.each { item throws(FormatError) in try item.integer() }
    guard bounds.count == 2 else { throw value.mismatch("a span [start, end]") }
    let (start, end) = (bounds[0], bounds[1])
    guard start >= 0, start <= end, end <= length else {
      throw FormatError(.spanOutsideText(start: start, end: end, length: length))
    }
    if isASCII { return TextSpan(start, end) }
    return TextSpan(offsets.byte(atScalar: start), offsets.byte(atScalar: end))
  }
}

/// The span codecs of a session's articles, made when first asked for.
struct ArticleSpans {
  private final class Cache: Sendable {
    let codecs = Mutex<[Int: SpanCodec]>([:])
  }

  private var texts: [String]
  private let cache = Cache()
  /// By number of an article: the operations that gave it a new text, with that.
  private var versions: [Int: [(operation: Int, codec: SpanCodec)]] = [:]
  private var standing = StandingOperations()
  private var operations = 0

  /// Articles in order of loading: the first one is a1.
  init(texts: [String]) { self.texts = texts }

  /// Articles that were loaded after those before.
  mutating func append(_ loaded: [LoadedArticle]) { texts += loaded.map(\.article.text) }

  /// The next operation: it may give stories new texts, or take such an operation back.
  mutating func take(_ action: Action) {
    operations += 1
    standing.take(action)
    guard case .updateArticles(let updates) = action else { return }
    for update in updates {
      versions[update.id.number, default: []].append(
        (operations, SpanCodec(text: update.article.text)))
    }
  }

  /// In the text that the article has behind the operations taken so far.
  subscript(id: ArticleID) -> SpanCodec? {
    guard texts.indices.contains(id.number - 1) else { return nil }
    if let version = versions[id.number]?.last(where: { standing.contains($0.operation) }) {
      return version.codec
    }
    return cache.codecs.withLock { codecs in
      if let codec = codecs[id.number] { return codec }
      let codec = SpanCodec(text: texts[id.number - 1])
      codecs[id.number] = codec
      return codec
    }
  }
}
