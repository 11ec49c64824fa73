/// How two figures of one thing stand to each other.
package enum FigureRelation: String, Sendable, Hashable {
  case agree
  /// Not both can be true.
  case contradict
  /// Both may be true, and a reader must see it.
  case differ
}

/// Holds values with their bounds against each other.
///
/// The limits are those of the desk's own rules: "about" is kept up to 8 %, and left from 20 % on; a bound
/// that is passed by 12 % or more is worth a look.
enum ValueRelation {
  static func of(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation {
    let (first, second) = order(a.bound) <= order(b.bound) ? (a, b) : (b, a)
    switch (first.bound, second.bound) {
    case (.exact, .exact): return exact(first, second)
    case (.exact, .about), (.exact, .nearly): return near(first.low, second, first.margin)
    case (.exact, .more), (.exact, .atLeast): return over(first.low, second, max(first.margin, 0))
    case (.exact, .less), (.exact, .atMost): return under(first.low, second)
    case (.exact, .range): return inside(first, second)
    case (.exact, .vague): return vague(first.low, second)
    case (.about, .about), (.about, .nearly), (.nearly, .nearly): return abouts(first, second)
    case (.about, .more), (.about, .atLeast), (.nearly, .more), (.nearly, .atLeast):
      return aboutOver(first, second)
    case (.about, .less), (.about, .atMost), (.nearly, .less), (.nearly, .atMost):
      return aboutUnder(first, second)
    case (.about, .range), (.nearly, .range): return aboutRange(first, second)
    case (.about, .vague), (.nearly, .vague): return vague(first.low, second)
    default: return bounds(first, second)
    }
  }

  private static func order(_ bound: FigureBound) -> Int {
    switch bound {
    case .exact: 0
    case .about: 1
    case .nearly: 2
    case .more: 3
    case .atLeast: 4
    case .less: 5
    case .atMost: 6
    case .range: 7
    case .vague: 8
    }
  }

  /// How far two values may lie apart for the digits that they show.
  static func tolerance(_ a: StoryFigure, _ b: StoryFigure) -> Double {
    let size = max(abs(a.low), abs(b.low))
    // Of one unit only the value with fewer digits may be rounded: 64 and 64.3, not 12 and 15.
    let isSame = abs(a.margin - b.margin) <= 1e-9 * max(a.margin, b.margin)
    let digits = isSame ? min(a.margin, b.margin) * 0.02 : max(a.margin, b.margin)
    let most = a.isFraction || b.isFraction ? 0.025 : 0.04
    let least = a.isFraction || b.isFraction ? 0.35 : 0
    return max(min(digits, size * most), size * 1e-6, min(least, size * 0.04))
  }

  private static func exact(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation {
    abs(a.low - b.low) <= tolerance(a, b) ? .agree : .contradict
  }

  private static func near(_ value: Double, _ about: StoryFigure, _ margin: Double)
    -> FigureRelation
  {
    let gap = abs(value - about.low) / max(abs(about.low), 1e-9)
    if gap <= 0.07 || abs(value - about.low) <= min(about.margin, abs(about.low) * 0.08) {
      return .agree
    }
    return gap <= 0.2 ? .differ : .contradict
  }

  private static func over(_ value: Double, _ bound: StoryFigure, _ margin: Double)
    -> FigureRelation
  {
    let gap = (value - bound.low) / max(abs(bound.low), 1e-9)
    if gap < -0.01 { return .contradict }
    return gap >= 0.12 ? .differ : .agree
  }

  private static func under(_ value: Double, _ bound: StoryFigure) -> FigureRelation {
    let gap = (bound.low - value) / max(abs(bound.low), 1e-9)
    if gap < -0.01 { return .contradict }
    return gap >= 0.12 ? .differ : .agree
  }

  private static func inside(_ exact: StoryFigure, _ range: StoryFigure) -> FigureRelation {
    let slack = max(exact.margin, range.margin) * 0.02 + abs(range.high) * 1e-6
    return exact.low >= range.low - slack && exact.low <= range.high + slack ? .agree : .contradict
  }

  private static func vague(_ value: Double, _ vague: StoryFigure) -> FigureRelation {
    if value >= vague.low * 0.9, value <= vague.high * 1.25 { return .agree }
    return .contradict
  }

  private static func abouts(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation {
    let gap = abs(a.low - b.low) / max(abs(a.low), abs(b.low), 1e-9)
    return gap <= 0.07 ? .agree : gap <= 0.22 ? .differ : .contradict
  }

  private static func aboutOver(_ about: StoryFigure, _ bound: StoryFigure) -> FigureRelation {
    let gap = (about.low - bound.low) / max(abs(bound.low), 1e-9)
    if gap < -0.2 { return .contradict }
    return gap >= 0.12 || gap < -0.08 ? .differ : .agree
  }

  private static func aboutUnder(_ about: StoryFigure, _ bound: StoryFigure) -> FigureRelation {
    let gap = (bound.low - about.low) / max(abs(bound.low), 1e-9)
    if gap < -0.2 { return .contradict }
    return gap >= 0.12 || gap < -0.08 ? .differ : .agree
  }

  private static func aboutRange(_ about: StoryFigure, _ range: StoryFigure) -> FigureRelation {
    if about.low > range.high {
      return about.low > range.high * 1.22
        ? .contradict : about.low > range.high * 1.07 ? .differ : .agree
    }
    if about.low < range.low {
      return about.low < range.low * 0.8
        ? .contradict : about.low < range.low * 0.93 ? .differ : .agree
    }
    return .agree
  }

  /// Bounds, ranges and orders of magnitude with each other.
  private static func bounds(_ a: StoryFigure, _ b: StoryFigure) -> FigureRelation {
    let (first, second) = (extent(a), extent(b))
    guard first.overlaps(second) else { return .contradict }
    if a.bound == .vague || b.bound == .vague { return .agree }
    func same(_ x: Double, _ y: Double) -> Bool {
      x == y || abs(x - y) <= 0.04 * max(abs(x), abs(y))
    }
    return same(first.lowerBound, second.lowerBound) && same(first.upperBound, second.upperBound)
      ? .agree : .differ
  }

  static func extent(_ figure: StoryFigure) -> ClosedRange<Double> {
    switch figure.bound {
    case .exact: figure.low...max(figure.low, figure.high)
    case .about: figure.low * 0.85...max(figure.low * 0.85, figure.low * 1.15)
    case .nearly: figure.low * 0.85...max(figure.low * 0.85, figure.low)
    case .more, .atLeast: figure.low...Double.infinity
    case .less, .atMost: (figure.low < 0 ? -Double.infinity : 0)...max(0, figure.low)
    case .range, .vague: min(figure.low, figure.high)...max(figure.low, figure.high)
    }
  }
}
