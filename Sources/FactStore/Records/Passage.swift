internal import ClaimModel

/// Through which sources a claim passed, by registry place, and who said it.
struct Passage: Sendable, Hashable {
  var hops: [Int]
  var speaker: Int?
}

extension Passage {
  /// How many listed claims have which passage; those without hops are not counted.
  static func counts(
    _ claims: PackedClaims, _ speakers: [Int], _ hops: [[Int]]
  ) -> [Passage: Int] {
    guard hops.contains(where: { !$0.isEmpty }) else { return [:] }
    return claims.indices.reduce(into: [:]) { counts, index in
      guard claims.hopCount(at: index) > 0, !claims.isCarrier(at: index) else { return }
      var places = [Int]()
      claims.forEachHop(at: index) { name, _ in places += hops[name] }
      let speaker = claims.speakerIndex(at: index).map { speakers[$0] }
      if !places.isEmpty { counts[Passage(hops: places, speaker: speaker), default: 0] += 1 }
    }
  }
}
