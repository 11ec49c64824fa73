internal import ClaimModel

/// The span codecs of a session's articles, made when first asked for.
final class ArticleSpans {
  private let texts: [String]
  private var codecs: [Int: SpanCodec] = [:]

  /// Articles in order of loading: the first one is a1.
  init(texts: [String]) { self.texts = texts }

  subscript(id: ArticleID) -> SpanCodec? {
    if let codec = codecs[id.number] { return codec }
    guard texts.indices.contains(id.number - 1) else { return nil }
    let codec = SpanCodec(text: texts[id.number - 1])
    codecs[id.number] = codec
    return codec
  }
}
