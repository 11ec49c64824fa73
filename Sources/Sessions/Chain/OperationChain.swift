package import FactStore
internal import JSONText

/// Writes the operations of one session in order, each with its hash.
package struct OperationChain: Sendable {
  private var encoder: OperationEncoder
  private let carried: CarriedOver
  /// The hash of the last operation that was written.
  package private(set) var head = ChainHash.start

  /// For the first operation of a session whose articles are all known.
  init(spans: ArticleSpans, carrying carried: CarriedOver) {
    encoder = OperationEncoder(spans: spans)
    self.carried = carried
  }

  /// For the operations that follow those of a log.
  package init(after log: some Sequence<LoggedOperation>, carrying carried: CarriedOver) {
    self.init(spans: ArticleSpans(texts: []), carrying: carried)
    for logged in log {
      append(logged.operation.loadedArticles)
      _ = object(logged)
    }
  }

  /// Articles that operations have loaded so far.
  var articles: Int { encoder.places.articles }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) { encoder.append(loaded) }

  /// What was read with the operation and is not the store's goes back with it: members that
  /// this version does not know, and a digest or hash that was not right then.
  mutating func object(_ logged: LoggedOperation) -> JSONObject {
    let digest = carried.recordedDigests[logged.number] ?? logged.digest
    var object = encoder.object(
      logged.operation, number: logged.number, digest: digest.description)
    for member in carried.operationMembers[logged.number]?.members ?? [] {
      object.append(member.key, member.value)
    }
    head = carried.recordedHashes[logged.number] ?? head.next(object)
    object.append("hash", .string(head.description))
    return object
  }
}
