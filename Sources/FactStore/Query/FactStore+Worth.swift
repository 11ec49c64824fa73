package import ClaimModel

extension FactStore {
  /// The claims that stand, those first that deserve checking most; equal ones in order of ids.
  /// What says the same in one story, as its title and its lead do, comes right behind the first
  /// of them; that is looked for until so many claims are listed as anybody goes through.
  package func worthiestFirst(_ claims: some Sequence<ClaimID>) -> [ClaimID] {
    // Worth above, number below in one integer: a sort of integers, whatever the number of claims.
    let sorted = claims.compactMap { id -> UInt64? in
      worth(of: id.number).map { UInt64((1 - $0) * 1000 + 0.5) << 40 | UInt64(id.number) }
    }
    .sorted().map { Int($0 & 0xFF_FFFF_FFFF) }
    let wanted = Set(sorted)
    return withCopies(sorted, limit: Self.mostWithCopies, isWanted: wanted.contains)
      .map { ClaimID($0) }
  }

  private static let mostWithCopies = 5000

  /// Each claim followed by its copies among those that are wanted, until `limit` are listed; the
  /// rest as it is. A copy never comes later than without.
  private func withCopies(
    _ sorted: [Int], limit: Int, isWanted: (Int) -> Bool
  ) -> [Int] {
    var copies = ClaimCopies(self)
    var listed = Set<Int>()
    var out = [Int]()
    out.reserveCapacity(sorted.count)
    for number in sorted where !listed.contains(number) {
      out.append(number)
      guard out.count < limit else { continue }
      listed.insert(number)
      for copy in copies.copies(of: number) where !listed.contains(copy) && isWanted(copy) {
        listed.insert(copy)
        out.append(copy)
      }
    }
    return out
  }

  /// The claims that a query selects and that deserve checking most, best first, and how many it
  /// selects in all; copies as in `worthiestFirst`. Costs no sort of all of them.
  package func worthiest(
    of selection: Selection, limit: Int
  ) -> (claims: [ClaimID], total: Int) {
    let found = Evaluator(self, for: selection.expression).claims(selection.expression)
    var best = BestFew(limit: limit)
    let own = overlays.compactMapValues { $0.own?.claim.worth }
    for (number, worth) in own where found.contains(number) {
      best.add(number, worth: UInt64(min(1, max(0, worth)) * 1000 + 0.5))
    }
    for words in claimWords {
      let worths = words.worths
      found.forEach(in: words.first..<words.first + worths.count) { number in
        guard own.isEmpty || own[number] == nil else { return }
        best.add(number, worth: UInt64(worths[number - words.first]))
      }
    }
    // A claim comes no earlier than by its worth, but for copies of those before it.
    let ordered = withCopies(
      best.numbers, limit: min(limit, Self.mostWithCopies), isWanted: found.contains)
    return (ordered.prefix(limit).map { ClaimID($0) }, found.count)
  }

  /// Nil for a claim that does not stand.
  private func worth(of number: Int) -> Double? {
    guard let run = run(of: number), claimStands(number) else { return nil }
    if let own = overlays[number]?.own { return min(1, max(0, own.claim.worth)) }
    return articleSlots[run.article].claims.worth(at: number - run.ids.lowerBound)
  }
}

/// The best few of many numbers; of equals the one that came first.
private struct BestFew {
  private let limit: Int
  /// Worth taken from a thousand above, number below; the best first.
  private var kept: [UInt64] = []

  init(limit: Int) { self.limit = limit }

  var numbers: [Int] { kept.map { Int($0 & 0xFF_FFFF_FFFF) } }

  @inline(__always)
  mutating func add(_ number: Int, worth: UInt64) {
    let key = (1000 - worth) << 40 | UInt64(number)
    if kept.count == limit, key >= kept.last ?? 0 { return }
    insert(key)
  }

  private mutating func insert(_ key: UInt64) {
    kept.insert(key, at: kept.firstIndex { $0 > key } ?? kept.endIndex)
    if kept.count > limit { kept.removeLast() }
  }
}
