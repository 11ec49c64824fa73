internal import ClaimModel

/// How many claims came through a source, and what they were found to be.
package struct SourceSummary: Sendable, Hashable {
  package var source: SourceRecord
  /// Claims that it said.
  package var said = 0
  /// Claims that it reported.
  package var reported = 0
  /// Claims that passed through it on their way into the story, and that it did not say.
  package var passed = 0
  /// Verdicts of the claims that it said, reported or passed on, each once.
  package var verdicts = VerdictTally()
}

extension FactStore {
  /// All sources with the number of their claims, in order of entry.
  ///
  /// Costs the distinct speakers and agencies of the articles and what people changed, not the
  /// number of claims.
  package var sourceSummaries: [SourceSummary] {
    var counter = SourceCounter(places: registry.states.count)
    for (place, slot) in articleSlots.enumerated() where standing[place] {
      counter.count(slot, in: registry)
    }
    for (number, overlay) in overlays { correct(number, overlay, &counter) }
    let gone = sourcesOfDroppedStories
    return registry.states.indices.compactMap { place in
      guard case .live(let entry) = registry.states[place] else { return nil }
      let isUnheard = counter.claims(of: place) == 0
      if isUnheard, entry.marks.isEmpty, gone.contains(place) { return nil }
      return SourceSummary(
        source: SourceRecord(entry), said: counter.said[place],
        reported: counter.reported[place], passed: counter.passed[place],
        verdicts: counter.verdicts[place])
    }
  }

  /// Places of what only stories brought that were dropped since; what people did with a source
  /// keeps it.
  private var sourcesOfDroppedStories: Set<Int> {
    var places = Set<Int>()
    for (place, slot) in articleSlots.enumerated() where !standing[place] {
      places.formUnion((slot.speakers + slot.agencies).map(registry.standing))
      places.formUnion(slot.hops.joined().map(registry.standing))
      for number in addedClaims[place] ?? [] {
        if let speaker = overlays[number]?.own?.speaker {
          places.insert(registry.standing(speaker))
        }
      }
    }
    guard !places.isEmpty else { return [] }
    for logged in log where logged.status == .stands {
      for name in logged.operation.action.handledSources {
        if let place = registry.place(named: name) { places.remove(place) }
      }
    }
    return places
  }

  /// Counts a claim as it is now in the place of as extracted.
  private func correct(_ number: Int, _ overlay: ClaimOverlay, _ counter: inout SourceCounter) {
    guard let run = run(of: number), standing[run.article] else { return }
    if run.isExtracted, !isFoundCarrier(number, run) {
      let sources = extractedSources(number, run, .none)
      counter.count(sources, hops(number, run, .none), .none, adding: false)
    }
    guard ClaimOverlay.stands(overlay, isExtracted: run.isExtracted),
      !isCarrier(number, run, overlay)
    else { return }
    let extracted = extractedSources(number, run, overlay).filter { !overlay.taken.contains($0) }
    let sources = extracted + overlay.given.map(\.source)
    counter.count(sources, hops(number, run, overlay), overlay, adding: true)
  }
}

/// Counts by registry place.
private struct SourceCounter {
  var said: [Int]
  var reported: [Int]
  var passed: [Int]
  var verdicts: [VerdictTally]

  init(places: Int) {
    said = Array(repeating: 0, count: places)
    reported = said
    passed = said
    verdicts = Array(repeating: VerdictTally(), count: places)
  }

  func claims(of place: Int) -> Int { said[place] + reported[place] + passed[place] }

  /// All listed claims of an article as extracted, none of them checked.
  mutating func count(_ slot: ArticleSlot, in registry: SourceRegistry) {
    let agencies = Set(slot.agencies.map(registry.standing))
    let listed = slot.claims.count - slot.claims.carrierCount
    for agency in agencies {
      reported[agency] += listed
      verdicts[agency].count(listed, as: .unchecked, adding: true)
    }
    for (passage, count) in slot.passages {
      let speaker = passage.speaker.map(registry.standing)
      for hop in Set(passage.hops.map(registry.standing)) where hop != speaker {
        passed[hop] += count
        if !agencies.contains(hop) {
          verdicts[hop].count(count, as: .unchecked, adding: true)
        }
      }
    }
    for (speaker, count) in zip(slot.speakers.map(registry.standing), slot.claimsBySpeaker) {
      said[speaker] += count
      if !agencies.contains(speaker) {
        verdicts[speaker].count(count, as: .unchecked, adding: true)
      }
    }
  }

  /// One claim.
  mutating func count(
    _ sources: [SourceRole], _ hops: [KnownHop], _ overlay: ClaimOverlay, adding: Bool
  ) {
    let speakers = sources.filter { $0.role == .saidBy }.map(\.place)
    let passages = Set(hops.flatMap(\.places)).subtracting(speakers)
    for place in passages { passed[place] += adding ? 1 : -1 }
    for source in sources {
      switch source.role {
      case .saidBy: said[source.place] += adding ? 1 : -1
      case .reportedBy: reported[source.place] += adding ? 1 : -1
      }
    }
    for place in passages.union(sources.map(\.place)) {
      verdicts[place].count(
        1, as: overlay.verdict, isDisputed: overlay.isDisputed, adding: adding)
    }
  }
}

extension Action {
  /// Sources that somebody entered or named anew.
  fileprivate var handledSources: [String] {
    switch self {
    case .addSource(let source): [source.name]
    case .addAliases(let name, _): [name]
    case .mergeSources(let into, _): [into]
    default: []
    }
  }
}
