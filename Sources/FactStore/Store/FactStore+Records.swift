package import ClaimModel

extension FactStore {
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
    return record(id, run, overlays[id.number] ?? .none)
  }

  func record(_ id: ClaimID, _ run: ClaimRun, _ overlay: ClaimOverlay) -> ClaimRecord {
    ClaimRecord(
      id: id, articleID: ArticleID(run.article + 1), claim: standingClaim(id.number, run, overlay),
      origin: overlay.own?.origin ?? .extracted,
      attributions: attributions(id.number, run, overlay), via: via(id.number, run, overlay),
      marks: overlay.marks,
      rulings: overlay.rulings, corrections: overlay.corrections,
      assessment: ClaimAssessment(overlay.marks), turns: overlay.turns,
      goneWith: overlay.goneWith, isChanged: overlay.isChanged)
  }

  /// The claim's words, its spans joined by " … ", as they stand in the article.
  package func text(of record: ClaimRecord) -> String {
    guard let article = story(of: record) else { return "" }
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

  /// The next free claim number.
  var nextClaim: Int { runs.last?.ids.upperBound ?? 1 }
}

extension FactStore {
  /// The articles that stand, in order of loading.
  package var articles: [ArticleRecord] {
    articleSlots.indices.filter { standing[$0] }.map { articleSlots[$0].record }
  }

  /// The article, if it stands.
  package func article(_ id: ArticleID) -> ArticleRecord? { slot(id)?.record }

  /// The last article id given out, standing or not.
  package var lastArticle: ArticleID? {
    articleSlots.isEmpty ? nil : ArticleID(articleSlots.count)
  }

  func slot(_ id: ArticleID) -> ArticleSlot? {
    let place = id.number - 1
    guard articleSlots.indices.contains(place), standing[place] else { return nil }
    return articleSlots[place]
  }
}

extension FactStore {
  /// The attributions of a claim under an overlay: extracted ones that stand, then given ones.
  func attributions(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [ClaimAttribution] {
    let extracted = extractedSources(number, run, overlay).filter { !overlay.taken.contains($0) }
    return extracted.map {
      ClaimAttribution(source: registry.name($0.place), role: $0.role, givenBy: nil, time: nil)
    }
      + overlay.given.map {
        ClaimAttribution(
          source: registry.name($0.source.place), role: $0.source.role, givenBy: $0.user,
          time: $0.time)
      }
  }

  /// What the story itself says: the speaker, then the agencies; each once, after mergers.
  func extractedSources(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> [SourceRole] {
    var sources = [SourceRole]()
    if let speaker = speakerPlace(number, run, overlay) {
      sources.append(SourceRole(place: registry.standing(speaker), role: .saidBy))
    }
    for agency in articleSlots[run.article].agencies {
      let source = SourceRole(place: registry.standing(agency), role: .reportedBy)
      if !sources.contains(source) { sources.append(source) }
    }
    return sources
  }

  /// The registry place of the claim's speaker, before mergers.
  private func speakerPlace(_ number: Int, _ run: ClaimRun, _ overlay: ClaimOverlay) -> Int? {
    if let own = overlay.own { return own.speaker }
    let slot = articleSlots[run.article]
    guard run.isExtracted,
      let index = slot.claims.speakerIndex(at: number - run.ids.lowerBound)
    else { return nil }
    return slot.speakers[index]
  }
}

extension FactStore {
  /// What somebody last found two claims to be.
  package func ruling(_ a: ClaimID, _ b: ClaimID) -> MatchRuling? {
    overlays[min(a.number, b.number)]?.rulings.last { $0.other == max(a, b) }?
      .ruling
  }

  /// The claims that somebody found to be the same as one, or not to be, in order of id.
  package func rulings(on id: ClaimID) -> [(claim: ClaimID, ruling: MatchRuling)] {
    ruledClaims(id.number).compactMap { other in
      ruling(id, ClaimID(other)).map { (ClaimID(other), $0) }
    }
  }

  private func ruledClaims(_ number: Int) -> [Int] {
    var others = Set(overlays[number]?.rulings.map(\.other.number) ?? [])
    for (lower, overlay) in overlays
    where overlay.rulings.contains(where: { $0.other.number == number }) {
      others.insert(lower)
    }
    return others.sorted()
  }
}

extension FactStore {
  /// The story of a claim id, whether the claim stands or not; nil for an id never given out.
  package func articleID(of id: ClaimID) -> ArticleID? {
    run(of: id.number).map { ArticleID($0.article + 1) }
  }
}
