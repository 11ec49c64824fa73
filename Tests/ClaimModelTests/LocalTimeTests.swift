import ClaimModel
import Testing

@Suite("A moment in local time")
struct LocalTimeTests {
  private let moment = Timestamp(seconds: 1_704_446_042)  // 2024-01-05T09:14:02Z

  @Test(
    "has the day, the clock and the name of its zone",
    arguments: [
      (0, 0, "2024-01-05 09:14:02 UTC"), (7, 0, "2024-01-05 16:14:02 +07"),
      (5, 30, "2024-01-05 14:44:02 +05:30"), (5, 45, "2024-01-05 14:59:02 +05:45"),
      (-3, -30, "2024-01-05 05:44:02 -03:30"), (-11, 0, "2024-01-04 22:14:02 -11"),
      (14, 0, "2024-01-05 23:14:02 +14"), (0, -30, "2024-01-05 08:44:02 -00:30"),
    ])
  func described(hours: Int, minutes: Int, text: String) {
    let local = LocalTime(moment, in: LocalZone(hours: hours, minutes: minutes))
    #expect(local.description == text)
    #expect(text.hasPrefix(local.bare + " "))
  }

  @Test("crosses the ends of days, months and years")
  func ends() {
    let newYear = Timestamp(parsing: "2023-12-31T17:30:00Z") ?? moment
    #expect(LocalTime(newYear, in: LocalZone(hours: 7)).description == "2024-01-01 00:30:00 +07")
    let before = Timestamp(seconds: -1)
    #expect(LocalTime(before, in: LocalZone(hours: 1)).description == "1970-01-01 00:59:59 +01")
  }

  @Test("follows a zone whose clocks are put forward")
  func summerTime() {
    let zone = LocalZone { $0.seconds < 1_711_846_800 ? 3600 : 7200 }  // 2024-03-31T01:00:00Z
    let last = Timestamp(seconds: 1_711_846_799)
    #expect(LocalTime(last, in: zone).description == "2024-03-31 01:59:59 +01")
    #expect(
      LocalTime(Timestamp(seconds: 1_711_846_800), in: zone).description
        == "2024-03-31 03:00:00 +02")
  }

  @Test("of the system's zone differs from UTC by what its name says")
  func system() {
    let local = LocalTime(moment, in: .system)
    let offset = LocalZone.system.offset(moment)
    #expect(abs(offset) <= 14 * 3600)
    #expect((local.zone == "UTC") == (offset == 0))
  }
}
