internal import ClaimModel

extension FactStore {
  mutating func add(_ source: Source, _ delta: inout Delta) throws(OperationError) {
    var tidied = try tidied(source)
    if let parent = source.parent {
      let place = try place(of: parent, &delta)
      tidied.parent = registry.name(place)
    }
    if registry.place(exactly: tidied.name) != nil { throw .sourceExists(source.name) }
    for alias in tidied.aliases {
      if let place = registry.place(exactly: alias) {
        throw .aliasTaken(alias, by: registry.name(place))
      }
    }
    _ = enter(tidied, &delta)
  }

  /// The canonical name of a source that the one at a place can be a part of.
  mutating func parent(
    _ name: String, of place: Int, _ delta: inout Delta
  ) throws(OperationError) -> String {
    let parent = try self.place(of: name, &delta)
    guard !registry.isPart(parent, of: place) else { throw .ownParent(registry.name(place)) }
    return registry.name(parent)
  }

  private func tidied(_ source: Source) throws(OperationError) -> Source {
    var tidied = source
    tidied.name = SourceName.tidy(source.name)
    tidied.aliases = source.aliases.map { SourceName.tidy($0) }
    guard tidied.names.allSatisfy({ !SourceName.key($0).isEmpty }) else {
      throw .emptySourceName
    }
    return tidied
  }

  mutating func addAliases(
    _ aliases: [String], to name: String, _ delta: inout Delta
  ) throws(OperationError) {
    let place = try place(of: name, &delta)
    guard !aliases.isEmpty else { throw .nothingSelected }
    guard let old = registry.entry(place) else { return }
    var entry = old
    for alias in aliases {
      guard !SourceName.key(alias).isEmpty else { throw .emptySourceName }
      if let other = registry.place(exactly: alias), other != place {
        throw .aliasTaken(alias, by: registry.name(other))
      }
    }
    var known = Set(entry.source.names.map { SourceName.key($0) })
    for alias in aliases where known.insert(SourceName.key(alias)).inserted {
      entry.source.aliases.append(SourceName.tidy(alias))
    }
    if entry != old { set(.source(place, .live(entry)), &delta) }
  }

  /// The place of a source that must be there, or at least in the catalogue.
  mutating func place(of name: String, _ delta: inout Delta) throws(OperationError) -> Int {
    if !SourceName.key(name).isEmpty, registry.place(named: name) == nil,
      let place = cataloguedPlace(of: name, &delta)
    {
      return place
    }
    return try place(of: name)
  }

  /// The place of a source that must be there.
  func place(of name: String) throws(OperationError) -> Int {
    guard !SourceName.key(name).isEmpty else { throw .emptySourceName }
    guard let place = registry.place(named: name) else {
      throw .noSuchSource(name, nearest: nearestSources(to: name))
    }
    return place
  }
}
