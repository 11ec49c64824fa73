/// An operation that was applied.
package struct LoggedOperation: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case stands
    /// An undo took it back; a redo makes it stand again.
    case undone
  }

  /// From 1, in order.
  package var number: Int
  package var operation: Operation
  /// The state that it led to.
  package var digest: StateDigest
  /// Undo and redo always stand.
  package internal(set) var status: Status
}
