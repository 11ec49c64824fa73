/// How likely two figures count the same thing; nil where something says that they do not.
struct FigureLikeness {
  let a: StoryFigure
  let b: StoryFigure
  let first: StoryReading
  let second: StoryReading
  let isOneLanguage: Bool
  /// How far the stories speak of the same people and places, where somebody measured it.
  var kinship = 1.0

  init(
    _ a: StoryFigure, _ b: StoryFigure, _ first: StoryReading, _ second: StoryReading
  ) {
    (self.a, self.b, self.first, self.second) = (a, b, first, second)
    isOneLanguage = first.isVietnamese == second.isVietnamese
  }

  func score() -> Double? {
    guard a.dimension == b.dimension, a.isOther == b.isOther,
      a.isAdded == b.isAdded || a.dimension != "count"
    else { return nil }
    if areOfTwoSizes { return nil }
    if areRests || areOfTwoOwners || areOfTwoAgents { return nil }
    // "hai vụ nổ làm 25 người chết" tells of more than one.
    if a.dimension == "count", a.tellsOfMore != b.tellsOfMore, a.fate >= 0 || b.fate >= 0 {
      return nil
    }
    switch a.dimension {
    case "date": return date()
    case "clock": return clock()
    default: break
    }
    // Eight times as many are all of them beside some.
    if a.dimension == "count", a.fate >= 0, max(a.low, b.low) > 8 * min(a.high, b.high),
      max(a.low, b.low) > 50
    {
      return nil
    }
    guard a.isPart == b.isPart || a.dimension == "count" && a.fate == b.fate && a.fate >= 0,
      contrasts(), modes()
    else { return nil }
    if isFarAbove(a, b) || isFarAbove(b, a) { return nil }
    guard let nouns = nouns(), let fates = fates(), let attributes = attributes() else {
      return nil
    }
    guard !NameRelation.areOther(a, b, first, second), !haveOtherOpponents else { return nil }
    var score = nouns + fates + attributes + 3 * context()
    score += min(1, Double(a.acts.intersection(b.acts).count) * 0.5)
    score += rarity + lonely
    let names = NameRelation.shared(a.names.filter { !$0.speaks }, b.names.filter { !$0.speaks })
    if names > 0 { score += a.dimension == "age" ? 1.2 : names > 1 ? 0.6 : 0.3 }
    if a.isFraction, b.isFraction { score += 0.5 }
    if areOfOneStage { score += 0.6 }
    if !Set(a.contrasts).isDisjoint(with: b.contrasts) { score += 0.8 }
    if TimeRelation.of(a, b, first, second) == .other, !areOfBuild { return nil }
    if opposes || areOfTwoPolls { return nil }
    if areSwapped { return nil }
    if let one = a.origin, let other = b.origin, !one.matches(other) { return nil }
    return score
  }

  /// "ông và 5 người khác", "the captain and six others": how many they are beside whom they stand by.
  private var areRests: Bool {
    a.dimension == "count" && a.isOther && b.isOther
      && !(Concepts.hard.contains(a.fate) && Concepts.hard.contains(b.fate))
  }

  /// Whom police arrest and whom protesters hold are others.
  private var areOfTwoAgents: Bool {
    Concepts.authorities.contains(a.agent) && Concepts.outlaws.contains(b.agent)
      || Concepts.authorities.contains(b.agent) && Concepts.outlaws.contains(a.agent)
  }

  /// "Trần Văn Lũy, 45 tuổi" and "Phạm Thị Ly, 38 tuổi"
  private var areOfTwoOwners: Bool {
    guard a.dimension == "age", let one = a.owner, let other = b.owner else { return false }
    return !one.matches(other)
  }

  /// A bridge is as long as it is, whatever year its clause tells: "cầu dài 120 m xây từ năm 1990".
  private var areOfBuild: Bool {
    !Set(a.attributes).isDisjoint(with: Concepts.ofBuild.intersection(b.attributes))
  }

  /// Sums of which one is many times the other are of one thing only where the words say so: a whole
  /// project, and what was paid in advance.
  private var areOfTwoSizes: Bool {
    guard a.dimension.hasPrefix("money"), Set(a.attributes).isDisjoint(with: b.attributes) else {
      return false
    }
    return max(a.low, b.low) > 5 * min(a.high, b.high)
  }

  /// "Dozens of soldiers" are some, and 900 all.
  private func isFarAbove(_ all: StoryFigure, _ some: StoryFigure) -> Bool {
    some.bound == .vague && all.bound != .vague && all.low > some.high * 5
  }

  /// Two scores of one side against two others: "A beat B 2-0", "A lost to C 1-3".
  private var haveOtherOpponents: Bool {
    guard a.dimension == "score" else { return false }
    func isForeign(_ name: FigureName, _ story: StoryReading) -> Bool {
      !name.isWeak && !name.isPlace && !name.speaks && !story.names.contains(where: name.matches)
    }
    return NameRelation.shared(a.ownNames, b.ownNames) > 0
      && a.ownNames.contains { isForeign($0, second) }
      && b.ownNames.contains { isForeign($0, first) }
  }

  /// In two short stories the only figures of a dimension are likely one.
  private var lonely: Double {
    guard a.dimension != "count", first.figures.count <= 10, second.figures.count <= 10,
      isOnly(a, first), isOnly(b, second)
    else { return 0 }
    return isOneLanguage ? 0.4 : 1
  }

  /// What was asked for or forecast is no other figure of the kind.
  private func isOnly(_ figure: StoryFigure, _ story: StoryReading) -> Bool {
    story.figures.count { $0.dimension == figure.dimension && $0.modes == figure.modes } == 1
  }

  private static let totals = Concepts.ids("aboard", "employed", "living", "at-work")

  /// Whether it counts all there were, whatever came to them: "chở 40 hành khách", "had 30 workers".
  static func isTotal(_ figure: StoryFigure) -> Bool {
    figure.dimension == "count" && totals.contains(figure.fate) && figure.fateDistance <= 8
  }

  /// Few figures of a story have such a dimension.
  private var rarity: Double {
    switch a.dimension {
    case "richter", "temperature", "score", "rank", "minute", "floor", "level", "points", "age",
      "speed", "round":
      1.6
    case "count", "percent", "length": 0
    case "duration": isFine(a) && isFine(b) ? 1.6 : 0.3
    case _ where a.dimension.contains("/duration"): 1.4
    default: 0.6
    }
  }

  /// Both name one stage, quarter or half, or one year of what is measured.
  private var areOfOneStage: Bool {
    func isOne(_ one: Int?, _ other: Int?) -> Bool { one != nil && one == other }
    return !a.inheritsTime && !b.inheritsTime
      && (isOne(a.time.stage, b.time.stage) || isOne(a.time.quarter, b.time.quarter)
        || isOne(a.time.half, b.time.half)
        || a.dimension != "count" && isOne(a.time.year, b.time.year))
  }

  /// Two polls, each by a pollster of its own.
  private var areOfTwoPolls: Bool {
    guard a.modes.contains(Concepts.poll), b.modes.contains(Concepts.poll) else { return false }
    let ours = first.names.filter(\.isPollster)
    let theirs = second.names.filter(\.isPollster)
    return !ours.isEmpty && !theirs.isEmpty && NameRelation.shared(ours, theirs) == 0
  }

  /// "15 phút 42 giây", "2 giờ 40 phút"
  private func isFine(_ duration: StoryFigure) -> Bool {
    duration.margin < 1 || duration.margin < duration.low * 0.005
  }

  private var opposes: Bool {
    guard a.dimension == "percent" || a.dimension == "points" else { return false }
    let (rise, fall) = (Concepts.rise, Concepts.fall)
    return a.acts.contains(rise) && !a.acts.contains(fall) && b.acts.contains(fall)
      && !b.acts.contains(rise)
  }

  /// "Corvia expelled 12 of Orsin" and "Orsin expelled 15 of Corvia": who and whom changed places.
  private var areSwapped: Bool {
    guard let one = a.subjectName, let other = b.subjectName, !one.matches(other) else {
      return false
    }
    return a.objects.contains(where: other.matches) && b.objects.contains(where: one.matches)
  }

  private func contrasts() -> Bool {
    if a.contrasts.isEmpty, b.contrasts.isEmpty { return true }
    func groups(_ figure: StoryFigure) -> [String: Set<Int>] {
      Dictionary(grouping: figure.contrasts) { FigureLexicon.concepts[$0].group }.mapValues(
        Set.init)
    }
    let (ours, theirs) = (groups(a), groups(b))
    for (group, members) in ours {
      if let others = theirs[group] {
        if members.isDisjoint(with: others) { return false }
      } else if members.contains(where: { isExclusive($0, second) }) {
        return false
      }
    }
    for (group, members) in theirs where ours[group] == nil {
      if members.contains(where: { isExclusive($0, first) }) { return false }
    }
    return true
  }

  /// A part that the other figure says nothing of.
  private func isExclusive(_ concept: Int, _ other: StoryReading) -> Bool {
    FigureLexicon.concepts[concept].kind == .part && !other.concepts.contains(concept)
      || concept == Concepts.oldRecord
  }

  private func modes() -> Bool {
    if a.modes.isEmpty, b.modes.isEmpty { return true }
    func groups(_ figure: StoryFigure, beside other: StoryFigure) -> Set<String> {
      var groups = Set(figure.modes.map { FigureLexicon.concepts[$0].group })
      groups.subtract(["none", "possible", "plan"])
      if figure.dimension == "duration" || !Concepts.standing.isDisjoint(with: figure.attributes) {
        groups.remove("need")
        // "mở lại trong vòng 48 giờ" is to come, and "bám vào mạn tàu suốt 5 giờ" something else.
        if figure.dimension != "duration" || !a.acts.isDisjoint(with: b.acts) {
          groups.remove("forecast")
        }
      }
      // "will send 40", "promised 60", "is expected to send 50": all are to come.
      if other.modes.contains(Concepts.plan) { groups.subtract(["promise", "forecast"]) }
      return groups
    }
    return groups(a, beside: b) == groups(b, beside: a)
  }

  // MARK: - What is counted

  private func nouns() -> Double? {
    guard a.dimension == "count" || a.dimension == "ordinal" || a.dimension == "number" else {
      return 0
    }
    if a.dimension == "number" { return Set(a.nouns).isDisjoint(with: b.nouns) ? nil : 2 }
    if a.nouns.isEmpty || b.nouns.isEmpty { return heads() }
    let (ours, theirs) = (Set(a.nouns), Set(b.nouns))
    if !isSumOf(a, b) || !isSumOf(b, a) { return nil }
    if !ours.isDisjoint(with: theirs) { return a.nouns[0] == b.nouns[0] ? 2 : 1.6 }
    for one in ours {
      for other in theirs {
        if Concepts.areKin(one, other), !isPartOfPeople(one, a, other, b),
          !isPartOfPeople(other, b, one, a)
        {
          return 1.3
        }
        let kinds = (FigureLexicon.concepts[one].kind, FigureLexicon.concepts[other].kind)
        if kinds.0 == .person, kinds.1 == .person,
          isPartOfPeople(one, a, other, b) || isPartOfPeople(other, b, one, a)
        {
          continue
        }
        if kinds.0 == .person, kinds.1 == .person,
          Concepts.generic.contains(one) || Concepts.generic.contains(other)
        {
          return 1.3
        }
        if Concepts.generic.contains(one), Concepts.generic.contains(other) { return 1.3 }
      }
    }
    return nil
  }

  /// "4 huy chương vàng và 2 huy chương bạc" are six medals, and no gold ones.
  private func isSumOf(_ sum: StoryFigure, _ figure: StoryFigure) -> Bool {
    guard sum.isSum, !figure.isSum,
      sum.nouns.allSatisfy({ FigureLexicon.concepts[$0].kind == .thing })
    else { return true }
    return sum.nouns.allSatisfy { part in
      figure.nouns.contains { $0 == part || Concepts.areKin($0, part) }
    }
  }

  /// Children and the like are some of the people: fewer of them are a part.
  private func isPartOfPeople(_ one: Int, _ figure: StoryFigure, _ other: Int, _ all: StoryFigure)
    -> Bool
  {
    other == Concepts.people && Concepts.somePeople.contains(one) && figure.low < all.low
  }

  private func heads() -> Double? {
    if !a.heads.isEmpty, !b.heads.isEmpty {
      guard isOneLanguage else { return 0.5 }
      return Set(a.heads).isDisjoint(with: b.heads) ? nil : 1.7
    }
    return a.nouns.isEmpty && b.nouns.isEmpty ? 0.4 : 0.3
  }

  private func fates() -> Double? {
    guard a.dimension == "count" else { return a.fate >= 0 && a.fate == b.fate ? 0.8 : 0 }
    let ours = a.fateDistance <= 16 ? a.fate : -1
    let theirs = b.fateDistance <= 16 ? b.fate : -1
    if ours < 0, theirs < 0 { return 0 }
    if ours == theirs { return 2 }
    if ours >= 0, theirs >= 0 {
      // Of those aboard some were hurt.
      if Self.isTotal(a) && Concepts.hurt.contains(theirs)
        || Self.isTotal(b) && Concepts.hurt.contains(ours)
      {
        return hasOneSubject ? 0.4 : nil
      }
      if Concepts.results.contains(ours), Concepts.results.contains(theirs) { return nil }
      if Concepts.mayBeOneFate(ours, theirs) { return 0.9 }
      if a.fates.contains(theirs) && a.fateDistance > 6
        || b.fates.contains(ours) && b.fateDistance > 6
      {
        return 0.6
      }
      if a.fateCost >= 30 || b.fateCost >= 30 { return -0.4 }
      if Concepts.soft.contains(ours) != Concepts.soft.contains(theirs) { return -0.8 }
      return Concepts.hard.contains(ours) || Concepts.hard.contains(theirs) ? nil : -0.6
    }
    let one = max(ours, theirs)
    let distance = ours >= 0 ? a.fateDistance : b.fateDistance
    return Concepts.hard.contains(one) && distance <= 8 || one == Concepts.treated && distance <= 4
      ? -1.6 : -0.2
  }

  /// "30 công nhân của ca chiều" and "35 công nhân bị bỏng": those there were are of the same kind, or of
  /// the same doings, as those whom something met.
  private var hasOneSubject: Bool {
    let shared = Set(a.nouns).intersection(b.nouns).subtracting(Concepts.generic)
    return !shared.isEmpty || !Set(a.contrasts).isDisjoint(with: b.contrasts)
      || !a.acts.isDisjoint(with: b.acts)
  }

  private func attributes() -> Double? {
    let (ours, theirs) = (attributes(of: a), attributes(of: b))
    if ours.isEmpty || theirs.isEmpty { return 0 }
    let shared = ours.intersection(theirs)
    if ours.contains(Concepts.gust) != theirs.contains(Concepts.gust) { return nil }
    if shared.isEmpty { return a.dimension == "count" || a.dimension == "ordinal" ? -0.3 : -1.2 }
    return 1.5 + (ours == theirs ? 0.5 : 0)
  }

  /// "giá gạo bình quân" is an average price too.
  private func attributes(of figure: StoryFigure) -> Set<Int> {
    let isAverage =
      figure.attributes.contains(Concepts.price) && figure.contrasts.contains(Concepts.average)
    return Set(figure.attributes).union(isAverage ? [Concepts.averagePrice] : [])
  }

  /// The part of their words that two figures share, 0 to 1.
  func context() -> Double { contexts.least }

  /// The same of the one with fewer words, and of the one with more.
  var contexts: (least: Double, most: Double) {
    var shared: Float = 0
    var ours: Float = 0
    var theirs: Float = 0
    func counts(_ key: UInt64) -> Bool {
      isOneLanguage || key <= UInt64(FigureLexicon.concepts.count)
    }
    for (key, weight) in a.context where counts(key) {
      ours += weight
      if let other = b.context[key] { shared += min(weight, other) }
    }
    for (key, weight) in b.context where counts(key) { theirs += weight }
    let (least, most) = (min(ours, theirs), max(ours, theirs))
    return least > 0 ? (Double(shared / max(least, 3)), Double(shared / max(most, 3))) : (0, 0)
  }
}
