internal import ClaimModel
internal import Lexicons

/// Numbers that start with digits: "2.500", "1 200", "10-1/2", "3,5 nghìn tỷ", "2 nghìn 300 tỷ".
extension NumeralReader {
  func digits(at index: Int, money: Bool) -> Numeral? {
    guard let (reading, end) = plainDigits(at: index) else { return nil }
    var numeral = Numeral(
      value: reading.value, end: end, isGrouped: reading.isGrouped,
      isDecimal: reading.isDecimal, isAmbiguous: reading.isAmbiguous)
    var own = reading
    if let (part, behind) = mixedPart(at: end, reading) {
      own = DigitReader.Reading(
        digits: reading.digits * part.divisor + part.digits, divisor: part.divisor)
      numeral = Numeral(value: own.value, end: behind)
    } else if role(at: end) == .link, role(at: end + 1) == .article, role(at: end + 2) == .halfOf,
      !reading.isDecimal
    {
      own = DigitReader.Reading(digits: reading.digits * 10 + 5, divisor: 10)
      numeral = Numeral(value: own.value, end: end + 3)
    }
    addScales(to: &numeral, own, money: money)
    return numeral
  }

  // MARK: Digits alone

  /// Digits of one token, or groups of three with blanks between them: "1 200", "13 009".
  private func plainDigits(at index: Int) -> (reading: DigitReader.Reading, end: Int)? {
    if let grouped = blankGroups(at: index) { return grouped }
    let token = story.tokens[index]
    return DigitReader.read(
      story.bytes, from: Int(token.start), to: Int(token.end),
      groupMark: numbers.customs.groupMark
    ).map { ($0, index + 1) }
  }

  private func blankGroups(at index: Int) -> (reading: DigitReader.Reading, end: Int)? {
    guard index + 1 < limit, story.tokens[index + 1].kind == .number,
      let first = wholeDigits(index), first.count <= 3, first.value > 0,
      story.bytes[Int(story.tokens[index].start)] != 0x30,
      index == 0 || story.tokens[index - 1].kind != .number || !isBlank(before: index)
    else { return nil }
    var value = first.value
    var end = index + 1
    while end < limit, isBlank(before: end), let group = wholeDigits(end), group.count == 3 {
      value = value * 1000 + group.value
      end += 1
    }
    if end < limit, isBlank(before: end), let tail = lastGroup(end) {
      let digits = value * 1000 * tail.divisor + tail.digits
      return (DigitReader.Reading(digits: digits, divisor: tail.divisor, isGrouped: true), end + 1)
    }
    guard end > index + 1 else { return nil }
    // A telephone number goes on with groups of other lengths.
    if end < limit, story.tokens[end].kind == .number, isBlank(before: end) { return nil }
    if end + 1 < limit, story.tokens[end].scalar == 0x2D, story.tokens[end].touchesPrevious,
      story.tokens[end + 1].kind == .number
    {
      return nil
    }
    return (DigitReader.Reading(digits: value, isGrouped: true), end)
  }

  /// A last group with decimals: "500,5" of "12 500,5".
  private func lastGroup(_ index: Int) -> DigitReader.Reading? {
    let token = story.tokens[index]
    guard token.kind == .number,
      let reading = DigitReader.read(
        story.bytes, from: Int(token.start), to: Int(token.end),
        groupMark: numbers.customs.groupMark),
      reading.isDecimal, !reading.isGrouped, (100..<1000).contains(reading.value)
    else { return nil }
    return reading
  }

  /// The value of a token of digits alone, and how many there are.
  private func wholeDigits(_ index: Int) -> (value: Double, count: Int)? {
    let token = story.tokens[index]
    guard token.kind == .number, token.end - token.start <= 3 else { return nil }
    let range = Int(token.start)..<Int(token.end)
    guard range.allSatisfy({ (0x30...0x39).contains(story.bytes[$0]) }) else { return nil }
    let value = DigitReader.digits(story.bytes, from: range.lowerBound, to: range.upperBound)
    return (value, range.count)
  }

  /// Whether one blank, of any width, stands between a token and the one before it.
  private func isBlank(before index: Int) -> Bool {
    let gap = Int(story.tokens[index - 1].end)..<Int(story.tokens[index].start)
    switch gap.count {
    case 1: return story.bytes[gap.lowerBound] == 0x20
    case 2: return story.bytes[gap.lowerBound] == 0xC2 && story.bytes[gap.lowerBound + 1] == 0xA0
    case 3:
      // U+2009 thin, U+200A hair, U+202F narrow.
      let last = story.bytes[gap.lowerBound + 2]
      return story.bytes[gap.lowerBound] == 0xE2 && story.bytes[gap.lowerBound + 1] == 0x80
        && (last == 0x89 || last == 0x8A || last == 0xAF)
    default: return false
    }
  }

  /// "10-1/2", "732 1/2": a fraction behind a whole number.
  private func mixedPart(at index: Int, _ whole: DigitReader.Reading)
    -> (part: DigitReader.Reading, end: Int)?
  {
    guard !whole.isDecimal, index < limit else { return nil }
    var at = index
    if story.tokens[at].scalar == 0x2D, story.tokens[at].touchesPrevious { at += 1 }
    guard at < limit, let part = slashed(at: at),
      story.tokens[at].touchesPrevious == (at > index), Self.commonParts.contains(part.divisor)
    else { return nil }
    return (part, at + 1)
  }

  private static let commonParts: Set<Double> = [2, 3, 4, 5, 8, 16, 32, 64]

  /// "1/2": one token of two numbers, the first one smaller.
  func slashed(at index: Int) -> DigitReader.Reading? {
    let token = story.tokens[index]
    let range = Int(token.start)..<Int(token.end)
    guard token.kind == .number, range.count <= 5,
      let slash = range.first(where: { story.bytes[$0] == 0x2F }),
      range.allSatisfy({ $0 == slash || (0x30...0x39).contains(story.bytes[$0]) })
    else { return nil }
    let above = DigitReader.digits(story.bytes, from: range.lowerBound, to: slash)
    let below = DigitReader.digits(story.bytes, from: slash + 1, to: range.upperBound)
    guard above > 0, above <= below else { return nil }
    return DigitReader.Reading(digits: above, divisor: below)
  }

  // MARK: Scales

  /// Scale words behind digits multiply; a smaller one with its own digits adds, a larger one
  /// multiplies all before it: "3,5 nghìn tỷ" → 3.5e12; "1 tỷ 200 triệu" → 1.2e9;
  /// "2 nghìn 300 tỷ" → 2.3e12.
  private func addScales(
    to numeral: inout Numeral, _ reading: DigitReader.Reading, money: Bool
  ) {
    guard var (product, smallest, end) = scales(at: numeral.end, of: reading, money: money) else {
      return
    }
    // "1.600 million" in English is no 1600 million.
    let own =
      reading.isForeignGroup && numbers.customs.groupMark == 0x2C
      ? DigitReader.Reading(digits: reading.digits, divisor: 1000) : reading
    var total = own.scaled(by: product)
    while end < limit, story.tokens[end].kind == .number,
      let (more, behind) = plainDigits(at: end), more.value < smallest,
      let (nextProduct, nextSmallest, nextEnd) = scales(at: behind, of: more, money: false)
    {
      if more.scaled(by: nextProduct) < smallest {
        total += more.scaled(by: nextProduct)
      } else if nextProduct > product, more.value >= 10, !more.isDecimal {
        total = (total + more.value) * nextProduct
      } else {
        break
      }
      (product, smallest, end) = (nextProduct, nextSmallest, nextEnd)
    }
    numeral.value = total
    numeral.end = end
    numeral.isScaled = true
    numeral.isAmbiguous = false
    addRest(to: &numeral, smallest)
  }

  /// "2 triệu rưỡi" → 2.5e6; "1 tỷ 2" → 1.2e9, before a currency or where the phrase ends.
  private func addRest(to numeral: inout Numeral, _ scale: Double) {
    if role(at: numeral.end) == .half {
      numeral.value += scale / 2
      numeral.end += 1
    } else if numbers.customs.digitStandsBeforeTen, scale >= 1e6, numeral.end < limit,
      let rest = wholeDigits(numeral.end), rest.count == 1 || rest.count == 3, rest.value > 0,
      endsPhrase(at: numeral.end + 1)
    {
      numeral.value += rest.value * scale / DigitReader.divisor(rest.count)
      numeral.end += 1
    }
  }

  private func endsPhrase(at index: Int) -> Bool {
    guard index < limit else { return true }
    let contexts = numbers.contexts
    if story.tokens[index].kind == .punctuation {
      return story.tokens[index].scalar != 0x2D && story.tokens[index].scalar != 0x2F
    }
    return contexts.units.match(at: index, in: story.tokens, limit: limit)?.value == .currency
      || contexts.stops.match(at: index, in: story.tokens, limit: limit) != nil
  }

  /// The scale words at a token: all multiplied, the smallest, and where they end.
  private func scales(at index: Int, of reading: DigitReader.Reading, money: Bool)
    -> (product: Double, smallest: Double, end: Int)?
  {
    var end = index
    var product = 1.0
    var smallest = Double.infinity
    while end < limit {
      var at = end
      // "$15-billion"
      if end == index, numbers.customs.hyphenJoinsWords, story.tokens[at].scalar == 0x2D,
        story.tokens[at].touchesPrevious
      {
        at += 1
      }
      guard let scale = scale(at: at) ?? suffix(at: at, of: reading, isFirst: at == index, money)
      else { break }
      product *= scale
      smallest = min(smallest, scale)
      end = at + 1
    }
    return end > index ? (product, smallest, end) : nil
  }

  /// "12k", "20tr", "$5m", "3m people", "1,2M lượt xem": letters that stick to the digits.
  private func suffix(
    at index: Int, of reading: DigitReader.Reading, isFirst: Bool, _ money: Bool
  ) -> Double? {
    guard isFirst, index < limit, story.tokens[index].touchesPrevious,
      let entry = words[story.tokens[index]]
    else { return nil }
    let token = story.tokens[index]
    switch entry.role {
    case .suffix:
      // "4K" is a picture, "12K" a number.
      let isModel = token.shape != .lower && !reading.isDecimal && reading.value < 20
      return isModel && !isThing(at: index + 1) ? nil : entry.value
    case .moneyScale:
      if money { return entry.value }
      let isMillion = numbers.customs.unitEndsWithPlural || token.shape != .lower
      return isMillion && isCountedThing(at: index + 1) ? entry.value : nil
    default: return nil
    }
  }

  /// A currency, or a noun that is counted: not "3m high", "a 100m race".
  private func isCountedThing(at index: Int) -> Bool {
    guard index < limit else { return false }
    switch numbers.contexts.units.match(at: index, in: story.tokens, limit: limit)?.value {
    case .currency, .noun, .head, .definite: return true
    case nil: return isPlural(at: index)
    default: return false
    }
  }

  private func isThing(at index: Int) -> Bool {
    guard index < limit else { return false }
    switch numbers.contexts.units.match(at: index, in: story.tokens, limit: limit)?.value {
    case .noun, .head: return true
    default: return false
    }
  }

  private func isPlural(at index: Int) -> Bool {
    let token = story.tokens[index]
    return numbers.customs.unitEndsWithPlural && token.kind == .word && token.shape == .lower
      && token.end - token.start > 3 && story.bytes[Int(token.end) - 1] == 0x73
      && numbers.contexts.stops.match(at: index, in: story.tokens, limit: limit) == nil
  }
}
