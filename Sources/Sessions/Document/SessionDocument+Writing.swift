internal import ClaimModel
package import FactStore
internal import JSONText

extension SessionDocument {
  /// The session file of a store: sorted keys, short lists on one line, a line break at the end.
  /// The same store gives the same bytes. `theo` is the version of the program.
  package static func bytes(
    of store: FactStore, carrying carried: CarriedOver = CarriedOver(),
    form: SessionForm = .whole, theo: String
  ) -> [UInt8] {
    let loaded = store.log.flatMap { $0.operation.loadedArticles }
    let (operations, head) = operations(store.log, of: loaded, carried)
    let end = SessionEnd(operations: operations.count, head: head)
    var root: JSONObject = [
      "format": .string(format), "theo": .string(theo), "version": .integer(version),
    ]
    // What was wrong stays wrong, so that it is told again.
    root.add("end", carried.recordedEnd.map(\.value) ?? end.json)
    root.add("state", carried.recordedState.map(\.value) ?? SessionState(store).json)
    if form != .whole { root.append("form", .string(form.rawValue)) }
    for member in carried.unknownMembers.members where !knownMembers.contains(member.key) {
      root.append(member.key, member.value)
    }
    let later = store.log.flatMap(\.operation.updates)
    var lists = [
      "articles": items(loaded.count) { article(loaded[$0], $0, form, carried) },
      "operations": items(operations.count) { operations[$0] },
    ]
    if !later.isEmpty {
      lists["versions"] = items(later.count) { version(later[$0], $0, form, carried) }
    }
    return writer.bytes(root, lists: lists) + [0x0A]
  }

  private static let writer = JSONWriter(pretty: true, sortsKeys: true, lineWidth: 120)

  /// Made and written on all cores, each to bytes of its own: there is never a tree of them all.
  private static func items(
    _ count: Int, _ make: @Sendable (Int) -> JSONObject
  ) -> [[UInt8]] {
    AllCores.map(Array(0..<count)) { writer.item(.object(make($0))) }
  }

  private static func article(
    _ article: LoadedArticle, _ index: Int, _ form: SessionForm, _ carried: CarriedOver
  ) -> JSONObject {
    let object = ArticleCodec.object(
      article, id: ArticleID(index + 1), sha256: carried.recordedArticleDigests[index + 1])
    return object.inForm(form, with: carried.articleMembers[index + 1])
  }

  /// The text of a later version; in the order of the operations.
  private static func version(
    _ update: StoryUpdate, _ index: Int, _ form: SessionForm, _ carried: CarriedOver
  ) -> JSONObject {
    update.json(sha256: carried.recordedVersionDigests[index + 1])
      .inForm(form, with: carried.versionMembers[index + 1])
  }

  private static func operations(
    _ log: [LoggedOperation], of loaded: [LoadedArticle], _ carried: CarriedOver
  ) -> (operations: [JSONObject], head: ChainHash) {
    var chain = OperationChain(
      spans: ArticleSpans(texts: loaded.map(\.article.text)), carrying: carried)
    let operations = log.map { chain.object($0) }
    return (operations, chain.head)
  }
}

extension JSONObject {
  /// An article as a form has it, with members that this version does not know.
  fileprivate func inForm(_ form: SessionForm, with unknown: JSONObject?) -> JSONObject {
    var object = form == .operations ? with(ArticleCodec.reference) : self
    for member in unknown?.members ?? [] { object.append(member.key, member.value) }
    return object
  }
}
