internal import ClaimModel

/// A past claim that a claim brings to mind.
package struct Recollection: Sendable {
  package var claim: RememberedClaim
  /// From 0 to 1: how far they have the same words, names and figures.
  package var similarity: Double
  /// What is not the same: "then 12 người chết, now 14 người chết".
  package var differences: [String]
}

extension RememberedClaim {
  /// Figures of this claim and of a later one that do not agree, each beside the one that it should
  /// agree with: first those that count the same, then the rest in their order.
  func differences(from now: RememberedClaim) -> [String] {
    var then = figures.filter { figure in !now.figures.contains { $0.agrees(with: figure) } }
    var later = now.figures.filter { figure in !figures.contains { $0.agrees(with: figure) } }
    var out = [String]()
    func pair(_ one: RememberedFigure, _ two: RememberedFigure) {
      out.append("then \(one.words), now \(two.words)")
    }
    for figure in then {
      guard let at = later.firstIndex(where: { $0.hasUnit(of: figure) }) else { continue }
      pair(figure, later.remove(at: at))
      then.removeAll { $0 == figure }
    }
    for (one, two) in zip(then, later) where one.canBe(two) { pair(one, two) }
    let paired = zip(then, later).filter { $0.0.canBe($0.1) }
    for figure in then where !paired.contains(where: { $0.0 == figure }) {
      out.append("then \(figure.words)")
    }
    for figure in later where !paired.contains(where: { $0.1 == figure }) {
      out.append("now \(figure.words)")
    }
    return out
  }
}

extension RememberedClaim {
  /// How near the figures of two claims are, from 0 to 1: a toll that rose from 12 to 14 is near, 12
  /// and 400 are not. 1 where one of them has none.
  func closeness(of other: RememberedClaim) -> Double {
    let (few, many) =
      figures.count < other.figures.count
      ? (figures, other.figures) : (other.figures, figures)
    guard !few.isEmpty else { return 1 }
    let best = few.map { one in many.map { one.closeness(to: $0) }.max() ?? 0 }
    return best.reduce(0, +) / Double(few.count)
  }
}

extension RememberedFigure {
  /// The smaller by the larger.
  fileprivate func closeness(to other: RememberedFigure) -> Double {
    if agrees(with: other) { return 1 }
    let (low, high) = (min(value, other.value), max(value, other.value))
    return low > 0 ? low / high : 0
  }
  private var unitKey: UInt64 {
    MemoryWords.words(of: unit, language: .vietnamese).reduce(0) { mixed($0, $1.key) }
  }

  fileprivate func hasUnit(of other: RememberedFigure) -> Bool { unitKey == other.unitKey }

  /// Of two languages, or one of them without a unit: nothing speaks against it, but a share is no
  /// count.
  fileprivate func canBe(_ other: RememberedFigure) -> Bool {
    unit.contains("%") == other.unit.contains("%")
  }
}
