/// The day of what both stories tell.
extension StoryComparison {
  /// Each story names one day, in its first sentences, and these lie one or two days apart: the day of
  /// one event, told in two ways.
  func onlyDay(_ x: Int, _ y: Int) -> FigurePair? {
    let (a, b) = (first.figures[x], second.figures[y])
    guard a.dimension == "date", let one = ordinal(a, in: first),
      let other = ordinal(b, in: second), one != other, abs(one - other) <= 2,
      Self.isTold(a, first), Self.isTold(b, second), !NameRelation.areOther(a, b, first, second),
      likeness >= 0.4,
      first.names.contains(where: { !$0.isWeak }), second.names.contains(where: { !$0.isWeak })
    else { return nil }
    return FigurePair(first: x, second: y, relation: .contradict, score: Self.least)
  }

  /// Each story names one day, a week or more from the other's, and tells nothing that is known by
  /// its day: two events of one kind.
  var areOfTwoDays: Bool {
    guard first.days.count == 1, second.days.count == 1 else { return false }
    let ours = first.figures.filter { $0.dimension == "date" && $0.time.day != nil }
    let theirs = second.figures.filter { $0.dimension == "date" && $0.time.day != nil }
    guard let one = ours.first, let other = theirs.first, ours.count == 1, theirs.count == 1,
      let x = ordinal(one, in: first), let y = ordinal(other, in: second),
      one.time.day != other.time.month || one.time.month != other.time.day
    else { return false }
    guard one.acts.intersection(other.acts).isDisjoint(with: Concepts.once) else { return false }
    return abs(x - y) >= 7
  }

  /// Each story names one day, not the other's, and both measure then what is another thing each day: the
  /// heat of Monday and of Tuesday.
  var measureOnTwoDays: Bool {
    guard first.days.count == 1, second.days.count == 1, first.days != second.days else {
      return false
    }
    func measured(_ story: StoryReading) -> [Int: Set<String>] {
      Dictionary(
        story.figures.flatMap { figure in
          let own = figure.dimension == "temperature" ? [Concepts.temperature] : figure.attributes
          return Set(own).intersection(Concepts.measuredDaily).map {
            ($0, Set([figure.valueKey]))
          }
        }, uniquingKeysWith: { $0.union($1) })
    }
    let theirs = measured(second)
    return measured(first).contains { attribute, values in
      theirs[attribute].map { $0.isDisjoint(with: values) } ?? false
    }
  }

  /// The day within a year, where it is the only one of the story.
  private func ordinal(_ figure: StoryFigure, in story: StoryReading) -> Int? {
    guard story.days.count == 1, !figure.time.isUntil, !figure.time.isSaid,
      figure.time.endDay == nil,
      let day = figure.time.day, let month = figure.time.month
    else { return nil }
    return month * 30 + day
  }

  /// Whether it stands where a story tells what happened, and nothing of its sentence is counted as it stood.
  private static func isTold(_ figure: StoryFigure, _ story: StoryReading) -> Bool {
    figure.sentence <= 2 && !figure.isOther && figure.modes.isEmpty
      && !story.figures.contains { $0.time.isUntil || $0.isRunning }
      && !story.figures.contains { $0.isToll }
  }
}
