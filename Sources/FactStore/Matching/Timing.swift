internal import ClaimModel

/// Dates as claims give them, held against each other.
enum Timing {
  /// Whether claims with these dates can be about one occasion. A year or month that only one of
  /// them names takes it to another time: "trong năm 2019" beside a claim of today; so do other
  /// days where both name some.
  static func mayMeet(_ a: [String], _ b: [String]) -> Bool {
    let spansA = a.filter(isSpan)
    let spansB = b.filter(isSpan)
    if !spansA.isEmpty || !spansB.isEmpty {
      return spansA.contains { span in b.contains { $0.hasPrefix(span) || span.hasPrefix($0) } }
        || spansB.contains { span in a.contains { $0.hasPrefix(span) || span.hasPrefix($0) } }
    }
    guard !a.isEmpty, !b.isEmpty else { return true }
    return a.contains { day in b.contains { PairEvidence.isSameDay(day, $0) } }
  }

  /// "2019", "2024-03": no single day.
  private static func isSpan(_ date: String) -> Bool { date.utf8.count <= 7 && day(date) == nil }

  /// The day that a claim gives, where it gives just one.
  static func onlyDay(_ dates: [String]) -> String? {
    let days = Set(dates.filter { day($0) != nil })
    return days.count == 1 && dates.count == days.count ? days.first : nil
  }

  /// Within 31 days of each other, by the calendar of one year where one has none.
  static func areNear(_ a: String, _ b: String) -> Bool {
    guard let first = day(a), let second = day(b) else { return false }
    guard let yearA = first.year, let yearB = second.year else {
      let apart = abs(first.month * 31 + first.day - second.month * 31 - second.day)
      return min(apart, 372 - apart) <= 31
    }
    guard let dayA = CalendarDay(year: yearA, month: first.month, day: first.day),
      let dayB = CalendarDay(year: yearB, month: second.month, day: second.day)
    else { return false }
    return abs(dayA.daysSinceEpoch - dayB.daysSinceEpoch) <= 31
  }

  /// "2024-03-12", "--03-12"; nil for anything less.
  private static func day(_ date: String) -> (year: Int?, month: Int, day: Int)? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: true).map { Int($0) }
    if date.hasPrefix("--"), parts.count == 2, let month = parts[0], let day = parts[1] {
      return (nil, month, day)
    }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return (year, month, day)
  }
}
