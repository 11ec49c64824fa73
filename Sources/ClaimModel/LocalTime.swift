#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How far the clocks of a place are from UTC at any moment.
package struct LocalZone: Sendable {
  /// Seconds east of UTC.
  package var offset: @Sendable (Timestamp) -> Int

  package init(offset: @escaping @Sendable (Timestamp) -> Int) { self.offset = offset }

  package static let utc = LocalZone(hours: 0)

  /// The same all year round.
  package init(hours: Int, minutes: Int = 0) {
    let seconds = hours * 3600 + minutes * 60
    self.init { _ in seconds }
  }

  /// The zone of $TZ or, without it, of /etc/localtime, as the C library reads them; UTC where
  /// they name none. Read at the first look, not at the start.
  package static let system: LocalZone = {
    tzset()
    return LocalZone { moment in
      var seconds = time_t(moment.seconds)
      var parts = tm()
      return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
  }()

  /// Where people read times: the system's zone, but for tests.
  @TaskLocal package static var current = LocalZone.system
}

/// A moment as a clock on the wall shows it: for people alone, data stays in UTC.
package struct LocalTime: Sendable, Hashable, CustomStringConvertible {
  package var day: CalendarDay
  /// "16:14:02"
  package var clock: String
  /// "+07", "+05:30", "UTC"
  package var zone: String

  package init(_ moment: Timestamp, in zone: LocalZone = .current) {
    let offset = zone.offset(moment)
    let shifted = Timestamp(seconds: moment.seconds + offset)
    day = shifted.day
    clock = shifted.clock
    self.zone = Self.name(offset)
  }

  /// Without the zone, which stands elsewhere: "2024-01-05 16:14:02".
  package var bare: String { "\(day) \(clock)" }

  /// "2024-01-05 16:14:02 +07"
  package var description: String { "\(bare) \(zone)" }

  /// The hours and minutes of ISO 8601, minutes only where there are some.
  private static func name(_ offset: Int) -> String {
    guard offset != 0 else { return "UTC" }
    let minutes = abs(offset) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hours = (offset < 0 ? "-" : "+") + two(minutes / 60)
    return minutes % 60 == 0 ? hours : hours + ":" + two(minutes % 60)
  }
}

extension Timestamp {
  /// By the clocks of the place where theo runs.
  package var local: LocalTime { LocalTime(self) }
}
