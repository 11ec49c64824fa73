internal import Lexicons

/// A number as it stands, before its unit.
struct ReadNumber {
  var low: Double
  var high: Double
  var margin = 0.5
  var words: Range<Int>
  var isSpelled = false
  var isVague = false
  var isRounded = false
  var hasMark = false
}

/// Reads numbers in digits and words, "2.000 tỷ", "hai vạn hai nghìn", "two dozen", "hàng trăm".
struct NumberReader {
  let text: FigureText
  let lexicon: FigureLexicon
  var words: [FigureWord] { text.words }

  init(_ text: FigureText, _ lexicon: FigureLexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  func number(at start: Int, before end: Int) -> ReadNumber? {
    guard start < end else { return nil }
    switch words[start].kind {
    case .digits: return digits(at: start, before: end).map { withHalf($0, before: end) }
    case .word:
      return half(at: start, before: end) ?? vague(at: start, before: end)
        ?? spelled(at: start, before: end).map { withHalf($0, before: end) }
    case .sign: return nil
    }
  }

  /// "five and a half years": 5.5; the measure stands behind.
  private func withHalf(_ number: ReadNumber, before end: Int) -> ReadNumber {
    let at = number.words.upperBound
    guard !text.isVietnamese, at + 3 < end, words[at].exact == Self.and,
      Self.articles.contains(words[at + 1].exact),
      words[at + 2].exact == Self.half,
      lexicon.measures.longest(at: at + 3, in: words, before: end) != nil
    else { return number }
    var number = number
    number.low += 0.5
    number.high = number.low
    number.margin = 0.25
    number.isRounded = true
    number.words = number.words.lowerBound..<at + 3
    return number
  }

  /// "half an hour", "nửa tiếng": half of a measure.
  private func half(at start: Int, before end: Int) -> ReadNumber? {
    var next = start + 1
    if text.isVietnamese {
      guard words[start].exact == Self.halfVietnamese else { return nil }
    } else {
      guard words[start].exact == Self.half, next < end, Self.articles.contains(words[next].exact)
      else { return nil }
      next += 1
    }
    guard next < end,
      let unit = lexicon.measures.longest(at: next, in: words, before: end)?.values.first,
      unit.dimension == "duration",
      unit.factor < 200_000_000
    else { return nil }
    var number = ReadNumber(low: 0.5, high: 0.5, words: start..<next)
    number.margin = 0.05
    number.isSpelled = true
    number.isRounded = true
    return number
  }

  private static let half = WordKey("half").exact
  private static let halfVietnamese = WordKey("nửa").exact
  private static let and = WordKey("and").exact

  /// The value of digits with their marks; nil for dates and hours ("4/3", "2:29").
  func value(_ word: FigureWord) -> (value: Double, decimals: Int, hasMark: Bool)? {
    let bytes = text.bytes[word.start..<word.end]
    guard !bytes.contains(0x2F), !bytes.contains(0x3A) else { return nil }
    let thousands: UInt8 = text.isVietnamese ? 0x2E : 0x2C
    let groups = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
    guard groups.count > 1 else { return Self.decimal(Array(bytes), []).map { ($0, 0, false) } }
    let marks = bytes.filter { $0 == 0x2E || $0 == 0x2C }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
    if isGrouped, Set(marks).count == 1, marks[0] == thousands || marks.count > 1,
      groups[0].first != 0x30
    {
      return Self.decimal(groups.flatMap { $0 }, []).map { ($0, 0, true) }
    }
    let whole = Array(groups.dropLast().joined())
    let fraction = Array(groups[groups.count - 1])
    return Self.decimal(whole, fraction).map { ($0, fraction.count, true) }
  }

  private static func decimal(_ whole: [UInt8], _ fraction: [UInt8]) -> Double? {
    guard whole.count <= 15, fraction.count <= 9 else { return nil }
    var value = whole.reduce(0.0) { $0 * 10 + Double($1 &- 0x30) }
    var unit = 1.0
    for digit in fraction {
      unit /= 10
      value += Double(digit &- 0x30) * unit
    }
    return value
  }

  private func digits(at start: Int, before end: Int) -> ReadNumber? {
    guard let read = value(words[start]) else { return nil }
    var number = ReadNumber(low: read.value, high: read.value, words: start..<start + 1)
    number.hasMark = read.hasMark
    var unit = 1.0
    for _ in 0..<read.decimals { unit /= 10 }
    number.isRounded = read.decimals > 0
    scale(&number, &unit, before: end)
    number.margin = unit / 2
    return number
  }

  /// "1,42 nghìn tỷ", "2 dozen", "1 triệu rưỡi"
  private func scale(_ number: inout ReadNumber, _ unit: inout Double, before end: Int) {
    while true {
      let at = number.words.upperBound
      guard let word = word(at: at, before: end, [.scale, .hundred, .dozen]) else { break }
      number.low *= word.value
      unit *= word.value
      number.isRounded = true
      number.words = number.words.lowerBound..<word.end
    }
    let at = number.words.upperBound
    if at < end, words[at].exact == Self.halfMore {
      number.low += unit / 2
      unit /= 2
      number.words = number.words.lowerBound..<at + 1
    }
    number.high = number.low
  }

  private static let halfMore = WordKey("rưỡi").exact
  private static let joints = Set(["linh", "lẻ", "and"].map { WordKey($0).exact })
  private static let articles = Set(["a", "an"].map { WordKey($0).exact })
  private static let zero = WordKey("không").exact

  private func word(
    at: Int, before end: Int, _ kinds: Set<NumberKind>
  ) -> (kind: NumberKind, value: Double, high: Double, end: Int)? {
    guard let found = lexicon.numbers.longest(at: at, in: words, before: end),
      let value = found.values.first(where: { kinds.contains($0.kind) })
    else { return nil }
    return (value.kind, value.value, value.high, found.end)
  }

  private func vague(at start: Int, before end: Int) -> ReadNumber? {
    guard let word = word(at: start, before: end, [.vague]) else { return nil }
    var number = ReadNumber(
      low: word.value, high: word.high == 0 ? word.value * 2 : word.high, words: start..<word.end)
    if word.kind == .vague, word.end == start + 1, word.value == 10, text.isVietnamese {
      number.high = 19
    }
    number.isVague = true
    number.isSpelled = true
    return number
  }

  private func spelled(at start: Int, before end: Int) -> ReadNumber? {
    var at = start
    var total = 0.0
    var current = 0.0
    var last: NumberKind?
    var unit = 1.0
    // What the last scale or hundred was, while only one digit stands behind it.
    var scale = 0.0
    if Self.articles.contains(words[start].exact) {
      guard let next = word(at: start + 1, before: end, [.hundred, .scale, .dozen]) else {
        return nil
      }
      (current, at) = (1, start + 1)
      last = .unit
      _ = next
    }
    if words[start].exact == Self.zero, text.isVietnamese { return nil }
    while at < end {
      if at > start, words[at].sign == 0x2D, !words[at].followsSpace, last == .tens { at += 1 }
      if Self.joints.contains(words[min(at, end - 1)].exact), last == .hundred || last == .scale,
        word(at: at + 1, before: end, [.unit, .tens]) != nil
      {
        at += 1
        scale = 0
      }
      guard at < end,
        let word = word(at: at, before: end, [.unit, .tens, .hundred, .scale, .dozen])
      else { break }
      switch word.kind {
      case .unit:
        if last == .unit { return finish(start, at, total + current, unit) }
        if last != .scale, last != .hundred { scale = 0 }
        current += word.value
        unit = 1
      case .tens:
        scale = 0
        if text.isVietnamese {
          guard last == .unit else { return finish(start, at, total + current, unit) }
          current =
            (current / 100).rounded(.down) * 100 + current.truncatingRemainder(dividingBy: 100) * 10
        } else {
          current += word.value
        }
        unit = 1
      case .hundred:
        guard current > 0 else { return nil }
        current *= 100
        unit = 100
        scale = 100
      case .dozen:
        guard current > 0 || !text.isVietnamese else { return nil }
        current = max(current, 1) * word.value
        unit = 1
      case .scale:
        guard last != nil else { return nil }
        if last == .scale { total *= word.value } else { total += max(current, 1) * word.value }
        current = 0
        unit = word.value
        scale = word.value
      case .vague, .ordinal, .half: break
      }
      last = word.kind
      at = word.end
    }
    guard last != nil, at > start else { return nil }
    if let short = short(last, at, scale) {
      return finish(start, at, total + current + short.more, short.unit)
    }
    if last == .unit, Self.articles.contains(words[start].exact) { return nil }
    var value = total + current
    if at < end, words[at].exact == Self.halfMore {
      value += unit / 2
      at += 1
    }
    return finish(start, at, value, unit)
  }

  /// "hai vạn hai" → 22.000, "một triệu tư" → 1.400.000: a digit right behind a scale tells tenths of
  /// it; "năm" behind one is a year.
  private func short(_ last: NumberKind?, _ end: Int, _ scale: Double) -> (
    more: Double, unit: Double
  )? {
    guard text.isVietnamese, last == .unit, scale >= 1000, end > 0,
      let digit = lexicon.numbers.longest(at: end - 1, in: words, before: end)?.values.first,
      digit.value < 10, words[end - 1].exact != Self.five
    else { return nil }
    return (digit.value * (scale / 10 - 1), scale / 10)
  }

  private static let five = WordKey("năm").exact

  private func finish(_ start: Int, _ end: Int, _ value: Double, _ unit: Double) -> ReadNumber? {
    guard value > 0 else { return nil }
    var number = ReadNumber(low: value, high: value, words: start..<end)
    number.margin = unit > 1 ? unit / 2 : 0.5
    number.isRounded = unit > 1
    number.isSpelled = true
    return number
  }
}
