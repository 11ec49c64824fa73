internal import ClaimModel
internal import FactStore
internal import JSONText

/// The articles of a document in order of their ids, or the later versions of some in the order of
/// the operations.
struct RecordedArticles {
  private(set) var articles = [LoadedArticle]()
  private(set) var ids = [ArticleID]()
  /// SHA-256 as recorded.
  private(set) var digests = [String]()
  private(set) var unknownMembers = [JSONObject]()
  /// Those whose text is neither in the document nor given.
  private(set) var missing = [MissingStory]()

  init() {}

  /// Of the list at `key`; articles are read on all cores.
  init(
    _ root: SessionRoot, _ key: String, given: [String: LoadedArticle]
  ) throws(FormatError) {
    let items = try root.items(key)
    let read = AllCores.map(Array(0..<items.count)) { index in
      Result { () throws(FormatError) in try RecordedArticle(try items.item(index), given) }
    }
    for (index, result) in read.enumerated() {
      do throws(FormatError) {
        try append(try result.get(), areInOrder: key == "articles")
      } catch {
        throw error.under(.index(index)).under(.key(key))
      }
    }
  }

  private mutating func append(
    _ read: RecordedArticle, areInOrder: Bool
  ) throws(FormatError) {
    var id = ArticleID(digests.count + 1)
    if areInOrder { try read.check(id) } else { id = try read.id.field("id", articleID) }
    ids.append(id)
    digests.append(read.digest)
    unknownMembers.append(read.unknownMembers)
    if let article = read.article {
      articles.append(article)
    } else {
      missing.append(MissingStory(id: id, name: read.name, sha256: read.digest))
    }
  }
}

/// One article of a document.
private struct RecordedArticle {
  /// Its member "id" alone.
  let id: JSONObject
  let name: String
  let digest: String
  let unknownMembers: JSONObject
  /// Nil where its text is neither in the document nor given.
  let article: LoadedArticle?

  init(_ item: JSONValue, _ given: [String: LoadedArticle]) throws(FormatError) {
    let object = try item.object()
    id = object.with(["id"])
    name = try object.text("name")
    digest = try object.text("sha256")
    unknownMembers = object.without(ArticleCodec.knownMembers)
    article = try ArticleCodec.article(item, given: given)
  }

  /// Articles stand in the order of their ids, without gaps.
  func check(_ expected: ArticleID) throws(FormatError) {
    try id.field("id") { value throws(FormatError) in
      let word = try value.string()
      guard word == expected.description else {
        throw FormatError(.wrongValue(word, expected: "'\(expected)'", nearest: nil))
      }
    }
  }
}
