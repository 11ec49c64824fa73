package import ClaimModel
package import Lexicons

/// Sources that are known before any story names them: the world's wire agencies.
package struct SourceCatalogue: Sendable {
  /// The source with this name or alias, if it is known.
  package var source: @Sendable (String) -> Source?

  package init(source: @escaping @Sendable (String) -> Source?) { self.source = source }

  /// The world's news agencies and outlets, by any of their names.
  package static let agencies = agencies(of: .shared)

  /// The agencies and outlets of a registry, by any of their names. The registry is made when the
  /// first name is looked for: a start without a story does not wait for it.
  package static func agencies(
    of registry: @escaping @Sendable @autoclosure () -> AgencyRegistry
  ) -> SourceCatalogue {
    SourceCatalogue { name in
      registry().entry(named: name).map { entry in
        Source(
          name: entry.name, kind: entry.kind == .agency ? .agency : .outlet,
          aliases: entry.aliases, country: entry.country)
      }
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

/// What the list of agencies said of a name when an operation was done: "Straitstimes" is the
/// Straits Times.
///
/// It is written down with the operation, so that doing it again asks no list: lists grow from
/// version to version, and each has its own idea of which spellings are one name.
package struct ResolvedName: Sendable, Hashable {
  /// As the operation has it.
  package var name: String
  /// The entry as the list had it then.
  package var source: Source

  package init(name: String, source: Source) {
    self.name = name
    self.source = source
  }
}

/// What is known of names that no source has yet, while one operation is done.
struct NameResolution: Sendable {
  /// By name; nil if the catalogue is to be asked.
  private var recorded: [String: Source]?
  /// Each name that was found, once, in the order of asking.
  private(set) var told: [ResolvedName] = []
  private var heard = Set<String>()

  init(recorded: [ResolvedName]? = nil) {
    self.recorded = recorded.map { names in
      Dictionary(names.map { ($0.name, $0.source) }) { first, _ in first }
    }
  }

  mutating func source(_ name: String, asking catalogue: SourceCatalogue) -> Source? {
    let found = if let recorded { recorded[name] } else { catalogue.source(name) }
    guard let found else { return nil }
    if heard.insert(name).inserted { told.append(ResolvedName(name: name, source: found)) }
    return found
  }
}
