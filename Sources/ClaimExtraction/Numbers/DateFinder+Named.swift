internal import ClaimModel
internal import Lexicons

/// Dates of languages whose months have names, as in English.
extension DateFinder {
  /// "Jan. 5, 2024", "January 5", "January 2024", "January".
  func namedMonth(_ month: Int, _ start: Int, _ end: Int) -> Found? {
    if forms.customs.isMarked || isUncapitalised(start) { return nil }
    var at = end
    if at < limit, story.tokens[at].scalar == 0x2E { at += 1 }
    var date = PartialDate(month: month)
    if let (day, behind) = dayNumber(at: at) {
      date.day = day
      let last = yearBehind(into: &date, at: behind)
      return finished(date, start..<last)
    }
    let behind = yearBehind(into: &date, at: at)
    if behind > at { return finished(date, start..<behind) }
    // "May", "March" and "Mar" alone are words of their own too.
    return isAfterPreposition(start) ? finished(date, start..<end) : nil
  }

  func isAfterPreposition(_ index: Int) -> Bool {
    index > 0 && forms.customs.prepositions.contains(story.tokens[index - 1].key.exact)
  }

  /// "may" is no month where months have capitals.
  func isUncapitalised(_ index: Int) -> Bool {
    forms.customs.hasCapitals && story.tokens[index].shape == .lower
  }

  /// "5 January 2024", "5th of January"; in English a bare "5/1/2024" too.
  func dayFirst(at index: Int) -> Found? {
    guard let (day, behind) = dayNumber(at: index) else {
      return bareNumber(at: index) ?? yearAfterPreposition(index)
    }
    var at = behind
    if at < limit, story.tokens[at].key == forms.customs.of { at += 1 }
    if at < limit,
      case .month(let month)? = words.match(at: at, in: story.tokens, limit: limit)?.value,
      !isUncapitalised(at)
    {
      var end = at + 1
      if end + 1 < limit, story.tokens[end].scalar == 0x2E,
        story.tokens[end + 1].kind == .number
      {
        end += 1
      }
      var date = PartialDate(month: month, day: day)
      let last = yearBehind(into: &date, at: end)
      return finished(date, index..<last)
    }
    return bareNumber(at: index)
  }

  /// "in 2014", "since 1998".
  func yearAfterPreposition(_ index: Int) -> Found? {
    guard isAfterPreposition(index), let (numbers, end) = parts(at: index), numbers.count == 1,
      (1500...2199).contains(numbers[0]), !isCounted(end)
    else { return nil }
    return finished(PartialDate(year: numbers[0]), index..<end)
  }

  /// "in 2014 cases": a noun in lower case behind it, other than a function word.
  func isCounted(_ end: Int) -> Bool {
    guard end < limit, story.tokens[end].kind == .word, story.tokens[end].shape == .lower
    else { return false }
    return story.language.numbers.contexts.stops.match(at: end, in: story.tokens, limit: limit)
      == nil
  }

  /// A day of the month, "5" or "5th".
  func dayNumber(at index: Int) -> (day: Int, end: Int)? {
    guard index < limit, story.tokens[index].kind == .number,
      let numbers = slashed(at: index), numbers.count == 1, (1...31).contains(numbers[0])
    else { return nil }
    let next = index + 1
    if next < limit, story.tokens[next].touchesPrevious,
      forms.customs.ordinals.contains(story.tokens[next].key.exact)
    {
      return (numbers[0], next + 1)
    }
    return (numbers[0], next)
  }

  /// ", 2024" or "2024" behind day and month. Where it ends.
  func yearBehind(into date: inout PartialDate, at index: Int) -> Int {
    var at = index
    if at < limit, story.tokens[at].scalar == 0x2C { at += 1 }
    guard at < limit, story.tokens[at].kind == .number, let numbers = slashed(at: at),
      numbers.count == 1, (1000...2999).contains(numbers[0])
    else { return index }
    date.year = numbers[0]
    return at + 1
  }

  /// "last Tuesday", "next Friday".
  func shiftedWeekday(_ word: DateWords.Word, _ start: Int, _ end: Int) -> Found? {
    guard !forms.customs.isMarked, end < limit,
      case (.weekday(let weekday), let behind)? = words.match(
        at: end, in: story.tokens, limit: limit)
    else { return nil }
    if case .coming = word {
      return relative(start..<behind) { Self.weekday(weekday, .coming, from: $0) }
    }
    // "last Tuesday": the latest one before the story's day.
    return relative(start..<behind) { day in
      let back = (day.weekday - weekday + 7) % 7
      return Self.day(day, back == 0 ? -7 : -back)
    }
  }
}
