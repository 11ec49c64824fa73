internal import ClaimModel
internal import Lexicons

/// Reading a number with what belongs to it: sign, currency, unit, comparator.
extension QuantityFinder {
  func candidate(at index: Int, from floor: Int) -> NumberCandidate? {
    if let fraction = fraction(at: index, from: floor) { return fraction }
    let currency = currency(before: index, from: floor)
    guard let numeral = numerals.numeral(at: index, money: currency != nil) else { return nil }
    var candidate = NumberCandidate(
      start: currency ?? index, number: index, low: numeral, end: numeral.end)
    addHighEnd(to: &candidate, from: floor)
    addUnit(to: &candidate, currency: currency.map { $0..<index })
    addSign(to: &candidate, from: floor)
    addComparator(to: &candidate, from: floor)
    return candidate
  }

  private func addUnit(to candidate: inout NumberCandidate, currency: Range<Int>?) {
    if let currency {
      candidate.unit = UnitReader.Unit(kind: .measure, tokens: currency)
    } else if let compound = unitReader.compound(at: candidate.end) {
      candidate.unit = compound
      candidate.end = compound.tokens.upperBound
    } else if let counted = countedBehindPrice(at: candidate.end) {
      candidate.unit = counted
    } else if let whole = countedBehindWhole(candidate) {
      candidate.unit = whole
      candidate.isPart = true
    } else {
      candidate.unit = unitReader.unit(at: candidate.end)
      candidate.isPart = isPartOfNamed(at: candidate.end)
      if candidate.unit.kind != .none { candidate.end = candidate.unit.tokens.upperBound }
    }
  }

  // MARK: Currencies and signs

  /// Where "$", "€", "US$", "A$" or "USD" before the number starts.
  func currency(before index: Int, from floor: Int) -> Int? {
    guard index > floor else { return nil }
    let mark = story.tokens[index - 1]
    if CurrencySigns.contains(mark.scalar), mark.kind == .punctuation {
      guard index - 2 >= floor, mark.touchesPrevious, CurrencySigns.isCode(story.tokens[index - 2])
      else { return index - 1 }
      return index - 2
    }
    guard mark.kind == .word, mark.shape == .upper, isCurrencyCode(index - 1),
      let end = numerals.numeral(at: index)?.end, unitReader.unit(at: end).kind != .measure
    else { return nil }
    return index - 1
  }

  private func isCurrencyCode(_ index: Int) -> Bool {
    contexts.units.match(at: index, in: story.tokens, limit: index + 1)?.value == .currency
  }

  /// "-3,2%", "−5 độ C", "-$5 million", "âm 5 độ C", "minus 3 percent"; a plus sign only belongs
  /// to the mention.
  private func addSign(to candidate: inout NumberCandidate, from floor: Int) {
    let signs = NumberSigns(story: story, from: max(floor, range.lowerBound))
    guard let sign = signs.sign(before: candidate.amount, unit: candidate.unit) else { return }
    candidate.start = min(candidate.start, sign.start)
    if sign.isMinus { candidate.negate() }
  }

  // MARK: Counts whose noun stands elsewhere

  /// "two $500 checks": what is counted stands behind its price.
  private func countedBehindPrice(at index: Int) -> UnitReader.Unit? {
    guard index + 1 < range.upperBound, CurrencySigns.contains(story.tokens[index].scalar),
      !story.tokens[index].touchesPrevious, story.tokens[index + 1].touchesPrevious,
      let price = numerals.numeral(at: index + 1, money: true)
    else { return nil }
    let unit = unitReader.unit(at: price.end)
    return unit.kind == .known || unit.kind == .guessed ? unit : nil
  }

  /// "hai trong số 8 người", "41 trong 78 người": a part is counted in the unit of the whole.
  private func countedBehindWhole(_ candidate: NumberCandidate) -> UnitReader.Unit? {
    guard let words = story.language.numbers.customs.partOfWhole,
      candidate.end + 1 < range.upperBound, story.tokens[candidate.end].key.exact == words.of
    else { return nil }
    let next = candidate.end + 1
    let at = story.tokens[next].key.exact == words.number ? next + 1 : next
    guard at < range.upperBound, let whole = numerals.numeral(at: at),
      whole.value > candidate.low.value, candidate.low.value > 1
    else { return nil }
    let unit = unitReader.unit(at: whole.end)
    return unit.kind == .known || unit.kind == .guessed ? unit : nil
  }

  /// "two of its directors", "three of the seven firms".
  private func isPartOfNamed(at index: Int) -> Bool {
    guard index + 1 < range.upperBound, let of = story.language.numbers.customs.of,
      story.tokens[index].key.exact == of
    else { return false }
    guard
      let (_, end) = contexts.owners.match(
        at: index + 1, in: story.tokens, limit: range.upperBound)
    else { return false }
    return end == range.upperBound || !isSuperlative(end)
  }

  /// "two of the best weeks" counts nothing.
  private func isSuperlative(_ index: Int) -> Bool {
    let token = story.tokens[index]
    return token.kind == .word && token.end - token.start > 3
      && story.bytes[Int(token.end) - 3..<Int(token.end)].elementsEqual([0x65, 0x73, 0x74])
  }

  // MARK: Comparators

  func addComparator(to candidate: inout NumberCandidate, from floor: Int) {
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
}
