internal import ClaimModel
internal import Figures

/// Holds the figures of two stories against each other, with what people ruled of their claims.
struct FigureTensions {
  let matcher: Matcher
  let readings: StoryReadings

  /// Stories that are held against each other at a time, on all cores; between two such lots the
  /// user may end the work.
  private static let lot = 64

  /// Of each pair of stories, in their order.
  func tensions<Failure: Error>(
    _ pairs: [StoryPair], step: (_ done: Int) throws(Failure) -> Void
  ) throws(Failure) -> [FigureTension] {
    var found = [[FigureTension]](repeating: [], count: pairs.count)
    let order = KinOrder(pairs).places
    for start in stride(from: 0, to: order.count, by: Self.lot) {
      try step(start)
      let lot = order[start..<min(start + Self.lot, order.count)]
      readings.read(lot.flatMap { [pairs[$0].first, pairs[$0].second] })
      let made = AllCores.map(lot.map { told(pairs[$0]) }) { told in
        let comparison = StoryComparison(told.first, told.second, kinship: told.kinship)
        return (comparison, comparison.pairs())
      }
      for (at, (comparison, figures)) in zip(lot, made) {
        found[at] = tensions(pairs[at].first, pairs[at].second, comparison, figures)
      }
    }
    return found.flatMap(\.self)
  }

  private func told(
    _ pair: StoryPair
  ) -> (first: StoryReading, second: StoryReading, kinship: Double) {
    let kinship = matcher.kinship(ArticleID(pair.first), ArticleID(pair.second))
    return (readings.reading(of: pair.first), readings.reading(of: pair.second), kinship)
  }

  private func tensions(
    _ first: Int, _ second: Int, _ comparison: StoryComparison, _ pairs: [FigurePair]
  ) -> [FigureTension] {
    let confirmed = self.confirmed(first, second, comparison)
    var found = [FigureTension]()
    for pair in pairs {
      let tension = tension(pair, comparison, first, second)
      let (a, b) = (claim(tension.first), claim(tension.second))
      if let a, let b, matcher.store.ruling(a, b) == .rejected { continue }
      if isTold(pair, comparison, first, second) { continue }
      found.append(tension)
    }
    for pair in confirmed
    where !found.contains(where: {
      $0.first.figure == pair.first && $0.second.figure == pair.second
    }) {
      var tension = tension(pair, comparison, first, second)
      tension.reasons = ["confirmed to be the same claim"]
      found.append(tension)
    }
    return found
  }

  func takesPart(_ tension: FigureTension, _ wanted: Set<ClaimID>) -> Bool {
    for end in [tension.first, tension.second] {
      if let claim = claim(end) {
        if wanted.contains(claim) { return true }
      } else {
        let claims = matcher.store.listedClaims(in: ArticleID(end.article))
        if !claims.isEmpty, claims.allSatisfy(wanted.contains) { return true }
      }
    }
    return false
  }

  private func claim(_ end: FigureTension.End) -> ClaimID? {
    let figures = readings.reading(of: end.article).figures
    guard figures.indices.contains(end.figure) else { return nil }
    return readings.claim(of: figures[end.figure].span, in: end.article)
  }

  private func tension(
    _ pair: FigurePair, _ comparison: StoryComparison, _ first: Int, _ second: Int
  ) -> FigureTension {
    let (a, b) = (comparison.first.figures[pair.first], comparison.second.figures[pair.second])
    return FigureTension(
      relation: pair.relation, kind: a.kindWords, subject: a.subject(with: b),
      first: .init(article: first, figure: comparison.place(ofFirst: pair.first)),
      second: .init(article: second, figure: comparison.place(ofSecond: pair.second)),
      reasons: comparison.reasons(pair))
  }

  /// Figures of claims that somebody confirmed to be one, whatever else speaks against it.
  private func confirmed(_ first: Int, _ second: Int, _ comparison: StoryComparison) -> [FigurePair]
  {
    guard matcher.confirmedStories.contains(StoryPair(first, second)) else { return [] }
    var found = [FigurePair]()
    for (x, a) in comparison.first.figures.enumerated() {
      guard let claim = readings.claim(of: a.span, in: first) else { continue }
      for (y, b) in comparison.second.figures.enumerated() {
        guard let other = readings.claim(of: b.span, in: second),
          matcher.store.ruling(claim, other) == .confirmed,
          let pair = comparison.confirmed(x, y)
        else { continue }
        found.append(pair)
      }
    }
    // Of claims with several figures those that agree settle it.
    return found.filter { pair in
      pair.relation != .agree
        && !found.contains {
          $0.relation == .agree && ($0.first == pair.first || $0.second == pair.second)
        }
    }
  }

  /// Whether another story on the event gives both figures side by side: it knows them to count two things.
  private func isTold(
    _ pair: FigurePair, _ comparison: StoryComparison, _ first: Int, _ second: Int
  ) -> Bool {
    let theirs = Set(matcher.index.kin(of: second, limit: 12))
    for other in matcher.index.kin(of: first, limit: 12)
    where other != second && theirs.contains(other) {
      guard matcher.store.standing[other - 1] else { continue }
      if comparison.isTold(pair, in: readings.reading(of: other)) { return true }
    }
    return false
  }
}
