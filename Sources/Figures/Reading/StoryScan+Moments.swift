internal import Lexicons

extension StoryScan {
  /// "mua 24 máy bay, giao hàng từ năm 2028": when another clause's doings begin.
  func tellsStart(_ mention: TimeMention) -> Bool {
    guard mention.time.year != nil, mention.time.day == nil, mention.words.lowerBound > 0 else {
      return false
    }
    return Self.starts.contains(words[mention.words.lowerBound - 1].exact)
  }

  private static let starts = TimeWords.keys("từ", "from", "since")

  static let measured: Set = ["length", "richter", "speed", "temperature", "area", "mass", "age"]

  /// "Đến tối cùng ngày", "by noon": an hour alone is of the day that was told last.
  func lendDay(_ last: FigureTime, to time: inout FigureTime) {
    guard time.part != nil || time.minute != nil, time.day == nil, time.month == nil,
      time.weekday == nil, time.year == nil, time.relativeYear == nil, time.stage == nil
    else { return }
    (time.day, time.month, time.weekday, time.year) = (
      last.day, last.month, last.weekday, last.year
    )
  }
}
