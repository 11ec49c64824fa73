package import FactStore
package import JSONText

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
  var articles: Int { encoder.articles }

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

/// The last link of the chain, in the root of the document: how many operations there are, and
/// the hash of the last one. It has a hash of its own, chained to that one, so that nobody cuts
/// operations off without making a hash anew.
///
/// `{"hash": …, "head": …, "operations": 6}`; `hash` is that of the object without it behind the
/// last operation, as operations have theirs.
struct SessionEnd: Hashable {
  private let operations: Int
  private let head: ChainHash

  init(operations: Int, head: ChainHash) {
    self.operations = operations
    self.head = head
  }

  var json: JSONValue {
    var object: JSONObject = [
      "head": .string(head.description), "operations": .integer(operations),
    ]
    object.append("hash", .string(head.next(object).description))
    return .object(object)
  }
}

/// A member of the root as a file has it where it is not what it should be; without a value
/// where it is missing.
package struct RecordedMember: Sendable, Hashable {
  package var value: JSONValue?
}
