internal import ClaimModel

/// The five ways in which a criterion finds its claims.
extension Evaluator {
  /// All claims of the articles that satisfy `test`.
  func articles(where test: (ArticleRecord) -> Bool) -> ClaimSet {
    var found = empty
    for (place, slot) in store.articleSlots.enumerated()
    where store.standing[place] && test(slot.record) {
      found.insert(slot.record.extractedIDs)
      for number in store.addedClaims[place] ?? [] { found.insert(number) }
    }
    return found
  }

  /// Claims whose row satisfies `test`; an edited claim is tested as edited.
  func rows(where test: (PackedClaims, Int) -> Bool) -> ClaimSet {
    var found = empty
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      let claims = slot.claims
      let first = slot.record.extractedIDs.lowerBound
      for index in claims.indices where test(claims, index) { found.insert(first + index) }
    }
    for (number, overlay) in store.overlays {
      guard let own = overlay.own else { continue }
      found.set(number, test(PackedClaims(CollectionOfOne(own.claim)), 0))
    }
    return found
  }

  /// Claims by what people changed; `test` of no overlay holds for all that nobody touched.
  func overlaid(where test: (ClaimOverlay) -> Bool) -> ClaimSet {
    var found = test(.none) ? standing : empty
    for (number, overlay) in store.overlays { found.set(number, test(overlay)) }
    return found
  }

  /// Claims attributed in a role to a source that satisfies `test`; nil for either role.
  func attributed(_ role: AttributionRole?, where test: (SourceEntry) -> Bool) -> ClaimSet {
    let matches = store.registry.states.indices.map { place in
      store.registry.entry(place).map(test) ?? false
    }
    return attributed(role, to: matches)
  }

  /// Claims attributed in a role to a source whose name or alias has the pattern's words.
  func attributed(_ role: AttributionRole?, to pattern: TextPattern) -> ClaimSet {
    let named = store.registry.places(matching: pattern)
    let matches = store.registry.states.indices.map { named.contains(store.registry.standing($0)) }
    return attributed(role, to: matches)
  }

  /// Claims attributed in a role to one of the registry places that `matches` holds true for.
  func attributed(_ role: AttributionRole?, to matches: [Bool]) -> ClaimSet {
    var found = empty
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      insertAttributed(slot, role, matches, &found)
    }
    for (number, overlay) in store.overlays {
      guard let run = store.run(of: number), store.standing[run.article] else { continue }
      let extracted = store.extractedSources(number, run, overlay)
      let sources = extracted.filter { !overlay.taken.contains($0) } + overlay.given.map(\.source)
      found.set(number, sources.contains { (role ?? $0.role) == $0.role && matches[$0.place] })
    }
    return found
  }

  private func insertAttributed(
    _ slot: ArticleSlot, _ role: AttributionRole?, _ matches: [Bool], _ found: inout ClaimSet
  ) {
    let ids = slot.record.extractedIDs
    if role != .saidBy, slot.agencies.contains(where: { matches[$0] }) {
      return found.insert(ids)
    }
    guard role != .reportedBy, slot.speakers.contains(where: { matches[$0] }) else { return }
    for index in slot.claims.indices {
      guard let speaker = slot.claims.speakerIndex(at: index), matches[slot.speakers[speaker]]
      else { continue }
      found.insert(ids.lowerBound + index)
    }
  }

  /// Claims with the pattern's words in one of their parts.
  func words(_ pattern: TextPattern, in parts: ClaimPart) -> ClaimSet {
    var found = empty
    for words in store.claimWords {
      words.arena(pattern.spelling).search(pattern, in: parts) { found.insert(words.first + $0) }
    }
    for (number, overlay) in store.overlays where overlay.own != nil {
      found.set(number, ownWords(number, overlay, have: pattern, in: parts))
    }
    return found
  }

  private func ownWords(
    _ number: Int, _ overlay: ClaimOverlay, have pattern: TextPattern, in parts: ClaimPart
  ) -> Bool {
    guard let own = overlay.own, let run = store.run(of: number) else { return false }
    var record = store.articleSlots[run.article].record
    record.extracted = PackedClaims(CollectionOfOne(own.claim))
    var isFound = false
    ClaimWords.Arena([record], pattern.spelling).search(pattern, in: parts) { _ in isFound = true }
    return isFound
  }
}
