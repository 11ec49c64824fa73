internal import ClaimModel

/// Holds the claims of two articles against each other.
struct TensionFinder {
  let matcher: Matcher
  let first: [ClaimProfile]
  let second: [ClaimProfile]
  /// The claims of other stories on the event of both.
  let others: [[ClaimProfile]]

  /// What the two articles disagree in. Where any two of their figures on a thing agree, they
  /// do not disagree on it: a story gives partial numbers beside its total.
  func tensions() -> [ClaimTension] { countTensions() + wordedTensions() }

  func confirmed(_ tensions: [ClaimTension]) -> [ClaimTension] {
    tensions.filter {
      matcher.store.ruling(ClaimID($0.first.claim), ClaimID($0.second.claim)) == .confirmed
    }
  }

  func tension(
    _ kind: Conflict.Kind, _ subject: String, _ a: (ClaimProfile, Int?), _ b: (ClaimProfile, Int?)
  ) -> ClaimTension {
    ClaimTension(
      kind: kind, subject: subject,
      first: .init(claim: a.0.id.number, quantity: a.1),
      second: .init(claim: b.0.id.number, quantity: b.1))
  }

  /// Not where one of them speaks of another time or of more, or both of other names.
  func areComparable(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    matcher.isOneEvent(a.article, b.article) && a.traits.scope == b.traits.scope
      && Timing.mayMeet(a.traits.dates, b.traits.dates) && areOfOneOccasion(a, b)
  }

  /// Whether what they say may be of one occasion: the names that both have weigh at least half of
  /// all that the claim with fewer has. Where they have none that tells much, who says it, their
  /// words or their stories must be nearer than those of one topic are.
  private func areOfOneOccasion(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    let weights = sharedNames(a, b)
    if 2 * weights.shared < weights.least { return false }
    if weights.shared >= Self.tellingNames { return true }
    let evidence = matcher.evidence(a, b)
    let names = evidence.names.reduce(0) { $0 + matcher.nameWeight($1.key) }
    return evidence.speaker != nil || names >= Self.tellingNames
      || evidence.words >= Self.nearWords
      || matcher.kinship(a.article, b.article) >= Self.nearKinship
  }

  /// One name that a twentieth of the stories has.
  private static let tellingNames = 3.0
  private static let nearKinship = 0.5
  private static let nearWords = 0.3

  /// How much the names tell that both claims have in what they say; those of the claim with less,
  /// and of the one with more.
  func sharedNames(
    _ a: ClaimProfile, _ b: ClaimProfile
  ) -> (shared: Double, least: Double, most: Double) {
    func weight(_ names: Set<UInt64>) -> Double {
      names.reduce(0) { $0 + matcher.nameWeight($1) }
    }
    let names = contentNames(a)
    let others = contentNames(b)
    let weights = [weight(names), weight(others)].sorted()
    return (weight(names.intersection(others)), weights[0], weights[1])
  }

  private func contentNames(_ profile: ClaimProfile) -> Set<UInt64> {
    Set(
      profile.traits.names.filter { name in
        profile.claim.content.contains { $0.contains(name.span) }
      }.map(\.key))
  }
}
