package import FactStore
package import JSONText

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
