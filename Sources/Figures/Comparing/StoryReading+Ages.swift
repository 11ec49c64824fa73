extension StoryReading {
  /// A year of birth also tells an age, in the latest of the years that are spoken of: born in 1980, in
  /// 2026 somebody is 45 or 46.
  func withAges(_ years: Set<Int>) -> StoryReading {
    guard let latest = years.max() else { return self }
    var reading = self
    for at in figures.indices where figures[at].dimension == "date" {
      let figure = figures[at]
      guard figure.acts.contains(Concepts.birth) else { continue }
      guard let year = figure.time.year, figure.time.month == nil, latest > year,
        latest - year < 110
      else { continue }
      var age = figure
      age.dimension = "age"
      age.bound = .range
      age.low = Double(latest - year - 1)
      age.high = Double(latest - year)
      age.time = FigureTime()
      age.margin = 0
      reading.figures.append(age)
    }
    return reading
  }
}
