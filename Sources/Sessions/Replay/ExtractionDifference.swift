package import ClaimModel

/// What an extractor finds in a story now, against what was found when it was loaded. Claims are
/// matched by their content spans.
package struct ExtractionDifference: Sendable {
  package enum Change: Sendable {
    /// Found then, not now.
    case lost(Claim)
    /// Found now, not then.
    case found(Claim)
    case changed(Claim, Claim, [Field])
  }

  package enum Field: String, Sendable, CaseIterable {
    case kind, cue, source, speaker, quantities, dates, worth
  }

  /// With its place among the claims as they were found then; nil for a new one.
  package var changes: [(place: Int?, change: Change)] = []
  package var sameCount = 0

  package init(from old: PackedClaims, to new: PackedClaims) {
    var places: [[TextSpan]: [Int]] = [:]
    for (place, claim) in new.enumerated() { places[claim.content, default: []].append(place) }
    var matched = Set<Int>()
    for (place, claim) in old.enumerated() {
      guard let twin = places[claim.content]?.first(where: { !matched.contains($0) }) else {
        changes.append((place, .lost(claim)))
        continue
      }
      matched.insert(twin)
      let fields = Field.allCases.filter { $0.differs(claim, new[twin]) }
      if fields.isEmpty { sameCount += 1 }
      if !fields.isEmpty { changes.append((place, .changed(claim, new[twin], fields))) }
    }
    for (place, claim) in new.enumerated() where !matched.contains(place) {
      changes.append((nil, .found(claim)))
    }
  }
}

extension ExtractionDifference.Field {
  fileprivate func differs(_ a: Claim, _ b: Claim) -> Bool {
    switch self {
    case .kind: a.kind != b.kind
    case .cue: a.cue != b.cue
    case .source: a.source != b.source
    case .speaker: a.speaker?.name != b.speaker?.name || a.speaker?.kind != b.speaker?.kind
    case .quantities: a.quantities != b.quantities
    case .dates: a.dates != b.dates
    // As far as it is shown.
    case .worth: (a.worth * 100).rounded() != (b.worth * 100).rounded()
    }
  }
}
