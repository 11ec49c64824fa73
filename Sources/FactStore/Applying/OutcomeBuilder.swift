internal import ClaimModel

/// Words what a delta changed: compares what it would bring back with what stands.
struct OutcomeBuilder {
  private(set) var articles: [ArticleChange] = []
  private(set) var claims: [ClaimChange] = []
  private(set) var sources: [SourceChange] = []
  private(set) var queries: [QueryChange] = []

  init() {}

  /// `inverse` takes back what was just done; of several values of one entity the first counts.
  mutating func add(_ inverse: Delta, in store: FactStore) {
    var seenClaims = Set<Int>()
    var seenSources = Set<Int>()
    var seenQueries = Set<String>()
    var seenStories = Set<Int>()
    let revised = Self.revised(inverse, in: store)
    for change in inverse.changes {
      switch change {
      case .article(let place, let stood):
        let record = store.articleSlots[place].record
        articles.append(
          ArticleChange(
            id: record.id, stands: !stood, claims: record.extractedIDs,
            listed: record.listedCount))
      case .slot(let place, let before):
        guard seenStories.insert(place).inserted else { continue }
        let record = store.articleSlots[place].record
        let versions = (before.record.version, record.version)
        let differences =
          (versions.0 == versions.1 ? [] : [.version(from: versions.0, to: versions.1)])
          + record.article.differences(from: before.record.article)
        articles.append(
          ArticleChange(
            id: record.id, stands: true, claims: record.extractedIDs, differences: differences))
      case .claim(let number, let before):
        if seenClaims.insert(number).inserted { addClaim(number, before, revised, store) }
      case .source(let place, let before):
        if seenSources.insert(place).inserted { addSource(place, before, store) }
      case .query(let name, let before):
        guard seenQueries.insert(name).inserted else { continue }
        queries.append(
          QueryChange(name: name, before: before?.text, after: store.queries[name]?.text))
      }
    }
  }

  /// Places of the stories that became other versions.
  private static func revised(_ inverse: Delta, in store: FactStore) -> Set<Int> {
    inverse.changes.reduce(into: []) { places, change in
      if case .slot(let place, let before) = change,
        before.record.version != store.articleSlots[place].record.version
      {
        places.insert(place)
      }
    }
  }

  private mutating func addClaim(
    _ number: Int, _ before: ClaimOverlay?, _ revised: Set<Int>, _ store: FactStore
  ) {
    guard let run = store.run(of: number) else { return }
    let pair = OverlayPair(before: before, after: store.overlays[number])
    let differences = store.differences(
      number, run, pair, isMoved: revised.contains(run.article))
    if differences.isEmpty, revised.contains(run.article) { return }
    claims.append(ClaimChange(id: ClaimID(number), differences: differences))
  }

  private mutating func addSource(
    _ place: Int, _ before: SourceState, _ store: FactStore
  ) {
    let after = store.registry.states[place]
    switch (before, after) {
    case (.live(let old), .live(let new)):
      sources.append(SourceChange(name: new.source.name, differences: new.differences(from: old)))
    case (.live(let old), .merged(let into)):
      let differences = [SourceDifference.merged(into: store.registry.name(into))]
      sources.append(SourceChange(name: old.source.name, differences: differences))
    case (.live(let old), .absent):
      let lost = store.asFirstMet(old).differences(from: old)
      sources.append(SourceChange(name: old.source.name, differences: [.removed] + lost))
    case (.merged, .live(let new)):
      sources.append(SourceChange(name: new.source.name, differences: [.split]))
    case (.absent, .live(let new)):
      let gained = new.differences(from: store.asFirstMet(new))
      sources.append(SourceChange(name: new.source.name, differences: [.added] + gained))
    default: break
    }
  }
}

extension FactStore {
  /// A source as it is before people say anything of it: what is more was said by the operation
  /// that brought it, as in grading an agency that no story names yet.
  fileprivate func asFirstMet(_ entry: SourceEntry) -> SourceEntry {
    guard var known = catalogue.source(entry.source.name) else {
      return SourceEntry(source: entry.source)
    }
    // Names that another source had already were left out.
    known.aliases.removeAll { !entry.source.aliases.contains($0) }
    return SourceEntry(source: known)
  }
}
