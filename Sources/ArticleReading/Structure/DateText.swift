internal import ClaimModel
internal import Lexicons

/// Reads days as date lines and datelines write them.
///
/// "Thứ sáu, 5/1/2024, 10:00 (GMT+7)", "Jan 5, 2024", "5 January 2024", "2024-01-05",
/// "ngày 5 tháng 1 năm 2024"
struct DateText {
  let words: [Word]
  let bytes: UnsafeBufferPointer<UInt8>
  private static let book = PhraseBook(embedded: "dateline-words.tsv")
  private static let longestLine = 26

  /// A day with its year, and its place in the words.
  struct Found {
    var day: CalendarDay
    var range: Range<Int>
  }

  /// The day of a line that says nothing but a day and a time.
  var wholeDate: CalendarDay? {
    guard words.count <= Self.longestLine, let found = first else { return nil }
    var index = 0
    while index < words.count {
      if found.range.contains(index) {
        index = found.range.upperBound
      } else if let (_, count) = Self.book.match(words, at: index) {
        index += count
      } else if words[index].kind == .word {
        return nil
      } else {
        index += 1
      }
    }
    return found.day
  }

  /// The first day with a year.
  var first: Found? {
    for index in words.indices {
      if let found = numeric(index) ?? named(index) ?? vietnamese(index) { return found }
    }
    return nil
  }

  /// Whether word `index` is the name of a month: its number.
  func month(_ index: Int) -> Int? {
    guard index < words.count, let (role, count) = Self.book.match(words, at: index), count == 1
    else { return nil }
    return Int(role)
  }

  /// A month, or a word that stands beside a day: "ngày", "Tuesday".
  func isDayWord(_ index: Int) -> Bool {
    Self.book.match(words, at: index) != nil || words[index].key == Self.monthWord
      || words[index].key == Self.yearWord
      || index > 0 && Self.book.match(words, at: index - 1)?.count == 2
  }

  /// "5/1/2024", "5-1-2024", "5.1.2024": day first; "2024-01-05": year first.
  private func numeric(_ index: Int) -> Found? {
    guard index + 4 < words.count, let a = number(index), let b = number(index + 2),
      let c = number(index + 4), isMark(index + 1), isMark(index + 3)
    else { return nil }
    let day =
      a > 31
      ? CalendarDay(year: a, month: b, day: c)
      : CalendarDay(year: c, month: b, day: a) ?? CalendarDay(year: c, month: a, day: b)
    return found(day, index..<(index + 5))
  }

  /// "Jan. 5, 2024", "5 January 2024"
  private func named(_ index: Int) -> Found? {
    if let month = month(index) {
      var next = index + 1
      if next < words.count, words[next].isMark(".") { next += 1 }
      guard let day = number(next) else { return nil }
      next += 1
      if next < words.count, words[next].isMark(",") { next += 1 }
      guard let year = number(next) else { return nil }
      return found(CalendarDay(year: year, month: month, day: day), index..<(next + 1))
    }
    guard let day = number(index), let month = month(index + 1), let year = number(index + 2)
    else { return nil }
    return found(CalendarDay(year: year, month: month, day: day), index..<(index + 3))
  }

  /// "5 tháng 1 năm 2024", "5 tháng 1, 2024"
  private func vietnamese(_ index: Int) -> Found? {
    guard index + 4 < words.count, let day = number(index), words[index + 1].key == Self.monthWord,
      let month = number(index + 2), let year = number(index + 4),
      words[index + 3].key == Self.yearWord || words[index + 3].isMark(",")
    else { return nil }
    return found(CalendarDay(year: year, month: month, day: day), index..<(index + 5))
  }

  private static let monthWord = WordKey("tháng")
  private static let yearWord = WordKey("năm")

  private func found(_ day: CalendarDay?, _ range: Range<Int>) -> Found? {
    guard let day, (1500...2999).contains(day.year) else { return nil }
    return Found(day: day, range: range)
  }

  private func isMark(_ index: Int) -> Bool {
    ["/", "-", "."].contains { words[index].isMark($0) }
  }

  /// A number of up to four digits; nil for anything else. Of "12T08", as machines write a day
  /// and a time, the day.
  private func number(_ index: Int) -> Int? {
    guard index < words.count, words[index].kind == .number else { return nil }
    var digits = bytes[words[index].start..<words[index].end]
    if let mark = digits.firstIndex(of: 0x54), mark > digits.startIndex, mark + 1 < digits.endIndex
    {
      digits = digits[..<mark]
    }
    guard digits.count <= 4 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
