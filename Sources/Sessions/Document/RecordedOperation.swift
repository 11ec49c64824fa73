package import FactStore

/// An operation as a session file has it.
package struct RecordedOperation: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var operation: Operation
  /// The state after it, as recorded.
  package var digest: StateDigest

  package init(number: Int, operation: Operation, digest: StateDigest) {
    self.number = number
    self.operation = operation
    self.digest = digest
  }
}
