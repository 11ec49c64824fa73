internal import Lexicons

/// What the clause of each figure says of it.
struct RoleReader {
  let scan: StoryScan
  let sentence: SentenceScan
  let before: SentenceScan?
  let number: Int
  var words: [FigureWord] { scan.text.words }
  var isVietnamese: Bool { scan.text.isVietnamese }

  func read(_ target: inout SentenceScan) {
    for at in target.figures.indices { read(&target.figures[at], others: sentence.figures) }
    target.figures.removeAll { isIdleOne($0) }
    lendRates(&target.figures)
  }

  /// "một vụ" counts only where something met with one.
  private func isIdleOne(_ figure: StoryFigure) -> Bool {
    figure.dimension == "count" && figure.low == 1 && figure.high == 1 && figure.fateDistance > 3
      && words[figure.words.lowerBound].kind == .word && figure.bound == .exact && !figure.isSum
  }

  private func read(_ figure: inout StoryFigure, others: [StoryFigure]) {
    let clause = sentence.clause(of: figure.words.lowerBound)
    let rivals = others.filter {
      $0.words != figure.words && $0.dimension != "date" && $0.dimension != "clock"
        && !$0.words.overlaps(figure.words)
    }
    let left =
      rivals.map(\.words.upperBound).filter { $0 <= figure.words.lowerBound }.max()
      ?? sentence.words.lowerBound
    let right =
      rivals.map(\.words.lowerBound).filter { $0 >= figure.words.upperBound }.min()
      ?? sentence.words.upperBound
    figure.sentence = number
    readChildren(&figure)
    if figure.nouns.isEmpty, figure.dimension == "count" { nounsAround(&figure, left, right) }
    for mention in sentence.mentions {
      let distance = distance(mention.words, figure, clause, left, right)
      note(mention, distance, clause, left, right, in: &figure)
    }
    readAttributes(&figure, clause, left, right)
    readAgent(&figure, clause)
    readOrigin(&figure, clause)
    readEarlierRate(&figure, clause, left)
    figure.tellsOfMore = others.contains { isOfEvents($0, beside: figure) }
    // "210 ca, trong đó 3 ca tử vong": what is told of the part makes it a count of its own.
    if figure.isPart,
      figure.dimension != "count"
        || Concepts.hard.contains(figure.fate) && figure.fateDistance <= 4
          && others.contains(where: {
            $0.dimension == "count" && $0.words.upperBound <= figure.words.lowerBound
          })
          && !hasFate(figure.fate, before: figure, others)
    {
      figure.isPart = false
    }
    figure.isToll =
      (max(clause.lowerBound, figure.words.lowerBound - 9)..<figure.words.lowerBound).contains {
        tellsToll($0, before: figure)
      } || figure.nouns.contains(Concepts.sickness) || figure.nouns.contains(Concepts.body)
    readFarToll(&figure, clause, left)
    if figure.nouns.isEmpty, figure.dimension == "count", figure.fate >= 0,
      figure.fateDistance < (figure.isToll && !isVietnamese ? 40 : 16),
      figure.heads.isEmpty || !isVietnamese || !Concepts.carried.contains(figure.fate),
      Concepts.casualties.contains(figure.fate)
    {
      figure.nouns = [Concepts.people]
    }
    if let noun = figure.nouns.first, let fate = Concepts.countsOf[noun] {
      figure.nouns = [Concepts.people]
      (figure.fate, figure.fateDistance, figure.fateCost) = (fate, 0, 0)
      figure.fates.insert(fate)
    }
    if figure.nouns.contains(Concepts.sickness), !Concepts.hard.contains(figure.fate) {
      (figure.fate, figure.fateDistance) = (Concepts.infected, 0)
    }
    // "He signed until June 2029"
    if figure.dimension == "date", figure.time.isUntil,
      !figure.acts.isDisjoint(with: Concepts.signing)
    {
      figure.acts.insert(Concepts.end)
    }
    figure.opensParts = sentence.mentions.contains {
      $0.kind == .partof && $0.words.lowerBound == figure.words.upperBound
    }
    if figure.nouns.contains(Concepts.sickness), isNew(figure) { figure.isAdded = true }
    readOldValue(&figure, others)
    readOthers(&figure, others)
    readLead(&figure)
    readAge(&figure)
    readMagnitude(&figure)
    // Names before it, and those of its clause; a later clause speaks of another thing.
    figure.names = sentence.names.filter {
      $0.words.upperBound <= figure.words.lowerBound
        || clause.contains($0.words.lowerBound) && !isOfPart($0.words, of: figure, others)
    }
    .map(\.name)
    figure.ownNames = figure.names
    figure.owner =
      sentence.names.last {
        $0.words.upperBound <= figure.words.lowerBound
          && figure.words.lowerBound - $0.words.upperBound <= 1
      }?.name
    let inClause = sentence.names.filter { clause.contains($0.words.lowerBound) }
    figure.subjectName = inClause.first { $0.words.upperBound <= figure.words.lowerBound }?.name
    figure.objects = inClause.filter { $0.words.lowerBound >= figure.words.lowerBound }.map(\.name)
    figure.time.merge(time(of: figure, clause))
    context(&figure, clause)
  }

  /// "hai vụ nổ làm 25 người chết", "29 người thiệt mạng trong hai vụ xả súng"; behind it, what is told of
  /// many is one event: "290 người chết trong 8 vụ đánh bom liên hoàn".
  private func isOfEvents(_ count: StoryFigure, beside figure: StoryFigure) -> Bool {
    guard count.dimension == "count", count.low >= 2,
      !Concepts.events.isDisjoint(with: count.nouns)
    else { return false }
    if count.words.upperBound <= figure.words.lowerBound { return true }
    return count.high <= 3 && count.words.lowerBound - figure.words.upperBound <= 8
  }

  /// "200 người bị bắt, trong đó có 55 người tại khu Montparnasse": the place is that of the 55.
  private func isOfPart(
    _ name: Range<Int>, of figure: StoryFigure, _ others: [StoryFigure]
  ) -> Bool {
    sentence.mentions.contains { mention in
      mention.kind == .partof && mention.words.lowerBound >= figure.words.upperBound
        && others.contains {
          $0.dimension == "count" && $0.words.lowerBound >= mention.words.upperBound
            && $0.words.upperBound <= name.lowerBound
        }
    }
  }

  private func hasFate(_ fate: Int, before figure: StoryFigure, _ others: [StoryFigure]) -> Bool {
    let whole = others.last {
      $0.words.upperBound <= figure.words.lowerBound && $0.dimension == "count"
    }
    return whole.map { whole in
      sentence.mentions.contains {
        $0.concept == fate && $0.words.lowerBound < figure.words.lowerBound
          && abs($0.words.lowerBound - whole.words.lowerBound) < 8
      }
    } ?? false
  }

  /// Words between, with what a comma or another figure costs.
  private func distance(
    _ mention: Range<Int>, _ figure: StoryFigure, _ clause: Range<Int>, _ left: Int, _ right: Int
  ) -> Int {
    var distance =
      mention.lowerBound >= figure.words.upperBound
      ? mention.lowerBound - figure.words.upperBound
      : max(0, figure.words.lowerBound - mention.upperBound)
    if mention.overlaps(figure.words) { distance = 0 }
    if !clause.contains(mention.lowerBound) { distance += 4 }
    if mention.lowerBound < left || mention.lowerBound >= right { distance += 12 }
    return distance
  }

  private func note(
    _ mention: ConceptMention, _ distance: Int, _ clause: Range<Int>, _ left: Int, _ right: Int,
    in figure: inout StoryFigure
  ) {
    let isOwn = mention.words.lowerBound >= left && mention.words.lowerBound < right
    let isNear = clause.contains(mention.words.lowerBound)
    switch mention.kind {
    case .fate:
      if distance <= 12 || isOwn, distance < 22 {
        figure.fates.insert(mention.concept)
        let bent = distance * 2 + (mention.words.lowerBound < figure.words.lowerBound ? 1 : 0)
        // "ở bên trong đã được di dời": what they met with, before where they were.
        let cost =
          bent + (suits(mention.concept, figure) ? 0 : 30)
          + (Concepts.soft.contains(mention.concept) ? 6 : 0)
        if cost < figure.fateCost {
          (figure.fate, figure.fateDistance, figure.fateCost) = (mention.concept, bent, cost)
        }
      }
    case .attribute: break
    case .act, .topic:
      if isOwn || isNear { figure.acts.insert(mention.concept) }
      if isNear, distance <= 3 { figure.nearActs.insert(mention.concept) }
    // Who was asked in a poll is counted.
    case .mode
    where FigureLexicon.concepts[mention.concept].group == "poll" && figure.dimension != "percent":
      break
    // "21 khách, vượt sức chở cho phép", "2,500 workers, who are asking for more": what is allowed or asked
    // for behind a comma is another thing.
    case .mode
    where Self.behindComma.contains(FigureLexicon.concepts[mention.concept].group) && !isNear
      && mention.words.lowerBound >= figure.words.upperBound:
      break
    case .mode: if isNear || isOwn { figure.modes.insert(mention.concept) }
    // "nặng 5,6 kg" tells a weight and no state.
    case .part
    where FigureLexicon.concepts[mention.concept].group == "severity" && figure.dimension == "mass":
      break
    // Of children themselves it is no part.
    case .part where mention.words.overlaps(figure.words): break
    // "Người lớn tìm thấy các em cách bờ 30 m", "a 43-year-old man": such a figure is of no part of people.
    case .part
    where Self.ofPeople.contains(FigureLexicon.concepts[mention.concept].group)
      && Self.ofNobody.contains(figure.dimension):
      break
    case .contrast, .part:
      if isNear && distance < 12 || isOwn && mention.words.lowerBound < figure.words.lowerBound
        || isOwn && distance < 4
      {
        contrast(mention.concept, distance, &figure)
      }
    case .other:
      let isBefore = mention.words.upperBound <= figure.words.lowerBound
      if isNear, isBefore || FigureLexicon.concepts[mention.concept].name == "similar",
        isOwn || isBefore
      {
        figure.isOther = true
      }
    case .partof:
      if mention.words.upperBound <= figure.words.lowerBound,
        mention.words.upperBound > left || isNear
      {
        figure.isPart = true
      }
      if isNear, right == sentence.words.upperBound, isAmong(mention.words, behind: figure) {
        figure.isPart = true
      }
    case .added:
      if mention.words.upperBound <= figure.words.lowerBound,
        figure.words.lowerBound - mention.words.upperBound <= 1
      {
        figure.isAdded = true
      }
    case .each: if isNear { figure.isEach = true }
    case .running:
      if isNear, mention.words.upperBound <= figure.words.lowerBound {
        figure.acts.insert(mention.concept)
      }
    case .person, .thing, .wholeof, .skip, .event: break
    }
  }

  /// Whether such a fate is one of what is counted: houses collapse, people die.
  private func suits(_ fate: Int, _ figure: StoryFigure) -> Bool {
    guard figure.dimension == "count" else { return true }
    let isOfThings = figure.nouns.first.map { FigureLexicon.concepts[$0].kind == .thing } ?? false
    return isOfThings
      ? !Concepts.ofPeople.contains(fate) || Concepts.living.contains(figure.nouns[0])
      : !Concepts.ofThings.contains(fate)
  }

  /// "số người bị thương là 15", "the number of bottles recalled at 50,000": the noun before.
  private func nounsAround(_ figure: inout StoryFigure, _ left: Int, _ right: Int) {
    let nouns = sentence.mentions.filter {
      ($0.kind == .person || $0.kind == .thing) && isNumbered($0.words.lowerBound)
    }
    if let before = nouns.last(where: {
      $0.words.upperBound <= figure.words.lowerBound && $0.words.lowerBound >= left
    }) {
      figure.nouns = [before.concept]
    } else if let put = nounPut(figure) {
      figure.nouns = [put]
    }
  }

  /// Of several of one group the nearest counts: "cao nhất 41 độ, thấp nhất 28 độ".
  private func contrast(_ concept: Int, _ distance: Int, _ figure: inout StoryFigure) {
    let group = FigureLexicon.concepts[concept].group
    if let known = figure.contrastDistances[group] {
      if distance > known { return }
      if distance < known {
        figure.contrasts.removeAll { FigureLexicon.concepts[$0].group == group }
      }
    }
    figure.contrastDistances[group] = distance
    figure.contrasts.append(concept)
  }

  /// "cách thị trấn Bến Đá 35km", "20 km from the town of Dorna"
  private func readOrigin(_ figure: inout StoryFigure, _ clause: Range<Int>) {
    guard figure.dimension == "length", figure.attributes.contains(Concepts.distance) else {
      return
    }
    let names = sentence.names.filter { clause.contains($0.words.lowerBound) }
    figure.origin =
      isVietnamese
      ? names.last {
        $0.words.upperBound <= figure.words.lowerBound
          && (max(clause.lowerBound, $0.words.lowerBound - 5)..<$0.words.lowerBound).contains {
            Self.away.contains(words[$0].exact)
          }
      }?.name
      : names.first {
        $0.words.lowerBound >= figure.words.upperBound
          && $0.words.lowerBound - figure.words.upperBound <= 8
      }?.name
  }

  private static let away = TimeWords.keys("cách")
  private static let behindComma: Set = ["limit", "need", "offer", "target"]
  private static let ofNobody: Set = [
    "length", "clock", "date", "speed", "temperature", "age", "duration",
  ]
  private static let ofPeople: Set = ["agegroup", "gender"]

  /// Whether "số" or "number of" stands before a noun.
  private func isNumbered(_ at: Int) -> Bool {
    (max(sentence.words.lowerBound, at - 3)..<at).contains {
      Self.numberNouns.contains(words[$0].exact)
    }
  }

  private static let numberNouns = TimeWords.keys("số", "number", "lượng")

  /// The nearest attribute, one before the figure first; that of its sentence where its own words
  /// have none.
  private func readAttributes(
    _ figure: inout StoryFigure, _ clause: Range<Int>, _ left: Int, _ right: Int
  ) {
    var found = [(concept: Int, cost: Int)]()
    for mention in sentence.mentions where mention.kind == .attribute {
      guard let concept = Attributes.fitting(mention.concept, figure.dimension) else { continue }
      var cost = distance(mention.words, figure, clause, left, right)
      if mention.words.lowerBound >= figure.words.upperBound { cost += 1 }
      if mention.words.count == 1, Self.prepositions.contains(words[mention.words.lowerBound].exact)
      {
        cost += 8
      }
      found.append((concept, cost))
    }
    guard let least = found.map(\.cost).min(), least < 40 else { return }
    figure.attributes = found.filter { $0.cost <= least + 2 }.map(\.concept)
  }

  private static let prepositions = TimeWords.keys("from", "off")

  private func time(of figure: StoryFigure, _ clause: Range<Int>) -> FigureTime {
    guard figure.dimension != "date" else { return FigureTime() }
    let near = sentence.times.filter {
      clause.contains($0.words.lowerBound) && !$0.words.overlaps(figure.words)
        && !scan.tellsOrigin($0)
    }
    // Of several the nearest leads; the others fill what it leaves open.
    let sorted = near.sorted { gap($0, figure) < gap($1, figure) }
    var time = FigureTime()
    for mention in sorted {
      time.merge(mention.time)
    }
    return time
  }

  private func gap(_ mention: TimeMention, _ figure: StoryFigure) -> Int {
    mention.words.lowerBound >= figure.words.upperBound
      ? mention.words.lowerBound - figure.words.upperBound
      : figure.words.lowerBound - mention.words.upperBound
  }

  /// Concepts and words around, nearer ones weigh more.
  private func context(_ figure: inout StoryFigure, _ clause: Range<Int>) {
    let silent: [ConceptClass] = [.running, .added, .skip, .event]
    for mention in sentence.mentions where !silent.contains(mention.kind) {
      let weight: Float = clause.contains(mention.words.lowerBound) ? 2 : 1
      let key = UInt64(mention.concept) &+ 1
      figure.context[key] = max(figure.context[key] ?? 0, weight)
    }
    for at in sentence.words where words[at].kind == .word && !words[at].isCapitalised {
      guard !scan.lexicon.stops.contains(words[at].exact), words[at].end - words[at].start > 1
      else { continue }
      let weight: Float = clause.contains(at) ? 1 : 0.5
      let key = scan.stem(words[at])
      figure.context[key] = max(figure.context[key] ?? 0, weight * (isVietnamese ? 0.5 : 1))
    }
  }
}
