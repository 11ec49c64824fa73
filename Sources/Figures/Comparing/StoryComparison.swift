/// Two figures of two stories, by their places in `figures`.
package struct FigurePair: Sendable {
  package var first: Int
  package var second: Int
  package var relation: FigureRelation
  package var score: Double
}

/// Holds the figures of two stories on one event against each other.
package struct StoryComparison: Sendable {
  package let first: StoryReading
  package let second: StoryReading

  /// How far the stories speak of the same people and places, 0 to 1, where somebody measured it.
  let kinship: Double

  package init(_ first: StoryReading, _ second: StoryReading, kinship: Double = 0) {
    let years = first.years.union(second.years)
    self.first = first.withAges(years)
    self.second = second.withAges(years)
    self.kinship = kinship
  }

  /// Whether the stories share what one event has: names, or, where one names nobody, most of what
  /// goes on.
  package var isOneEvent: Bool {
    if isAnother { return false }
    let shared = NameRelation.shared(first.names, second.names)
    if isLong {
      return shared >= 2
        && (kinship >= 0.2 || shared * 3 >= min(first.names.count, second.names.count))
        && haveOneTime
    }
    if shared > 0 {
      let least = min(first.names.count, second.names.count)
      return kinship >= 0.2 || shared * 4 >= least || shared >= 3
    }
    func isNameless(_ story: StoryReading) -> Bool { !story.names.contains { !$0.isWeak } }
    guard isNameless(first) || isNameless(second) else { return false }
    return likeness >= 0.4
  }

  /// Long stories of one event name one day, or no days that both could share.
  private var haveOneTime: Bool {
    first.days.isEmpty || second.days.isEmpty || !first.days.isDisjoint(with: second.days)
      || kinship >= 0.5
  }

  /// Whether both stories tell too much for a figure to be known by its kind alone.
  var isLong: Bool { min(first.wordCount, second.wordCount) > 160 }

  /// The part of what goes on in the one that goes on in the other too.
  var likeness: Double {
    let shared = first.concepts.intersection(second.concepts).count
    let least = min(first.concepts.count, second.concepts.count)
    return least == 0 ? 0 : Double(shared) / Double(max(least, 4))
  }

  /// From here on two figures are taken to count one thing.
  static let least = 2.4

  package func pairs() -> [FigurePair] {
    let candidates = isOneEvent ? candidates() : inPassing()
    if candidates.isEmpty { return [] }
    // Where a story has several figures of one thing, one that agrees is enough.
    func worth(_ pair: FigurePair) -> Double {
      pair.score + (pair.relation == .agree ? 0.6 : 0) - (isFarApart(pair) ? 1.5 : 0)
    }
    var found = [FigurePair]()
    var best = [Int: FigurePair]()
    var bestOfSecond = [Int: FigurePair]()
    // What stands twice in a story is one; two values are two things, and the likelier one counts.
    func isOpen(_ pair: FigurePair, _ taken: FigurePair?) -> Bool {
      guard let taken else { return true }
      let isOne = areOneValue(pair, taken)
      return taken.relation == pair.relation
        && pair.score >= taken.score - (isOne && !isLong ? 1 : 0.3)
        && (isLong || isOne) || pair.relation == .agree
    }
    for pair in candidates.sorted(by: {
      (worth($1), $0.first, $0.second) < (worth($0), $1.first, $1.second)
    }) {
      guard isOpen(pair, best[pair.first]), isOpen(pair, bestOfSecond[pair.second]) else {
        continue
      }
      if best[pair.first] == nil { best[pair.first] = pair }
      if bestOfSecond[pair.second] == nil { bestOfSecond[pair.second] = pair }
      if pair.relation != .agree { found.append(pair) }
    }
    // Stories that part in most of what they share are of one kind, on two days.
    let agreed = best.values.count { $0.relation == .agree }
    if isLong, found.count > 3, found.count > agreed { return [] }
    if isLong, partInMarks(found, best.values.filter { $0.relation == .agree }) { return [] }
    if isLong { found = found.filter(isNearest) }
    return withoutSums(isLong ? found : found + partsAboveWholes() + partsTogetherAboveWholes())
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Two of what an event is known by, its hour, strength, depth or day, are other ones and none is the same:
  /// two earthquakes in one country.
  private func partInMarks(_ found: [FigurePair], _ agreed: [FigurePair]) -> Bool {
    func areMarks(_ pair: FigurePair) -> Bool {
      Self.marks.contains(first.figures[pair.first].dimension)
    }
    return found.count(where: areMarks) >= 2 && !agreed.contains(where: areMarks)
  }

  private static let marks: Set = ["clock", "richter", "length", "date"]

  /// Two figures that somebody says to be of one thing; nil where they are of two dimensions.
  package func confirmed(_ x: Int, _ y: Int) -> FigurePair? {
    let (a, b) = (first.figures[x], second.figures[y])
    guard a.dimension == b.dimension else { return nil }
    let relation =
      a.dimension == "date"
      ? DateRelation.of(a, b, isOnce: true)
      : a.dimension == "score" ? score(a, b) : ValueRelation.of(a, b)
    return relation.map { FigurePair(first: x, second: y, relation: $0, score: 0) }
  }

  /// Whether a third story gives both figures, each of what the one of them counts.
  package func isTold(_ pair: FigurePair, in third: StoryReading) -> Bool {
    let (a, b) = (first.figures[pair.first], second.figures[pair.second])
    func has(_ figure: StoryFigure, _ story: StoryReading) -> Bool {
      third.figures.contains { other in
        guard other.dimension == figure.dimension,
          other.dimension == "count" || other.dimension.hasPrefix("money"),
          other.valueKey == figure.valueKey,
          let score = FigureLikeness(figure, other, story, third).score()
        else { return false }
        return score >= Self.least
      }
    }
    return has(a, first) && has(b, second)
  }

  /// An age that a year of birth tells stands where the year stands.
  package func place(ofFirst place: Int) -> Int { Self.place(place, first) }
  package func place(ofSecond place: Int) -> Int { Self.place(place, second) }

  private static func place(_ place: Int, _ story: StoryReading) -> Int {
    let figure = story.figures[place]
    return story.figures.firstIndex { $0.span == figure.span } ?? place
  }

  /// What it weighs that neither story has another figure of the kind: the more the stories share.
  private var alone: Double {
    let isOneDay = !first.days.isDisjoint(with: second.days)
    return isOneDay ? 1.2 : likeness >= 0.4 ? 0.9 : 0.5
  }

  /// "Another blaze swept …": the story is of another event where it names another month.
  private var isAnother: Bool {
    if !first.storms.isEmpty, !second.storms.isEmpty, first.storms.isDisjoint(with: second.storms) {
      return true
    }
    let (ours, theirs) = (
      first.concepts.intersection(Concepts.legs), second.concepts.intersection(Concepts.legs)
    )
    if ours.count == 1, theirs.count == 1, ours != theirs { return true }
    if areOfTwoRounds || areOfTwoDays || !isLong && measureOnTwoDays { return true }
    if isLong, !first.events.isEmpty, !second.events.isEmpty,
      first.events.isDisjoint(with: second.events)
    {
      return true
    }
    guard first.opensWithAnother || second.opensWithAnother else { return false }
    return !first.months.isEmpty && !second.months.isEmpty
      && first.months.isDisjoint(with: second.months)
  }

  /// A semifinal and a final are two matches.
  private var areOfTwoRounds: Bool {
    func rounds(_ story: StoryReading) -> Set<Int> {
      Set(story.figures.filter { $0.dimension == "score" }.flatMap(\.contrasts)).intersection(
        Concepts.rounds)
    }
    let (ours, theirs) = (rounds(first), rounds(second))
    return !ours.isEmpty && !theirs.isEmpty && ours.isDisjoint(with: theirs)
  }

  package func candidates() -> [FigurePair] {
    var found = [FigurePair]()
    // In long stories nothing is known by its kind alone.
    let (ours, theirs) = isLong ? ([], []) : (first.lone, second.lone)
    let alone = isLong ? 0 : alone
    let places = Dictionary(grouping: second.figures.indices) { second.figures[$0].dimension }
    for (x, a) in first.figures.enumerated() {
      for y in places[a.dimension] ?? [] {
        let b = second.figures[y]
        var likeness = FigureLikeness(a, b, first, second)
        likeness.kinship = kinship
        if !isLong, let day = onlyDay(x, y) {
          found.append(day)
          continue
        }
        guard let plain = likeness.score() else { continue }
        let score = plain + (ours.contains(x) && theirs.contains(y) ? alone : 0)
        guard score >= Self.least, let relation = relation(a, b),
          !isLong || likeness.isSure || relation == .agree && likeness.settles
        else { continue }
        found.append(FigurePair(first: x, second: y, relation: relation, score: score))
      }
    }
    return found + counted(ours, theirs)
  }

  /// Nil where the figures are of two times.
  func relation(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation? {
    switch a.dimension {
    case "date":
      return DateRelation.of(
        a, b, isOnce: !a.acts.isDisjoint(with: Concepts.once.intersection(b.acts)))
    case "score": return score(a, b)
    case "clock": return ValueRelation.of(a, b)
    default: break
    }
    if a.isPart != b.isPart || isTotal(a) != isTotal(b), let above = partAboveWhole(a, b) {
      return above
    }
    let plain = ValueRelation.of(a, b)
    guard plain != .agree else { return .agree }
    if isRate(a, of: b) || isRate(b, of: a) { return .agree }
    if a.period != b.period { return nil }
    if Self.fixed.contains(a.dimension) { return plain }
    if !Concepts.standing.isDisjoint(
      with: Set(a.attributes + a.contrasts).intersection(b.attributes + b.contrasts))
    {
      return plain
    }
    if a.isEach != b.isEach, ValueRelation.of(doubled(a), doubled(b)) == .agree { return .agree }
    let time = TimeRelation.of(a, b, first, second)
    guard time == .moments || time == .parts, !haveHourOfEvent(a, b) else { return plain }
    // When somebody said it tells nothing of what stays as it is.
    if time == .moments, a.time.isSaid || b.time.isSaid, let told = told(a, b, plain) {
      return told
    }
    // The new ones of two days.
    if a.isAdded, b.isAdded, time == .moments { return nil }
    let concepts = Set(a.nouns + b.nouns + a.attributes + b.attributes + [a.fate, b.fate]).union(
      a.acts.intersection(b.acts))
    if !concepts.isDisjoint(with: Concepts.running)
      || a.time.isUntil && b.time.isUntil && !a.inheritsTime && !b.inheritsTime
    {
      if areTold(a, b) || time == .parts && (a.isToll || b.isToll) { return .differ }
      // Two days of what happens in a moment are two events.
      guard time == .moments, a.time.day != nil, b.time.day != nil, a.time.day != b.time.day,
        !a.inheritsTime, !b.inheritsTime
      else { return plain }
      return concepts.isDisjoint(with: Concepts.momentary) ? .differ : nil
    }
    if !concepts.isDisjoint(with: Concepts.volatile) { return nil }
    if time == .moments, !Concepts.gatherings.isDisjoint(with: concepts), a.time.weekday != nil,
      b.time.weekday != nil
    {
      return nil
    }
    // What is measured at two times is measured twice.
    return time == .moments && !a.inheritsTime && !b.inheritsTime && a.dimension != "age"
      && a.dimension != "duration" ? nil : plain
  }

  /// What stays as it is, whenever it is told.
  private static let fixed: Set = ["ordinal", "clock", "age", "number", "round"]

  /// "1.500 lượt mỗi tháng" of "18.000 lượt" in a year.
  private func isRate(_ a: StoryFigure, of b: StoryFigure) -> Bool {
    guard a.period > 1, b.period == 0 else { return false }
    var whole = a
    (whole.low, whole.high, whole.margin) = (
      a.low * a.period, a.high * a.period, a.margin * a.period
    )
    return ValueRelation.of(whole, b) == .agree
  }

  /// Whether both tell when they count, rather than when it happened.
  private func areTold(_ a: StoryFigure, _ b: StoryFigure) -> Bool {
    a.time.isUntil || b.time.isUntil || a.time.minute != nil && b.time.minute != nil || a.isToll
      || b.isToll || isState(a) && isState(b)
  }

  /// Whether it counts all there were, whatever came to them: "chở 40 hành khách", "had 30 workers".
  private func isTotal(_ figure: StoryFigure) -> Bool { FigureLikeness.isTotal(figure) }

  /// A part that is more than its whole contradicts it; other parts and wholes say nothing of each other.
  private func partAboveWhole(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation?? {
    guard a.dimension == "count" else { return nil }
    let isFirst = a.isPart || !b.isPart && isTotal(b)
    let (part, whole) = isFirst ? (a, b) : (b, a)
    guard part.isPart || Concepts.hurt.contains(part.fate) else { return nil }
    let extent = ValueRelation.extent(whole)
    let isAbove =
      part.bound != .less && part.bound != .atMost && part.low > extent.upperBound * 1.02
    return .some(isAbove ? .contradict : nil)
  }

  /// Whether it is a share as it stood, which happens at no moment.
  private func isState(_ figure: StoryFigure) -> Bool {
    figure.dimension == "percent" && !Concepts.running.isDisjoint(with: figure.attributes)
  }

  private func doubled(_ figure: StoryFigure) -> StoryFigure {
    guard figure.isEach else { return figure }
    var figure = figure
    figure.low *= 2
    figure.high *= 2
    return figure
  }

  private func score(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation {
    a.low == b.low && a.high == b.high && (a.tail == b.tail || a.tail.isEmpty || b.tail.isEmpty)
      ? .agree : .contradict
  }
}

/// Dates against each other, to the precision that both have.
enum DateRelation {
  /// Days that may still be meant by early, mid and late in a month.
  private static let thirds = [1...13, 8...23, 18...31]

  static func of(_ a: StoryFigure, _ b: StoryFigure, isOnce: Bool) -> FigureRelation? {
    let (x, y) = (a.time, b.time)
    if let one = x.year, let other = y.year, one != other {
      return x.month == y.month && x.day == y.day || x.month == nil && y.month == nil
        ? .contradict : nil
    }
    if x.month == nil, y.month == nil {
      return x.year != nil && x.year == y.year || x.day == y.day
        ? .agree : x.day != nil && y.day != nil ? .contradict : nil
    }
    guard let month = x.month, let other = y.month else { return nil }
    guard let day = x.day, let second = y.day else {
      if month != other { return x.day == nil && y.day == nil || isOnce ? .contradict : nil }
      if let day = x.day ?? y.day, max(a.whole, b.whole) > 0, min(a.whole, b.whole) == 0 {
        return isOnce && !thirds[Int(max(a.whole, b.whole)) - 1].contains(day)
          ? .contradict : .agree
      }
      return .agree
    }
    if month == other {
      if day == second { return .agree }
      if let end = x.endDay, (day...max(day, end)).contains(second) { return .agree }
      if let end = y.endDay, (second...max(second, end)).contains(day) { return .agree }
      return .contradict
    }
    // Far apart they are two events, but for days and months that changed places.
    let gap = abs((month - other) * 30 + day - second)
    return day == other && month == second || gap <= 20 || isOnce ? .contradict : nil
  }
}
