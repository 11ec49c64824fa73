internal import Lexicons

/// Shares: "một phần ba", "three quarters", "half full", "45 of 60", "one in ten", "cứ 10 … thì có 1".
extension FigureReader {
  func fraction(at start: Int) -> ReadFigure? {
    let found = isVietnamese ? vietnameseFraction(at: start) : englishFraction(at: start)
    guard let found else { return slashed(at: start) }
    var figure = make(bounded(start).lowerBound..<found.end, found.value * 100, nil, "percent")
    figure.margin = 0.5
    figure.isFraction = true
    figure.bound = bounded(start).bound ?? .exact
    return ReadFigure(taken: start..<found.end, figure: figure)
  }

  /// "1/3 diện tích", where it is no date.
  private func slashed(at start: Int) -> ReadFigure? {
    guard let parts = scan.times.parts(start, end, 0x2F), parts.count == 2, parts[1] > 0,
      parts[0] <= parts[1]
    else { return nil }
    var figure = make(start..<start + 1, Double(parts[0]) / Double(parts[1]) * 100, nil, "percent")
    figure.whole = Double(parts[1])
    figure.isFraction = true
    figure.margin = 0.5
    return ReadFigure(taken: start..<start + 1, figure: figure)
  }

  /// "một phần ba", "ba phần tư", "một nửa", "nửa số"
  private func vietnameseFraction(at start: Int) -> (value: Double, end: Int)? {
    if words[start].exact == Self.nua {
      guard start + 1 < end, !Self.notHalf.contains(words[start + 1].exact),
        lexicon.measures.longest(at: start + 1, in: words, before: end) == nil
      else { return nil }
      return (0.5, start + 1)
    }
    guard let top = smallNumber(at: start) else { return nil }
    if top.end < end, words[top.end].exact == Self.nua, top.value == 1,
      !(top.end + 1 < end && Self.notHalf.contains(words[top.end + 1].exact))
    {
      return (0.5, top.end + 1)
    }
    guard top.end + 1 < end, words[top.end].exact == Self.phan,
      let bottom = smallNumber(at: top.end + 1),
      bottom.value > top.value
    else { return nil }
    return (top.value / bottom.value, bottom.end)
  }

  private static let nua = WordKey("nửa").exact
  private static let phan = WordKey("phần").exact
  private static let notHalf = TimeWords.keys(
    "đêm", "đầu", "cuối", "sau", "trước", "chừng", "năm", "tháng", "ngày", "giờ", "tiếng", "thế",
    "triệu", "tỷ")

  private func smallNumber(at start: Int) -> (value: Double, end: Int)? {
    guard start < end else { return nil }
    if let digits = scan.times.integer(start, end) { return (Double(digits), start + 1) }
    guard let found = lexicon.numbers.longest(at: start, in: words, before: end),
      let word = found.values.first(where: { $0.kind == .unit })
    else { return nil }
    return (word.value, found.end)
  }

  /// "a third of", "three quarters", "two-thirds", "half"; not "a quarter point", "half a year".
  private func englishFraction(at start: Int) -> (value: Double, end: Int)? {
    func part(_ at: Int) -> Double? {
      guard at < end, let key = Self.parts[words[at].exact] else { return nil }
      return key
    }
    if words[start].exact == Self.half {
      guard start + 1 < end || start > sentence.lowerBound else { return nil }
      let next = start + 1
      if next < end, Self.afterHalf.contains(words[next].exact) || words[next].sign == 0x2D {
        return nil
      }
      if start > sentence.lowerBound, Self.beforeHalf.contains(words[start - 1].exact) {
        return nil
      }
      let first = start > sentence.lowerBound && words[start - 1].exact == Self.a ? start : start
      return (0.5, first + 1)
    }
    var top = 1.0
    var at = start + 1
    if !Self.ones.contains(words[start].exact) {
      guard let number = smallNumber(at: start), number.value < 10 else { return nil }
      top = number.value
      at = number.end
    }
    if at < end, words[at].sign == 0x2D { at += 1 }
    guard let value = part(at) else { return nil }
    let next = at + 1
    if top == 1, next < end, !Self.afterPart.contains(words[next].exact), words[next].kind == .word,
      !isComparative(next)
    {
      return nil
    }
    return (top * value, next)
  }

  /// "one fifth likelier", "a third more"
  private func isComparative(_ at: Int) -> Bool {
    let word = scan.text.bytes[words[at].start..<words[at].end]
    return word.count > 4 && word.suffix(2).elementsEqual("er".utf8)
      || Self.comparatives.contains(words[at].exact)
  }

  private static let comparatives = TimeWords.keys(
    "more", "less", "as", "off", "below", "above", "full", "empty", "by", "over", "since")
  private static let half = WordKey("half").exact
  private static let a = WordKey("a").exact
  private static let ones = TimeWords.keys("a", "one")
  private static let afterHalf = TimeWords.keys(
    "a", "an", "time", "year", "hour", "century", "decade", "dozen", "mile", "point", "marathon",
    "century", "million", "billion")
  private static let beforeHalf = TimeWords.keys(
    "first", "second", "last", "other", "latter", "opening", "and")
  private static let afterPart = TimeWords.keys(
    "of", "to", "in", "are", "were", "is", "was", "have", "had", "said", "and", "on", "from", "by")
  private static let parts: [UInt64: Double] = {
    var parts = [UInt64: Double]()
    for (word, value) in [
      ("third", 1.0 / 3), ("quarter", 0.25), ("fifth", 0.2), ("tenth", 0.1), ("sixth", 1.0 / 6),
      ("eighth", 0.125), ("half", 0.5),
    ] {
      parts[WordKey(word).exact] = value
      parts[WordKey(word == "half" ? "halves" : word + "s").exact] = value
    }
    return parts
  }()

  /// "45 of 60 trucks", "3 trong 8 cửa hàng", "one in ten", "cứ 10 trẻ thì có 1 trẻ".
  func ratio(at start: Int) -> ReadFigure? {
    if let found = inEvery(at: start) { return found }
    guard let first = scan.numbers.number(at: start, before: end), !first.isVague else {
      return nil
    }
    var at = first.words.upperBound
    // "14 trận trong 20 trận"
    if isVietnamese || first.low == 1, at < end, isCounted(at),
      let noun = lexicon.words.longest(at: at, in: words, before: end),
      noun.end < end, Self.joints.contains(words[noun.end].exact)
    {
      at = noun.end
    }
    guard at + 1 < end, Self.joints.contains(words[at].exact) else { return nil }
    at += 1
    while at < end, Self.between.contains(words[at].exact) { at += 1 }
    guard at < end, let second = scan.numbers.number(at: at, before: end), second.low > first.low,
      !second.isVague, !isMeasured(second.words.upperBound)
    else { return nil }
    // "5 in 2025" is no share.
    if scan.times.year(at, end) != nil { return nil }
    let isTrong = words[at - 1].exact == Self.inWord || words[at - 1].exact == Self.trong
    if isTrong, !isVietnamese, second.low != 10, second.low != 100, second.low != 1000,
      second.low > 20
    {
      return nil
    }
    if !isVietnamese, isTrong, !first.isSpelled, second.low < 10 { return nil }
    let bound = bounded(start)
    var to = second.words.upperBound
    if to < end, let noun = lexicon.words.longest(at: to, in: words, before: end), isCounted(to) {
      to = noun.end
    }
    var figure = make(bound.lowerBound..<to, first.low / second.low * 100, nil, "percent")
    figure.whole = second.low
    figure.isFraction = true
    figure.margin = 0.05
    figure.bound = bound.bound ?? .exact
    addNouns(&figure, from: second.words.upperBound)
    return ReadFigure(taken: start..<to, figure: figure)
  }

  private func isMeasured(_ at: Int) -> Bool {
    lexicon.measures.longest(at: at, in: words, before: end) != nil
  }

  private static let joints = TimeWords.keys("of", "in", "trong", "trên", "out")
  private static let between = TimeWords.keys(
    "the", "of", "số", "tổng", "every", "its", "tổng_số", "all")
  private static let inWord = WordKey("in").exact
  private static let trong = WordKey("trong").exact

  private func inEvery(at start: Int) -> ReadFigure? {
    guard words[start].exact == Self.every,
      let whole = scan.numbers.number(at: start + 1, before: end)
    else { return nil }
    for at in whole.words.behind(9, before: end) {
      guard let part = scan.numbers.number(at: at, before: end), part.low < whole.low else {
        continue
      }
      var figure = make(start..<part.words.upperBound, part.low / whole.low * 100, nil, "percent")
      figure.whole = whole.low
      figure.isFraction = true
      figure.margin = 0.05
      addNouns(&figure, from: part.words.upperBound)
      return ReadFigure(taken: start..<part.words.upperBound, figure: figure)
    }
    return nil
  }

  private static let every = WordKey("cứ").exact
}
