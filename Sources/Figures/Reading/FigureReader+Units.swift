internal import Lexicons

/// Units behind a number: measures, rates, ages.
extension FigureReader {
  func measure(_ figure: inout StoryFigure, _ at: inout Int, _ number: ReadNumber) {
    var from = at
    if from < end, words[from].sign == 0x2D, !words[from].followsSpace { from += 1 }
    if has(from, Self.magnitude) {
      figure.dimension = "richter"
      at = from + 1
      return
    }
    if from < end, let age = age(at: from) {
      figure.dimension = "age"
      at = age
      return
    }
    guard from < end, let found = lexicon.measures.longest(at: from, in: words, before: end),
      let unit = found.values.first, accepts(unit, found.end, from, number)
    else { return }
    at = found.end
    let isFahrenheit = unit.dimension == "fahrenheit"
    if unit.dimension == "celsius" || isFahrenheit {
      figure.dimension = "temperature"
      var hot = isFahrenheit
      if !isVietnamese, at < end, Self.fahrenheit.contains(words[at].exact) {
        (hot, at) = (true, at + 1)
      } else if !isVietnamese, at < end, Self.celsius.contains(words[at].exact) {
        at += 1
      }
      if hot {
        (figure.low, figure.high) = ((figure.low - 32) / 1.8, (figure.high - 32) / 1.8)
        figure.margin /= 1.8
        figure.isRounded = true
      }
      if start(figure, follows: Self.minus) || has(at, Self.below)
        || has(at, Self.under) && has(at + 1, Self.zero)
      {
        negate(&figure)
      }
      return
    }
    if unit.dimension == "mass", !isVietnamese, isSterling(from, found.end, number) {
      figure.dimension = "money-gbp"
      rate(&figure, &at)
      return
    }
    figure.dimension = unit.dimension
    apply(unit, to: &figure)
    compound(&figure, &at, unit)
    if unit.dimension == "duration", at < end, figure.low < Self.longAgo,
      Self.ago.contains(words[at].exact)
    {
      figure.dimension = "skip"
      return
    }
    rate(&figure, &at)
  }

  /// "3.9 million pounds", "60,000 pounds a week"
  private func isSterling(_ unit: Int, _ after: Int, _ number: ReadNumber) -> Bool {
    guard Self.pounds.contains(words[unit].exact) else { return false }
    if number.words.count > 1, number.isRounded, number.low >= 100_000 { return true }
    if after + 1 < end, Self.each.contains(words[after].exact),
      lexicon.measures.longest(at: after + 1, in: words, before: end)?.values.first?.dimension
        == "duration"
    {
      return true
    }
    return (sentence.lowerBound..<end).contains { Self.moneyWords.contains(words[$0].exact) }
  }

  private static let pounds = TimeWords.keys("pound", "pounds")
  private static let moneyWords = TimeWords.keys(
    "paid", "wage", "wages", "salary", "fine", "fined", "cost", "costs", "price", "priced", "prize",
    "fee", "rent", "tax", "bill", "debt", "profit", "revenue", "loan", "sterling", "stole")

  private func apply(_ unit: Measure, to figure: inout StoryFigure) {
    figure.low *= unit.factor
    figure.high *= unit.factor
    figure.margin *= unit.factor
  }

  private func start(_ figure: StoryFigure, follows list: WordSet) -> Bool {
    figure.words.lowerBound > sentence.lowerBound
      && list.contains(words[figure.words.lowerBound - 1].exact)
  }

  private static let magnitude = TimeWords.keys("magnitude", "richter")
  private static let minus = TimeWords.keys("âm", "minus")
  private static let under = TimeWords.keys("dưới", "below")
  private static let zero = TimeWords.keys("không", "zero", "freezing", "0")
  private static let below = TimeWords.keys("below")
  private static let fahrenheit = TimeWords.keys("f", "fahrenheit")
  private static let celsius = TimeWords.keys("c", "celsius", "centigrade")
  /// Two hundred years: "từ 3.500 năm trước" tells an age.
  private static let longAgo = 200 * 31_556_952.0
  private static let ago = TimeWords.keys("ago", "earlier", "trước", "later", "nữa", "before")

  /// "10 m" measures; "10 v" of a word does not. "100 độ" without a letter does.
  private func accepts(_ unit: Measure, _ after: Int, _ at: Int, _ number: ReadNumber) -> Bool {
    // "4 tháng 3" was read as a date; "3 năm" behind "thứ" not.
    if unit.dimension == "volume", isVietnamese, words[at].exact == Self.khoi, after < end,
      isCounted(after)
    {
      return false
    }
    if number.isSpelled, number.low == 1, unit.dimension == "duration", !isVietnamese,
      number.words.count == 1,
      words[number.words.lowerBound].exact != Self.one
    {
      return false
    }
    // "một ngày", "một năm" are seldom meant as one.
    if isVietnamese, number.isSpelled, number.low == 1, unit.dimension == "duration",
      number.words.count == 1
    {
      return unit.factor > 40_000_000
    }
    if words[at].isCapitalised, words[at].end - words[at].start == 1,
      unit.dimension != "temperature", unit.dimension != "celsius"
    {
      return unit.dimension == "power"
    }
    return true
  }

  private static let khoi = WordKey("khối").exact
  private static let one = WordKey("one").exact

  /// "6 feet 2 inches", "5 năm 11 tháng", "1m75"
  private func compound(_ figure: inout StoryFigure, _ at: inout Int, _ unit: Measure) {
    var last = unit
    while at < end {
      var next = at
      if next < end, words[next].sign == 0x2C || Self.joints.contains(words[next].exact) {
        next += 1
      }
      guard let number = scan.numbers.number(at: next, before: end), !number.isVague else { return }
      let after = number.words.upperBound
      if let found = lexicon.measures.longest(at: after, in: words, before: end),
        let small = found.values.first,
        small.dimension == last.dimension, small.factor < last.factor,
        number.low * small.factor < last.factor * 1.01
      {
        figure.low += number.low * small.factor
        figure.high = figure.low
        figure.margin = small.factor / 2
        at = found.end
        last = small
      } else if last.dimension == "length", last.factor == 1, !words[next].followsSpace, next == at,
        number.low < 100
      {
        figure.low += words[next].end - words[next].start == 1 ? number.low / 10 : number.low / 100
        figure.high = figure.low
        figure.margin = 0.005
        at = after
        return
      } else {
        return
      }
    }
  }

  private static let joints = TimeWords.keys("and", "và")

  /// "/kg", "mỗi tạ", "một tháng", "a tonne", "per year"
  func rate(_ figure: inout StoryFigure, _ at: inout Int) {
    guard at + 1 < end else { return }
    let isMoney = figure.dimension.hasPrefix("money")
    let start = at
    if figure.dimension == "volume" || figure.dimension == "mass" { skipGood(&at) }
    defer { if !figure.dimension.contains("/") { at = start } }
    guard words[at].sign == 0x2F || Self.each.contains(words[at].exact) else { return }
    guard isMoney || figure.dimension != "duration" else { return }
    var next = at + 1
    while next < end, Self.each.contains(words[next].exact) { next += 1 }
    guard next < end else { return }
    if let found = lexicon.measures.longest(at: next, in: words, before: end),
      let unit = found.values.first,
      unit.dimension != "percent", !unit.dimension.hasPrefix("money"),
      !has(found.end, Self.ago),
      isMoney || unit.dimension == "duration" || unit.dimension == "area"
    {
      // "5 triệu đồng một tháng" is a rate; "500 người một ngày" too.
      figure.low /= unit.factor
      figure.high /= unit.factor
      figure.margin /= unit.factor
      figure.rateUnit = unit.factor
      figure.dimension += "/" + unit.dimension
      at = found.end
    }
  }

  /// "4 lít nước một ngày", "28 liters of water a week": what is measured stands between.
  private func skipGood(_ at: inout Int) {
    for next in at + 1...at + 2
    where next < end && Self.each.contains(words[next].exact) && next + 1 < end {
      guard
        (at..<next).allSatisfy({ words[$0].kind == .word && !Self.spans.contains(words[$0].exact) }
        ),
        lexicon.measures.longest(at: next + 1, in: words, before: end)?.values.first?.dimension
          == "duration"
      else { continue }
      at = next
      return
    }
  }

  private static let spans = TimeWords.keys(
    "in", "within", "after", "over", "for", "during", "half", "trong", "sau", "suốt", "nửa", "mất")

  /// "18 ca mỗi tháng", "40 flights a day": how many such periods a year has.
  func period(at: Int) -> Double {
    guard at + 1 < end, words[at].sign == 0x2F || Self.each.contains(words[at].exact),
      !has(at, Self.cho)
    else { return 0 }
    guard let found = lexicon.measures.longest(at: at + 1, in: words, before: end),
      let unit = found.values.first,
      unit.dimension == "duration"
    else { return 0 }
    return (31_557_600 / unit.factor).rounded()
  }

  private static let cho = TimeWords.keys("cho")
  private static let each = TimeWords.keys("mỗi", "một", "cho", "a", "an", "per", "each", "every")

  /// "52 tuổi", "29-year-old", "31 years old"
  func age(at: Int) -> Int? {
    if has(at, Self.tuoi) { return at + 1 }
    guard has(at, Self.years) else { return nil }
    var next = at + 1
    if next < end, words[next].sign == 0x2D { next += 1 }
    guard has(next, Self.old) else { return nil }
    return next + 1
  }

  private static let tuoi = TimeWords.keys("tuổi")
  private static let years = TimeWords.keys("year", "years")
  private static let old = TimeWords.keys("old", "olds")

  /// "or more", "trở lên"
  func behind(_ figure: inout StoryFigure, _ at: inout Int) {
    guard let found = lexicon.boundsBehind.longest(at: at, in: words, before: end),
      let bound = found.values.first,
      figure.bound == .exact
    else { return }
    figure.bound = bound
    at = found.end
  }
}
