/// What a source is.
package enum SourceKind: String, Sendable, Hashable, CaseIterable {
  case agency, person, organisation, government, outlet, document, unknown
}

/// How a claim came to a source.
package enum AttributionRole: String, Sendable, Hashable, CaseIterable {
  /// The source said it.
  case saidBy = "said-by"
  /// It reached the story through the source.
  case reportedBy = "reported-by"
}

/// An entry of the registry: somebody or something that claims come from.
package struct Source: Sendable, Hashable {
  /// The canonical name: "AFP".
  package var name: String
  package var kind: SourceKind
  /// Other names: "Agence France-Presse", "hãng tin AFP".
  package var aliases: [String]
  /// ISO 3166-1 alpha-2, where known.
  package var country: String?
  /// The canonical name of the source that it is a part of: a ministry's is its government.
  package var parent: String?
  package init(
    name: String, kind: SourceKind, aliases: [String] = [], country: String? = nil,
    parent: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.country = country
    self.parent = parent
  }
}
