extension StoryReading {
  /// Figures of the story that do not fit each other: title against body, parts against their
  /// total; places in `figures`.
  package func inner() -> [FigurePair] {
    var found = [FigurePair]()
    for (x, a) in figures.enumerated() where a.isTitle {
      let scored = figures.indices.compactMap {
        y -> (place: Int, score: Double, relation: FigureRelation)? in
        let b = figures[y]
        guard !b.isTitle, a.dimension == b.dimension,
          let score = FigureLikeness(a, b, self, self).score(),
          let relation = StoryComparison(self, self).relation(a, b)
        else { return nil }
        return (y, score, relation)
      }
      guard let best = scored.map(\.score).max(), best >= StoryComparison.least,
        !scored.contains(where: { $0.relation == .agree && $0.score >= best - 1.2 })
      else { continue }
      for one in scored where one.score >= best - 0.1 {
        found.append(
          FigurePair(first: x, second: one.place, relation: one.relation, score: one.score))
      }
    }
    return found + parts()
  }

  /// "trong đó" and its like: a part above its whole; parts that do not add up to it.
  private func parts() -> [FigurePair] {
    var found = [FigurePair]()
    for (x, whole) in figures.enumerated()
    where whole.dimension == "count" && !whole.isPart && whole.bound == .exact {
      let parts = figures.indices.filter { y in
        let part = figures[y]
        return part.sentence == whole.sentence && y > x && part.isPart && !part.isSum
          && part.dimension == "count" && part.bound == .exact
      }
      for y in parts where figures[y].low > whole.low {
        found.append(FigurePair(first: x, second: y, relation: .contradict, score: 1))
      }
    }
    return found
  }
}
