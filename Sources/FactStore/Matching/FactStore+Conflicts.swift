package import ClaimModel
internal import Figures

extension FactStore {
  /// What figures of stories on one event disagree in, and figures of claims that somebody
  /// confirmed to be one; only where one of `claims` takes part (nil: all). Contradictions come
  /// first, then differences, each in order of their first stories. `step` hears of the pairs of
  /// stories that are done; what it throws ends the work.
  package func conflicts<Failure: Error>(
    among claims: [ClaimID]? = nil, step: (_ done: Int, _ total: Int) throws(Failure) -> Void
  ) throws(Failure) -> [Conflict] {
    let wanted = claims.map(Set.init)
    let matcher = Matcher(self)
    let readings = StoryReadings(self)
    let pairs = try StoryPairs(matcher, articles(of: claims)).pairs { () throws(Failure) in
      try step(0, 0)
    }
    let finder = FigureTensions(matcher: matcher, readings: readings)
    let tensions = try finder.tensions(pairs) { done throws(Failure) in
      try step(done, pairs.count)
    }.filter { tension in
      wanted.map { finder.takesPart(tension, $0) } ?? true
    }
    return ConflictGroups(tensions, readings: readings).conflicts
  }

  package func conflicts(among claims: [ClaimID]? = nil) -> [Conflict] {
    conflicts(among: claims) { _, _ in }
  }

  private func articles(of claims: [ClaimID]?) -> [Int] {
    guard let claims else { return articles.map(\.id.number) }
    return Set(claims.compactMap { run(of: $0.number)?.article }).sorted().map { $0 + 1 }
  }

  /// Where the figures of one story do not fit each other; only of `articles`.
  package func conflictsWithin<Failure: Error>(
    _ articles: [ArticleID], step: (_ done: Int, _ total: Int) throws(Failure) -> Void
  ) throws(Failure) -> [Conflict] {
    let readings = StoryReadings(self)
    var tensions = [FigureTension]()
    for (done, id) in articles.enumerated() {
      try step(done, articles.count)
      let reading = readings.reading(of: id.number)
      for pair in reading.inner() {
        tensions.append(
          FigureTension(
            relation: pair.relation, kind: reading.figures[pair.first].kindWords,
            subject: reading.figures[pair.first].subject(with: reading.figures[pair.second]),
            first: .init(article: id.number, figure: pair.first),
            second: .init(article: id.number, figure: pair.second), reasons: ["one story"]))
      }
    }
    return ConflictGroups(tensions, readings: readings).conflicts
  }
}
