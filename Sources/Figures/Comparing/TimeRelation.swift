/// Whether two figures are of one time.
enum TimeRelation {
  case same
  /// Two days, or two hours, that each figure names.
  case moments
  /// Two parts of one day.
  case parts
  /// Two years, quarters, seasons.
  case other

  static func of(_ a: StoryFigure, _ b: StoryFigure, _ first: StoryReading, _ second: StoryReading)
    -> TimeRelation
  {
    let (x, y) = (a.time, b.time)
    if let period = periods(x, y) { return period }
    if isOtherMonth(a, b, second) || isOtherMonth(b, a, first) { return .other }
    if isPast(x, y, second) || isPast(y, x, first) { return bothUntil(x, y) ? .moments : .other }
    return moments(x, y)
  }

  /// "In an October poll 48 percent …" is of no story that speaks of February alone.
  private static func isOtherMonth(
    _ figure: StoryFigure, _ other: StoryFigure, _ story: StoryReading
  ) -> Bool {
    guard let month = figure.time.month, figure.time.day == nil, !figure.inheritsTime,
      !figure.time.isUntil, other.time.month == nil || other.inheritsTime
    else { return false }
    return !story.months.isEmpty && !story.months.contains(month)
  }

  private static func bothUntil(_ x: FigureTime, _ y: FigureTime) -> Bool { x.isUntil && y.isUntil }

  private static func periods(_ x: FigureTime, _ y: FigureTime) -> TimeRelation? {
    func differ<Value: Equatable>(_ a: Value?, _ b: Value?) -> Bool {
      a != nil && b != nil && a != b
    }
    let isLater = bothUntil(x, y)
    if differ(x.year, y.year) { return isLater ? .moments : .other }
    if differ(x.season, y.season) || differ(x.relativeYear, y.relativeYear)
      || differ(x.quarter, y.quarter)
      || differ(x.half, y.half)
    {
      return .other
    }
    if (x.relativeYear == 1) != (y.relativeYear == 1), x.year == nil, y.year == nil {
      return .other
    }
    if differ(x.relativeMonth, y.relativeMonth) { return .other }
    if differ(x.week, y.week), (x.week ?? 0) < 1000, (y.week ?? 0) < 1000 { return .other }
    // A quarter is no year, and no month.
    if (x.quarter ?? x.half) != nil, (y.quarter ?? y.half) == nil,
      isLong(y) || y.month != nil && y.day == nil && !y.isUntil
    {
      return .other
    }
    if (y.quarter ?? y.half) != nil, (x.quarter ?? x.half) == nil,
      isLong(x) || x.month != nil && x.day == nil && !x.isUntil
    {
      return .other
    }
    if x.quarter != nil && y.half != nil || x.half != nil && y.quarter != nil { return .other }
    if differ(x.month, y.month) {
      return isLater || (x.day != nil && y.day != nil) || x.isUntil != y.isUntil ? .moments : .other
    }
    // A month is no year.
    if x.month != nil, x.day == nil, !x.isUntil, isLong(y), y.month == nil { return .other }
    if y.month != nil, y.day == nil, !y.isUntil, isLong(x), x.month == nil { return .other }
    if differ(x.stage, y.stage) { return isLater ? .moments : .other }
    return nil
  }

  private static func isLong(_ time: FigureTime) -> Bool {
    time.isWholeYear
      || (time.year != nil || time.relativeYear != nil) && time.month == nil && time.quarter == nil
        && time.half == nil && time.day == nil
  }

  /// Whether one looks back at a year that the other story knows nothing of.
  private static func isPast(_ x: FigureTime, _ y: FigureTime, _ other: StoryReading) -> Bool {
    if let relative = x.relativeYear, relative < 0, y.relativeYear == nil {
      return y.year == nil || x.year == nil
    }
    guard let year = x.year, y.year == nil, x.day == nil, x.month == nil, x.season == nil else {
      return false
    }
    if let latest = other.years.max(), latest > year { return true }
    return y.isFine && !other.years.contains(year) || (y.relativeMonth != nil)
  }

  private static func moments(_ x: FigureTime, _ y: FigureTime) -> TimeRelation {
    func within(_ a: FigureTime, _ b: FigureTime) -> Bool {
      guard let end = b.endDay, let start = b.day, let day = a.day else { return false }
      return (start...max(start, end)).contains(day)
    }
    if x.day != nil, y.day != nil,
      x.day != y.day || x.month != nil && y.month != nil && x.month != y.month,
      !within(x, y), !within(y, x)
    {
      return .moments
    }
    if let a = x.weekday, let b = y.weekday, a != b, x.day == nil || y.day == nil {
      return .moments
    }
    if let a = x.minute, let b = y.minute { return a == b ? .same : .moments }
    if let a = x.part ?? x.minute.map(part), let b = y.part ?? y.minute.map(part), a != b {
      return abs(a - b) > 1 || x.isUntil || y.isUntil ? .parts : .same
    }
    return .same
  }

  private static func part(_ minute: Int) -> Int {
    switch minute {
    case ..<300: 0
    case ..<660: 1
    case ..<780: 2
    case ..<1080: 3
    case ..<1320: 4
    default: 5
    }
  }
}
