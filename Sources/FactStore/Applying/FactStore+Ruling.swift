internal import ClaimModel

extension FactStore {
  /// What two claims are found to be stands on the one with the lower number.
  mutating func rule(
    _ a: ClaimID, _ b: ClaimID, _ ruling: MatchRuling, _ by: Hand, _ delta: inout Delta
  ) throws(OperationError) {
    guard a != b else { throw .sameClaim(a) }
    let numbers = try standingNumbers([a, b]).sorted()
    guard let first = numbers.first, let second = numbers.last else { return }
    var overlay = overlays[first] ?? .none
    overlay.rulings.append(
      RuledMatch(other: ClaimID(second), ruling: ruling, user: by.user, time: by.time))
    set(.claim(first, overlay), &delta)
  }
}
