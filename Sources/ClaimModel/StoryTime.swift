/// When something was published, as exactly as it says so: a day alone, or one with a time of day,
/// with or without a zone. Written as ISO 8601: "2024-01-05", "2024-01-05T10:00",
/// "2024-01-05T10:00+07:00".
package struct StoryTime: Sendable, Hashable, CustomStringConvertible {
  package var day: CalendarDay
  /// Seconds since midnight, 0 to 86,399.
  package var second: Int?
  /// Minutes east of UTC; nil where no zone is known. Never without `second`.
  package var zone: Int?

  package init(day: CalendarDay, second: Int? = nil, zone: Int? = nil) {
    self.day = day
    self.second = second.flatMap { (0..<86_400).contains($0) ? $0 : nil }
    self.zone = self.second == nil ? nil : zone
  }

  package var description: String {
    guard let second else { return day.description }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = "\(day)T\(two(second / 3600)):\(two(second / 60 % 60))"
    if second % 60 != 0 { text += ":" + two(second % 60) }
    guard let zone else { return text }
    return text + (zone < 0 ? "-" : "+") + two(abs(zone) / 60) + ":" + two(abs(zone) % 60)
  }

  /// ISO 8601 with a day at least; fractions of seconds are dropped: "2024-01-05",
  /// "2024-01-05T10:00:00.000Z", "20240105T100000+0700", "2024-01-05 10:00 +07:00".
  package init?(iso text: some StringProtocol) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4) else { return nil }
    let dashed = scanner.take("-")
    guard let month = scanner.number(2), !dashed || scanner.take("-"),
      let date = scanner.number(2), let day = CalendarDay(year: year, month: month, day: date)
    else { return nil }
    self.init(day: day)
    guard !scanner.isAtEnd else { return }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" "),
      let hour = scanner.number(2), hour < 24
    else { return nil }
    _ = scanner.take(":")
    guard let minute = scanner.number(2), minute < 60 else { return nil }
    var seconds = 0
    if scanner.take(":") || scanner.isAtDigit {
      guard let number = scanner.number(2), number <= 60 else { return nil }
      seconds = min(number, 59)
    }
    if scanner.take(".") || scanner.take(",") { scanner.skipDigits() }
    second = hour * 3600 + minute * 60 + seconds
    _ = scanner.take(" ")
    if scanner.isAtEnd { return }
    guard let zone = scanner.zone(), scanner.isAtEnd else { return nil }
    self.zone = zone
  }

  /// The same moment by the clocks of another zone; itself where its own zone is not known.
  package func moved(toZone minutes: Int) -> StoryTime {
    guard let second, let zone else { return self }
    let moment = day.daysSinceEpoch * 86_400 + second + (minutes - zone) * 60
    let days = moment >= 0 ? moment / 86_400 : -((-moment + 86_399) / 86_400)
    return StoryTime(
      day: CalendarDay(daysSinceEpoch: days), second: moment - days * 86_400, zone: minutes)
  }
}

/// Reads numbers of a set length from the front of a text.
private struct DigitScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var isAtDigit: Bool { rest.first.map { (0x30...0x39).contains($0) } ?? false }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == mark.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func skipDigits() { while isAtDigit { rest.removeFirst() } }

  mutating func number(_ count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var number = 0
    for byte in rest.prefix(count) {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    rest.removeFirst(count)
    return number
  }

  /// "Z", "+07:00", "+0700", "+07": minutes east of UTC.
  mutating func zone() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(2) else { return nil }
    _ = take(":")
    let minutes = isAtEnd ? 0 : number(2)
    guard let minutes, hours <= 14, minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }
}
