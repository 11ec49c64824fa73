internal import ClaimModel
internal import FactStore
internal import JSONText
package import SystemPackage

extension SessionDocument {
  /// Reads a session file's bytes; `path` is for the error's words.
  package init(_ bytes: [UInt8], path: FilePath) throws(SessionError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(bytes)
    } catch {
      throw SessionError(path, .brokenJSON(error))
    }
    let object = try Self.checkedRoot(value, path)
    do throws(ShapeError) {
      try self.init(object)
    } catch {
      let place = JSONReader.position(of: error.path, in: bytes)
      throw SessionError(path, .wrongShape(error, place))
    }
  }

  /// The document's object, where it is one of a session of a version that can be read.
  private static func checkedRoot(
    _ value: JSONValue, _ path: FilePath
  ) throws(SessionError) -> JSONObject {
    guard case .object(let object) = value, object["format"] == .string(format) else {
      throw SessionError(path, .notASession)
    }
    if case .integer(let found) = object["version"], found > version {
      throw SessionError(path, .newerVersion(found: found, supported: version))
    }
    return object
  }

  private init(_ object: JSONObject) throws(ShapeError) {
    _ = try object.field("version") { value throws(ShapeError) in
      try value.integer(within: 1...Self.version)
    }
    writtenBy = try object.optionalText("theo")
    catalogue = try object.list("catalogue", Source.read)
    var digests = [String]()
    var next = 1
    let articles = try object.field("articles") { list throws(ShapeError) in
      try list.each { item throws(ShapeError) -> LoadedArticle in
        let article = try item.object()
        try Self.check(article, id: ArticleID(next))
        next += 1
        digests.append(try article.text("sha256"))
        return try ArticleCodec.article(item)
      }
    }
    var decoder = OperationDecoder(articles: articles)
    operations = try object.field("operations") { list throws(ShapeError) in
      try list.each { item throws(ShapeError) in try decoder.operation(item) }
    }
    try Self.checkAllLoaded(decoder.loaded, of: articles.count)
    self.articles = articles
    articleDigests = digests
    unknownMembers = JSONObject()
    for member in object.members where !Self.knownMembers.contains(member.key) {
      unknownMembers.append(member.key, member.value)
    }
  }

  /// Articles stand in the order of their ids, without gaps.
  private static func check(_ article: JSONObject, id: ArticleID) throws(ShapeError) {
    try article.field("id") { value throws(ShapeError) in
      let word = try value.string()
      guard word == id.description else {
        throw ShapeError(.wrongValue(word, expected: "'\(id)'", nearest: nil))
      }
    }
  }

  private static func checkAllLoaded(_ loaded: Int, of count: Int) throws(ShapeError) {
    guard loaded < count else { return }
    throw ShapeError(
      .wrongValue(
        "a\(loaded + 1)", expected: "only articles that an operation loads", nearest: nil)
    ).under(.key("id")).under(.index(loaded)).under(.key("articles"))
  }
}
