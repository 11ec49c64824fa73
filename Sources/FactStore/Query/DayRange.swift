package import ClaimModel

/// Days from the first to the last of a date of any precision: "2023-10" is 31 days.
package struct DayRange: Sendable, Hashable {
  /// Nil if it is open.
  package var first: CalendarDay?
  package var last: CalendarDay?
  /// A day or month of whichever year, as "03-12", "03": the range is open then.
  private var yearless: String?

  /// "2023", "2023-10", "2023-10-05", "10/2023", "5/10/2023"; without a year "5/10" and
  /// "--10-05"; nil for anything else.
  init?(parsing text: some StringProtocol) {
    if let day = Self.yearlessDay(text) {
      self.init(first: nil, last: nil)
      yearless = day
      return
    }
    let bytes = Array(text.utf8)
    let isSlashed = bytes.contains(0x2F)
    var numbers = [Int]()
    for part in bytes.split(separator: isSlashed ? 0x2F : 0x2D, omittingEmptySubsequences: false) {
      guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    if isSlashed { numbers.reverse() }
    self.init(numbers)
  }

  /// "12/3", "--03-12" → "03-12", "--03" → "03"; in leap years there is a 29 February.
  private static func yearlessDay(_ text: some StringProtocol) -> String? {
    let isISO = text.hasPrefix("--")
    let parts = (isISO ? text.dropFirst(2)[...] : text[...])
      .split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard parts.count == 2 || (isISO && parts.count == 1),
      parts.allSatisfy({ (1...2).contains($0.utf8.count) })
    else {
      return nil
    }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    if isISO, numbers.count == 1 {
      return CalendarDay(year: 2000, month: numbers[0], day: 1).map {
        String($0.description.dropFirst(5).prefix(2))
      }
    }
    let (month, day) = isISO ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    return CalendarDay(year: 2000, month: month, day: day).map {
      String($0.description.dropFirst(5))
    }
  }

  /// Year, month, day, as many as are known.
  private init?(_ numbers: [Int]) {
    guard (1...3).contains(numbers.count), numbers[0] >= 1000 else { return nil }
    let month = numbers.count > 1 ? numbers[1] : nil
    guard (1...12).contains(month ?? 1) else { return nil }
    let lastMonth = month ?? 12
    let lastDay = CalendarDay.days(inMonth: lastMonth, of: numbers[0])
    let day = numbers.count > 2 ? numbers[2] : nil
    guard let first = CalendarDay(year: numbers[0], month: month ?? 1, day: day ?? 1),
      let last = CalendarDay(year: numbers[0], month: lastMonth, day: day ?? lastDay)
    else { return nil }
    self.first = first
    self.last = last
  }

  var isYearless: Bool { yearless != nil }

  /// The days on one side of it: `>2024-01` → 2024-02-01 and all after.
  func compared(_ comparison: Comparison) -> DayRange {
    switch comparison {
    case .less: DayRange(first: nil, last: first?.advanced(by: -1))
    case .atMost: DayRange(first: nil, last: last)
    case .more: DayRange(first: last?.advanced(by: 1), last: nil)
    case .atLeast: DayRange(first: first, last: nil)
    case .equal, .unequal: self
    }
  }

  init(first: CalendarDay?, last: CalendarDay?) {
    self.first = first
    self.last = last
  }

  /// Whether a date mention speaks of the day; "--03" does of "03-12". Else whether it can lie in it: "2023-10" does in 2023-10-05..; "--01-05" in any
  /// range that has a fifth of January.
  func contains(_ mention: String) -> Bool {
    if let yearless {
      if mention.hasPrefix("--") {
        let day = mention.dropFirst(2)
        return day.hasPrefix(yearless) || yearless.hasPrefix(day)
      }
      return DayRange(parsing: mention)?.containsDay(ofAnyYear: yearless[...]) ?? false
    }
    if mention.hasPrefix("--") { return containsDay(ofAnyYear: mention.dropFirst(2)) }
    guard let other = DayRange(parsing: mention) else { return false }
    return overlaps(other)
  }

  private func overlaps(_ other: DayRange) -> Bool {
    if let first, let end = other.last, end < first { return false }
    if let last, let start = other.first, start > last { return false }
    return true
  }

  private func containsDay(ofAnyYear day: Substring) -> Bool {
    guard let first, let last, last.year - first.year < 8 else { return true }
    return (first.year...last.year).contains { year in
      let digits = String(10_000 + year).dropFirst()
      return DayRange(parsing: digits + "-" + day).map(overlaps) ?? false
    }
  }
}

extension CalendarDay {
  fileprivate func advanced(by days: Int) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + days)
  }
}
