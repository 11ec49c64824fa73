internal import Lexicons

/// What kind of figure it is, as the words of its sentence tell: an age, a lead, a count as it stood.
extension RoleReader {
  /// "cảnh sát bắt 5 người", "người biểu tình bắt hai người": who does what they met with.
  func readAgent(_ figure: inout StoryFigure, _ clause: Range<Int>) {
    guard figure.fate >= 0,
      let act = sentence.mentions.last(where: {
        $0.concept == figure.fate && $0.words.upperBound <= figure.words.lowerBound
          && clause.contains($0.words.lowerBound)
      })
    else { return }
    figure.agent =
      sentence.mentions.last {
        $0.kind == .person && $0.words.upperBound <= act.words.lowerBound
          && clause.contains($0.words.lowerBound)
      }?.concept ?? -1
  }

  /// "14 nhân viên trong số người chết", "Fourteen guests were among the dead"; not "trong số đó".
  func isAmong(_ mention: Range<Int>, behind figure: StoryFigure) -> Bool {
    guard figure.dimension == "count", mention.lowerBound >= figure.words.upperBound,
      mention.lowerBound - figure.words.upperBound <= 6, mention.count == 2,
      mention.upperBound < sentence.words.upperBound, words[mention.upperBound].kind == .word
    else { return false }
    return Self.among.contains(words[mention.lowerBound].exact)
      && !Self.those.contains(words[mention.upperBound].exact)
  }

  private static let among = TimeWords.keys("trong", "among")
  private static let those = TimeWords.keys("đó", "này", "họ", "có")

  /// "1.034 ca nhiễm mới", "52 new cases": those of one day, and none of the days before.
  func isNew(_ figure: StoryFigure) -> Bool { has(one: Self.new, inOrBehind: figure) }

  /// Whether one of some words is among a figure's own or right behind them.
  private func has(one some: WordSet, inOrBehind figure: StoryFigure) -> Bool {
    (figure.words.lowerBound..<min(sentence.words.upperBound, figure.words.upperBound + 1))
      .contains { some.contains(words[$0].exact) }
  }

  private static let new = TimeWords.keys("mới", "new")

  /// "cut its forecast to $900 million from $1.1 billion", "tăng từ 50 lên 60": what it was before.
  func readOldValue(_ figure: inout StoryFigure, _ others: [StoryFigure]) {
    let first = figure.words.lowerBound
    let isFrom =
      Self.from.contains(words[first].exact)
      || first > sentence.words.lowerBound && Self.from.contains(words[first - 1].exact)
    guard isFrom, figure.bound == .exact, figure.dimension != "date", figure.dimension != "clock",
      figure.dimension != "length", figure.dimension != "duration",
      !figure.acts.isDisjoint(with: [Concepts.rise, Concepts.fall])
        || figure.dimension.hasPrefix("money") || figure.dimension == "percent",
      others.contains(where: { other in
        other.dimension == figure.dimension && other.words != figure.words
          && other.words.lowerBound > sentence.words.lowerBound
          && Self.toWords.contains(words[other.words.lowerBound - 1].exact)
      })
    else { return }
    figure.isOther = true
  }

  private static let from = TimeWords.keys("from", "từ")

  private static let toWords = TimeWords.keys("to", "lên", "xuống", "còn", "thành", "đến", "tới")

  /// "hơn Bưu Điện 4 điểm", "4 points ahead": a lead is none of what is led by.
  func readLead(_ figure: inout StoryFigure) {
    guard isVietnamese, figure.dimension == "count" else { return }
    var at = figure.words.lowerBound - 1
    while at > sentence.words.lowerBound, words[at].isCapitalised { at -= 1 }
    guard at < figure.words.lowerBound - 1, at >= sentence.words.lowerBound,
      Self.ahead.contains(words[at].exact)
    else { return }
    figure.dimension = "lead"
  }

  private static let ahead = TimeWords.keys("hơn", "kém", "trước")

  func readMagnitude(_ figure: inout StoryFigure) {
    if figure.dimension == "temperature",
      figure.attributes.contains(Concepts.magnitude)
        || sentence.mentions.contains(where: { FigureLexicon.concepts[$0.concept].name == "quake" })
    {
      figure.dimension = "richter"
    }
    if figure.dimension == "count", figure.nouns.isEmpty, figure.heads.isEmpty, figure.low < 10,
      figure.isRounded, figure.margin < 0.5,
      sentence.mentions.contains(where: { FigureLexicon.concepts[$0.concept].name == "quake" })
    {
      figure.dimension = "richter"
    }
    if figure.dimension == "count", figure.nouns.isEmpty, figure.low < 10,
      words[figure.words.lowerBound].kind == .digits,
      figure.attributes.contains(Concepts.magnitude)
    {
      figure.dimension = "richter"
    }
  }

  /// "số người chết", "tổng cộng", "lên 321"; not "một số", "Tổng thống", "lên án".
  func tellsToll(_ at: Int, before figure: StoryFigure) -> Bool {
    let word = words[at].exact
    guard isVietnamese else { return Self.tolls.contains(word) }
    let next = at + 1 < figure.words.lowerBound ? words[at + 1].exact : 0
    if word == Self.so { return at == 0 || !Self.ones.contains(words[at - 1].exact) }
    if word == Self.tong { return next == 0 || Self.behindTotal.contains(next) }
    return word == Self.up && (next == 0 || Self.behindUp.contains(next))
  }

  private static let tolls = TimeWords.keys(
    "toll", "number", "tally", "total", "count", "risen", "climbed", "reached")

  private static let so = WordKey("số").exact

  private static let tong = WordKey("tổng").exact

  private static let up = WordKey("lên").exact

  private static let ones = TimeWords.keys("một")

  private static let behindTotal = TimeWords.keys("số", "cộng", "hợp", "thể")

  private static let behindUp = TimeWords.keys("tới", "đến", "thành", "mức", "con", "hơn", "gần")
}

/// Ages that no unit tells.
extension RoleReader {
  /// "Dan Okoro, 29, announced", "The driver, 34, was held", "She is 52 and lives here", "retire at 67".
  func readAge(_ figure: inout StoryFigure) {
    guard figure.dimension == "count", figure.bound == .exact, figure.low < 110, figure.low >= 3,
      figure.low == figure.high, figure.words.count == 1,
      isBesidePerson(figure) || isToldOfSomebody(figure) || isOfRetirement(figure)
    else { return }
    figure.dimension = "age"
    figure.nouns = []
  }

  private func isBesidePerson(_ figure: StoryFigure) -> Bool {
    let (first, last) = (figure.words.lowerBound, figure.words.upperBound)
    guard first > sentence.words.lowerBound + 1, words[first - 1].sign == 0x2C,
      isClosed(last)
    else { return false }
    return figure.nouns.isEmpty && words[first - 2].isCapitalised || endsPerson(first - 1)
  }

  private func endsPerson(_ comma: Int) -> Bool {
    sentence.mentions.contains { $0.kind == .person && $0.words.upperBound == comma }
      && isOneOf(comma)
  }

  /// "The driver, 34," is one; "drivers, 34," are none.
  private func isOneOf(_ comma: Int) -> Bool {
    isVietnamese
      || scan.text.bytes[words[comma - 1].end - 1] != UInt8(ascii: "s")
        && (max(sentence.words.lowerBound, comma - 4)..<comma).contains {
          Self.articles.contains(words[$0].exact)
        }
  }

  private func isClosed(_ at: Int) -> Bool {
    at < sentence.words.upperBound && (words[at].sign == 0x2C || words[at].sign == 0x2E)
  }

  /// "She is 52 and …", "He turned 90 on Monday"
  private func isToldOfSomebody(_ figure: StoryFigure) -> Bool {
    let (first, last) = (figure.words.lowerBound, figure.words.upperBound)
    guard !isVietnamese, first >= sentence.words.lowerBound + 2,
      Self.being.contains(words[first - 1].exact), Self.somebody.contains(words[first - 2].exact)
    else { return false }
    return last >= sentence.words.upperBound || isClosed(last)
      || Self.joints.contains(words[last].exact)
  }

  /// "raises the retirement age to 65", "able to retire at 67", "qua đời ở tuổi 84"
  private func isOfRetirement(_ figure: StoryFigure) -> Bool {
    let first = figure.words.lowerBound
    guard first > sentence.words.lowerBound else { return false }
    if isVietnamese { return Self.aged.contains(words[first - 1].exact) }
    guard Self.at.contains(words[first - 1].exact) else { return false }
    return (max(sentence.words.lowerBound, first - 6)..<first).contains {
      Self.retire.contains(words[$0].exact)
    }
  }

  private static let articles = TimeWords.keys(
    "the", "a", "an", "his", "her", "its", "their", "whose")
  private static let being = TimeWords.keys("is", "was", "turned", "turns", "aged")
  private static let somebody = TimeWords.keys("he", "she", "who")
  private static let joints = TimeWords.keys("and", "when", "on", "in", "but", "at", "this")
  private static let at = TimeWords.keys("at", "to", "of", "from")
  private static let aged = TimeWords.keys("tuổi")
  private static let retire = TimeWords.keys("retire", "retirement", "age", "retiring")
}

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
      figure.fateDistance <= 8, isAnother || has(one: Self.others, inOrBehind: figure)
    else { return }
    let isJoined = first > sentence.words.lowerBound && Self.ands.contains(words[first - 1].exact)
    let beside = others.contains {
      $0.dimension == "count" && $0.words.upperBound <= first && $0.words != figure.words
    }
    guard beside || !isJoined else { return }
    figure.isOther = false
    if figure.nouns.isEmpty { figure.nouns = [Concepts.people] }
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
