internal import ClaimModel
internal import FactStore
internal import Synchronization

/// The span codecs of a session's articles, made when first asked for.
struct ArticleSpans {
  private final class Cache: Sendable {
    let codecs = Mutex<[Int: SpanCodec]>([:])
  }

  private var texts: [String]
  private let cache = Cache()

  /// Articles in order of loading: the first one is a1.
  init(texts: [String]) { self.texts = texts }

  /// Articles that were loaded after those before.
  mutating func append(_ loaded: [LoadedArticle]) { texts += loaded.map(\.article.text) }

  subscript(id: ArticleID) -> SpanCodec? {
    guard texts.indices.contains(id.number - 1) else { return nil }
    return cache.codecs.withLock { codecs in
      if let codec = codecs[id.number] { return codec }
      let codec = SpanCodec(text: texts[id.number - 1])
      codecs[id.number] = codec
      return codec
    }
  }
}
