internal import ClaimModel

/// A hop as the store knows it.
struct KnownHop {
  var name: String
  /// Registry places after mergers: several of a joined name, none of what is no source.
  var places: [Int]
  var isNewsroom: Bool
}

extension FactStore {
  /// The hops of a claim, from the fact outwards, less those that somebody took away.
  func hops(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [KnownHop] {
    foundHops(number, run, overlay).compactMap { hop in
      guard !hop.places.isEmpty else { return hop }
      var hop = hop
      hop.places.removeAll { overlay.taken.contains(SourceRole(place: $0, role: .reportedBy)) }
      return hop.places.isEmpty ? nil : hop
    }
  }

  private func foundHops(
    _ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay
  ) -> [KnownHop] {
    if let own = overlay.own {
      return zip(own.claim.hops, own.hops).map { known($0.name, $1, $0.kind) }
    }
    guard run.isExtracted else { return [] }
    let slot = articleSlots[run.article]
    let names = slot.claims.hopNames
    var found = [KnownHop]()
    slot.claims.forEachHop(at: number - run.ids.lowerBound) { name, kind in
      found.append(known(names[name], slot.hops[name], kind))
    }
    return found
  }

  private func known(_ name: String, _ places: [Int], _ kind: Hop.Kind) -> KnownHop {
    KnownHop(name: name, places: places.map(registry.standing), isNewsroom: kind.isNewsroom)
  }

  /// The claim without the hops that somebody took away.
  func standingClaim(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> Claim {
    var claim = claim(number, run, overlay)
    guard !overlay.taken.isEmpty, !claim.hops.isEmpty else { return claim }
    let left = hops(number, run, overlay).map(\.name)
    claim.hops.removeAll { !left.contains($0.name) }
    return claim
  }

  /// What the story itself says, as far as people can take it away: speaker, agencies, newsrooms
  /// among the hops.
  func foundSources(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [SourceRole] {
    var sources = extractedSources(number, run, overlay)
    for hop in foundHops(number, run, overlay) where hop.isNewsroom {
      for place in hop.places {
        let source = SourceRole(place: place, role: .reportedBy)
        if !sources.contains(source) { sources.append(source) }
      }
    }
    return sources
  }

  /// Through whom a claim came, by canonical names.
  func via(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [String] {
    let given = overlay.given.map(\.source).filter { $0.role == .reportedBy }.map(\.place)
    let hops = hops(number, run, overlay)
    guard hops.contains(where: \.isNewsroom) else {
      let extracted = extractedSources(number, run, overlay).filter {
        $0.role == .reportedBy && !overlay.taken.contains($0)
      }
      return distinct((extracted.map(\.place) + given).map(registry.name))
    }
    let carriers = hops[0].isNewsroom ? hops[...] : hops.dropFirst()
    let names = carriers.flatMap { $0.places.isEmpty ? [$0.name] : $0.places.map(registry.name) }
    return distinct(given.map(registry.name) + names)
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}
