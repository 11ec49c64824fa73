internal import ClaimModel

/// Two claims that disagree, and in which figures.
struct ClaimTension {
  /// A claim with the place of its quantity, nil for its date.
  struct End: Hashable {
    var claim: Int
    var quantity: Int?
  }

  var kind: Conflict.Kind
  var subject: String
  var first: End
  var second: End
}

/// Holds the claims of two articles against each other.
struct TensionFinder {
  let matcher: Matcher
  let first: [ClaimProfile]
  let second: [ClaimProfile]

  /// What the two articles disagree in. Where any two of their figures on a thing agree, they
  /// do not disagree on it: a story gives partial numbers beside its total.
  func tensions() -> [ClaimTension] {
    let worded = wordedTensions()
    let isOfOneDay = worded.count <= Self.mostWorded
    return countTensions() + (isOfOneDay ? worded : confirmed(worded))
  }

  /// Two stories that differ in more figures of like words are of one kind, and on two days:
  /// the stock exchange yesterday and today.
  private static let mostWorded = 5

  /// Numbers of the dead, the injured and so on, in whatever words.
  private func countTensions() -> [ClaimTension] {
    var things = [Figure.Thing]()
    for figure in first.flatMap(\.traits.figures) {
      if let thing = figure.thing, !things.contains(thing) { things.append(thing) }
    }
    return things.flatMap { thing -> [ClaimTension] in
      var found = [ClaimTension]()
      let ours = figures(on: thing, in: first)
      let theirs = figures(on: thing, in: second)
      for (a, figureA) in ours {
        for (b, figureB) in theirs {
          let ruling = matcher.store.ruling(a.id, b.id)
          guard ruling != .rejected else { continue }
          if figureA.agrees(with: figureB) {
            if ruling == nil { return confirmed(found) }
          } else if ruling == .confirmed
            || (figureA.isOfSize(of: figureB) && areComparable(a, b, on: thing))
          {
            found.append(
              tension(.number, subject(figureA), (a, figureA.quantity), (b, figureB.quantity)))
          }
        }
      }
      // A story with many figures of one thing counts by days or places.
      let isCounting = max(ours.count, theirs.count) > Self.mostFigures
      return isCounting ? confirmed(found) : found
    }
  }

  private static let mostFigures = 3

  private func confirmed(_ tensions: [ClaimTension]) -> [ClaimTension] {
    tensions.filter {
      matcher.store.ruling(ClaimID($0.first.claim), ClaimID($0.second.claim)) == .confirmed
    }
  }

  private func figures(
    on thing: Figure.Thing, in profiles: [ClaimProfile]
  ) -> [(ClaimProfile, Figure)] {
    profiles.flatMap { profile in
      profile.traits.figures.filter { $0.thing == thing }.map { (profile, $0) }
    }
  }

  /// Not where one of them speaks of another time, or both of other places.
  private func areComparable(
    _ a: ClaimProfile, _ b: ClaimProfile, on thing: Figure.Thing
  ) -> Bool {
    guard areComparable(a, b) else { return false }
    // Many sums of money are spoken of in one story.
    guard thing.kind.what == "money" else { return true }
    let evidence = matcher.evidence(a, b)
    return evidence.speaker != nil || !evidence.names.isEmpty || evidence.words >= 0.5
  }

  private func areComparable(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    guard matcher.isOneEvent(a.article, b.article), Timing.mayMeet(a.traits.dates, b.traits.dates)
    else { return false }
    let namesA = contentNames(a)
    let namesB = contentNames(b)
    return namesA.isEmpty || namesB.isEmpty || !namesA.isDisjoint(with: namesB)
  }

  private func contentNames(_ profile: ClaimProfile) -> Set<UInt64> {
    Set(
      profile.traits.names.filter { name in
        profile.claim.content.contains { $0.contains(name.span) }
      }.map(\.key))
  }
}

extension TensionFinder {
  /// Claims that say the same in their words, but for a number, a unit or a day.
  private func wordedTensions() -> [ClaimTension] {
    var found = [ClaimTension]()
    for a in first {
      let partners = second.compactMap { b -> (profile: ClaimProfile, words: Double)? in
        let ruling = matcher.store.ruling(a.id, b.id)
        if ruling == .rejected { return nil }
        if ruling == .confirmed { return (b, 1) }
        guard areComparable(a, b) || Self.haveOneDay(a, b) else { return nil }
        let words = matcher.evidence(a, b).words
        return words >= Self.leastWords ? (b, words) : nil
      }
      for figure in a.traits.figures where figure.thing == nil && isAlone(figure, in: a) {
        found += tensions(of: figure, in: a, with: partners)
      }
      for partner in partners {
        if let tension = dateTension(a, partner.profile) { found.append(tension) }
      }
    }
    return found
  }

  /// From here on two claims may say the same but for a number.
  private static let leastWords = 0.5

  /// Whether it is the claim's only figure of its dimension: of several nobody can tell which
  /// is meant.
  private func isAlone(_ figure: Figure, in profile: ClaimProfile) -> Bool {
    profile.traits.figures.count { $0.unit?.dimension == figure.unit?.dimension } == 1
  }

  private func tensions(
    of figure: Figure, in a: ClaimProfile, with partners: [(profile: ClaimProfile, words: Double)]
  ) -> [ClaimTension] {
    guard let unit = figure.unit else { return [] }
    var found = [ClaimTension]()
    for (b, _) in partners {
      let others = b.traits.figures.filter { $0.thing == nil }
      let alike = others.filter { $0.unit?.dimension == unit.dimension }
      if alike.contains(where: figure.agrees) { return [] }
      let isConfirmed = matcher.store.ruling(a.id, b.id) == .confirmed
      if let other = alike.first,
        isConfirmed || (alike.count == 1 && figure.hasNeighbour(of: other))
      {
        found.append(tension(.number, unit.name, (a, figure.quantity), (b, other.quantity)))
      } else if alike.isEmpty, let other = others.first(where: { isOtherMeasure(figure, $0) }) {
        let subject = "\(unit.name), \(other.unit?.name ?? "")"
        found.append(tension(.unit, subject, (a, figure.quantity), (b, other.quantity)))
      }
    }
    return found
  }

  /// One telling number, two units.
  private func isOtherMeasure(_ a: Figure, _ b: Figure) -> Bool {
    guard let first = a.unit, let second = b.unit else { return false }
    return a.isTelling && a.value == b.value && first.isListed && second.isListed
  }

  private static func haveOneDay(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    Timing.onlyDay(a.traits.dates) != nil && Timing.onlyDay(b.traits.dates) != nil
  }

  /// Each claim gives one day, within a month of the other, and their figures agree.
  private func dateTension(_ a: ClaimProfile, _ b: ClaimProfile) -> ClaimTension? {
    guard matcher.isOneEvent(a.article, b.article),
      let dayA = Timing.onlyDay(a.traits.dates), let dayB = Timing.onlyDay(b.traits.dates),
      !PairEvidence.isSameDay(dayA, dayB), Timing.areNear(dayA, dayB),
      matcher.evidence(a, b).other.isEmpty
    else { return nil }
    return tension(.date, "", (a, nil), (b, nil))
  }

  private func tension(
    _ kind: Conflict.Kind, _ subject: String, _ a: (ClaimProfile, Int?), _ b: (ClaimProfile, Int?)
  ) -> ClaimTension {
    ClaimTension(
      kind: kind, subject: subject,
      first: .init(claim: a.0.id.number, quantity: a.1),
      second: .init(claim: b.0.id.number, quantity: b.1))
  }

  private func subject(_ figure: Figure) -> String {
    let unit = figure.unit ?? .people
    return figure.kind?.words(of: unit.name) ?? unit.name
  }
}
