internal import ClaimModel

/// Claims by who said them, and through whom they came: by any of their hops, or, where none is a
/// newsroom, by byline and dateline.
extension Evaluator {
  /// Claims of a role's sources that satisfy `test`; nil for either role, byline and dateline
  /// among them always. `isNamed` is asked for hops that are no sources.
  func attributed(
    _ role: AttributionRole?, named isNamed: (String) -> Bool = { _ in false },
    where test: (SourceEntry) -> Bool
  ) -> ClaimSet {
    let matches = store.registry.states.indices.map { place in
      store.registry.entry(place).map(test) ?? false
    }
    return attributed(role, to: matches, named: isNamed)
  }

  /// The same of sources whose name or alias has the pattern's words.
  func attributed(_ role: AttributionRole?, to pattern: TextPattern) -> ClaimSet {
    let named = store.registry.places(matching: pattern)
    var matches = [Bool](repeating: false, count: store.registry.states.count)
    for place in named { matches[place] = true }
    for (place, state) in store.registry.states.enumerated() {
      if case .merged = state { matches[place] = named.contains(store.registry.standing(place)) }
    }
    return attributed(role, to: matches, named: pattern.matches)
  }

  /// The same of the registry places that `matches` holds true for.
  func attributed(
    _ role: AttributionRole?, to matches: [Bool], named isNamed: (String) -> Bool = { _ in false }
  ) -> ClaimSet {
    var found = empty
    for words in store.claimWords {
      let sources = words.sources
      if role != .saidBy {
        sources.insertReported(by: matches, first: words.first, into: &found)
        if role != nil { words.hops.removeWithNewsrooms(first: words.first, from: &found) }
        words.hops.insert(through: matches, named: isNamed, first: words.first, into: &found)
      }
      if role != .reportedBy { sources.insertSaid(by: matches, first: words.first, into: &found) }
    }
    for (number, overlay) in looked {
      guard let run = store.run(of: number), store.standing[run.article] else { continue }
      let isSaid = role != .reportedBy && isAttributed(number, run, overlay, .saidBy, matches)
      let isPassed =
        role != .saidBy && isPassed(number, run, overlay, role == nil, matches, isNamed)
      found.set(number, isSaid || isPassed)
    }
    return found
  }

  /// Claims that are not as the indices have them: people changed something about them, or their
  /// stories have other agencies with later versions.
  private var looked: [(number: Int, overlay: ClaimOverlay)] {
    var found = store.overlays.map { (number: $0.key, overlay: $0.value) }
    for record in store.revisedStories {
      for number in record.extractedIDs where store.overlays[number] == nil {
        found.append((number, .none))
      }
    }
    return found
  }

  private func isAttributed(
    _ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay, _ role: AttributionRole,
    _ matches: [Bool]
  ) -> Bool {
    let extracted = store.extractedSources(number, run, overlay)
    let sources = extracted.filter { !overlay.taken.contains($0) } + overlay.given.map(\.source)
    return sources.contains { $0.role == role && matches[$0.place] }
  }

  private func isPassed(
    _ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay, _ isEitherRole: Bool,
    _ matches: [Bool], _ isNamed: (String) -> Bool
  ) -> Bool {
    let hops = store.hops(number, run, overlay)
    if hops.contains(where: { hop in
      hop.places.isEmpty ? isNamed(hop.name) : hop.places.contains { matches[$0] }
    }) {
      return true
    }
    if overlay.given.contains(where: { $0.source.role == .reportedBy && matches[$0.source.place] })
    {
      return true
    }
    return (isEitherRole || !hops.contains(where: \.isNewsroom))
      && isAttributed(number, run, overlay, .reportedBy, matches)
  }

  /// Claims that came through a newsroom: one of their own, or that of their story.
  func carried() -> ClaimSet {
    var found = empty
    let all = store.registry.states.map { _ in true }
    for words in store.claimWords {
      words.sources.insertReported(by: all, first: words.first, into: &found)
      words.hops.insertWithNewsrooms(first: words.first, into: &found)
    }
    for (number, overlay) in looked {
      guard let run = store.run(of: number), store.standing[run.article] else { continue }
      found.set(number, !store.via(number, run, overlay).isEmpty)
    }
    return found
  }
}
