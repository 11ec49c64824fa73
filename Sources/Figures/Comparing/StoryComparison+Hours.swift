extension StoryComparison {
  /// "đổ bộ lúc 19h với gió cấp 11" and "đổ bộ lúc 21h, mạnh cấp 12": the hours are those of what happens
  /// once, and not of two measurements.
  func haveHourOfEvent(_ a: StoryFigure, _ b: StoryFigure) -> Bool {
    guard let one = a.time.minute, let other = b.time.minute, one != other,
      a.time.day == b.time.day, !a.time.isUntil, !b.time.isUntil
    else { return false }
    return !a.acts.intersection(b.acts).isDisjoint(with: Concepts.once)
  }
}
