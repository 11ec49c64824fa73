internal import Lexicons

/// What a figure's words tell from farther away.
extension RoleReader {
  /// "Số nạn nhân tử nạn trong vụ lật thuyền hôm 18/5 đã lên tới 8", "The death toll from the collapse of the
  /// bridge on Monday rose to 17": what is tallied stands at the tally, however far the number.
  func readFarToll(_ figure: inout StoryFigure, _ clause: Range<Int>, _ left: Int) {
    guard figure.dimension == "count",
      figure.fateDistance > 8 || !Concepts.casualties.contains(figure.fate),
      figure.nouns.isEmpty || figure.nouns.contains(Concepts.people)
    else { return }
    let first = figure.words.lowerBound
    guard first > clause.lowerBound,
      (max(clause.lowerBound, first - 3)..<first).contains(where: {
        Self.reaching.contains(words[$0].exact)
      }),
      let tally = (max(left, sentence.words.lowerBound)..<first).last(where: isTally),
      let fate = sentence.mentions.first(where: {
        $0.kind == .fate && Concepts.casualties.contains($0.concept)
          && $0.words.lowerBound >= tally - 2 && $0.words.upperBound <= tally + 7
      })
    else { return }
    figure.nouns = [Concepts.people]
    (figure.fate, figure.fateDistance, figure.fateCost) = (fate.concept, 0, 0)
    figure.fates.insert(fate.concept)
    figure.isToll = true
  }

  private func isTally(_ at: Int) -> Bool {
    Self.tallies.contains(words[at].exact)
      && !(at > 0 && isVietnamese && Self.some.contains(words[at - 1].exact))
  }

  private static let tallies = TimeWords.keys("số", "toll", "number", "tally", "count")
  private static let some = TimeWords.keys("một", "tổng", "con")
  private static let reaching = TimeWords.keys(
    "lên", "tới", "là", "còn", "đến", "to", "at", "reached", "passed", "hit", "was", "is", "stood",
    "thành", "by", "vượt")

  /// "killing one and injuring six others", "another 80 were treated": others than the dead, and no other
  /// event. "He and six others" are those beside him.
  func readOthers(_ figure: inout StoryFigure, _ others: [StoryFigure]) {
    let first = figure.words.lowerBound
    let isAnother =
      first > sentence.words.lowerBound && Self.another.contains(words[first - 1].exact)
    guard figure.isOther, figure.dimension == "count", Concepts.hurt.contains(figure.fate),
      figure.fateDistance <= 8, isAnother || tellsOthers(behind: figure)
    else { return }
    let isJoined = first > sentence.words.lowerBound && Self.ands.contains(words[first - 1].exact)
    let beside = others.contains {
      $0.dimension == "count" && $0.words.upperBound <= first && $0.words != figure.words
    }
    guard beside || !isJoined else { return }
    figure.isOther = false
    if figure.nouns.isEmpty { figure.nouns = [Concepts.people] }
  }

  private func tellsOthers(behind figure: StoryFigure) -> Bool {
    (figure.words.lowerBound..<min(sentence.words.upperBound, figure.words.upperBound + 1))
      .contains { Self.others.contains(words[$0].exact) }
  }

  private static let another = TimeWords.keys("another")
  private static let others = TimeWords.keys("others", "other", "khác")
  private static let ands = TimeWords.keys("and", "và", "cùng", "with")

  /// "a mother of three": three children.
  func readChildren(_ figure: inout StoryFigure) {
    let first = figure.words.lowerBound
    guard !isVietnamese, figure.dimension == "count", figure.nouns.isEmpty,
      first >= sentence.words.lowerBound + 2, Self.of.contains(words[first - 1].exact),
      Self.parents.contains(words[first - 2].exact)
    else { return }
    figure.nouns = [FigureLexicon.concept(named: "child")]
  }

  private static let of = TimeWords.keys("of", "to")
  private static let parents = TimeWords.keys("mother", "father", "mom", "dad", "mum", "parent")

  /// "put the crowd at 4,000", "estimates attendance at 900": the noun right before.
  func nounPut(_ figure: StoryFigure) -> Int? {
    let first = figure.words.lowerBound
    guard !isVietnamese, first > sentence.words.lowerBound + 1,
      Self.placed.contains(words[first - 1].exact)
    else { return nil }
    return sentence.mentions.last {
      $0.kind == .person && $0.words.upperBound == first - 1
        && $0.words.lowerBound > sentence.words.lowerBound
        && Self.the.contains(words[$0.words.lowerBound - 1].exact)
    }?.concept
  }

  private static let placed = TimeWords.keys("at")
  private static let the = TimeWords.keys("the", "its", "put", "estimated", "estimates")

  // MARK: - Rates

  /// "mỗi lít xăng đắt thêm 520 đồng", "a barrel of crude cost $70": the unit stands before.
  func readEarlierRate(_ figure: inout StoryFigure, _ clause: Range<Int>, _ left: Int) {
    guard figure.dimension.hasPrefix("money"), figure.rateUnit == 0 else { return }
    let first = figure.words.lowerBound
    for at in max(clause.lowerBound, left, first - 9)..<max(first, clause.lowerBound)
    where Self.each.contains(words[at].exact) && at + 1 < first {
      guard
        let unit = scan.lexicon.measures.longest(at: at + 1, in: words, before: first)?.values
          .first,
        Self.weighed.contains(unit.dimension)
      else { continue }
      rate(&figure, unit.factor, unit.dimension)
      return
    }
  }

  private static let each = TimeWords.keys("mỗi", "a", "an", "each", "every")
  private static let weighed: Set = ["mass", "volume", "energy", "area"]

  private func rate(_ figure: inout StoryFigure, _ factor: Double, _ dimension: String) {
    figure.low /= factor
    figure.high /= factor
    figure.margin /= factor
    figure.rateUnit = factor
    figure.dimension += "/" + dimension
  }

  /// "tăng 420 đồng mỗi lít, lên 21.350 đồng", "rose 20 cents to $3.10 a gallon": a step and a level have
  /// one unit.
  func lendRates(_ figures: inout [StoryFigure]) {
    for at in figures.indices where figures[at].rateUnit == 0 {
      let figure = figures[at]
      guard figure.dimension.hasPrefix("money"),
        !figure.acts.isDisjoint(with: [Concepts.rise, Concepts.fall]),
        let other = figures.first(where: {
          $0.rateUnit > 0 && $0.dimension.hasPrefix(figure.dimension + "/")
            && !$0.dimension.hasSuffix("/duration")
            && abs($0.words.lowerBound - figure.words.lowerBound) <= 14
        })
      else { continue }
      rate(
        &figures[at], other.rateUnit, String(other.dimension.dropFirst(figure.dimension.count + 1)))
    }
  }
}
