package import JSONText

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
