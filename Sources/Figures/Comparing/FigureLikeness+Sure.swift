/// Whether two figures of long stories are of one thing.
extension FigureLikeness {
  /// Stories of many figures have several of each kind: two of these are one only where what
  /// stands around them says so.
  var isSure: Bool {
    let context = context()
    guard !isAddedTwice, haveSameParts, !looksBack(a, b, second), !looksBack(b, a, first),
      !isOfEarlierYear(a, b), !isOfEarlierYear(b, a),
      let names = sharedOwnNames, names > 0 || context >= 0.5
    else { return false }
    switch a.dimension {
    case "date":
      let once = a.nearActs.intersection(b.nearActs).intersection(Concepts.lasting)
      return !once.isEmpty && names > 1 && contexts.most >= 0.5 && !isOfSeries
    case "ordinal": return false
    case "duration": return names > 0 && context >= 0.75 && haveAttribute && isNarrow
    case "clock", "floor", "minute", "points": return names > 0 && context >= 0.75
    case "rank": return names > 0 && context >= 0.5
    case "length":
      return names > 0 && (a.origin == nil) == (b.origin == nil)
        && (context >= 0.6 && haveAttribute && isNarrow || context >= 0.7 && shareAnEnd)
    case "age": return areOfOneOwner && areNear
    case "score": return names > 1
    case "richter":
      return names > 0 && context >= 0.3 && a.time.day != nil && a.time.day == b.time.day
    case "count": return isTold ? isSureFate(names) : isSureCount(names)
    case "percent" where context >= 0.85 && contexts.most >= 0.3:
      return names > 0 && haveAttribute && !hasOwn(a, b) && !hasOwn(b, a) && !isOfSeries
    case "speed", "temperature", "level":
      return names > 0 && haveAttribute && contexts.most >= 0.5 && !areForeign
    default: return names > 0 && context >= 0.5 && isNarrow && !isOfSeries
    }
  }

  /// Whether one value of one fate settles what else the stories tell of it, though less is known than
  /// for a contradiction.
  var settles: Bool {
    a.dimension == "count" && a.fate >= 0 && a.fate == b.fate && max(a.low, b.low) > 1
      && contexts.least >= 0.3
  }

  /// "10 người bị thương nghiêm trọng" are some of the hurt.
  private var haveSameParts: Bool {
    func parts(_ figure: StoryFigure) -> Set<Int> {
      Set(
        figure.contrasts.filter {
          FigureLexicon.concepts[$0].kind == .part
            && (FigureLexicon.concepts[$0].group != "severity" || figure.fate != Concepts.dead)
        })
    }
    return a.dimension != "count" || parts(a) == parts(b)
  }

  /// "hồi tháng 3, khiến 50 người chết", "hồi tháng trước": another event than that of a story which knows no
  /// such month.
  private func looksBack(_ figure: StoryFigure, _ other: StoryFigure, _ story: StoryReading) -> Bool
  {
    guard !figure.inheritsTime, figure.time.day == nil, figure.dimension == "count" else {
      return false
    }
    if let month = figure.time.relativeMonth, month < 0 { return other.time.relativeMonth != month }
    guard let month = figure.time.month, !figure.time.isUntil else { return false }
    return other.time.month != month && !story.months.contains(month)
  }

  /// "điều thêm 320 binh sĩ" and "điều thêm 2.000": each comes on top of another count.
  private var isAddedTwice: Bool { a.isAdded && b.isAdded }

  /// Both tell what people or things met with: their dead, their hurt.
  private var isTold: Bool {
    a.fate >= 0 && a.fate == b.fate && Concepts.hard.contains(a.fate)
      && max(a.fateDistance, b.fateDistance) <= 7
  }

  private func isSureFate(_ names: Int) -> Bool {
    guard haveNoun, !isOne(a), !isOne(b), context() >= 0.4, !areDaysApart else { return false }
    // A place that the other story never names, and none that both name: another event.
    if names == 0 {
      guard ownForeign(a, second) + ownForeign(b, first) == 0,
        haveOneDay || kinship >= 0.4 || contexts.most >= 0.35
      else { return false }
    }
    // Tolls grow; whom somebody arrests in one place is no fourth of those in another.
    return Concepts.momentary.contains(a.fate) || Concepts.casualtiesThatGrow.contains(a.fate)
      || max(a.low, b.low) <= 4 * min(a.high, b.high)
  }

  /// A count that no fate tells apart: "hai nghi phạm" are some of "6 nghi phạm", "8 vụ" some of a series,
  /// and crowds told by their size alone are of many days.
  private func isSureCount(_ names: Int) -> Bool {
    let isKnown = names > 0 && context() >= (names > 2 ? 0.55 : 0.6) && contexts.most >= 0.3
    guard haveNoun, isKnown || isPopulation, !areForeign, !areDaysApart else { return false }
    let nouns = Set(a.nouns).intersection(b.nouns)
    guard nouns.isDisjoint(with: Concepts.events.union(Concepts.occurrences)) else { return false }
    if a.bound == .vague || b.bound == .vague { return false }
    guard Concepts.hard.contains(a.fate) == Concepts.hard.contains(b.fate) else { return false }
    return min(a.low, b.low) > (names > 2 ? 2 : 3) && max(a.low, b.low) < 2 * min(a.high, b.high)
  }

  /// "dân số 56.000 người" and "dân số đảo là 57.000 người", where neither line names another place.
  private var isPopulation: Bool {
    haveAttribute && a.attributes.contains(Concepts.population) && context() >= 0.65
      && contexts.most >= 0.4 && kinship >= 0.3
  }

  /// "tầm bắn 500 - 5.500 km" and "tầm bắn 500 - 5.000 km"
  private var shareAnEnd: Bool {
    a.bound == .range && b.bound == .range && (a.low == b.low) != (a.high == b.high)
  }

  private var haveNoun: Bool { !Set(a.nouns).isDisjoint(with: b.nouns) }

  /// "một vụ" is seldom meant as a number, and "ít nhất một" bounds nothing.
  private func isOne(_ figure: StoryFigure) -> Bool { figure.low <= 1 }

  private var haveAttribute: Bool { !Set(a.attributes).isDisjoint(with: b.attributes) }

  /// How many names both have in the words up to the figure; nil where each has names of its own
  /// and they share less than half of them.
  private var sharedOwnNames: Int? {
    let ours = a.ownNames.filter { !$0.speaks }
    let theirs = b.ownNames.filter { !$0.speaks }
    let shared = NameRelation.shared(ours, theirs)
    guard !ours.isEmpty, !theirs.isEmpty else { return 0 }
    return shared * 2 >= min(ours.count, theirs.count) ? shared : nil
  }

  /// Sums, shares and measures are many in an archive: both tell them of the same names, in much the same
  /// words. "bán 66 tiêm kích cho Đài Loan" and "bán 32 tiêm kích cho Ba Lan" are two.
  private var isNarrow: Bool { contexts.most >= 0.5 && !hasOwn(a, b) && !hasOwn(b, a) }

  private func hasOwn(_ figure: StoryFigure, _ other: StoryFigure) -> Bool {
    figure.ownNames.contains { name in
      !name.speaks && !name.isWeak && !other.names.contains(where: name.matches)
    }
  }

  /// Each names something that the other story never speaks of.
  private var areForeign: Bool { ownForeign(a, second) > 0 && ownForeign(b, first) > 0 }

  private var haveOneDay: Bool { !first.days.isDisjoint(with: second.days) }

  private func ownForeign(_ figure: StoryFigure, _ other: StoryReading) -> Int {
    figure.ownNames.count { name in
      !name.speaks && !name.isWeak && !other.names.contains(where: name.matches)
    }
  }

  /// A story with two values of one measure, or three days of such doings, has several things of that kind:
  /// rounds of a tariff.
  private var isOfSeries: Bool { isSeries(a, first) || isSeries(b, second) }

  private func isSeries(_ figure: StoryFigure, _ story: StoryReading) -> Bool {
    let alike = story.figures.filter { other in
      other.dimension == figure.dimension
        && (figure.dimension == "date"
          ? !figure.acts.intersection(other.acts).isDisjoint(with: Concepts.lasting)
          : figure.attributes.isEmpty
            || !Set(figure.attributes).isDisjoint(with: other.attributes))
    }
    return Set(alike.map(\.valueKey)).count >= (figure.dimension == "date" ? 3 : 2)
  }

  /// Two days that lie four or more apart, also where an earlier sentence lends them: of what happens in
  /// a moment they are two events.
  private var areDaysApart: Bool {
    guard let one = a.time.dayOfYear, let other = b.time.dayOfYear, !a.isToll, !b.isToll else {
      return false
    }
    return abs(one - other) >= 4
  }

  /// "Tháng 11/2018, một vụ nổ khiến 24 người chết" in a story of another year looks back.
  private func isOfEarlierYear(_ figure: StoryFigure, _ other: StoryFigure) -> Bool {
    guard let year = figure.time.year, !figure.inheritsTime, other.time.year == nil,
      figure.dimension != "date"
    else { return false }
    let latest = first.years.union(second.years).max() ?? year
    return year < latest || figure.time.month != nil && other.time.month != figure.time.month
  }

  /// An age is of the name beside it.
  private var areOfOneOwner: Bool {
    guard let one = a.owner, let other = b.owner else { return false }
    return one.matches(other)
  }

  /// Between two stories lies a birthday, and "kém ông 24 tuổi" is no age.
  private var areNear: Bool {
    let gap = max(a.low - b.high, b.low - a.high)
    return gap < 0.5 || gap > 1.5 && gap <= 10
  }
}
