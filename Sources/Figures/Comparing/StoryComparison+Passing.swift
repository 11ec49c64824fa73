/// What stories on two events both tell in passing.
extension StoryComparison {
  /// Counts that two long stories tell in nearly the same line: "vụ xả súng ở Christchurch khiến 50 người
  /// chết" in the background of both.
  func inPassing() -> [FigurePair] {
    guard isLong, kinship >= Self.leastKinshipInPassing else { return [] }
    var found = [FigurePair]()
    for (x, a) in first.figures.enumerated() where Self.mayBeTold(a) {
      for (y, b) in second.figures.enumerated() where Self.mayBeTold(b) && a.fate == b.fate {
        var likeness = FigureLikeness(a, b, first, second)
        likeness.kinship = kinship
        guard likeness.isOneLine, let score = likeness.score(), score >= Self.least,
          let relation = relation(a, b)
        else { continue }
        found.append(FigurePair(first: x, second: y, relation: relation, score: score))
      }
    }
    return found
  }

  private static let leastKinshipInPassing = 0.2

  private static func mayBeTold(_ figure: StoryFigure) -> Bool {
    figure.dimension == "count" && figure.bound != .vague && figure.low > 3
  }
}

extension FigureLikeness {
  /// Both lines say much the same of the same names, or less of them where another of their figures is one:
  /// "trận động đất 7,5 độ ở Palu". Titles say too little, and one name is often a country, where much happens.
  var isOneLine: Bool {
    guard !a.isTitle, !b.isTitle else { return false }
    let (least, most) = contexts
    guard least >= 0.55, most >= 0.35, isSure else { return false }
    let ours = a.ownNames.filter { !$0.speaks && !$0.isWeak }
    let theirs = b.ownNames.filter { !$0.speaks && !$0.isWeak }
    let names = NameRelation.shared(ours, theirs)
    if names > 0, haveOneMeasure { return true }
    guard least >= 0.8, most >= 0.45 else { return false }
    return names > 1 || names > 0 && (most >= 0.75 || haveOneMonth)
  }

  /// Whether the two sentences give one measure beside the count.
  private var haveOneMeasure: Bool {
    func measures(_ figure: StoryFigure, _ story: StoryReading) -> Set<String> {
      Set(
        story.figures.filter {
          $0.sentence == figure.sentence
            && !["count", "date", "clock", "percent"].contains($0.dimension)
        }.map { $0.dimension + $0.valueKey })
    }
    return !measures(a, first).isDisjoint(with: measures(b, second))
  }

  /// Both lines name the month themselves, and no day, which may be that of two events: "Tháng 10 năm ngoái".
  private var haveOneMonth: Bool {
    !a.inheritsTime && !b.inheritsTime && a.time.day == nil && b.time.day == nil
      && a.time.month != nil && a.time.month == b.time.month
      && a.time.relativeYear == b.time.relativeYear && a.time.year == b.time.year
  }
}
