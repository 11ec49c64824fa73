internal import ClaimModel
internal import FactStore

/// What a session knew of the sources that it names, before any story named them.
///
/// An operation that mentions "Agence France-Presse" gives AFP because a list of agencies says
/// so. That list grows from version to version; so a session keeps what it said, and replays the
/// same with any later one.
enum KnownSources {
  /// The catalogue's entries for all names in the store's operations, in order of name.
  static func named(in store: FactStore) -> [Source] {
    var known = [String: Source]()
    for name in names(in: store.log.map(\.operation)) {
      if let source = store.catalogue.source(name) { known[source.name] = source }
    }
    return known.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A catalogue that says of every name in `operations` what was recorded of it, also that
  /// nothing was known, and of other names what `current` says.
  static func catalogue(
    recorded: [Source], operations: [RecordedOperation], current: SourceCatalogue
  ) -> SourceCatalogue {
    let past = SourceCatalogue(recorded)
    let named = SourceCatalogue(
      names(in: operations.map(\.operation)).map { Source(name: $0, kind: .unknown) })
    return SourceCatalogue { name in
      past.source(name) ?? (named.source(name) == nil ? current.source(name) : nil)
    }
  }

  /// The names that operations look up: all but those of persons.
  private static func names(in operations: [Operation]) -> Set<String> {
    var names = Set<String>()
    for operation in operations {
      switch operation.action {
      case .load(let articles):
        for loaded in articles {
          names.formUnion(loaded.article.agencies)
          names.formUnion(loaded.claims.speakers.lazy.filter { $0.kind != .person }.map(\.name))
        }
      case .attribute(_, let sources, _): names.formUnion(sources)
      case .addClaim(_, let claim), .editClaim(_, let claim):
        if let speaker = claim.speaker, speaker.kind != .person { names.insert(speaker.name) }
      default: break
      }
    }
    return names
  }
}
