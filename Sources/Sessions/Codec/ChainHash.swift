internal import Digests
package import FactStore
package import JSONText

/// The hash of an operation, chained to the one before: whoever changes, adds or takes away an
/// operation has to make all hashes from there on anew, the last one with them.
///
/// It is the SHA-256 of three things: the 64 digits of the hash before (zeros before the first),
/// a line break, and the operation's object without its `hash`, as JSON without blanks and with
/// sorted keys. Time, user and the digest of the state after the operation are in that object.
package struct ChainHash: Sendable, Hashable, CustomStringConvertible {
  /// 64 hexadecimal digits, lower case.
  package let description: String

  /// What the first operation is chained to.
  package static let start = ChainHash(String(repeating: "0", count: 64))

  private init(_ digits: String) { description = digits }

  /// What `description` gives; nil for anything else.
  package init?(parsing text: String) {
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.utf8.count == 64, text.utf8.allSatisfy(isDigit) else { return nil }
    description = text
  }

  /// The hash of the operation that follows.
  func next(_ operation: JSONObject) -> ChainHash {
    var operation = operation
    operation["hash"] = nil
    var bytes = Array(description.utf8)
    bytes.append(0x0A)
    JSONWriter.forHashes.write(.object(operation), level: 0, into: &bytes)
    return ChainHash(SHA256.digest(bytes).hexadecimal)
  }
}

/// An operation as a session file has it.
package struct RecordedOperation: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var operation: Operation
  /// The state after it, as recorded.
  package var digest: StateDigest
  /// As recorded.
  package var hash: ChainHash
  /// Whether the recorded hash is that of this operation behind the one before.
  package var isChained: Bool
  /// Members that this version does not know; they are written again.
  package var unknownMembers: JSONObject
}
