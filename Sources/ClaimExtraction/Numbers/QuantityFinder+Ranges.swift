internal import ClaimModel
internal import Lexicons

/// "10-15 người", "từ 10 đến 15 người", "between $3 billion and $4 billion", "one or two".
extension QuantityFinder {
  func addHighEnd(to candidate: inout NumberCandidate, from floor: Int) {
    let opener = opener(before: candidate.start, from: floor)
    let first = opener ?? candidate.start
    let unit = unitReader.unit(at: candidate.end)
    var at = candidate.end
    if unit.kind == .measure, opener != nil || isRepeated(unit, candidate) {
      at = unit.tokens.upperBound
    }
    guard at + 1 < range.upperBound,
      let joiner = RangeWords.joiner(at: at, story, from: first, range)
    else { return }
    // "Quốc lộ 1 - 20 km từ Vân Sa": the dash stands between two phrases.
    if joiner == .dash, !story.tokens[at + 1].touchesPrevious, isNamed(candidate) { return }
    let hasUnit = at > candidate.end
    if hasUnit, joiner == .or { return }
    guard let high = highEnd(at: at + 1, of: candidate, joiner) else { return }
    if joiner == .to {
      let isAmount = hasUnit || candidate.amount < candidate.number
      if opener == nil, isAmount, high.value > candidate.low.value * 3 { return }
      let isPercent = hasUnit && story.tokens[candidate.end].scalar == 0x25 || isPercentWord(unit)
      let reach = opener != nil ? 6 : isPercent ? 0 : 1
      if isMove(before: first, reach: reach) { return }
    }
    candidate.takeHigh(high, isNegative: isNegative(candidate.start, floor))
    guard candidate.high != nil else { return }
    if let opener { candidate.start = opener }
  }

  /// Where "từ", "from" or "between" before the number stands, comparators between them.
  private func opener(before start: Int, from floor: Int) -> Int? {
    var at = isNegative(start, floor) ? start - 1 : start
    while let (_, before) = contexts.before.match(before: at, in: story.tokens, from: floor) {
      at = before
    }
    return at > floor && RangeWords.opens(before: at, story, range) ? at - 1 : nil
  }

  /// Whether a minus stands before the number.
  private func isNegative(_ start: Int, _ floor: Int) -> Bool {
    start > floor && NumberSigns(story: story, from: floor).minus(at: start - 1) == start
  }

  /// The number behind the joiner, past comparators and the currency that stood before the first.
  private func highEnd(at index: Int, of candidate: NumberCandidate, _ joiner: RangeWords.Joiner)
    -> Numeral?
  {
    var at = index
    if let (_, end) = contexts.before.match(at: at, in: story.tokens, limit: range.upperBound) {
      at = end
    }
    let hasCurrency = candidate.start < candidate.number
    if hasCurrency {
      let signs = candidate.start..<candidate.number
      let same = zip(signs, at..<min(at + signs.count, range.upperBound)).allSatisfy {
        story.tokens[$0].key == story.tokens[$1].key
      }
      if same { at += signs.count }
    }
    let minus = NumberSigns(story: story, from: range.lowerBound).minus(at: at)
    if let minus { at = minus }
    guard let high = numerals.numeral(at: at, money: hasCurrency) else { return nil }
    guard high.isWords == candidate.low.isWords || joiner == .or else { return nil }
    if joiner == .or, high.value > candidate.low.value * 2 + 1, !high.isScaled { return nil }
    if minus != nil {
      var negative = high
      negative.value = -high.value
      return negative
    }
    return high
  }

  private func isNamed(_ candidate: NumberCandidate) -> Bool {
    switch contexts.labels.match(
      before: candidate.start, in: story.tokens, from: range.lowerBound)?.value
    {
    case .label, .naming: true
    default: false
    }
  }

  private func isPercentWord(_ unit: UnitReader.Unit) -> Bool {
    unit.kind == .measure && story.tokens[unit.tokens.lowerBound].key == Self.percent
  }

  private static let percent = WordKey("percent")

  /// "rose from 2 percent to 3 percent", "up 11 pence to 366 pence": what was and what is.
  private func isMove(before first: Int, reach: Int) -> Bool {
    let start = max(range.lowerBound, first - reach)
    return (start..<first).contains {
      contexts.moves.match(at: $0, in: story.tokens, limit: first) != nil
    }
  }

  /// "6,9 % - 7,0 %", "2 percent to 4 percent": a joiner, a number and the same unit again, not
  /// far above the first.
  private func isRepeated(_ unit: UnitReader.Unit, _ candidate: NumberCandidate) -> Bool {
    let at = unit.tokens.upperBound
    guard at + 1 < range.upperBound,
      RangeWords.joiner(at: at, story, from: candidate.start, range) != nil,
      let high = numerals.numeral(at: at + 1), high.end < range.upperBound,
      high.value <= candidate.low.value * 3
    else { return false }
    return story.tokens[high.end].key == story.tokens[unit.tokens.lowerBound].key
  }
}
