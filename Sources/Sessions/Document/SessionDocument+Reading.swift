internal import ClaimModel
package import FactStore
internal import JSONText
package import SystemPackage

extension SessionDocument {
  /// Reads a session file's bytes; `path` is for the error's words. `given` are stories for a
  /// session of operations alone, by the SHA-256 of their texts.
  package init(
    _ bytes: [UInt8], path: FilePath, given: [String: LoadedArticle] = [:]
  ) throws(SessionError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(bytes)
    } catch {
      throw SessionError(path, Self.isJSON(bytes) ? .brokenJSON(error) : .notASession)
    }
    var object = try Self.checkedRoot(value, path)
    let articles: RecordedArticles
    let versions: RecordedArticles
    do throws(FormatError) {
      let migratedFrom = try Migration.bringUpToDate(&object)
      articles = try RecordedArticles(object, "articles", given: given)
      versions =
        object["versions"] == nil
        ? RecordedArticles() : try RecordedArticles(object, "versions", given: given)
      try self.init(object, articles, versions, migratedFrom)
    } catch {
      let place = JSONReader.position(of: error.path, in: bytes)
      throw SessionError(path, .wrongFormat(error, place))
    }
    let missing = articles.missing + versions.missing
    guard missing.isEmpty else {
      throw SessionError(path, .storiesMissing(missing))
    }
  }

  /// Whether bytes begin as an object does, or are blank: a story, a page or an archive does not.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == nil || first == UInt8(ascii: "{")
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

  /// Without its operations where stories are missing: their spans could not be read.
  private init(
    _ object: JSONObject, _ recorded: RecordedArticles, _ later: RecordedArticles,
    _ migratedFrom: Int?
  ) throws(FormatError) {
    self.migratedFrom = migratedFrom
    writtenBy = try object.optionalText("theo")
    form =
      try object.optional("form") { word throws(FormatError) in
        try word.choice(of: SessionForm.self)
      } ?? .whole
    catalogue = migratedFrom == nil ? [] : try object.list("catalogue", Source.read)
    articles = recorded.articles
    articleDigests = recorded.digests
    unknownArticleMembers = recorded.unknownMembers
    versions = later.articles
    versionDigests = later.digests
    unknownVersionMembers = later.unknownMembers
    summary = object["state"]
    unknownMembers = object.without(
      migratedFrom == nil ? Self.knownMembers : Self.knownMembers.union(["catalogue"]))
    operations = []
    guard recorded.missing.isEmpty, later.missing.isEmpty else { return }
    var decoder = OperationDecoder(articles: articles, tellsNames: migratedFrom == nil)
    decoder.append(versions: Array(zip(later.ids, later.articles.map(\.article))))
    operations = try object.field("operations") { list throws(FormatError) in
      try list.each { item throws(FormatError) in try decoder.operation(item) }
    }
    try Self.checkAllLoaded(decoder.loaded, of: articles.count)
    try Self.checkAllTaken(decoder.takenVersions, of: later.ids)
    if migratedFrom == nil { checkEnd(object["end"]) }
  }

  /// An end that is not that of the operations is a finding, no error.
  private mutating func checkEnd(_ found: JSONValue?) {
    let head = operations.last?.hash ?? .start
    let end = SessionEnd(operations: operations.count, head: head)
    if let found, end.json.firstDifference(in: found) == nil { return }
    recordedEnd = RecordedMember(value: found)
    var recorded: Int?
    if case .object(let end) = found, case .integer(let number) = end["operations"] {
      recorded = number
    }
    endFinding =
      found == nil
      ? .memberMissing("end") : .endDiffers(recorded: recorded, found: operations.count)
  }

  private static func checkAllTaken(
    _ taken: Int, of ids: [ArticleID]
  ) throws(FormatError) {
    guard taken < ids.count else { return }
    throw FormatError(
      .wrongValue(
        ids[taken].description, expected: "only versions that an operation brings", nearest: nil)
    ).under(.key("id")).under(.index(taken)).under(.key("versions"))
  }

  private static func checkAllLoaded(_ loaded: Int, of count: Int) throws(FormatError) {
    guard loaded < count else { return }
    throw FormatError(
      .wrongValue(
        "a\(loaded + 1)", expected: "only articles that an operation loads", nearest: nil)
    ).under(.key("id")).under(.index(loaded)).under(.key("articles"))
  }
}

/// The articles of a document in order of their ids, or the later versions of some in the order of
/// the operations.
private struct RecordedArticles {
  var articles = [LoadedArticle]()
  var ids = [ArticleID]()
  /// SHA-256 as recorded.
  var digests = [String]()
  var unknownMembers = [JSONObject]()
  /// Those whose text is neither in the document nor given.
  var missing = [MissingStory]()

  init(
    _ document: JSONObject, _ key: String, given: [String: LoadedArticle]
  ) throws(FormatError) {
    var recorded = RecordedArticles()
    _ = try document.field(key) { list throws(FormatError) in
      try list.each { item throws(FormatError) in
        try recorded.append(item, given, areInOrder: key == "articles")
      }
    }
    self = recorded
  }

  init() {}

  private mutating func append(
    _ item: JSONValue, _ given: [String: LoadedArticle], areInOrder: Bool
  ) throws(FormatError) {
    let object = try item.object()
    var id = ArticleID(digests.count + 1)
    if areInOrder { try check(object, id: id) } else { id = try object.field("id", articleID) }
    ids.append(id)
    digests.append(try object.text("sha256"))
    unknownMembers.append(object.without(ArticleCodec.knownMembers))
    if let article = try ArticleCodec.article(item, given: given) {
      articles.append(article)
    } else {
      missing.append(
        MissingStory(
          id: id, name: try object.text("name"), sha256: try object.text("sha256")))
    }
  }

  /// Articles stand in the order of their ids, without gaps.
  private func check(_ article: JSONObject, id: ArticleID) throws(FormatError) {
    try article.field("id") { value throws(FormatError) in
      let word = try value.string()
      guard word == id.description else {
        throw FormatError(.wrongValue(word, expected: "'\(id)'", nearest: nil))
      }
    }
  }
}

/// Brings documents of older versions up to the present one, one version at a time.
enum Migration {
  /// The version that it was of; nil if it is of the present one.
  static func bringUpToDate(_ document: inout JSONObject) throws(FormatError) -> Int? {
    let found = try document.field("version") { value throws(FormatError) in
      try value.integer(within: 1...SessionDocument.version)
    }
    guard found < SessionDocument.version else { return nil }
    if found < 2 { try chain(&document) }
    document["version"] = .integer(SessionDocument.version)
    return found
  }

  // 2 → 3: what names were resolved to is found when the operations are done again (see
  // `KnownSources`); it gets into their hashes, and the end into the root, on saving.

  /// 1 → 2: operations had no hash. They get one, from what they are now.
  private static func chain(_ document: inout JSONObject) throws(FormatError) {
    var head = ChainHash.start
    let chained = try document.list("operations") { value throws(FormatError) -> JSONValue in
      var operation = try value.object()
      head = head.next(operation)
      operation["hash"] = .string(head.description)
      return .object(operation)
    }
    document["operations"] = .array(chained)
  }
}
