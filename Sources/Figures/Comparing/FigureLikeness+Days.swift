/// Days and hours of what happened.
extension FigureLikeness {
  func date() -> Double? {
    let shared = a.acts.intersection(b.acts).filter {
      FigureLexicon.concepts[$0].kind == .act
    }.union(a.fates.intersection(b.fates).intersection(Concepts.once))
    guard
      !shared.isEmpty
        || !a.fates.intersection(b.fates).isDisjoint(with: Concepts.hardOrMomentary)
    else { return nil }
    // What was planned for a day may come about on another.
    if a.modes.contains(Concepts.plan) != b.modes.contains(Concepts.plan),
      !shared.contains(Concepts.begin)
    {
      return nil
    }
    // A month or a year alone is when something went on, but of what happens once.
    if a.time.day == nil || b.time.day == nil, shared.isDisjoint(with: Concepts.once) { return nil }
    guard a.time.isSaid == b.time.isSaid else { return nil }
    guard !a.time.isUntil && !b.time.isUntil || shared.contains(Concepts.end) else { return nil }
    // "lên tới 61 người vào trưa 16/11" tells when was counted.
    if isCountedThen(a, first) != isCountedThen(b, second) { return nil }
    guard !NameRelation.areOther(a, b, first, second) else { return nil }
    let names = NameRelation.shared(a.names, b.names) > 0 ? 0.3 : 0
    return 1.5 + names + min(1.5, Double(shared.count) * 0.75) + 2 * context()
  }

  /// "cách đảo 180 km lúc 7h": when something was measured.
  private func isOfMeasuring(_ clock: StoryFigure) -> Bool {
    Concepts.volatile.contains { $0 >= 0 && clock.context[UInt64($0) &+ 1] != nil }
  }

  private func isCountedThen(_ date: StoryFigure, _ story: StoryReading) -> Bool {
    date.acts.contains(Concepts.soFar)
      && story.figures.contains {
        $0.sentence == date.sentence && $0.dimension == "count" && $0.acts.contains(Concepts.soFar)
          && abs($0.words.upperBound - date.words.lowerBound) <= 4
      }
  }

  /// "end at 7 p.m." and "run until 2100" both tell an end.
  private var endsAlike: Bool {
    func isEnd(_ figure: StoryFigure) -> Bool { figure.acts.contains(Concepts.end) }
    if a.time.isUntil, b.time.isUntil { return isEnd(a) || isEnd(b) }
    return a.time.isUntil ? isEnd(b) && !isEnd(a) : b.time.isUntil ? isEnd(a) && !isEnd(b) : true
  }

  func clock() -> Double? {
    guard !NameRelation.areOther(a, b, first, second), endsAlike else { return nil }
    if let day = a.time.day, let other = b.time.day, day != other { return nil }
    let shared = a.acts.intersection(b.acts).filter { FigureLexicon.concepts[$0].kind == .act }
    let fates = a.fates.intersection(b.fates)
    let context = context()
    guard
      !shared.isEmpty || !fates.isEmpty || context >= 0.2 && !isOfMeasuring(a) && !isOfMeasuring(b)
    else { return nil }
    return 1 + min(1.5, Double(shared.count + fates.count) * 0.75) + 2.5 * context
  }
}
