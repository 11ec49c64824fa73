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
    var object: JSONObject = [
      "articles": .array(articles(loaded, form, carried)),
      "format": .string(format),
      "operations": .array(operations),
      "theo": .string(theo),
      "version": .integer(version),
    ]
    object.add("versions", list: versions(store.log, form, carried))
    // What was wrong stays wrong, so that it is told again.
    object.add("end", carried.recordedEnd.map(\.value) ?? end.json)
    object.add("state", carried.recordedState.map(\.value) ?? SessionState(store).json)
    if form != .whole { object.append("form", .string(form.rawValue)) }
    for member in carried.unknownMembers.members where !knownMembers.contains(member.key) {
      object.append(member.key, member.value)
    }
    let writer = JSONWriter(pretty: true, sortsKeys: true, lineWidth: 120)
    return writer.bytes(.object(object)) + [0x0A]
  }

  private static func articles(
    _ loaded: [LoadedArticle], _ form: SessionForm, _ carried: CarriedOver
  ) -> [JSONValue] {
    loaded.enumerated().map { index, article in
      var object = ArticleCodec.object(
        article, id: ArticleID(index + 1), sha256: carried.recordedArticleDigests[index + 1])
      if form == .operations { object = object.with(ArticleCodec.reference) }
      for member in carried.articleMembers[index + 1]?.members ?? [] {
        object.append(member.key, member.value)
      }
      return .object(object)
    }
  }

  /// The texts of later versions, in the order of the operations.
  private static func versions(
    _ log: [LoggedOperation], _ form: SessionForm, _ carried: CarriedOver
  ) -> [JSONValue] {
    log.flatMap(\.operation.updates).enumerated().map { index, update in
      var object = update.json(sha256: carried.recordedVersionDigests[index + 1])
      if form == .operations { object = object.with(ArticleCodec.reference) }
      for member in carried.versionMembers[index + 1]?.members ?? [] {
        object.append(member.key, member.value)
      }
      return .object(object)
    }
  }

  private static func operations(
    _ log: [LoggedOperation], of loaded: [LoadedArticle], _ carried: CarriedOver
  ) -> (operations: [JSONValue], head: ChainHash) {
    var chain = OperationChain(
      spans: ArticleSpans(texts: loaded.map(\.article.text)), carrying: carried)
    let operations = log.map { JSONValue.object(chain.object($0)) }
    return (operations, chain.head)
  }
}
