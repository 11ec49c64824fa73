import Testing

@testable import ClaimModel

@Suite("A calendar day")
struct CalendarDayTests {
  @Test(
    "knows its weekday and its number",
    arguments: [
      (1970, 1, 1, 4, 0), (2024, 2, 29, 4, 19_782), (2000, 3, 1, 3, 11_017),
      (1969, 12, 31, 3, -1),
    ])
  func weekday(year: Int, month: Int, day: Int, weekday: Int, number: Int) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.weekday == weekday)
    #expect(date.daysSinceEpoch == number)
  }

  @Test("does not exist where the calendar has none", arguments: [(2023, 2, 29), (2024, 13, 1)])
  func missing(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test("comes back from its number", arguments: (-200...200).map { $0 * 997 })
  func roundTrip(number: Int) {
    #expect(CalendarDay(daysSinceEpoch: number).daysSinceEpoch == number)
  }
}

@Suite("A timestamp")
struct TimestampTests {
  @Test("is written in UTC and read back", arguments: [0, 1_704_446_042, 1_795_500_000])
  func roundTrip(seconds: Int) {
    let time = Timestamp(seconds: seconds)
    #expect(Timestamp(parsing: time.description) == time)
  }

  @Test("reads nothing but its own form", arguments: ["", "2024-01-05", "2024-01-05T25:00:00Z"])
  func refuses(text: String) {
    #expect(Timestamp(parsing: text) == nil)
  }
}
