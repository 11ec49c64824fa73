internal import ClaimModel
internal import Lexicons

/// Decides whether a number states something to check, or only names, orders or dates.
struct NumberFilter {
  let story: Story
  let range: Range<Int>
  let contexts: NumberContexts

  func accepts(_ candidate: NumberCandidate) -> Bool {
    if isInsideName(candidate) || isOrdinalOrHour(candidate) { return false }
    let context = contexts.labels.match(
      before: candidate.start, in: story.tokens, from: range.lowerBound)?.value
    if candidate.comparator == .equal {
      if context == .naming { return false }
      if context == .label, candidate.unit.kind != .measure { return false }
    }
    if isOne(candidate) { return acceptsOne(candidate) }
    if candidate.isFraction { return true }
    switch candidate.unit.kind {
    case .definite: return acceptsDefinite(candidate)
    case .time: return isBound(candidate) && !isAge(candidate)
    case .measure: return true
    case .none: return acceptsBare(candidate, context)
    case .known, .guessed:
      if candidate.low.isWords, context == .pair || isPointedAt(candidate) { return false }
      return acceptsCount(candidate)
    }
  }

  /// "ít nhất 15 ngày" is a condition to check, "15 ngày" alone a duration.
  private func isBound(_ candidate: NumberCandidate) -> Bool {
    switch candidate.comparator {
    case .atLeast: true
    case .atMost: story.tokens[candidate.start].key.exact != Self.rising
    default: false
    }
  }

  private static let rising = WordKey("lên").exact

  private func isAge(_ candidate: NumberCandidate) -> Bool {
    candidate.unit.tokens.contains { story.tokens[$0].key.exact == Self.age }
  }

  private static let age = WordKey("tuổi").exact

  /// "tăng lên 34", "230.000", "khoảng 350 triệu": without a unit only where the number itself or
  /// a verb of change says that it counts.
  private func acceptsBare(_ candidate: NumberCandidate, _ context: NumberContexts.Context?)
    -> Bool
  {
    let numeral = candidate.low
    if numeral.isWords, !numeral.isScaled { return false }
    if numeral.isGrouped || numeral.isScaled { return true }
    if numeral.value >= 1e8 { return false }
    if isYear(numeral) || numeral.isDecimal { return false }
    return context == .change || candidate.comparator != .equal || isSum(candidate)
  }

  /// "số người thiệt mạng là 34", "the toll was 34"
  private func isSum(_ candidate: NumberCandidate) -> Bool {
    guard
      let end = contexts.copulas.match(
        before: candidate.start, in: story.tokens, from: range.lowerBound)?.start
    else { return false }
    return (max(range.lowerBound, end - Self.sumReach)..<end).contains {
      contexts.sums.match(at: $0, in: story.tokens, limit: end) != nil
    }
  }

  /// Tokens that may name what is counted, between the sum and its copula.
  private static let sumReach = 9

  private func acceptsCount(_ candidate: NumberCandidate) -> Bool {
    let numeral = candidate.low
    guard numeral.isWords, !numeral.isScaled else {
      return candidate.unit.kind == .known || !followsName(candidate) && !isYear(numeral)
    }
    let first = story.tokens[candidate.number]
    // "Ba Lan", "Lầu Năm Góc": a capital inside a sentence belongs to a name.
    if story.language.numbers.customs.capitalIsPartOfName, first.shape != .lower,
      candidate.number > range.lowerBound, followsName(candidate)
    {
      return false
    }
    guard first.key.exact == story.language.numbers.customs.unitOfTime else { return true }
    return numeral.end - candidate.number > 1
  }

  /// "hơn 50 nước" counts, "hai nước" names the two at hand.
  private func acceptsDefinite(_ candidate: NumberCandidate) -> Bool {
    candidate.comparator != .equal || !candidate.low.isWords && candidate.low.value > 4
  }

  /// "một", "one", alone: an article rather than a count.
  private func isOne(_ candidate: NumberCandidate) -> Bool {
    candidate.low.isWords && candidate.low.value == 1
  }

  private func acceptsOne(_ candidate: NumberCandidate) -> Bool {
    switch candidate.unit.kind {
    case .measure: candidate.comparator != .equal
    case .known, .guessed: candidate.comparator == .equal && countsVictim(candidate)
    default: false
    }
  }

  /// "một người khác bị_thương", "one person was killed".
  private func countsVictim(_ candidate: NumberCandidate) -> Bool {
    guard Self.people.contains(story.tokens[candidate.unit.tokens.lowerBound].key.exact) else {
      return false
    }
    let end = min(candidate.end + 3, range.upperBound)
    return (candidate.end..<end).contains {
      contexts.harms.match(at: $0, in: story.tokens, limit: range.upperBound) != nil
    }
  }

  private static let people = Set(["người", "person"].map { WordKey($0).exact })

  /// "hai tàu này": spoken of before.
  private func isPointedAt(_ candidate: NumberCandidate) -> Bool {
    candidate.end < range.upperBound
      && Self.pointers.contains(story.tokens[candidate.end].key.exact)
  }

  private static let pointers = Set(["này", "ấy", "nọ"].map { WordKey($0).exact })

  /// "Grace 1", "Zapad 2017", "Boeing 747": the word before is a name.
  private func followsName(_ candidate: NumberCandidate) -> Bool {
    guard candidate.start > range.lowerBound else { return false }
    let previous = story.tokens[candidate.start - 1]
    return previous.kind == .word && previous.shape != .lower
      && candidate.start - 1 > range.lowerBound
  }

  private func isYear(_ numeral: Numeral) -> Bool {
    !numeral.isGrouped && !numeral.isScaled && !numeral.isWords && numeral.value >= 1900
      && numeral.value < 2100
  }

  /// "M-119", "AIM-9", "MH17/18": a hyphen or a letter sticks to the number.
  private func isInsideName(_ candidate: NumberCandidate) -> Bool {
    let token = story.tokens[candidate.number]
    guard candidate.start == candidate.number, candidate.number > range.lowerBound,
      token.kind == .number
    else { return false }
    let previous = story.tokens[candidate.number - 1]
    switch previous.scalar {
    case 0x2D, 0x2010...0x2014:
      guard candidate.number - 1 > range.lowerBound else { return false }
      let before = story.tokens[candidate.number - 2]
      return before.kind == .word && before.shape != .lower || before.kind == .number
    case 0x2B, 0x23: return true
    default: return token.touchesPrevious && previous.kind == .word && previous.shape != .lower
    }
  }

  /// "1st", "12h", "9h30", "855M": letters that stick to the digits and are no unit.
  private func isOrdinalOrHour(_ candidate: NumberCandidate) -> Bool {
    let next = candidate.low.end
    guard next < range.upperBound, story.tokens[next].touchesPrevious,
      story.tokens[next].kind == .word
    else { return false }
    return candidate.unit.kind == .none
      || Self.suffixes.contains(story.tokens[next].key.exact)
  }

  private static let suffixes = Set(["st", "nd", "rd", "th", "h", "s"].map { WordKey($0).exact })
}
