package import ClaimModel

/// Sources that are known before any story names them: the world's wire agencies.
package struct SourceCatalogue: Sendable {
  /// The source with this name or alias, if it is known.
  package var source: @Sendable (String) -> Source?

  package init(source: @escaping @Sendable (String) -> Source?) { self.source = source }

  package static let empty = SourceCatalogue { _ in nil }

  /// A few sources by name and alias.
  package init(_ sources: [Source]) {
    var byName = [String: Source]()
    for source in sources {
      for name in [source.name] + source.aliases { byName[SourceName.key(name)] = source }
    }
    self.source = { [byName] in byName[SourceName.key($0)] }
  }
}
