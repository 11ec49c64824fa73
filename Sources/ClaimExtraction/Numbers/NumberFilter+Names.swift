internal import ClaimModel
internal import Lexicons

/// Numbers that belong to a name, a model or an hour.
extension NumberFilter {
  /// "Grace 1", "Zapad 2017", "Boeing 747": the word before is a name.
  func followsName(_ candidate: NumberCandidate) -> Bool {
    guard candidate.start > range.lowerBound else { return false }
    let previous = story.tokens[candidate.start - 1]
    return previous.kind == .word && previous.shape != .lower
      && candidate.start - 1 > range.lowerBound
  }

  /// "ông Tám im lặng", "Lầu Năm Góc", "in Three Rivers": a number word with a capital inside a
  /// sentence; at its start where a name goes on behind it: "Seven Oaks had burnt".
  func isNameInWords(_ candidate: NumberCandidate) -> Bool {
    let first = story.tokens[candidate.number]
    guard first.shape == .capitalised else { return false }
    guard candidate.number > range.lowerBound else { return opensName(candidate) }
    guard candidate.start == candidate.number else { return false }
    let previous = story.tokens[candidate.number - 1]
    return previous.kind == .word && previous.shape != .upper
  }

  /// "Seven Oaks had …", not "Two Americans were …": one word with a capital that names no people.
  private func opensName(_ candidate: NumberCandidate) -> Bool {
    guard story.language.numbers.customs.unitEndsWithPlural, candidate.unit.kind == .guessed,
      candidate.unit.tokens.count == 1
    else { return false }
    let unit = story.tokens[candidate.unit.tokens.lowerBound]
    guard unit.shape == .capitalised else { return false }
    if contexts.peoples.match(
      at: candidate.unit.tokens.lowerBound, in: story.tokens, limit: range.upperBound) != nil
    {
      return false
    }
    return !Self.endings.contains { ending in
      let start = Int(unit.end) - ending.count
      return start > Int(unit.start)
        && zip(ending, story.bytes[start..<Int(unit.end)]).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  /// How names of peoples end: Americans, Iranians, Iraqis, Chinese, Democrats.
  private static let endings = ["ans", "is", "ese", "crats", "ists"].map { Array($0.utf8) }

  /// "737 MAX", "747 ER": the letters are a model, whatever stands before.
  func isNumberedModel(_ candidate: NumberCandidate) -> Bool {
    guard !candidate.low.isWords, !candidate.low.isGrouped, candidate.unit.kind == .guessed
    else { return false }
    let unit = candidate.unit.tokens.lowerBound
    return story.tokens[unit].shape != .lower
      && contexts.models.match(at: unit, in: story.tokens, limit: range.upperBound) != nil
  }

  /// "M-119", "AIM-9", "MH17/18", "U.23", "RS/6000": a mark or a letter sticks to the number.
  func isInsideName(_ candidate: NumberCandidate) -> Bool {
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
    case 0x2E, 0x2F:
      guard token.touchesPrevious, previous.touchesPrevious,
        candidate.number - 1 > range.lowerBound
      else { return false }
      let before = story.tokens[candidate.number - 2]
      return before.kind == .word && before.shape != .lower
    default: return token.touchesPrevious && previous.kind == .word && previous.shape != .lower
    }
  }

  /// "1st", "12h", "9h30", "7g30", "855M": letters that stick to the digits and are no unit.
  func isOrdinalOrHour(_ candidate: NumberCandidate) -> Bool {
    let next = candidate.low.end
    guard next < range.upperBound, story.tokens[next].touchesPrevious,
      story.tokens[next].kind == .word
    else { return false }
    let key = story.tokens[next].key.exact
    return candidate.unit.kind == .none || Self.suffixes.contains(key)
      || key == Self.hour && isHour(candidate, next)
  }

  private static let suffixes = keys(["st", "nd", "rd", "th", "h", "s"])
  private static let hour = WordKey("g").exact

  /// "0g", "từ 7g sáng", "lúc 16g30": "g" is giờ (o'clock), not gram.
  private func isHour(_ candidate: NumberCandidate, _ letter: Int) -> Bool {
    guard story.language.numbers.customs.digitStandsBeforeTen, !candidate.low.isDecimal,
      candidate.low.value <= 24
    else { return false }
    if candidate.low.value == 0 { return true }
    if letter + 1 < range.upperBound {
      let behind = story.tokens[letter + 1]
      if behind.kind == .number
        || contexts.hours.match(
          at: letter + 1, in: story.tokens, limit: range.upperBound) != nil
      {
        return true
      }
    }
    return candidate.start > range.lowerBound
      && contexts.hours.match(
        before: candidate.start, in: story.tokens, from: range.lowerBound) != nil
  }
}
