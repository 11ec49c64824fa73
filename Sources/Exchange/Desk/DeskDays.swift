internal import ClaimModel

/// The days that a date as spoken of can mean, for programs that know whole days alone.
///
/// "2023-10" → 2023-10-01 to 2023-10-31, "month".
struct DeskDays {
  enum Precision: String { case day, month, year, dayOfAnyYear = "day-of-any-year" }

  /// Nil where no year is known.
  let first: CalendarDay?
  let last: CalendarDay?
  let precision: Precision

  init(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count > 0, let year = parts[0] else {
      (first, last, precision) = (nil, nil, .dayOfAnyYear)
      return
    }
    let month = parts.count > 1 ? parts[1] : nil
    let day = parts.count > 2 ? parts[2] : nil
    precision = day != nil ? .day : month != nil ? .month : .year
    first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
    let lastMonth = month ?? 12
    let days = (1...12).contains(lastMonth) ? CalendarDay.days(inMonth: lastMonth, of: year) : 31
    last = CalendarDay(year: year, month: lastMonth, day: day ?? days)
  }
}
