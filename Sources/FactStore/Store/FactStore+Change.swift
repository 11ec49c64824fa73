internal import ClaimModel

extension FactStore {
  /// Sets an entity, keeping digest and counts in step, and notes the inverse in `delta`.
  mutating func set(_ change: Change, _ delta: inout Delta) {
    delta.changes.append(exchange(change))
  }

  /// Exchanges all of `delta` with what stands; the result takes that back.
  mutating func exchange(_ delta: Delta) -> Delta {
    var inverse = Delta()
    for change in delta.changes.reversed() { set(change, &inverse) }
    return inverse
  }

  private mutating func exchange(_ change: Change) -> Change {
    switch change {
    case .article(let place, let stands):
      setArticle(place, stands: stands)
      return .article(place, stands: !stands)
    case .slot(let place, let slot): return .slot(place, setSlot(place, slot))
    case .claim(let number, let overlay):
      return .claim(number, setOverlay(number, overlay))
    case .source(let place, let state):
      return .source(place, setSource(place, state))
    case .query(let name, let query): return .query(name, setQuery(name, query))
    }
  }

  private mutating func setArticle(_ place: Int, stands: Bool) {
    guard standing[place] != stands else { return }
    standing[place] = stands
    let slot = articleSlots[place]
    if stands { digest.add(slot.digest) } else { digest.remove(slot.digest) }
    let carriers = slot.claims.carrierCount
    tally.count(slot.claims.count - carriers, as: .unchecked, adding: stands)
    carrierCount += stands ? carriers : -carriers
    for number in overlaidClaims(of: place) {
      guard let run = run(of: number) else { continue }
      // Counted above as it was found.
      count(number, run, nil, adding: !stands)
      count(number, run, overlays[number], adding: stands)
    }
  }

  /// Counts one claim under this overlay, if it stands.
  private mutating func count(
    _ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay?, adding: Bool
  ) {
    guard ClaimOverlay.stands(overlay, isExtracted: run.isExtracted) else { return }
    if isCarrier(number, run, overlay) {
      carrierCount += adding ? 1 : -1
    } else {
      tally.count(
        1, as: overlay?.verdict ?? .unchecked, isDisputed: overlay?.isDisputed ?? false,
        adding: adding)
    }
  }

  /// Numbers of an article's claims that people changed something about.
  private func overlaidClaims(of place: Int) -> [Int] {
    let ids = articleSlots[place].record.extractedIDs
    let found =
      overlays.count < ids.count
      ? overlays.keys.filter(ids.contains) : ids.filter { overlays[$0] != nil }
    return found + (addedClaims[place] ?? [])
  }

  private mutating func setSlot(_ place: Int, _ slot: ArticleSlot) -> ArticleSlot {
    let old = articleSlots[place]
    if standing[place] {
      digest.remove(old.digest)
      digest.add(slot.digest)
    }
    articleSlots[place] = slot
    return old
  }

  private mutating func setOverlay(_ number: Int, _ overlay: ClaimOverlay?) -> ClaimOverlay? {
    let old = overlays[number]
    let new = overlay == ClaimOverlay.none ? nil : overlay
    // The claims of a story that was dropped are not counted.
    if let run = run(of: number), standing[run.article] {
      count(number, run, old, adding: false)
      count(number, run, new, adding: true)
    }
    if let old { digest.remove(claimDigest(number, old)) }
    if let new { digest.add(claimDigest(number, new)) }
    overlays[number] = new
    return old
  }

  private func claimDigest(_ number: Int, _ overlay: ClaimOverlay) -> StateDigest {
    StateDigest(ofClaim: number, overlay) { registry.name($0) }
  }

  private mutating func setQuery(_ name: String, _ query: SavedQuery?) -> SavedQuery? {
    let old = queries[name]
    if let old { digest.remove(StateDigest(of: old)) }
    if let query { digest.add(StateDigest(of: query)) }
    queries[name] = query
    return old
  }

  private mutating func setSource(_ place: Int, _ state: SourceState) -> SourceState {
    let old = registry.set(place, state)
    if case .live(let entry) = old { digest.remove(StateDigest(of: entry)) }
    if case .live(let entry) = state { digest.add(StateDigest(of: entry)) }
    return old
  }
}
