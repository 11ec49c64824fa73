package import ClaimModel

extension FactStore {
  /// Number of claims that stand.
  package var claimCount: Int { tally.total }

  /// Ids of the claims that stand, in order.
  package var claims: some Sequence<ClaimID> {
    runs.lazy.filter { standing[$0.article] }
      .flatMap { run in
        run.ids.lazy.filter { number in
          ClaimOverlay.stands(overlays[number], isExtracted: run.isExtracted)
        }
      }
      .map(ClaimID.init)
  }

  /// Ids of the claims that stand with numbers in a range, in order; costs nothing that grows with
  /// the claims outside of it.
  package func claims(numbered numbers: ClosedRange<Int>) -> some Sequence<ClaimID> {
    runs[firstRun(endingBehind: numbers.lowerBound)...].lazy
      .prefix { $0.ids.lowerBound <= numbers.upperBound }
      .filter { standing[$0.article] }
      .flatMap { run in
        run.ids.clamped(to: numbers.lowerBound..<numbers.upperBound + 1).lazy.filter { number in
          ClaimOverlay.stands(overlays[number], isExtracted: run.isExtracted)
        }
      }
      .map(ClaimID.init)
  }

  /// Ids of an article's claims that stand, extracted ones first; none for no such article.
  package func claims(in article: ArticleID) -> [ClaimID] {
    guard let slot = slot(article) else { return [] }
    let numbers = Array(slot.record.extractedIDs) + (addedClaims[article.number - 1] ?? [])
    return numbers.filter(claimStands).map { ClaimID($0) }
  }

  /// The last claim id given out, standing or not.
  package var lastClaim: ClaimID? { runs.last.map { ClaimID($0.ids.upperBound - 1) } }

  /// The claim, if it stands.
  package func claim(_ id: ClaimID) -> ClaimRecord? {
    guard let run = run(of: id.number), claimStands(id.number) else { return nil }
    let overlay = overlays[id.number] ?? .none
    return ClaimRecord(
      id: id, articleID: ArticleID(run.article + 1), claim: claim(id.number, run, overlay),
      origin: overlay.own?.origin ?? .extracted,
      attributions: attributions(id.number, run, overlay), marks: overlay.marks,
      rulings: overlay.rulings, assessment: ClaimAssessment(overlay.marks))
  }

  /// The claim's words, its spans joined by " … ", as they stand in the article.
  package func text(of record: ClaimRecord) -> String {
    guard let article = article(record.articleID)?.article else { return "" }
    return record.claim.content.map(article.text).joined(separator: " … ")
  }

  func claim(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> Claim {
    overlay.own?.claim ?? articleSlots[run.article].claims[number - run.ids.lowerBound]
  }

  /// The run that a claim number lies in.
  func run(of number: Int) -> ClaimRun? {
    let place = firstRun(endingBehind: number)
    guard place < runs.count, runs[place].ids.contains(number) else { return nil }
    return runs[place]
  }

  /// Place of the first run with a number from this one on; their count where there is none.
  private func firstRun(endingBehind number: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].ids.upperBound <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func claimStands(_ number: Int) -> Bool {
    guard let run = run(of: number) else { return false }
    return standing[run.article]
      && ClaimOverlay.stands(overlays[number], isExtracted: run.isExtracted)
  }
}
