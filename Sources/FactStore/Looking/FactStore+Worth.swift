package import ClaimModel

extension FactStore {
  /// The claims that stand, those first that deserve checking most; equal ones in order of ids.
  package func worthiestFirst(_ claims: some Sequence<ClaimID>) -> [ClaimID] {
    // Worth above, number below in one integer: a sort of integers, whatever the number of claims.
    claims.compactMap { id -> UInt64? in
      worth(of: id.number).map { UInt64((1 - $0) * 1000 + 0.5) << 40 | UInt64(id.number) }
    }
    .sorted().map { ClaimID(Int($0 & 0xFF_FFFF_FFFF)) }
  }

  /// Nil for a claim that does not stand.
  private func worth(of number: Int) -> Double? {
    guard let run = run(of: number), claimStands(number) else { return nil }
    if let own = overlays[number]?.own { return min(1, max(0, own.claim.worth)) }
    return articleSlots[run.article].claims.worth(at: number - run.ids.lowerBound)
  }
}
