package import ClaimModel
internal import Lexicons

/// Sources that are known before any story names them: the world's wire agencies.
package struct SourceCatalogue: Sendable {
  /// The source with this name or alias, if it is known.
  package var source: @Sendable (String) -> Source?

  package init(source: @escaping @Sendable (String) -> Source?) { self.source = source }

  /// The world's news agencies and outlets, by any of their names.
  package static let agencies = SourceCatalogue { name in
    AgencyRegistry.shared.entry(named: name).map { entry in
      Source(
        name: entry.name, kind: entry.kind == .agency ? .agency : .outlet, aliases: entry.aliases,
        country: entry.country)
    }
  }

  package static let empty = SourceCatalogue { _ in nil }

  /// Just these sources, by any spelling by which the list of agencies would have found them:
  /// "Straitstimes" finds the Straits Times.
  package init(recalling sources: [Source]) {
    let registry = AgencyRegistry(
      entries: sources.map { source in
        AgencyEntry(
          name: source.name, kind: .agency, country: source.country, aliases: source.aliases)
      })
    let byName = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
    source = { name in registry.entry(named: name).flatMap { byName[$0.name] } }
  }

  /// Just these sources, by name and alias.
  package init(_ sources: [Source]) {
    var byName = [String: Source]()
    for source in sources {
      for name in [source.name] + source.aliases { byName[SourceName.key(name)] = source }
    }
    self.source = { [byName] in byName[SourceName.key($0)] }
  }
}
