/// Which of several figures of a story is the counterpart of another story's.
extension StoryComparison {
  /// "giảm 12,4 điểm, còn 1.187 điểm": beside a loss of 14,2 the nearer one is meant.
  func isFarApart(_ pair: FigurePair) -> Bool {
    let (a, b) = (first.figures[pair.first], second.figures[pair.second])
    return a.value > 0 && b.value > 0 && a.dimension != "date" && Self.ratio(a, b) > 10
  }

  func areOneValue(_ a: FigurePair, _ b: FigurePair) -> Bool {
    first.figures[a.first].valueKey == first.figures[b.first].valueKey
      && second.figures[a.second].valueKey == second.figures[b.second].valueKey
  }

  /// Whether neither story has a count of the same fate that is much nearer to the other's: beside "290
  /// người chết" a story of a raid with 15 dead tells of 253.
  func isNearest(_ pair: FigurePair) -> Bool {
    let (a, b) = (first.figures[pair.first], second.figures[pair.second])
    guard a.dimension == "count", a.fate >= 0, a.fate == b.fate else { return true }
    func isNearer(_ other: StoryFigure, than figure: StoryFigure, to target: StoryFigure) -> Bool {
      guard other.dimension == "count", other.fate == target.fate, other.words != figure.words,
        areAlike(other, target), other.bound != .vague
      else { return false }
      let gap = Self.ratio(figure, target)
      return gap > 2.5 && Self.ratio(other, target) * 1.6 <= gap
        || isApart(other, from: figure) && other.valueKey == target.valueKey
    }
    return !first.figures.contains { isNearer($0, than: a, to: b) }
      && !second.figures.contains { isNearer($0, than: b, to: a) }
  }

  /// Whether a story counts it of another event, or of another time, than its other figure.
  private func isApart(_ other: StoryFigure, from figure: StoryFigure) -> Bool {
    other.isOther
      || !figure.isToll && !other.inheritsTime && !other.time.isEmpty && !other.time.isUntil
        && other.time != figure.time
  }

  private func areAlike(_ a: StoryFigure, _ b: StoryFigure) -> Bool {
    !Set(a.nouns).isDisjoint(with: b.nouns)
      || a.nouns.contains { one in b.nouns.contains { Concepts.areKin(one, $0) } }
  }

  private static func ratio(_ a: StoryFigure, _ b: StoryFigure) -> Double {
    max(a.value, b.value) / max(min(a.value, b.value), 0.5)
  }
}
