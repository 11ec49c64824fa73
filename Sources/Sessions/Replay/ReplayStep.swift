package import FactStore

/// One operation of a session done again.
package struct ReplayStep: Sendable {
  package var number: Int
  package var operation: Operation
  /// What it did, or why it cannot be done.
  package var result: Result<OperationOutcome, OperationError>
  /// The state after it as recorded.
  package var expected: StateDigest
  /// The state that it led to.
  package var found: StateDigest

  /// Whether it was done and led to the recorded state.
  package var isSame: Bool {
    if case .failure = result { return false }
    return expected == found
  }
}
