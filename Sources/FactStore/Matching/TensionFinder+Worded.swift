internal import ClaimModel

/// Claims that say the same in their words, but for a number, a unit or a day.
extension TensionFinder {
  private typealias Partner = (profile: ClaimProfile, evidence: PairEvidence, isRuled: Bool)

  func wordedTensions() -> [ClaimTension] {
    let found = first.flatMap { a -> [ClaimTension] in
      let partners = partners(of: a)
      let comparable = partners.filter { $0.isRuled || areComparable(a, $0.profile) }
      let figures = a.traits.figures.filter {
        $0.thing == nil && $0.share == nil && Self.isAlone($0, in: a)
      }
      return figures.flatMap { tensions(of: $0, in: a, with: comparable) }
        + partners.compactMap { dateTension(a, $0) }
    }
    return found.count > Self.mostWorded ? confirmed(found) : found.filter(agreeElsewhere)
  }

  /// Two stories that differ in more figures of like words are of one kind, and on two days:
  /// the stock exchange yesterday and today.
  private static let mostWorded = 4

  /// Claims of the other article that say the same, or are ruled to.
  private func partners(of a: ClaimProfile) -> [Partner] {
    second.compactMap { b in
      let ruling = matcher.store.ruling(a.id, b.id)
      if ruling == .rejected { return nil }
      guard ruling == .confirmed || areComparable(a, b) || Self.haveOneDay(a, b) else { return nil }
      let evidence = matcher.evidence(a, b)
      guard ruling == .confirmed || evidence.words >= Self.leastWords else { return nil }
      return (b, evidence, ruling == .confirmed)
    }
  }

  /// From here on two claims may say the same but for a number or a day.
  private static let leastWords = 0.6

  /// Whether it is the claim's only figure of its dimension: of several nobody can tell which
  /// is meant.
  private static func isAlone(_ figure: Figure, in profile: ClaimProfile) -> Bool {
    profile.traits.figures.count { $0.unit?.dimension == figure.unit?.dimension } == 1
  }

  private func tensions(
    of figure: Figure, in a: ClaimProfile, with partners: [Partner]
  ) -> [ClaimTension] {
    guard let unit = figure.unit else { return [] }
    var found = [ClaimTension]()
    for (b, _, isRuled) in partners {
      let others = b.traits.figures.filter { $0.thing == nil && $0.share == nil }
      let alike = others.filter { $0.unit?.dimension == unit.dimension }
      if alike.contains(where: figure.agrees) { return [] }
      if let other = alike.first {
        guard isRuled || (alike.count == 1 && figure.hasNeighbour(of: other)) else { continue }
        found.append(tension(.number, unit.name, (a, figure.quantity), (b, other.quantity)))
      } else if let other = others.first(where: { Self.isOtherMeasure(figure, $0) }) {
        let subject = "\(unit.name), \(other.unit?.name ?? "")"
        found.append(tension(.unit, subject, (a, figure.quantity), (b, other.quantity)))
      }
    }
    return found
  }

  /// Whether the figures of both claims agree in every other dimension, or somebody confirmed them
  /// to be one: claims that differ in all numbers speak of two things.
  private func agreeElsewhere(_ tension: ClaimTension) -> Bool {
    guard tension.kind == .number,
      matcher.store.ruling(ClaimID(tension.first.claim), ClaimID(tension.second.claim)) == nil,
      let a = first.first(where: { $0.id.number == tension.first.claim }),
      let b = second.first(where: { $0.id.number == tension.second.claim }),
      let own = a.traits.figures.first(where: { $0.quantity == tension.first.quantity })?.unit
    else { return true }
    return a.traits.figures.allSatisfy { figure in
      guard let other = figure.unit?.dimension, other != own.dimension else { return true }
      let alike = b.traits.figures.filter { $0.unit?.dimension == other }
      return alike.isEmpty || alike.contains(where: figure.agrees)
    }
  }

  /// One telling number, two units.
  private static func isOtherMeasure(_ a: Figure, _ b: Figure) -> Bool {
    guard let first = a.unit, let second = b.unit else { return false }
    return a.isTelling && a.value == b.value && first.isListed && second.isListed
  }

  private static func haveOneDay(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    Timing.onlyDay(a.traits.dates) != nil && Timing.onlyDay(b.traits.dates) != nil
  }

  /// Each claim gives one day, within a month of the other, and their figures agree.
  private func dateTension(_ a: ClaimProfile, _ partner: Partner) -> ClaimTension? {
    let b = partner.profile
    guard matcher.isOneEvent(a.article, b.article),
      let dayA = Timing.onlyDay(a.traits.dates), let dayB = Timing.onlyDay(b.traits.dates),
      !PairEvidence.isSameDay(dayA, dayB), Timing.areNear(dayA, dayB),
      partner.evidence.other.isEmpty, partner.isRuled || areOfOneDeed(a, b)
    else { return nil }
    return tension(.date, "", (a, nil), (b, nil))
  }

  /// Much is done to one thing on many days: most of both claims' names must be the same.
  private func areOfOneDeed(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    let names = sharedNames(a, b)
    return 2 * names.shared >= names.most
  }
}
