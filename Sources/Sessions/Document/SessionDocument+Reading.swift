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
    var root = try Self.checkedRoot(bytes, path)
    let articles: RecordedArticles
    let versions: RecordedArticles
    do throws(FormatError) {
      let migratedFrom = try root.bringUpToDate()
      articles = try RecordedArticles(root, "articles", given: given)
      versions =
        root.has("versions")
        ? try RecordedArticles(root, "versions", given: given) : RecordedArticles()
      try self.init(root, articles, versions, migratedFrom)
    } catch {
      if case .brokenItem(let error) = error.problem {
        throw SessionError(path, .brokenJSON(error))
      }
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

  /// The document's root, where it is one of a session of a version that can be read.
  private static func checkedRoot(
    _ bytes: [UInt8], _ path: FilePath
  ) throws(SessionError) -> SessionRoot {
    let root: SessionRoot?
    do throws(JSONError) { root = try SessionRoot(bytes) } catch {
      throw SessionError(path, Self.isJSON(bytes) ? .brokenJSON(error) : .notASession)
    }
    guard let root, root.members["format"] == .string(format) else {
      throw SessionError(path, .notASession)
    }
    if case .integer(let found) = root.members["version"], found > version {
      throw SessionError(path, .newerVersion(found: found, supported: version))
    }
    return root
  }

  /// Without its operations where stories are missing: their spans could not be read.
  private init(
    _ root: SessionRoot, _ recorded: RecordedArticles, _ later: RecordedArticles,
    _ migratedFrom: Int?
  ) throws(FormatError) {
    let object = root.members
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
    operations = try decoder.operations(try root.items("operations"))
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
