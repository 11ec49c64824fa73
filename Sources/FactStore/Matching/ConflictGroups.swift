internal import ClaimModel
internal import Figures

/// Tensions put together: all of one relation that hang on each other by their figures are one
/// conflict.
struct ConflictGroups {
  private(set) var conflicts = [Conflict]()
  private let readings: StoryReadings

  init(_ tensions: [FigureTension], readings: StoryReadings) {
    self.readings = readings
    for relation in [FigureRelation.contradict, .differ] {
      let groups = groups(tensions.filter { $0.relation == relation })
      var made = groups.map { conflict($0) }
      made.sort { Self.place($0) < Self.place($1) }
      conflicts += made
    }
  }

  private static func place(_ conflict: Conflict) -> (Int, Int) {
    conflict.sides.flatMap(\.statements).map { ($0.article.number, $0.figure.start) }.min {
      $0 < $1
    } ?? (0, 0)
  }

  /// What one story says of one thing, in its title and below: "14 dead", "14 người chết".
  private func said(_ end: FigureTension.End, _ tension: FigureTension) -> String {
    let figure = readings.reading(of: end.article).figures[end.figure]
    return "\(end.article) \(tension.subject) \(figure.valueKey)"
  }

  /// In order of their first ones: each points to the first of its group that was met.
  private func groups(_ tensions: [FigureTension]) -> [[FigureTension]] {
    var leaders = Array(tensions.indices)
    func leader(_ index: Int) -> Int {
      var at = index
      while leaders[at] != at {
        leaders[at] = leaders[leaders[at]]
        at = leaders[at]
      }
      return at
    }
    var met = [String: Int]()
    for (index, tension) in tensions.enumerated() {
      for end in [tension.first, tension.second] {
        let said = said(end, tension)
        guard let other = met[said] else {
          met[said] = index
          continue
        }
        let (a, b) = (leader(index), leader(other))
        leaders[max(a, b)] = min(a, b)
      }
    }
    var groups = [Int: [FigureTension]]()
    for index in tensions.indices { groups[leader(index), default: []].append(tensions[index]) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The sides are by what is said: one for each value.
  private func conflict(_ group: [FigureTension]) -> Conflict {
    let ends = Set(group.flatMap { [$0.first, $0.second] })
      .sorted { ($0.article, $0.figure) < ($1.article, $1.figure) }
    var order = [String]()
    var sides = [String: [Conflict.Statement]]()
    for end in ends {
      let reading = readings.reading(of: end.article)
      guard reading.figures.indices.contains(end.figure) else { continue }
      let figure = reading.figures[end.figure]
      let key = figure.valueKey
      if sides[key] == nil { order.append(key) }
      sides[key, default: []].append(
        Conflict.Statement(
          claim: readings.claim(of: figure.span, in: end.article), article: ArticleID(end.article),
          figure: figure.span, sentence: reading.sentences[figure.sentence]))
    }
    let all = order.compactMap { sides[$0] }.map { Conflict.Side(statements: $0) }
    func articles(_ side: Conflict.Side) -> Int { Set(side.statements.map(\.article)).count }
    let sorted = all.enumerated().sorted {
      (articles($1.element), $0.offset) < (articles($0.element), $1.offset)
    }
    return Conflict(
      relation: group[0].relation, kind: group[0].kind, subject: group[0].subject,
      sides: sorted.map(\.element), reasons: group[0].reasons)
  }
}
