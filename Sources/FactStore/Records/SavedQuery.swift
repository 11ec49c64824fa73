package import ClaimModel

/// A query under a name of its own: `@name` stands for it.
package struct SavedQuery: Sendable, Hashable {
  package var name: String
  /// As typed.
  package var text: String
  package var user: String
  package var time: Timestamp
}

extension FactStore {
  /// The saved queries, by name.
  package var savedQueries: [SavedQuery] { queries.values.sorted { $0.name < $1.name } }

  /// What `@name` stands for in this store.
  package var savedQueryTexts: SavedQueryTexts { SavedQueryTexts(queries.mapValues(\.text)) }
}
