internal import ClaimModel

extension FactStore {
  mutating func updateArticles(
    _ updates: [StoryUpdate], _ by: Signature, _ delta: inout Delta
  ) throws(OperationError) {
    guard !updates.isEmpty else { throw .nothingSelected }
    var seen = Set<ArticleID>()
    for update in updates {
      guard seen.insert(update.id).inserted else { throw .otherVersion(update.id) }
      try check(update)
    }
    for update in updates { updateArticle(update, by, &delta) }
  }

  /// All of an update can be done: ids that were given out are not taken back.
  private func check(_ update: StoryUpdate) throws(OperationError) {
    let (id, fates) = (update.id, update.claims)
    guard slot(id) != nil else { throw missing(id) }
    let named = fates.moved.map(\.id) + fates.changed.map(\.id) + fates.gone
    for claim in named { try check(claim, isOf: id) }
    let length = update.article.text.utf8.count
    for claim in fates.moved.map(\.claim) + fates.changed.map(\.claim) + fates.added {
      try check(claim, id, length: length)
    }
    // Those too of which nothing is said stand in the new text.
    let others = Set(named)
    for claim in claims(in: id) where !others.contains(claim) {
      guard let run = run(of: claim.number) else { continue }
      let unnamed = self.claim(claim.number, run, overlays[claim.number] ?? .none)
      try check(unnamed, id, length: length)
    }
  }

  private mutating func updateArticle(
    _ update: StoryUpdate, _ by: Signature, _ delta: inout Delta
  ) {
    let (id, fates) = (update.id, update.claims)
    guard let slot = slot(id) else { return }
    let others = Set(fates.changed.map(\.id) + fates.gone)
    var record = slot.record
    record.versions.append(
      StoryVersion(
        before: record.article, user: by.user, time: by.time,
        kept: listedClaims(in: id).count { !others.contains($0) },
        changed: fates.changed.map(\.id), gone: fates.gone,
        added: nextClaim..<nextClaim + fates.added.count))
    record.article = update.article
    let agencies = record.article.agencies.map { place(mentioned: $0, .agency, &delta) }
    set(
      .slot(
        id.number - 1,
        ArticleSlot(record: record, speakers: slot.speakers, agencies: agencies, hops: slot.hops)),
      &delta)
    settle(fates, record, &delta)
    for claim in fates.added { addClaim(claim, to: id, .extracted, &delta) }
  }

  private mutating func settle(
    _ fates: ClaimFates, _ record: ArticleRecord, _ delta: inout Delta
  ) {
    let old = record.versions.last?.before ?? record.article
    for changed in fates.changed {
      let number = changed.id.number
      guard let run = run(of: number) else { continue }
      let was = words(of: claim(number, run, overlays[number] ?? .none), in: old)
      setOwn(changed.claim, of: number, origin(of: number), &delta)
      var overlay = overlays[number] ?? .none
      overlay.turns.append(
        ClaimRewording(
          version: record.version, was: was, words: changed.words, marks: overlay.marks.count))
      set(.claim(number, overlay), &delta)
    }
    for moved in fates.moved {
      setOwn(moved.claim, of: moved.id.number, origin(of: moved.id.number), &delta)
    }
    for id in fates.gone {
      var overlay = overlays[id.number] ?? .none
      guard !overlay.isDropped else { continue }
      overlay.isDropped = true
      overlay.goneWith = record.version
      set(.claim(id.number, overlay), &delta)
    }
  }

  private func origin(of number: Int) -> ClaimOrigin {
    overlays[number]?.own?.origin ?? .extracted
  }

  private func words(of claim: Claim, in article: Article) -> String {
    claim.content.map(article.text).joined(separator: " … ")
  }
}
