/// Values that several raters gave to units, and how far they agree.
///
/// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), in his words: units,
/// observers, values. Values are numbers from 0, for the ordinal measure in their order.
package struct ReliabilityData: Sendable, Hashable {
  /// A row for each unit, in it a value or nil for each rater.
  package var units: [[Int?]]

  package init(units: [[Int?]]) { self.units = units }

  package enum Scale: Sendable, Hashable {
    case nominal, ordinal
  }

  /// Units that two raters or more gave a value.
  package var pairable: [[Int]] {
    units.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
  }

  /// The share of pairs of raters that agree, averaged over units; nil without a pair.
  package var observedAgreement: Double? {
    let pairable = pairable
    guard !pairable.isEmpty else { return nil }
    let shares = pairable.map { values in
      let pairs = values.count * (values.count - 1)
      let agreeing = Self.counts(values).values.reduce(0) { $0 + $1 * ($1 - 1) }
      return Double(agreeing) / Double(pairs)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  /// Cohen's kappa (1960) of two raters; of more the mean over their pairs (Light 1971). Nil
  /// where it is not defined: without a unit in common, or where chance alone explains all.
  package var kappa: Double? {
    let raters = units.first?.count ?? 0
    let pairs = (0..<raters).flatMap { a in (0..<a).map { (a, $0) } }
    let kappas = pairs.compactMap { kappa($0.0, $0.1) }
    return kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
  }

  private func kappa(_ a: Int, _ b: Int) -> Double? {
    let both = units.compactMap { unit -> (Int, Int)? in
      guard let first = unit[a], let second = unit[b] else { return nil }
      return (first, second)
    }
    guard !both.isEmpty else { return nil }
    let count = Double(both.count)
    let observed = Double(both.count { $0.0 == $0.1 }) / count
    let (first, second) = (Self.counts(both.map(\.0)), Self.counts(both.map(\.1)))
    let expected =
      first.reduce(0.0) { sum, entry in
        sum + Double(entry.value) * Double(second[entry.key] ?? 0)
      } / (count * count)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// Krippendorff's alpha; nil if it is not defined: without a pair, or with one value only.
  package func alpha(_ scale: Scale) -> Double? {
    let pairable = pairable
    let totals = Self.counts(pairable.flatMap { $0 })
    let values = totals.keys.sorted()
    let count = Double(totals.values.reduce(0, +))
    func distance(_ a: Int, _ b: Int) -> Double {
      guard a != b else { return 0 }
      guard scale == .ordinal else { return 1 }
      let between = values.filter { (min(a, b)...max(a, b)).contains($0) }
      let sum = between.reduce(0.0) { $0 + Double(totals[$1] ?? 0) }
      let steps = sum - Double((totals[a] ?? 0) + (totals[b] ?? 0)) / 2
      return steps * steps
    }
    let observed = pairable.reduce(0.0) { sum, unit in
      sum + Self.sum(Self.counts(unit), distance) / Double(unit.count - 1)
    }
    let expected = Self.sum(totals, distance)
    return expected > 0 ? 1 - (count - 1) * observed / expected : nil
  }

  /// Over all ordered pairs of values, how often the pair occurs times its distance.
  private static func sum(
    _ counts: [Int: Int], _ distance: (Int, Int) -> Double
  ) -> Double {
    // In order, so that the same data give the same sum to the last digit.
    let sorted = counts.sorted { $0.key < $1.key }
    return sorted.reduce(0.0) { sum, a in
      sorted.reduce(sum) { $0 + Double(a.value * $1.value) * distance(a.key, $1.key) }
    }
  }

  private static func counts(_ values: [Int]) -> [Int: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
