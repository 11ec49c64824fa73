internal import ClaimModel

extension FactStore {
  /// The attributions of a claim under an overlay: extracted ones that stand, then given ones.
  func attributions(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [ClaimAttribution] {
    let extracted = extractedSources(number, run, overlay).filter { !overlay.taken.contains($0) }
    return extracted.map {
      ClaimAttribution(source: registry.name($0.place), role: $0.role, givenBy: nil, time: nil)
    }
      + overlay.given.map {
        ClaimAttribution(
          source: registry.name($0.source.place), role: $0.source.role, givenBy: $0.user,
          time: $0.time)
      }
  }

  /// What the story itself says: the speaker, then the agencies; each once, after mergers.
  func extractedSources(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [SourceRole] {
    var sources = [SourceRole]()
    if let speaker = speakerPlace(number, run, overlay) {
      sources.append(SourceRole(place: registry.standing(speaker), role: .saidBy))
    }
    for agency in articleSlots[run.article].agencies {
      let source = SourceRole(place: registry.standing(agency), role: .reportedBy)
      if !sources.contains(source) { sources.append(source) }
    }
    return sources
  }

  /// The registry place of the claim's speaker, before mergers.
  private func speakerPlace(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> Int? {
    if let own = overlay.own { return own.speaker }
    let slot = articleSlots[run.article]
    guard run.isExtracted,
      let index = slot.claims.speakerIndex(at: number - run.ids.lowerBound)
    else { return nil }
    return slot.speakers[index]
  }
}
