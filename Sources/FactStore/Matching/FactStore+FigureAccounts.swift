package import ClaimModel
package import Figures

/// What one figure of a claim counts: "12 người", "people injured", "by 4/3".
package struct FigureAccount: Sendable, Hashable {
  /// Bytes of the story.
  package var figure: TextSpan
  package var subject: String
  /// Empty where its clause tells no time.
  package var time: String
  /// Whether it counts a part of another figure.
  package var isPart: Bool
}

/// A figure of one claim beside that of another which counts the same thing.
package struct FigureMatch: Sendable, Hashable {
  /// Bytes of each claim's own story.
  package var own: TextSpan
  package var other: TextSpan
  package var subject: String
  package var relation: FigureRelation
}

extension FactStore {
  /// What the figures of a claim count, in text order.
  package func figureAccounts(of id: ClaimID) -> [FigureAccount] {
    guard let record = claim(id) else { return [] }
    let reading = StoryReadings(self).reading(of: record.articleID.number)
    return reading.figures.filter { figure in
      record.claim.content.contains { $0.contains(figure.span) }
    }.map {
      FigureAccount(figure: $0.span, subject: $0.subject, time: $0.timeWords, isPart: $0.isPart)
    }
  }

  /// For each of other claims the figure that counts what one of the claim's own counts, the one
  /// that contradicts or differs first; nil where none does.
  package func figureMatches(of id: ClaimID, with others: [ClaimID]) -> [FigureMatch?] {
    guard let own = claim(id) else { return others.map { _ in nil } }
    let readings = StoryReadings(self)
    return others.map { other in
      guard let record = claim(other) else { return nil }
      return match(own, record, readings)
    }
  }

  private func match(
    _ own: ClaimRecord, _ other: ClaimRecord, _ readings: StoryReadings
  ) -> FigureMatch? {
    let comparison = StoryComparison(
      readings.reading(of: own.articleID.number), readings.reading(of: other.articleID.number))
    func holds(_ record: ClaimRecord, _ figure: StoryFigure) -> Bool {
      record.claim.content.contains { $0.contains(figure.span) }
    }
    var pairs = comparison.candidates()
    if ruling(own.id, other.id) == .confirmed {
      for x in comparison.first.figures.indices {
        for y in comparison.second.figures.indices {
          if let pair = comparison.confirmed(x, y) { pairs.append(pair) }
        }
      }
    }
    let held = pairs.filter {
      holds(own, comparison.first.figures[$0.first])
        && holds(other, comparison.second.figures[$0.second])
    }
    func rank(_ pair: FigurePair) -> (Int, Double) {
      (pair.relation == .contradict ? 2 : pair.relation == .differ ? 1 : 0, pair.score)
    }
    // A figure that agrees settles what its own figure has elsewhere.
    let open = held.filter { pair in
      pair.relation == .agree
        || !held.contains {
          $0.relation == .agree && ($0.first == pair.first || $0.second == pair.second)
        }
    }
    guard let best = open.max(by: { rank($0) < rank($1) }) else { return nil }
    let (a, b) = (comparison.first.figures[best.first], comparison.second.figures[best.second])
    return FigureMatch(
      own: a.span, other: b.span, subject: a.subject(with: b), relation: best.relation)
  }
}
