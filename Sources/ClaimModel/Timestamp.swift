/// A moment in whole seconds since 1970-01-01T00:00:00Z, written "2024-01-05T09:14:02Z".
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var seconds: Int
  package init(seconds: Int) { self.seconds = seconds }

  package static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  package var day: CalendarDay { CalendarDay(daysSinceEpoch: floorDivide(seconds, 86_400)) }

  /// "09:14:02", UTC.
  package var clock: String {
    let second = seconds - floorDivide(seconds, 86_400) * 86_400
    return [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  package var description: String { "\(day)T\(clock)Z" }

  /// "2024-01-05T09:14:02Z" and nothing else: UTC, no fractions.
  package init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x5A
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, byte >= 0x30, byte <= 0x39 else { return nil }
        return sum * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let dayNumber = number(8..<10),
      let day = CalendarDay(year: year, month: month, day: dayNumber),
      let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
      let second = number(17..<19), second < 60
    else { return nil }
    seconds = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
  }
}

private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
