internal import ClaimModel

extension FactStore {
  /// The ways from every article to its roots.
  package func provenance() -> ProvenanceMap { ProvenanceMap(self) }

  /// The agencies that an article names itself: in dateline and byline, else those that it cites.
  func directPaths(of record: ArticleRecord) -> [ProvenancePath] {
    guard let slot = slot(record.id) else { return [] }
    let article = record.article
    func path(_ place: Int, _ reason: ProvenanceReason) -> ProvenancePath {
      ProvenancePath(
        steps: [.init(article: record.id, reason: reason)],
        root: .source(registry.name(registry.standing(place))))
    }
    let datelined = article.dateline?.agencies ?? []
    let named = zip(article.agencies, slot.agencies).map { name, place in
      path(place, datelined.contains(name) ? .dateline : .byline)
    }
    let cited = named.isEmpty ? citedAgencies(slot).map { path($0.place, .cited($0.claim)) } : []
    var seen = Set<ProvenanceRoot>()
    return (named + cited).filter { seen.insert($0.root).inserted }
  }

  /// Agencies and outlets that claims of an article are said by, each with the first such claim.
  private func citedAgencies(_ slot: ArticleSlot) -> [(place: Int, claim: ClaimID)] {
    let isAgency = slot.speakers.map { place in
      registry.entry(place).map { $0.source.kind == .agency || $0.source.kind == .outlet } ?? false
    }
    guard isAgency.contains(true) else { return [] }
    var found = [(place: Int, claim: ClaimID)]()
    for index in slot.claims.indices {
      guard let speaker = slot.claims.speakerIndex(at: index), isAgency[speaker] else { continue }
      let number = slot.record.extractedIDs.lowerBound + index
      guard overlays[number] == nil || claimStands(number) else { continue }
      if !found.contains(where: { $0.place == slot.speakers[speaker] }) {
        found.append((slot.speakers[speaker], ClaimID(number)))
      }
    }
    return found
  }

  /// By their own dates where they have one, then by id.
  func oldest(of group: [ArticleID]) -> ArticleID? {
    group.min { a, b in
      let first = article(a)?.article.date
      let second = article(b)?.article.date
      if let first, let second, first != second { return first < second }
      return a < b
    }
  }

  /// The ways from a claim to its roots: what stands on the claim itself goes before what its
  /// article names.
  package func paths(of claim: ClaimRecord, in map: ProvenanceMap) -> [ProvenancePath] {
    let own = claim.attributions.filter { $0.role == .saidBy && isAgency($0.source) }
    let through = own.isEmpty ? claim.attributions.filter { $0.role == .reportedBy } : own
    let article = map.paths(of: claim.articleID)
    if !through.isEmpty {
      return through.map { attribution in
        let root = ProvenanceRoot.source(attribution.source)
        if attribution.givenBy == nil, attribution.role == .reportedBy,
          let path = article.first(where: { $0.root == root })
        {
          return path
        }
        let reason =
          attribution.givenBy.map { ProvenanceReason.attributed(claim.id, by: $0) }
          ?? .cited(claim.id)
        return ProvenancePath(
          steps: [.init(article: claim.articleID, reason: reason)], root: root)
      }
    }
    // No agency stands on it: somebody took those of the byline away, or there are none.
    let left = article.filter { path in
      switch path.steps.first?.reason {
      case .copy, .cited, .own: true
      default: false
      }
    }
    if !left.isEmpty { return left }
    return [
      ProvenancePath(
        steps: [.init(article: claim.articleID, reason: .own)], root: .article(claim.articleID))
    ]
  }

  private func isAgency(_ name: String) -> Bool {
    guard let kind = source(named: name)?.source.kind else { return false }
    return kind == .agency || kind == .outlet
  }
}
