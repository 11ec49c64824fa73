/// Parts and their wholes across two stories.
extension StoryComparison {
  /// A part that is more than the whole of the other story: "27 chết" and "of those who died, 31 were
  /// pupils".
  func partsAboveWholes() -> [FigurePair] {
    var found = [FigurePair]()
    for (x, a) in first.figures.enumerated() where isCount(a) {
      for (y, b) in second.figures.enumerated() where isCount(b) && a.isPart != b.isPart {
        let (part, whole) = a.isPart ? (a, b) : (b, a)
        guard part.low > whole.high, part.fate >= 0,
          part.fate == whole.fate || part.fates.contains(whole.fate) && whole.fateDistance <= 4,
          part.fateDistance <= 16 || part.fateCost < 40,
          part.contrasts.isEmpty || whole.contrasts.isEmpty, !part.isOther, !whole.isOther,
          TimeRelation.of(a, b, first, second) == .same, !NameRelation.areOther(a, b, first, second)
        else { continue }
        found.append(FigurePair(first: x, second: y, relation: .contradict, score: Self.least))
      }
    }
    return found
  }

  /// Parts that together are more than the whole of the other story: "20 khách" and "sixteen of them
  /// were tourists and nine were students".
  func partsTogetherAboveWholes() -> [FigurePair] {
    above(first, second).map {
      FigurePair(first: $0.whole, second: $0.part, relation: .contradict, score: Self.least)
    }
      + above(second, first).map {
        FigurePair(first: $0.part, second: $0.whole, relation: .contradict, score: Self.least)
      }
  }

  private func above(_ wholes: StoryReading, _ parts: StoryReading) -> [(whole: Int, part: Int)] {
    let people = wholes.figures.indices.filter {
      isCount(wholes.figures[$0]) && wholes.figures[$0].nouns.contains(where: isPerson)
        && !wholes.figures[$0].isPart
    }
    guard people.count == 1, let whole = people.first else { return [] }
    let own = parts.figures.indices.filter {
      isCount(parts.figures[$0]) && !parts.figures[$0].isSum
    }
    return Set(own.map { parts.figures[$0].sentence }).sorted().compactMap { sentence in
      let here = own.filter { parts.figures[$0].sentence == sentence }
      guard here.count == 2, let last = here.last, parts.figures[last].isPart,
        parts.figures[here[0]].isPart || parts.figures[here[0]].opensParts,
        own.count(where: { parts.figures[$0].nouns.contains(where: isPerson) && !here.contains($0) }
        ) == 0
      else { return nil }
      let total = here.reduce(0) { $0 + parts.figures[$1].low }
      return total > wholes.figures[whole].high ? (whole, here[0]) : nil
    }
  }

  private func isPerson(_ noun: Int) -> Bool { FigureLexicon.concepts[noun].kind == .person }

  private func isCount(_ figure: StoryFigure) -> Bool {
    figure.dimension == "count" && figure.bound == .exact
  }

  /// Without pairs that agree once parts are added up: "102 kg … và 128 kg" against 230 kg.
  func withoutSums(_ pairs: [FigurePair]) -> [FigurePair] {
    pairs.filter { pair in
      let (a, b) = (first.figures[pair.first], second.figures[pair.second])
      return !(adds(a, in: first, upTo: b) || adds(b, in: second, upTo: a))
    }
  }

  /// Whether a figure and others of its sentence make the other one.
  private func adds(_ part: StoryFigure, in story: StoryReading, upTo whole: StoryFigure) -> Bool {
    guard part.high < whole.low, part.bound == .exact,
      whole.bound == .exact || whole.bound == .about
    else { return false }
    let sisters = story.figures.filter { other in
      other.sentence == part.sentence && other.dimension == part.dimension
        && other.words != part.words && !other.isSum
        && other.bound == .exact
        && (part.dimension != "count" || other.nouns == part.nouns
          || other.fate == part.fate && part.fate >= 0)
    }
    guard !sisters.isEmpty, sisters.count <= 4 else { return false }
    let whole = whole.low
    let sum = part.low + sisters.reduce(0) { $0 + $1.low }
    return abs(sum - whole) <= whole * 1e-6
      || sisters.contains { abs(part.low + $0.low - whole) <= whole * 1e-6 }
  }
}
