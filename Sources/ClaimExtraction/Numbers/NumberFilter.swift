internal import ClaimModel
internal import Lexicons

/// Decides whether a number states something to check, or only names, orders or dates.
struct NumberFilter {
  let story: Story
  let range: Range<Int>
  let contexts: NumberContexts

  func accepts(_ candidate: NumberCandidate) -> Bool {
    if isInsideName(candidate) || isOrdinalOrHour(candidate) || isRateNote(candidate) {
      return false
    }
    let context = contexts.labels.match(
      before: candidate.start, in: story.tokens, from: range.lowerBound)?.value
    if candidate.comparator == .equal, isLabelled(candidate, context) { return false }
    if isOne(candidate) { return acceptsOne(candidate) }
    if candidate.isFraction { return true }
    if candidate.isPart, candidate.low.isWords || !isYear(candidate.low) { return true }
    switch candidate.unit.kind {
    case .definite: return acceptsDefinite(candidate)
    case .time:
      return isSumOverTime(candidate) || isBound(candidate) && !isAge(candidate)
    case .measure: return !isRestOfTerm(candidate)
    case .none: return !isArticle(candidate) && acceptsBare(candidate, context)
    case .known, .guessed:
      if candidate.low.isWords, !candidate.low.isScaled,
        context == .pair || isPointedAt(candidate)
      {
        return false
      }
      return acceptsCount(candidate)
    }
  }

  /// "quận 12", "phòng 3 chỉ …", "in 1998", but "in 17 states".
  private func isLabelled(_ candidate: NumberCandidate, _ context: NumberContexts.Context?)
    -> Bool
  {
    switch context {
    case .naming: true
    case .label:
      candidate.unit.kind != .measure
        && !(candidate.unit.kind == .time && isTerm(candidate))
    case .period: candidate.unit.kind == .none || isYear(candidate.low)
    default: false
    }
  }

  /// "($1=.6172 Pound)", "1 USD = 25.000 đồng": a rate of exchange beside the story.
  private func isRateNote(_ candidate: NumberCandidate) -> Bool {
    let before = max(0, candidate.start - 3)..<candidate.start
    if before.contains(where: { story.tokens[$0].scalar == 0x3D }) { return true }
    return candidate.end < range.upperBound && story.tokens[candidate.end].scalar == 0x3D
  }

  /// "past a million": without a unit no count.
  private func isArticle(_ candidate: NumberCandidate) -> Bool {
    story.language.numbers.words[story.tokens[candidate.number]]?.role == .article
  }

  // MARK: Durations

  /// "ít nhất 15 ngày" is a condition to check, "15 ngày" alone a duration.
  private func isBound(_ candidate: NumberCandidate) -> Bool {
    guard story.language.numbers.customs.boundTimesCount else { return false }
    if isTerm(candidate) { return true }
    return switch candidate.comparator {
    case .atLeast: true
    case .atMost: story.tokens[candidate.start].key.exact != Self.rising
    default: false
    }
  }

  private static let rising = WordKey("lên").exact

  /// "3 năm 4 tháng tù": not four months.
  private func isRestOfTerm(_ candidate: NumberCandidate) -> Bool {
    candidate.unit.tokens.count > 1 && candidate.start > range.lowerBound + 1
      && story.tokens[candidate.start - 2].kind == .number
      && contexts.units.match(
        at: candidate.start - 1, in: story.tokens, limit: candidate.start)?.value == .time
  }

  /// "chỉ được phép ở lại trong vòng 21 ngày": so long at most.
  func isLimit(_ candidate: NumberCandidate) -> Bool {
    guard candidate.unit.kind == .time, candidate.comparator == .equal, isTerm(candidate) else {
      return false
    }
    let start = max(range.lowerBound, candidate.start - 16)
    return (start..<candidate.start).contains {
      contexts.permits.match(at: $0, in: story.tokens, limit: candidate.start) != nil
    }
  }

  /// "trong vòng 21 ngày": a term to be met, unless it looks back ("trong vòng 21 ngày qua").
  private func isTerm(_ candidate: NumberCandidate) -> Bool {
    contexts.terms.match(before: candidate.start, in: story.tokens, from: range.lowerBound) != nil
      && !(candidate.end < range.upperBound
        && Self.past.contains(story.tokens[candidate.end].key.exact))
  }

  /// "6.83 billion year on year": no number of years.
  private func isSumOverTime(_ candidate: NumberCandidate) -> Bool {
    let unit = story.tokens[candidate.unit.tokens.upperBound - 1]
    return story.language.numbers.customs.unitEndsWithPlural && candidate.low.isScaled
      && story.bytes[Int(unit.end) - 1] != 0x73
  }

  private static let past = keys(["qua", "trước", "gần"])

  private func isAge(_ candidate: NumberCandidate) -> Bool {
    candidate.unit.tokens.contains { story.tokens[$0].key.exact == Self.age }
  }

  private static let age = WordKey("tuổi").exact

  // MARK: Numbers without a unit

  /// "tăng lên 34", "230.000", "khoảng 350 triệu": without a unit only where the number itself or
  /// a verb of change says that it counts.
  private func acceptsBare(_ candidate: NumberCandidate, _ context: NumberContexts.Context?)
    -> Bool
  {
    let numeral = candidate.low
    if numeral.isWords, !numeral.isScaled { return false }
    if numeral.isGrouped || numeral.isScaled { return true }
    if numeral.value >= 1e8 || isYear(numeral) { return false }
    if context == .change { return true }
    if numeral.isDecimal { return false }
    return candidate.comparator != .equal || isSum(candidate)
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

  func isYear(_ numeral: Numeral) -> Bool {
    !numeral.isGrouped && !numeral.isScaled && !numeral.isWords && !numeral.isDecimal
      && numeral.value >= 1500 && numeral.value < 2100
  }

  // MARK: Counts

  private func acceptsCount(_ candidate: NumberCandidate) -> Bool {
    let numeral = candidate.low
    if candidate.comparator == .equal, isNumberedModel(candidate) || isPairAgain(candidate) {
      return false
    }
    guard numeral.isWords, !numeral.isScaled else {
      return candidate.unit.kind == .known
        ? !isYearBeforeNoun(candidate) : !followsName(candidate) && !isYearOfOwn(numeral)
    }
    if isNameInWords(candidate) { return false }
    let first = story.tokens[candidate.number]
    guard first.key.exact == story.language.numbers.customs.unitOfTime else { return true }
    return numeral.end - candidate.number > 1
  }

  /// "kỳ thi quốc gia 2018 tỉnh Hà Giang": counts of thousands have their mark.
  private func isYearBeforeNoun(_ candidate: NumberCandidate) -> Bool {
    story.language.numbers.customs.groupsWithoutUnit && candidate.comparator == .equal
      && isYear(candidate.low) && (1950...2035).contains(candidate.low.value)
  }

  /// Of counted nouns that no list knows only the years of our time are taken for years.
  private func isYearOfOwn(_ numeral: Numeral) -> Bool { isYear(numeral) && numeral.value >= 1900 }

  /// "hơn 50 nước" counts, "hai nước" names the two at hand.
  private func acceptsDefinite(_ candidate: NumberCandidate) -> Bool {
    candidate.comparator != .equal || candidate.low.isScaled
      || !candidate.low.isWords && candidate.low.value > 4
  }

  /// "hai tàu này": spoken of before.
  private func isPointedAt(_ candidate: NumberCandidate) -> Bool {
    candidate.end < range.upperBound
      && Self.pointers.contains(story.tokens[candidate.end].key.exact)
  }

  private static let pointers = keys(["này", "ấy", "nọ"])

  /// "Hai người đã ly hôn": the two at hand; "hai người chết" counts.
  private func isPairAgain(_ candidate: NumberCandidate) -> Bool {
    if isOwnChildren(candidate) { return true }
    guard candidate.low.value == 2, candidate.low.isWords, candidate.high == nil,
      candidate.unit.kind == .known,
      candidate.unit.tokens.count == 1, isPeople(candidate.unit.tokens.lowerBound),
      candidate.end < range.upperBound
    else { return false }
    if contexts.harms.match(at: candidate.end, in: story.tokens, limit: range.upperBound) != nil {
      return false
    }
    return contexts.again.match(at: candidate.end, in: story.tokens, limit: range.upperBound)
      != nil
  }

  /// "ban phước cho hai con": said to them; "có hai con" counts.
  private func isOwnChildren(_ candidate: NumberCandidate) -> Bool {
    guard candidate.low.isWords, candidate.unit.tokens.count == 1,
      story.tokens[candidate.unit.tokens.lowerBound].key.exact == Self.child,
      candidate.start > range.lowerBound
    else { return false }
    return !Self.having.contains(story.tokens[candidate.start - 1].key.exact)
  }

  private static let child = WordKey("con").exact
  private static let having = keys(["có", "và", "cùng", "sinh", "nuôi"])

  // MARK: One

  /// "một", "one", alone: an article rather than a count.
  private func isOne(_ candidate: NumberCandidate) -> Bool {
    candidate.low.isWords && candidate.low.value == 1 && candidate.high == nil
  }

  private func acceptsOne(_ candidate: NumberCandidate) -> Bool {
    switch candidate.unit.kind {
    case .measure:
      candidate.comparator != .equal || isPlainMeasure(candidate)
    case .known, .guessed:
      switch candidate.comparator {
      case .equal: countsVictim(candidate) || isLastOfList(candidate)
      case .atLeast, .more:
        candidate.unit.kind == .known || isPeople(candidate.unit.tokens.lowerBound)
      default: false
      }
    default: false
    }
  }

  /// "one percent", "một km"; but "một lần" is once, and "the one dollar" no sum.
  private func isPlainMeasure(_ candidate: NumberCandidate) -> Bool {
    guard story.language.numbers.customs.unitEndsWithPlural else {
      // "12 triệu đồng một tấn" is a price for each.
      if contexts.units.match(before: candidate.start, in: story.tokens, from: range.lowerBound)
        != nil
      {
        return false
      }
      return candidate.unit.tokens.count == 1
        && Self.lengths.contains(story.tokens[candidate.unit.tokens.lowerBound].key.exact)
    }
    return contexts.labels.match(
      before: candidate.start, in: story.tokens, from: range.lowerBound) == nil
  }

  private static let lengths = keys(["km", "mét", "kg", "tấn", "ha", "dặm"])

  /// "một người khác bị_thương", "one person was killed".
  private func countsVictim(_ candidate: NumberCandidate) -> Bool {
    guard isPeople(candidate.unit.tokens.lowerBound) else { return false }
    let end = min(candidate.end + 3, range.upperBound)
    return (candidate.end..<end).contains {
      contexts.harms.match(at: $0, in: story.tokens, limit: range.upperBound) != nil
    }
  }

  /// "ba công dân Nga, một người Latvia và một người Philippines": with nothing said of it but
  /// that it is one of the list.
  private func isLastOfList(_ candidate: NumberCandidate) -> Bool {
    guard candidate.goesOnWithList, candidate.start > range.lowerBound else { return false }
    let isJoined = RangeWords.lists(story.tokens[candidate.start - 1])
    if candidate.unit.kind == .guessed, !isJoined { return false }
    guard candidate.end < range.upperBound else { return true }
    let next = story.tokens[candidate.end]
    return next.kind == .punctuation || RangeWords.lists(next)
      || contexts.harms.match(at: candidate.end, in: story.tokens, limit: range.upperBound) != nil
  }

  private func isPeople(_ index: Int) -> Bool {
    Self.people.contains(story.tokens[index].key.exact)
  }

  private static let people = keys(["người", "person"])
}
