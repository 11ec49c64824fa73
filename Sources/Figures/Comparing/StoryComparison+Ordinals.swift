/// Ordinals against counts of the same thing.
extension StoryComparison {
  /// "lần thứ tư" and "hai lần" in all, "the 23rd win" and "23 wins", "310 flights" before and "the 274th".
  func counted(_ ours: Set<Int>, _ theirs: Set<Int>) -> [FigurePair] {
    guard !isLong else { return [] }
    var found = [FigurePair]()
    func counts(_ figure: StoryFigure) -> Bool {
      figure.dimension == "ordinal" || figure.dimension == "count"
    }
    let places = theirs.filter { counts(second.figures[$0]) }.sorted()
    for x in ours.sorted() where counts(first.figures[x]) {
      let a = first.figures[x]
      for y in places {
        let b = second.figures[y]
        guard
          a.dimension == "ordinal" && b.dimension == "count"
            || b.dimension == "ordinal" && a.dimension == "count"
        else { continue }
        let (ordinal, count) = a.dimension == "ordinal" ? (a, b) : (b, a)
        guard count.bound == .exact, !count.isPart, areOfOne(ordinal, count)
        else { continue }
        var (one, other) = (a, b)
        (one.dimension, other.dimension) = ("count", "count")
        (one.isOther, other.isOther) = (false, false)
        guard let score = FigureLikeness(one, other, first, second).score(),
          score >= Self.least + 0.6
        else { continue }
        let isOne = ordinal.low == count.low || ordinal.low == count.low + 1
        found.append(
          FigurePair(first: x, second: y, relation: isOne ? .agree : .contradict, score: score))
      }
    }
    return found
  }

  private func areOfOne(_ ordinal: StoryFigure, _ count: StoryFigure) -> Bool {
    if ordinal.nouns.isEmpty {
      return !ordinal.acts.isDisjoint(with: count.acts) && ordinal.time == count.time
        && !ordinal.time.isEmpty
    }
    return ordinal.nouns.contains { one in
      count.nouns.contains { $0 == one || Concepts.areKin(one, $0) }
    }
  }
}
