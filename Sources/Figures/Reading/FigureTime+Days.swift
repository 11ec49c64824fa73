extension FigureTime {
  /// "Đến tối cùng ngày", "by noon": an hour alone is of the day that was told last.
  mutating func takeDay(of last: FigureTime) {
    guard part != nil || minute != nil, day == nil, month == nil, weekday == nil, year == nil,
      relativeYear == nil, stage == nil
    else { return }
    (day, month, weekday, year) = (last.day, last.month, last.weekday, last.year)
  }
}
