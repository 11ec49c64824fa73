package import ClaimModel

/// A query under a name of its own: `@name` stands for it.
package struct SavedQuery: Sendable, Hashable {
  package var name: String
  /// As typed.
  package var text: String
  package var user: String
  package var time: Timestamp
}
