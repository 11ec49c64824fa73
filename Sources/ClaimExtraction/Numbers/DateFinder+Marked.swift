internal import ClaimModel
internal import Lexicons

/// Dates of languages that mark day, month and year by words, as in Vietnamese.
extension DateFinder {
  /// "đầu tháng 10/2023", "cuối năm 2014": the part belongs to the mention.
  func part(_ start: Int, _ end: Int) -> Found? {
    guard end < limit, story.tokens[end].kind == .word || story.tokens[end].kind == .number,
      var found = date(at: end)
    else { return nil }
    found.tokens = start..<found.tokens.upperBound
    return found
  }

  /// "ngày 5/1", "hôm 13-2", "ngày 5 tháng 1 năm 2024", "ngày 5-1-2024".
  func afterDayMark(_ start: Int, _ end: Int) -> Found? {
    guard let (numbers, behind) = parts(at: end) else { return nil }
    switch numbers.count {
    case 3: return finished(fullDate(numbers), start..<behind)
    case 2:
      var date = PartialDate(month: numbers[1], day: numbers[0])
      let last = takeYear(into: &date, at: behind)
      return finished(date, start..<last)
    default: return dayInWords(numbers[0], start, behind)
    }
  }

  /// "ngày 5 tháng 1 (năm 2024)", "ngày 5 tháng Giêng".
  func dayInWords(_ day: Int, _ start: Int, _ end: Int) -> Found? {
    guard end < limit,
      case .monthMark? = words.match(at: end, in: story.tokens, limit: limit)?.value,
      var found = afterMonthMark(start, end + 1), var date = found.date
    else { return nil }
    date.day = day
    found.date = date
    return finished(PartialDate(year: date.year, month: date.month, day: day), found.tokens)
  }

  /// "tháng 10/2023", "tháng 10", "tháng 10 năm 2023", "tháng 10-2023", "tháng mười".
  func afterMonthMark(_ start: Int, _ end: Int) -> Found? {
    guard end < limit else { return nil }
    var date = PartialDate()
    var behind = end
    if let (numbers, after) = parts(at: end) {
      date.month = numbers[0]
      if numbers.count == 2 { date.year = numbers[1] }
      guard numbers.count <= 2 else { return nil }
      behind = after
    } else if case .month(let month)? = words.match(at: end, in: story.tokens, limit: limit)?.value
    {
      date.month = month
      behind = words.match(at: end, in: story.tokens, limit: limit)?.end ?? end + 1
    } else if story.tokens[end].key == Self.may, parts(at: end + 1) == nil {
      date.month = 5
      behind = end + 1
    } else {
      return nil
    }
    if date.year == nil { behind = takeYear(into: &date, at: behind) }
    return finished(date, start..<behind)
  }

  /// "3 tháng 10 ngày", "2 tháng 1 lần": months that are counted, and another unit behind.
  func isDuration(_ index: Int, _ end: Int) -> Bool {
    guard index > 0, isNumber(at: index - 1), end < limit else { return false }
    let behind =
      parts(at: end)?.end ?? words.match(at: end, in: story.tokens, limit: limit)?.end ?? end + 1
    switch story.language.numbers.contexts.units.match(
      at: behind, in: story.tokens, limit: limit)?.value
    {
    case .time: return story.tokens[behind].key != Self.may
    case .measure: return true
    default: return false
    }
  }

  /// "quý 1/2026", "quý I năm 2026": no more than its year can be told.
  func afterQuarter(_ start: Int, _ end: Int) -> Found? {
    guard end < limit else { return nil }
    if let (numbers, behind) = parts(at: end), (1...4).contains(numbers[0]) {
      if numbers.count == 2, numbers[1] >= 1000 {
        return finished(PartialDate(year: numbers[1]), start..<behind)
      }
      return numbers.count == 1 ? yearOfQuarter(start, behind) : nil
    }
    guard story.tokens[end].kind == .word, story.tokens[end].shape != .lower else { return nil }
    return yearOfQuarter(start, end + 1)
  }

  private func yearOfQuarter(_ start: Int, _ index: Int) -> Found? {
    var date = PartialDate()
    let isSlash = index < limit && story.tokens[index].scalar == 0x2F
    let behind =
      isSlash ? yearBehind(into: &date, at: index + 1) : takeYear(into: &date, at: index)
    return date.year == nil ? nil : finished(date, start..<behind)
  }

  /// "năm" is five as well as year: "tháng năm" is May.
  static let may = WordKey("năm")

  /// "năm 2014", "năm ngoái" is a word of its own.
  func afterYearMark(_ start: Int, _ end: Int) -> Found? {
    guard let (numbers, behind) = parts(at: end), numbers.count == 1,
      (1000...2999).contains(numbers[0])
    else { return nil }
    return finished(PartialDate(year: numbers[0]), start..<behind)
  }

  /// A year behind a day or month: "năm 2024", "năm ngoái", ", 2024". Where it ends.
  func takeYear(into date: inout PartialDate, at index: Int) -> Int {
    guard index < limit else { return index }
    if let (word, end) = words.match(at: index, in: story.tokens, limit: limit) {
      switch word {
      case .yearMark:
        guard let found = afterYearMark(index, end), let year = found.date?.year else { break }
        date.year = year
        return found.tokens.upperBound
      case .year(let offset):
        guard let storyDate else { return end }
        date.year = storyDate.year + offset
        return end
      default: break
      }
      return index
    }
    return forms.customs.isMarked ? index : yearBehind(into: &date, at: index)
  }

  /// "thứ sáu", "Tuesday", with "tuần trước", "tới" or a date in brackets behind it.
  func afterWeekday(_ weekday: Int, _ start: Int, _ end: Int) -> Found? {
    if let dated = dated(behind: end, from: start) { return dated }
    var behind = end
    var step = Step.nearest
    if end < limit, let (word, after) = words.match(at: end, in: story.tokens, limit: limit) {
      if case .past = word { (step, behind) = (.past, after) }
      if case .coming = word { (step, behind) = (.coming, after) }
    }
    if step == .nearest, isOrdinal(start, end) { return nil }
    if step == .nearest, isAhead(start) { step = .coming }
    return relative(start..<behind) { Self.weekday(weekday, step, from: $0) }
  }

  /// "would start on Sunday", "sẽ khai mạc vào chủ nhật": a word of what is to come, and no verb
  /// of saying between it and the day.
  private func isAhead(_ index: Int) -> Bool {
    for at in stride(from: index - 1, through: max(0, index - Self.aheadReach), by: -1) {
      let token = story.tokens[at]
      if token.kind == .punctuation, Self.stops.contains(token.scalar) { return false }
      if case .ahead? = words.match(at: at, in: story.tokens, limit: index)?.value { return true }
      if story.language.cues.phrases.match(story.tokens, at: at, end: index)?.value == .say {
        guard at > 0, case .ahead? = words.match(at: at - 1, in: story.tokens, limit: at)?.value
        else { return false }
        return true
      }
    }
    return false
  }

  private static let aheadReach = 12
  /// . ! ? ; and quotation marks
  private static let stops: Set<UInt32> = [0x2E, 0x21, 0x3F, 0x3B, 0x22, 0x201C, 0x201D]

  /// "lần thứ hai": without a time word before it or a capital, "thứ hai" means the second.
  func isOrdinal(_ start: Int, _ end: Int) -> Bool {
    forms.customs.isMarked && end - start == 2 && story.tokens[end - 1].shape == .lower
      && story.tokens[start].key == forms.customs.ordinalMark
  }

  /// "thứ sáu (5/1)", "thứ sáu ngày 5/1", "Friday, Jan. 5".
  func dated(behind end: Int, from start: Int) -> Found? {
    guard end + 1 < limit else { return nil }
    let mark = story.tokens[end].scalar
    var at = mark == 0x28 || mark == 0x2C ? end + 1 : end
    if forms.customs.isMarked, mark == 0x28, let (numbers, behind) = parts(at: at),
      numbers.count == 2
    {
      return finished(PartialDate(month: numbers[1], day: numbers[0]), start..<behind)
    }
    guard at < limit else { return nil }
    if story.tokens[at].kind == .word, story.tokens[at].key == forms.customs.article { at += 1 }
    guard var found = date(at: at), let date = found.date, date.day != nil, date.month != nil
    else { return nil }
    found.tokens = start..<found.tokens.upperBound
    return found
  }

  enum Step { case nearest, past, coming }

  /// The weekday on or before the story's date; with "tới" the one after it; with "tuần trước"
  /// the one of the week before (ISO weeks, Monday first).
  static func weekday(_ weekday: Int, _ step: Step, from day: CalendarDay) -> PartialDate {
    let back = (day.weekday - weekday + 7) % 7
    switch step {
    case .nearest: return Self.day(day, -back)
    case .past: return Self.day(day, weekday - day.weekday - 7)
    case .coming: return Self.day(day, back == 0 ? 7 : 7 - back)
    }
  }
}
