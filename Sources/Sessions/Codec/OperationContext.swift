internal import ClaimModel
internal import FactStore
internal import JSONText

/// What an operation in JSON is read and written by: what the operations before it brought.
struct OperationContext {
  /// Where characters stand in the articles of the session.
  var spans: ArticleSpans
  /// The same of the article that the operation at hand names.
  var spansOfStory: SpanCodec?
  /// For reading: all articles of the session, and how many of them operations loaded so far.
  var articles: [LoadedArticle] = []
  private(set) var loaded = 0
  /// For reading: the stories of all updates of the session, each with the id that it has, and how
  /// many of them operations took so far.
  private var versions: [(id: ArticleID, article: Article)] = []
  private(set) var takenVersions = 0
  /// For reading: number of the operation at hand, from 1.
  var number = 0
  /// For writing: which claim belongs to which article.
  var places = ClaimPlaces()

  init(spans: ArticleSpans) { self.spans = spans }

  /// For reading: `articles` are those of the session in order of loading.
  init(articles: [LoadedArticle], loaded: Int = 0, number: Int = 0) {
    self.articles = articles
    self.loaded = loaded
    self.number = number
    spans = ArticleSpans(texts: articles.map(\.article.text))
  }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) {
    articles += loaded
    spans.append(loaded)
  }

  /// Stories as later versions have them, for the operations that follow.
  mutating func append(versions more: [(id: ArticleID, article: Article)]) { versions += more }

  /// The next of them.
  mutating func takeVersion(of id: ArticleID) throws(FormatError) -> Article {
    guard versions.indices.contains(takenVersions) else {
      throw FormatError(
        .wrongValue(
          id.description, expected: "a story of which 'versions' has a new text", nearest: nil))
    }
    let next = versions[takenVersions]
    guard next.id == id else {
      throw FormatError(.wrongValue(id.description, expected: "'\(next.id)'", nearest: nil))
    }
    takenVersions += 1
    return next.article
  }

  /// The operation was read or written: in which text the spans of the next ones count.
  mutating func take(_ action: Action) { spans.take(action) }

  /// An article that was loaded; the members read behind it are about it.
  mutating func story(_ value: JSONValue) throws(FormatError) -> ArticleID {
    let word = try value.string()
    guard let id = ArticleID(parsing: word), let codec = spans[id] else { throw noArticle(word) }
    spansOfStory = codec
    return id
  }

  /// A claim of the article named last.
  func claim(_ value: JSONValue) throws(FormatError) -> Claim {
    try namedSpans().claim(value)
  }

  /// The spans of the article named last.
  func namedSpans() throws(FormatError) -> SpanCodec {
    guard let spansOfStory else { throw FormatError(.missingKey("article")) }
    return spansOfStory
  }

  /// The next articles of the session: ids in a session follow the order of loading.
  mutating func takeArticles(_ list: JSONValue) throws(FormatError) -> [LoadedArticle] {
    var next = loaded
    let taken = try list.each { item throws(FormatError) -> LoadedArticle in
      let word = try item.string()
      guard let id = ArticleID(parsing: word), id.number == next + 1 else {
        throw FormatError(.wrongValue(word, expected: "'a\(next + 1)'", nearest: nil))
      }
      guard articles.indices.contains(next) else { throw noArticle(word) }
      next += 1
      return articles[next - 1]
    }
    loaded = next
    return taken
  }

  private func noArticle(_ word: String) -> FormatError {
    let expected =
      articles.isEmpty
      ? "an article, of which the session has none"
      : "an article of the session, a1 to a\(articles.count)"
    return FormatError(.wrongValue(word, expected: expected, nearest: nil))
  }
}
