internal import ClaimModel

/// What speaks for two claims being one, and how much.
struct PairEvidence {
  /// Part of the words shared, 0 to 1; 0 between languages.
  private(set) var words = 0.0
  private(set) var same: [(Figure, Figure)] = []
  private(set) var other: [(Figure, Figure)] = []
  private(set) var names: [ClaimTraits.Name] = []
  private(set) var date: String?
  private(set) var speaker: String?
  private(set) var isOneEvent: Bool

  init(
    _ a: ClaimProfile, _ b: ClaimProfile, isOneEvent: Bool, words: Double
  ) {
    self.isOneEvent = isOneEvent
    self.words = words
    names = a.traits.names.filter { own in b.traits.names.contains { $0.key == own.key } }
    date = a.traits.dates.first { day in b.traits.dates.contains { Self.isSameDay(day, $0) } }
    speaker = a.speakers.first { own in b.speakers.contains { $0.key == own.key } }?.name
    holdFigures(a.traits.figures, b.traits.figures)
  }

  private mutating func holdFigures(_ a: [Figure], _ b: [Figure]) {
    for first in a {
      let pairs = b.filter { areOfOneThing(first, $0) }
      if let match = pairs.first(where: first.agrees) {
        same.append((first, match))
      } else if first.thing != nil || words >= 0.3, let match = pairs.first {
        other.append((first, match))
      }
    }
  }

  /// Numbers of the dead with numbers of the dead; else numbers of one unit, where they tell
  /// much by themselves or the words around them are alike.
  private func areOfOneThing(_ a: Figure, _ b: Figure) -> Bool {
    if a.thing != nil || b.thing != nil { return a.thing == b.thing }
    guard let unit = a.unit, unit.dimension == b.unit?.dimension else { return false }
    return words >= 0.3 || (a.isTelling && b.isTelling)
  }

  /// The part of the words shared, 0 to 1; 0 between languages. `weights`: those of the first one's
  /// terms, in their order.
  static func words(_ a: ClaimProfile, _ b: ClaimProfile, _ weights: [Double]) -> Double {
    guard a.traits.language == b.traits.language else { return 0 }
    return likeness(a.traits.terms, b.traits.terms, weights)
  }

  /// The cosine of the two, every term weighed; short claims must share two terms or more.
  private static func likeness(_ a: [UInt64], _ b: [UInt64], _ weights: [Double]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var shared = 0.0
    var sum = 0.0
    var count = 0
    var at = 0
    for (term, weight) in zip(a, weights) {
      sum += weight
      while at < b.count, b[at] < term { at += 1 }
      guard at < b.count, b[at] == term else { continue }
      shared += weight
      count += 1
    }
    guard count > 0 else { return 0 }
    let covered = shared / sum * Double(count) / Double(b.count)
    return covered.squareRoot() * min(1, Double(count) / 3)
  }

  /// "2024-03-12" and "--03-12" are one day; a bare year is no day.
  static func isSameDay(_ a: String, _ b: String) -> Bool {
    let first = Array(a.utf8.suffix(5))
    let second = Array(b.utf8.suffix(5))
    guard a.utf8.count >= 7, b.utf8.count >= 7, first == second else { return false }
    let hasYears = !a.hasPrefix("-") && !b.hasPrefix("-")
    return !hasYears || a == b
  }
}

extension PairEvidence {
  /// Every piece makes it likelier by its own part of the doubt that is left.
  var score: Double {
    var doubt = 1 - 0.95 * words
    for (a, _) in same {
      doubt *= a.thing != nil ? (isOneEvent || !names.isEmpty ? 0.45 : 0.7) : 0.6
    }
    if !other.isEmpty, isOneEvent { doubt *= 0.65 }
    for _ in names.prefix(3) { doubt *= 0.88 }
    if speaker != nil { doubt *= 0.8 }
    if date != nil { doubt *= 0.85 }
    if isOneEvent { doubt *= 0.75 }
    return 1 - doubt
  }

  /// Whether they are about one thing at all: the same persons and places are not enough.
  var isOnTopic: Bool {
    words >= 0.25 || !same.isEmpty || (!other.isEmpty && isOneEvent)
  }

  /// Whether two claims that share a part of their words can say the same at all: others need
  /// figures that agree.
  static func mayBeSame(_ a: ClaimProfile, _ b: ClaimProfile, words: Double) -> Bool {
    words >= 0.4 || !a.traits.figures.isEmpty && !b.traits.figures.isEmpty
  }

  /// Whether they say the same thing.
  var isSame: Bool {
    guard other.isEmpty, score >= 0.6 else { return false }
    return words >= 0.4 || (!same.isEmpty && (isOneEvent || words >= 0.25))
  }

  func reasons(_ a: ClaimProfile, _ b: ClaimProfile, in store: FactStore) -> [MatchReason] {
    var reasons = [MatchReason]()
    func quantities(_ pair: (Figure, Figure)) -> (Quantity, Quantity) {
      (a.claim.quantities[pair.0.quantity], b.claim.quantities[pair.1.quantity])
    }
    if words >= 0.15 { reasons.append(.words(words)) }
    for pair in same {
      let (first, second) = quantities(pair)
      reasons.append(.sameFigure(first, second, kind: pair.0.kind?.name))
    }
    for pair in other {
      let (first, second) = quantities(pair)
      reasons.append(.otherFigure(first, second, kind: pair.0.kind?.name))
    }
    if let speaker { reasons.append(.speaker(speaker)) }
    let article = store.article(a.article)?.article
    let words = names.map { article?.text($0.span) ?? "" }
    if !words.isEmpty { reasons.append(.names(words)) }
    if let date { reasons.append(.date(date)) }
    if isOneEvent { reasons.append(.event) }
    return reasons
  }
}
