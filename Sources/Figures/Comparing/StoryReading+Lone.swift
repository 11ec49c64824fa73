extension StoryReading {
  /// The figures that are the only ones of their kind in the story, by their places: the one clock
  /// time, the one count of hotels. "5 killed" and "5 injured" are of two kinds.
  var lone: Set<Int> {
    Set(
      figures.indices.filter { at in
        !figures.indices.contains { $0 != at && isOneKind(figures[at], figures[$0]) }
      })
  }

  private func isOneKind(_ a: StoryFigure, _ b: StoryFigure) -> Bool {
    // "Thousands marched" beside a crowd of 4,000 is the same crowd.
    if b.bound == .vague, a.low >= b.low, a.high <= b.high { return false }
    guard a.dimension == b.dimension, a.modes == b.modes,
      (a.low, a.high) != (b.low, b.high) || a.dimension == "date" && a.time != b.time
    else { return false }
    guard a.dimension == "count" else { return true }
    if Concepts.hard.contains(a.fate), Concepts.hard.contains(b.fate), a.fate != b.fate {
      return false
    }
    if a.nouns.isEmpty, b.nouns.isEmpty {
      return a.heads.isEmpty || b.heads.isEmpty || !Set(a.heads).isDisjoint(with: b.heads)
    }
    return !Set(a.nouns).isDisjoint(with: b.nouns) || a.nouns.isEmpty && a.heads.isEmpty
      || b.nouns.isEmpty && b.heads.isEmpty
  }
}
