package import ClaimModel

/// Which claims listings have. An attribution that only carries another claim says nothing that
/// the other does not say: it stands, and is listed only if somebody worked on it.
extension FactStore {
  /// Ids of the claims that listings have, in order.
  package var claims: some Sequence<ClaimID> {
    runs.lazy.filter { standing[$0.article] }
      .flatMap { run in run.ids.lazy.filter { lists($0, run) } }
      .map(ClaimID.init)
  }

  /// Number of claims that listings have.
  package var claimCount: Int { tally.total }

  /// Ids of an article's claims that listings have, extracted ones first.
  package func listedClaims(in article: ArticleID) -> [ClaimID] {
    claims(in: article).filter { isListed($0.number) }
  }

  /// The claim that one only carries; nil for a claim that carries none.
  package func carried(by record: ClaimRecord) -> ClaimID? {
    guard let inner = record.claim.inner, let run = run(of: record.id.number) else { return nil }
    let number = run.ids.lowerBound + inner
    if run.isExtracted, overlays[record.id.number]?.own == nil, claimStands(number) {
      return ClaimID(number)
    }
    return claims(in: record.articleID).last { isWithin(record.claim, $0) }
  }

  /// Whether another claim's words are part of what a claim carries.
  private func isWithin(_ outer: Claim, _ id: ClaimID) -> Bool {
    guard let own = self.run(of: id.number) else { return false }
    let other = claim(id.number, own, overlays[id.number] ?? .none)
    return other.inner == nil
      && other.content.allSatisfy { part in outer.content.contains { $0.contains(part) } }
  }

  func isListed(_ number: Int) -> Bool {
    guard let run = run(of: number), standing[run.article] else { return false }
    return lists(number, run)
  }

  private func lists(_ number: Int, _ run: ClaimRun) -> Bool {
    let overlay = overlays[number]
    return ClaimOverlay.stands(overlay, isExtracted: run.isExtracted)
      && !isCarrier(number, run, overlay)
  }

  /// Whether a claim only carries another, and nobody worked on it.
  func isCarrier(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay?) -> Bool {
    if let own = overlay?.own {
      return own.claim.inner != nil && own.origin == .extracted && overlay?.isWorkedOn != true
    }
    return run.isExtracted && overlay?.isWorkedOn != true && isFoundCarrier(number, run)
  }

  /// The same as it was found, whatever people made of it.
  func isFoundCarrier(_ number: Int, _ run: ClaimRun) -> Bool {
    run.isExtracted
      && articleSlots[run.article].claims.isCarrier(at: number - run.ids.lowerBound)
  }
}
