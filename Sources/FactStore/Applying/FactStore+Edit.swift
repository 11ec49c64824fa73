internal import ClaimModel

extension FactStore {
  mutating func addClaim(
    _ claim: Claim, to article: ArticleID, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard slot(article) != nil else { throw missing(article) }
    try check(claim, article)
    addClaim(claim, to: article, .added(by: by.user, time: by.time), &delta)
  }

  mutating func addClaim(
    _ claim: Claim, to article: ArticleID, _ origin: ClaimOrigin, _ delta: inout Delta
  ) {
    let number = nextClaim
    runs.append(
      ClaimRun(ids: number..<number + 1, article: article.number - 1, isExtracted: false))
    addedClaims[article.number - 1, default: []].append(number)
    let speaker = speakerPlace(claim, &delta)
    let own = OwnClaim(claim, origin, speaker: speaker, hops: hopPlaces(claim, &delta))
    set(.claim(number, ClaimOverlay(own: own)), &delta)
  }

  mutating func editClaim(
    _ id: ClaimID, _ claim: Claim, _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    let number = try standingNumbers([id])[0]
    guard let run = run(of: number) else { throw .noSuchClaim(id, last: lastClaim) }
    try check(claim, ArticleID(run.article + 1))
    setOwn(claim, of: number, .edited(by: by.user, time: by.time), &delta)
  }

  /// The claim stands as it is given here.
  mutating func setOwn(
    _ claim: Claim, of number: Int, _ origin: ClaimOrigin, _ delta: inout Delta
  ) {
    guard let run = run(of: number) else { return }
    var overlay = overlays[number] ?? .none
    overlay.isDropped = false
    overlay.goneWith = nil
    let speaker = speakerPlace(claim, &delta)
    overlay.own = OwnClaim(claim, origin, speaker: speaker, hops: hopPlaces(claim, &delta))
    let extracted = extractedSources(number, run, overlay)
    let found = foundSources(number, run, overlay)
    overlay.taken.removeAll { !found.contains($0) }
    overlay.given.removeAll { extracted.contains($0.source) && !overlay.taken.contains($0.source) }
    set(.claim(number, overlay), &delta)
  }

  mutating func drop(_ claims: [ClaimID], _ delta: inout Delta) throws(OperationError) {
    for number in try standingNumbers(claims) {
      var overlay = overlays[number] ?? .none
      overlay.isDropped = true
      set(.claim(number, overlay), &delta)
    }
  }

  mutating func speakerPlace(_ claim: Claim, _ delta: inout Delta) -> Int? {
    claim.speaker.map { place(mentioned: $0.name, $0.kind, &delta) }
  }

  func check(_ claim: Claim, _ article: ArticleID) throws(OperationError) {
    let length = slot(article)?.record.article.text.utf8.count ?? 0
    try check(claim, article, length: length)
  }

  /// `length`: of the text in which its spans count.
  func check(_ claim: Claim, _ article: ArticleID, length: Int) throws(OperationError) {
    guard claim.content.contains(where: { !$0.isEmpty }) else { throw .emptyClaim }
    let spans = claim.content + claim.cue + claim.source + [claim.context]
    let mentions = claim.quantities.map(\.span) + claim.dates.map(\.span) + claim.chainSpans
    for span in spans + mentions where span.start < 0 || span.end > length {
      throw .spanOutsideText(span, article)
    }
  }

  /// The same of claims that stand or are orphans.
  func knownNumbers(_ claims: [ClaimID]) throws(OperationError) -> [Int] {
    let orphans = claims.filter { orphan($0) != nil }
    guard !orphans.isEmpty else { return try standingNumbers(claims) }
    let others = claims.filter { !orphans.contains($0) }
    if !others.isEmpty { _ = try standingNumbers(others) }
    var seen = Set<Int>()
    return claims.map(\.number).filter { seen.insert($0).inserted }
  }

  /// The numbers of claims that all stand, each once, in the order given.
  func standingNumbers(_ claims: [ClaimID]) throws(OperationError) -> [Int] {
    guard !claims.isEmpty else { throw .nothingSelected }
    var seen = Set<Int>()
    for claim in claims {
      guard let run = run(of: claim.number) else {
        throw .noSuchClaim(claim, last: lastClaim)
      }
      guard standing[run.article] else {
        let story = ArticleID(run.article + 1)
        throw wasDropped(story) ? .storyDropped(claim, story) : .noSuchClaim(claim, last: lastClaim)
      }
      guard claimStands(claim.number) else { throw missing(claim) }
    }
    return claims.map(\.number).filter { seen.insert($0).inserted }
  }
}
