internal import ClaimModel
internal import FactStore

/// What a session knew of the sources that it names, before any story named them.
///
/// An operation that mentions "Agence France-Presse" gives AFP because a list of agencies says
/// so. That list grows from version to version; so a session keeps what it said, and replays the
/// same with any later one.
enum KnownSources {
  /// A catalogue that says of every name in `operations` what was recorded of it, also that
  /// nothing was known, and of other names what `current` says.
  static func catalogue(
    recorded: [Source], operations: [Operation], current: SourceCatalogue
  ) -> SourceCatalogue {
    let past = SourceCatalogue(recorded)
    let named = SourceCatalogue(
      names(in: operations).map { Source(name: $0, kind: .unknown) })
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
      case .attribute(_, let sources, _), .removeAttribution(_, let sources):
        names.formUnion(sources)
      case .annotateSource(let name, let mark):
        names.formUnion([name] + (mark.parent.map { [$0] } ?? []))
      case .addAliases(let name, _): names.insert(name)
      case .addSource(let source): if let parent = source.parent { names.insert(parent) }
      case .mergeSources(let into, let from): names.formUnion([into, from])
      case .addClaim(_, let claim), .editClaim(_, let claim):
        if let speaker = claim.speaker, speaker.kind != .person { names.insert(speaker.name) }
      default: break
      }
    }
    return names
  }
}
