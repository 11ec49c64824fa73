internal import ClaimModel

/// A date as far as a text gives it.
struct PartialDate: Equatable {
  var year: Int?
  var month: Int?
  var day: Int?

  /// Whether such a date can be: 30 February cannot, 29 February without a year can.
  var isValid: Bool {
    if let year, !(1...2999).contains(year) { return false }
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return year != nil || month != nil }
    guard let month else { return false }
    return day >= 1 && day <= CalendarDay.days(inMonth: month, of: year ?? 2000)
  }

  /// "2024-01-05", "2024-01", "2024", "--01-05", "--01".
  var iso: String {
    var out = year.map { padded($0, 4) } ?? "-"
    if let month { out += "-" + padded(month, 2) }
    if let day { out += "-" + padded(day, 2) }
    return out
  }

  /// The year nearest to the story's date, where the text gives none.
  func completed(by story: CalendarDay?) -> PartialDate {
    guard year == nil, let month, let story else { return self }
    var best = self
    var distance = Int.max
    for year in story.year - 1...story.year + 1 {
      guard let candidate = CalendarDay(year: year, month: month, day: day ?? 15) else { continue }
      // News looks back more often than ahead.
      let days = candidate.daysSinceEpoch - story.daysSinceEpoch
      let cost = days > 0 ? days * 4 : -days
      if cost < distance {
        distance = cost
        best.year = year
      }
    }
    return best
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension PartialDate {
  init(_ day: CalendarDay) {
    self.init(year: day.year, month: day.month, day: day.day)
  }
}
