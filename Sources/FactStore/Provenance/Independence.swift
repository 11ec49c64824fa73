package import ClaimModel

/// Who carries a claim, and where they all have it from.
package struct Independence: Sendable, Hashable {
  /// One article's version of the claim.
  package struct Carrier: Sendable, Hashable {
    package var claim: ClaimID
    package var article: ArticleID
    package var paths: [ProvenancePath]
  }

  /// The claim itself first, then the others in order of their articles, one for each article.
  package var carriers: [Carrier]
  package var count: RootCount
  /// Whom all of them have it from in the end, where that is one and the roots are several: what
  /// one man said to two agencies is not confirmed by two.
  package var speaker: String?
}

extension FactStore {
  /// For each of some claims who carries it. A claim that an earlier one's articles carry
  /// already is not told again.
  /// `step` hears of the claims that are done; what it throws ends the work.
  package func independence<Failure: Error>(
    of claims: [ClaimID], step: (_ done: Int) throws(Failure) -> Void
  ) throws(Failure) -> [Independence] {
    let whole =
      claims.count > Self.fewClaims
      ? try ProvenanceMap(self) { () throws(Failure) in try step(0) } : nil
    let matcher = Matcher(self)
    var told = Set<ClaimID>()
    var found = [Independence]()
    for (done, id) in claims.enumerated() {
      try step(done)
      guard !told.contains(id), let own = matcher.profile(id.number) else { continue }
      let same = matcher.same(as: own)
      told.formUnion(same.map(\.claim))
      if let whole {
        found.append(independence(of: own, same, whole))
        continue
      }
      let articles = Set([own.article] + same.map(\.article)).sorted()
      let map = try ProvenanceMap(self, around: articles) { () throws(Failure) in try step(done) }
      found.append(independence(of: own, same, map))
    }
    return found
  }

  /// Up to so many claims only the articles that carry one are looked at, and their copies.
  private static var fewClaims: Int { 64 }

  /// Of each by itself, also where an earlier one's articles carry it.
  package func independence<Failure: Error>(
    ofEach claims: [ClaimID], step: (_ done: Int) throws(Failure) -> Void
  ) throws(Failure) -> [ClaimID: Independence] {
    let map = provenance()
    let matcher = Matcher(self)
    var found = [ClaimID: Independence]()
    for (done, id) in claims.enumerated() {
      try step(done)
      guard let own = matcher.profile(id.number) else { continue }
      let same = matcher.same(as: own)
      found[id] = independence(of: own, same, map)
    }
    return found
  }

  package func independence(of claims: [ClaimID]) -> [Independence] {
    independence(of: claims) { _ in }
  }

  private func independence(
    of own: ClaimProfile, _ same: [ClaimMatch], _ map: ProvenanceMap
  ) -> Independence {
    var best = [ArticleID: ClaimID]()
    for match in same where best[match.article] == nil { best[match.article] = match.claim }
    let others = best.sorted { $0.key < $1.key }.map(\.value)
    let carriers = ([own.id] + others).compactMap { id -> Independence.Carrier? in
      guard let record = claim(id) else { return nil }
      return Independence.Carrier(
        claim: id, article: record.articleID, paths: paths(of: record, in: map))
    }
    // Copies are one text: what one of them names, all may come from.
    let sets = carriers.map { carrier in
      carrier.paths.map(\.root) + map.copyRoots(of: carrier.article)
    }
    return Independence(
      carriers: carriers, count: RootCount(sets), speaker: commonSpeaker(of: carriers))
  }

  private func commonSpeaker(of carriers: [Independence.Carrier]) -> String? {
    let speakers = carriers.map { claim($0.claim).flatMap(innermost) }
    guard carriers.count > 1, let first = speakers[0], speakers.allSatisfy({ $0 == first }),
      !carriers.contains(where: { $0.paths.contains { $0.root == .source(first) } })
    else { return nil }
    return first
  }
}

extension ProvenanceMap {
  /// Roots that an article shares with the texts it is a copy of.
  func copyRoots(of article: ArticleID) -> [ProvenanceRoot] {
    carrierPaths(of: article).filter(\.isByCopy).map(\.root)
  }
}
