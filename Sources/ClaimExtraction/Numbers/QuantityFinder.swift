package import ClaimModel
internal import Lexicons

/// Finds the checkable numbers of a story: counts, money, measures, percentages.
///
/// "hơn 60 nhóm dân_quân" → > 60 "nhóm dân quân". Dates, hours, ages, ordinals, model names and
/// numbers that only name something ("quận 12") are left out.
package struct QuantityFinder {
  private let story: Story
  private let range: Range<Int>
  private let contexts: NumberContexts
  private let numerals: NumeralReader
  private let unitReader: UnitReader

  /// The quantities in a range of the story's tokens, in text order.
  package static func quantities(in tokens: Range<Int>, of story: Story) -> [Quantity] {
    let range = tokens.clamped(to: 0..<story.tokens.count)
    guard !range.isEmpty else { return [] }
    return QuantityFinder(story: story, range: range).run()
  }

  private init(story: Story, range: Range<Int>) {
    self.story = story
    self.range = range
    contexts = story.language.numbers.contexts
    numerals = NumeralReader(story: story, limit: range.upperBound)
    unitReader = UnitReader(story: story, contexts: contexts, limit: range.upperBound)
  }

  private func run() -> [Quantity] {
    guard range.contains(where: numerals.mayStart) else { return [] }
    let dates = DateFinder.ranges(in: range, of: story)
    var found = [Quantity]()
    var date = 0
    // No quantity reaches back into the one before.
    var floor = range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      if date < dates.count, at >= dates[date].lowerBound {
        at = max(at, dates[date].upperBound)
        date += 1
        continue
      }
      guard numerals.mayStart(at: at), let candidate = candidate(at: at, from: floor)
      else {
        at += 1
        continue
      }
      if let quantity = quantity(from: candidate) {
        found.append(quantity)
        floor = candidate.end
      }
      at = max(at + 1, candidate.end)
    }
    return found
  }

  // MARK: Reading a number with what belongs to it

  private func candidate(at index: Int, from floor: Int) -> NumberCandidate? {
    let currency = currency(before: index, from: floor)
    guard let numeral = numerals.numeral(at: index, money: currency != nil) else { return nil }
    var candidate = NumberCandidate(
      start: currency ?? index, number: index, low: numeral, end: numeral.end)
    if let fraction = fraction(of: numeral) {
      candidate.low = fraction
      candidate.isFraction = true
    }
    candidate.end = candidate.low.end
    addHighEnd(to: &candidate, from: floor)
    if let currency {
      candidate.unit = UnitReader.Unit(kind: .measure, tokens: currency..<index)
    } else {
      candidate.unit = unitReader.unit(at: candidate.end)
      if candidate.unit.kind != .none { candidate.end = candidate.unit.tokens.upperBound }
    }
    addComparator(to: &candidate, from: floor)
    return candidate
  }

  /// Where "$", "€", "US$" or "USD" before the number starts.
  private func currency(before index: Int, from floor: Int) -> Int? {
    guard index > floor else { return nil }
    switch story.tokens[index - 1].scalar {
    case 0x24, 0x20AC, 0xA3, 0xA5, 0x20AB:
      guard index - 2 >= floor, story.tokens[index - 1].touchesPrevious,
        story.tokens[index - 2].shape == .upper
      else { return index - 1 }
      return index - 2
    default: return nil
    }
  }

  /// "hai phần ba" → 0.6667.
  private func fraction(of numeral: Numeral) -> Numeral? {
    guard let words = story.language.numbers.customs.fraction,
      numeral.end + 1 < range.upperBound, story.tokens[numeral.end].key.exact == words.part,
      let below = denominator(at: numeral.end + 1, words), below.value > 1, below.value <= 100,
      below.isWords == numeral.isWords, numeral.value < below.value
    else { return nil }
    let value = (numeral.value / below.value * 10_000).rounded() / 10_000
    return Numeral(value: value, end: below.end, isWords: true)
  }

  private func denominator(at index: Int, _ words: NumberForms.Fraction) -> Numeral? {
    story.tokens[index].key.exact == words.quarter
      ? Numeral(value: 4, end: index + 1, isWords: true) : numerals.numeral(at: index)
  }

  /// "10-15 người", "từ 10 đến 15 người", "between 5 and 7 people".
  private func addHighEnd(to candidate: inout NumberCandidate, from floor: Int) {
    var at = candidate.end
    if candidate.isFraction { return }
    let unit = unitReader.unit(at: at)
    if unit.kind == .measure,
      RangeWords.opens(before: candidate.start, story, range) || isRepeated(unit)
    {
      at = unit.tokens.upperBound
    }
    guard at + 1 < range.upperBound, RangeWords.joins(at: at, story, from: candidate.start, range)
    else { return }
    var next = at + 1
    if let (_, end) = contexts.before.match(at: next, in: story.tokens, limit: range.upperBound) {
      next = end
    }
    guard let high = numerals.numeral(at: next), high.isWords == candidate.low.isWords else {
      return
    }
    candidate.takeHigh(high)
    if candidate.start > floor, RangeWords.opens(before: candidate.start, story, range) {
      candidate.start -= 1
    }
  }

  /// "6,9 % - 7,0 %": a dash, a number and the same unit again.
  private func isRepeated(_ unit: UnitReader.Unit) -> Bool {
    let dash = unit.tokens.upperBound
    guard dash + 1 < range.upperBound, RangeWords.isDash(story.tokens[dash]),
      let high = numerals.numeral(at: dash + 1), high.end < range.upperBound
    else { return false }
    return story.tokens[high.end].key == story.tokens[unit.tokens.lowerBound].key
  }

  // MARK: Comparators

  private func addComparator(to candidate: inout NumberCandidate, from floor: Int) {
    if let (comparator, end) = contexts.after.match(
      at: candidate.end, in: story.tokens, limit: range.upperBound)
    {
      candidate.comparator = comparator
      candidate.end = end
    }
    var isNearest = candidate.comparator == .equal
    while let (comparator, start) = contexts.before.match(
      before: candidate.start, in: story.tokens, from: floor)
    {
      if isPlace(start, candidate) { break }
      if isNearest { candidate.comparator = comparator }
      isNearest = false
      candidate.start = start
    }
  }

  /// "trên hai mặt trận", "dưới 3 hình thức": a preposition before a small count, no comparison.
  private func isPlace(_ start: Int, _ candidate: NumberCandidate) -> Bool {
    guard candidate.unit.kind != .measure, candidate.low.value < 10, start == candidate.start - 1
    else { return false }
    let prepositions = story.language.numbers.customs.prepositions
    return prepositions.contains(story.tokens[start].key.exact)
  }

  // MARK: What counts

  private func quantity(from candidate: NumberCandidate) -> Quantity? {
    let filter = NumberFilter(story: story, range: range, contexts: contexts)
    guard filter.accepts(candidate) else { return nil }
    var value = candidate.low.value
    if candidate.low.isAmbiguous, candidate.unit.kind != .measure,
      story.language.numbers.customs.groupsWithoutUnit
    {
      let token = story.tokens[candidate.number]
      value = DigitReader.digits(story.bytes, from: Int(token.start), to: Int(token.end))
    }
    let span = TextSpan(
      Int(story.tokens[candidate.start].start), Int(story.tokens[candidate.end - 1].end))
    return Quantity(
      span: span, value: value, high: candidate.high?.value,
      comparator: candidate.high == nil ? candidate.comparator : .range,
      unit: TokenText.text(of: candidate.unit.tokens, in: story))
  }
}
