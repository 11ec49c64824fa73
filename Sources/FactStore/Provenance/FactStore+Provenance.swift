internal import ClaimModel

extension FactStore {
  /// The ways from every article to its roots.
  package func provenance() -> ProvenanceMap { ProvenanceMap(self) {} }

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

  /// Newsrooms that listed claims of an article came through first, or are said by, each with the
  /// first such claim.
  private func citedAgencies(_ slot: ArticleSlot) -> [(place: Int, claim: ClaimID)] {
    let isAgency = slot.speakers.map { place in
      registry.entry(place)?.source.kind.isNewsroom ?? false
    }
    guard isAgency.contains(true) || !slot.hops.isEmpty else { return [] }
    var found = [(place: Int, claim: ClaimID)]()
    for index in slot.claims.indices {
      let number = slot.record.extractedIDs.lowerBound + index
      let speaker = slot.claims.speakerIndex(at: index)
      guard slot.claims.hasNewsroom(at: index) || speaker.map({ isAgency[$0] }) ?? false,
        isListed(number)
      else { continue }
      for place in newsrooms(slot, index, isAgency)
      where !found.contains(where: { $0.place == place }) {
        found.append((place, ClaimID(number)))
      }
    }
    return found
  }

  private func newsrooms(_ slot: ArticleSlot, _ index: Int, _ isAgency: [Bool]) -> [Int] {
    var places = [Int]()
    slot.claims.forEachHop(at: index) { name, kind in
      if places.isEmpty, kind.isNewsroom { places = slot.hops[name] }
    }
    guard places.isEmpty, slot.claims.hopCount(at: index) == 0,
      let speaker = slot.claims.speakerIndex(at: index), isAgency[speaker]
    else { return places }
    return [slot.speakers[speaker]]
  }
}

extension SourceKind {
  /// Whether claims come through it, not from it.
  var isNewsroom: Bool { self == .agency || self == .outlet }
}
