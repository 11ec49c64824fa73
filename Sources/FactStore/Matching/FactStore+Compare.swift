package import ClaimModel

extension FactStore {
  /// Claims of other articles that may say the same as a claim: those confirmed first, then the
  /// likeliest; rejected ones are left out unless they are asked for.
  package func matches(
    of id: ClaimID, limit: Int = 50, includingRejected: Bool = false
  ) -> [ClaimMatch] {
    guard let own = profile(id.number) else { return [] }
    return Matcher(self).matches(of: own, includingRejected: includingRejected)
      .prefix(limit).map { $0 }
  }
}

/// Finds what matches claims of a store; keeps what it learns of them.
final class Matcher {
  let store: FactStore
  let index: FeatureIndex
  private var weights = [UInt64: Double]()
  private var profiles = [Int: ClaimProfile?]()
  private var kin = [Int: [Int]]()
  /// What was found of each claim that a ruling names, by number.
  private lazy var rulings = Self.rulings(in: store)
  /// Pairs of stories with claims that somebody confirmed to be one.
  private(set) lazy var confirmedStories = store.confirmedStories
  /// Claims whose profiles are kept at a time: some tens of megabytes.
  private static let mostProfiles = 20_000
  private var kinships = [ArticlePair: Double]()

  private struct ArticlePair: Hashable {
    var first: Int
    var second: Int
  }

  init(_ store: FactStore) {
    self.store = store
    index = FeatureIndex(store)
  }

  func isOneEvent(_ a: ArticleID, _ b: ArticleID) -> Bool {
    kinship(a, b) >= FeatureIndex.leastKinship
  }

  /// How far two articles speak of the same people and places, 0 to 1.
  func kinship(_ a: ArticleID, _ b: ArticleID) -> Double {
    let pair = ArticlePair(first: min(a.number, b.number), second: max(a.number, b.number))
    if let known = kinships[pair] { return known }
    let kinship = index.kinship(pair.first, pair.second)
    kinships[pair] = kinship
    return kinship
  }

  /// `words`: the part of the words that they share.
  private func evidence(_ a: ClaimProfile, _ b: ClaimProfile, words: Double) -> PairEvidence {
    PairEvidence(a, b, isOneEvent: isOneEvent(a.article, b.article), words: words)
  }

  private func weight(_ feature: UInt64) -> Double {
    if let known = weights[feature] { return known }
    let weight = index.weight(feature)
    weights[feature] = weight
    return weight
  }

  /// The profile of a claim, made once; nil if no such claim stands.
  func profile(_ number: Int) -> ClaimProfile? {
    if let known = profiles[number] { return known }
    if profiles.count >= Self.mostProfiles { profiles.removeAll(keepingCapacity: true) }
    let made = store.profile(number)
    profiles[number] = .some(made)
    return made
  }

  /// Numbers of the articles on the event of one, nearest first.
  private func kin(of article: Int) -> [Int] {
    if let known = kin[article] { return known }
    let found = index.kin(of: article, limit: 30)
    kin[article] = found
    return found
  }

  private static func rulings(in store: FactStore) -> [Int: [Int: MatchRuling]] {
    var found = [Int: [Int: MatchRuling]]()
    for (number, overlay) in store.overlays {
      for ruled in overlay.rulings {
        found[number, default: [:]][ruled.other.number] = ruled.ruling
        found[ruled.other.number, default: [:]][number] = ruled.ruling
      }
    }
    return found
  }

  /// Claims of other articles that say the same; without the reasons.
  func same(as own: ClaimProfile) -> [ClaimMatch] {
    matches(of: own) { other, ruling, weights in
      guard other.article != own.article else { return nil }
      let words = PairEvidence.words(own, other, weights)
      guard ruling != nil || PairEvidence.mayBeSame(own, other, words: words) else { return nil }
      let evidence = evidence(own, other, words: words)
      let isSame = ruling == .confirmed || ruling == nil && evidence.isSame
      return isSame ? match(own, other, ruling, evidence, reasons: []) : nil
    }
  }

  func matches(of own: ClaimProfile, includingRejected: Bool = false) -> [ClaimMatch] {
    matches(of: own, includingRejected: includingRejected) { other, ruling, weights in
      let words = PairEvidence.words(own, other, weights)
      let evidence = evidence(own, other, words: words)
      guard ruling != nil || (evidence.isOnTopic && evidence.score >= 0.4) else { return nil }
      return match(own, other, ruling, evidence, reasons: evidence.reasons(own, other, in: store))
    }
  }

  /// `match`: what comes of a claim, given how much each of the terms tells of the one that is held
  /// against others.
  private func matches(
    of own: ClaimProfile, includingRejected: Bool = false,
    match: (_ other: ClaimProfile, MatchRuling?, _ weights: [Double]) -> ClaimMatch?
  ) -> [ClaimMatch] {
    let weights = own.traits.terms.map(weight)
    let rulings = self.rulings[own.id.number] ?? [:]
    let place = own.article.number - 1
    let numbers = candidates(for: own).union(rulings.keys)
    let found = numbers.compactMap { number -> ClaimMatch? in
      let ruling = rulings[number]
      // Claims of one article are not held against each other, and need no profile.
      guard ruling != .rejected || includingRejected,
        ruling != nil || store.run(of: number)?.article != place,
        ruling != nil || store.isListed(number), let other = profile(number)
      else { return nil }
      return match(other, ruling, weights)
    }
    return found.sorted { ($1.score, $0.claim) < ($0.score, $1.claim) }
  }

  private func match(
    _ own: ClaimProfile, _ other: ClaimProfile, _ ruling: MatchRuling?, _ evidence: PairEvidence,
    reasons: [MatchReason]
  ) -> ClaimMatch {
    let isConfirmed = ruling == .confirmed
    return ClaimMatch(
      claim: other.id, article: other.article, score: isConfirmed ? 1 : evidence.score,
      reasons: reasons, ruling: ruling,
      isSame: isConfirmed || (ruling == nil && evidence.isSame))
  }

  /// Claims that share rare features; claims with figures of articles on the same event, where
  /// the claim has one; claims that people added, which no table has.
  private func candidates(for own: ClaimProfile) -> Set<Int> {
    var numbers = Set(index.claims(like: own.traits, limit: 300))
    if own.traits.figures.contains(where: { $0.thing != nil }) {
      var room = 400
      for article in kin(of: own.article.number) where room > 0 {
        let slot = store.articleSlots[article - 1]
        for at in slot.claims.indices where slot.claims.quantityCount(at: at) > 0 {
          numbers.insert(slot.record.extractedIDs.lowerBound + at)
          room -= 1
        }
      }
    }
    for added in store.addedClaims.values { numbers.formUnion(added.prefix(200)) }
    numbers.remove(own.id.number)
    return numbers
  }
}
