internal import ClaimModel
internal import Lexicons

/// Fractions: "hai phần ba", "một nửa", "1/3 số dân", "two-thirds", "a third of", "half of".
extension QuantityFinder {
  func fraction(at index: Int, from floor: Int) -> NumberCandidate? {
    guard let part = slashedPart(at: index) ?? wordPart(at: index) else { return nil }
    var candidate = NumberCandidate(
      start: index, number: index, low: part.value, end: part.value.end)
    candidate.isFraction = true
    candidate.unit = unitReader.unit(at: candidate.end)
    let takesUnit = candidate.unit.kind == .known || candidate.unit.kind == .guessed
    if takesUnit, story.language.numbers.customs.fraction != nil {
      candidate.end = candidate.unit.tokens.upperBound
    } else {
      candidate.unit = UnitReader.Unit(kind: .none, tokens: candidate.end..<candidate.end)
    }
    addComparator(to: &candidate, from: floor)
    if part.isSure || candidate.comparator != .equal { return candidate }
    return isOfSomething(candidate) ? candidate : nil
  }

  private typealias Part = (value: Numeral, isSure: Bool)

  /// Of more parts than these, so many things are counted.
  private static let fewParts = 5.0

  /// "1/3" is a share; "8/12 đội" counts eight.
  private func slashedPart(at index: Int) -> Part? {
    guard let reading = numerals.slashed(at: index) else { return nil }
    let known = unitReader.unit(at: index + 1).kind == .known
    if reading.divisor > Self.fewParts || reading.digits == reading.divisor {
      guard known, isFree(index) else { return nil }
      return (Numeral(value: reading.digits, end: index + 1), true)
    }
    return isFree(index) ? (share(reading, end: index + 1), false) : nil
  }

  /// No name, label or number before it: "điều 1/3" is no share.
  private func isFree(_ index: Int) -> Bool {
    guard index > range.lowerBound else { return true }
    let previous = story.tokens[index - 1]
    return previous.kind != .number && !CurrencySigns.contains(previous.scalar)
      && contexts.labels.match(before: index, in: story.tokens, from: range.lowerBound)?.value
        != .label
  }

  private func share(_ reading: DigitReader.Reading, end: Int) -> Numeral {
    let value = (reading.value * 10_000).rounded() / 10_000
    return Numeral(value: value, end: end, isWords: true)
  }

  private func wordPart(at index: Int) -> Part? {
    if let words = story.language.numbers.customs.fraction {
      guard let numeral = numerals.numeral(at: index), numeral.end < range.upperBound else {
        return nil
      }
      if numeral.value == 1, numeral.isWords, story.tokens[numeral.end].key.exact == words.half {
        let half = Numeral(value: 0.5, end: numeral.end + 1, isWords: true)
        let isCompared =
          contexts.before.match(before: index, in: story.tokens, from: range.lowerBound) != nil
        return isCompared ? (half, true) : nil
      }
      if let share = oneIn(numeral) { return (share, true) }
      return outOf(numeral, words).map { ($0, true) }
    }
    switch numerals.role(at: index) {
    case .halfOf:
      let isWhole =
        numerals.numeral(at: index) == nil && !isPartOfTime(index)
        && numerals.role(at: index + 1) != .article
      return isWhole ? (Numeral(value: 0.5, end: index + 1, isWords: true), false) : nil
    case .article: return ordinalPart(of: 1, at: index + 1).map { ($0.value, false) }
    case .digit:
      guard let numeral = numerals.numeral(at: index), !numeral.isScaled else { return nil }
      if let share = oneIn(numeral) { return (share, true) }
      if isPartOfTime(index) { return nil }
      return ordinalPart(of: numeral.value, at: numeral.end)
    default: return nil
    }
  }

  /// "hai phần ba" → 0.6667.
  private func outOf(_ numeral: Numeral, _ words: NumberForms.Fraction) -> Numeral? {
    guard numeral.end + 1 < range.upperBound, story.tokens[numeral.end].key.exact == words.part,
      let below = denominator(at: numeral.end + 1, words), below.value > 1, below.value <= 100,
      below.isWords == numeral.isWords, numeral.value < below.value
    else { return nil }
    return share(DigitReader.Reading(digits: numeral.value, divisor: below.value), end: below.end)
  }

  private func denominator(at index: Int, _ words: NumberForms.Fraction) -> Numeral? {
    story.tokens[index].key.exact == words.quarter
      ? Numeral(value: 4, end: index + 1, isWords: true) : numerals.numeral(at: index)
  }

  /// "-thirds", "quarters": sure where a hyphen joins them.
  private func ordinalPart(of count: Double, at index: Int) -> Part? {
    var at = index
    guard at < range.upperBound else { return nil }
    let isJoined = story.tokens[at].scalar == 0x2D && story.tokens[at].touchesPrevious
    if isJoined { at += 1 }
    guard at < range.upperBound, let entry = numerals.words[story.tokens[at]],
      entry.role == .part, count < entry.value
    else { return nil }
    let value = share(DigitReader.Reading(digits: count, divisor: entry.value), end: at + 1)
    return (value, isJoined)
  }

  /// "one in five households", "một trong 10 vụ" → 0.2, 0.1.
  private func oneIn(_ numeral: Numeral) -> Numeral? {
    guard numeral.value == 1, numeral.isWords, numeral.end + 1 < range.upperBound,
      let of = story.language.numbers.customs.oneIn, story.tokens[numeral.end].key.exact == of,
      let below = numerals.numeral(at: numeral.end + 1), below.value >= 2, below.value <= 1000,
      !below.isDecimal
    else { return nil }
    return share(DigitReader.Reading(digits: 1, divisor: below.value), end: below.end)
  }

  /// "first half", "the first three quarters", "half-year", "a year and a half": a time.
  private func isPartOfTime(_ index: Int) -> Bool {
    if index + 1 < range.upperBound, story.tokens[index + 1].scalar == 0x2D,
      numerals.role(at: index) == .halfOf
    {
      return true
    }
    guard index > range.lowerBound else { return false }
    if numerals.role(at: index - 1) == .article { return true }
    switch contexts.labels.match(before: index, in: story.tokens, from: range.lowerBound)?.value {
    case .pair, .label, .naming: return true
    default: return false
    }
  }

  /// "a third of", "half its staff", "1/3 số dân", "1/3 thanh niên".
  private func isOfSomething(_ candidate: NumberCandidate) -> Bool {
    if candidate.unit.kind == .known { return true }
    let at = candidate.unit.kind == .none ? candidate.end : candidate.unit.tokens.lowerBound
    guard at < range.upperBound else { return false }
    if story.tokens[at].key.exact == story.language.numbers.customs.of { return true }
    return contexts.owners.match(at: at, in: story.tokens, limit: range.upperBound) != nil
      && (story.language.numbers.customs.fraction != nil
        || numerals.role(at: candidate.number) == .halfOf)
  }
}
