package import ClaimModel

extension FactStore {
  mutating func editArticle(
    _ article: ArticleID, _ edit: ArticleEdit, _ delta: inout Delta
  ) throws(OperationError) {
    guard let slot = slot(article) else { throw missing(article) }
    guard !edit.facts.isEmpty else { throw .emptyMark }
    let length = slot.record.article.text.utf8.count
    for span in edit.structure?.spans ?? [] where span.start < 0 || span.end > length {
      throw .spanOutsideText(span, article)
    }
    let claims = edit.claims
    for id in claims.changed.map(\.id) + claims.dropped { try check(id, isOf: article) }
    for claim in claims.changed.map(\.claim) + claims.added { try check(claim, article) }
    var record = slot.record
    record.article = edit.facts.applied(to: record.article)
    if let structure = edit.structure { record.article = structure.applied(to: record.article) }
    let agencies = record.article.agencies.map { place(mentioned: $0, .agency, &delta) }
    set(
      .slot(
        article.number - 1,
        ArticleSlot(
          record: record, speakers: slot.speakers, agencies: agencies, hops: slot.hops)),
      &delta)
    revise(article, claims, &delta)
  }

  private mutating func revise(
    _ article: ArticleID, _ revision: ClaimRevision, _ delta: inout Delta
  ) {
    for revised in revision.changed {
      let origin = overlays[revised.id.number]?.own?.origin ?? .extracted
      setOwn(revised.claim, of: revised.id.number, origin, &delta)
    }
    for id in revision.dropped {
      var overlay = overlays[id.number] ?? .none
      overlay.isDropped = true
      set(.claim(id.number, overlay), &delta)
    }
    for claim in revision.added { addClaim(claim, to: article, .extracted, &delta) }
  }

  func check(_ id: ClaimID, isOf article: ArticleID) throws(OperationError) {
    guard let run = run(of: id.number), run.article == article.number - 1 else {
      throw .noSuchClaim(id, last: lastClaim)
    }
  }

  mutating func dropArticles(_ ids: [ArticleID], _ delta: inout Delta) throws(OperationError) {
    guard !ids.isEmpty else { throw .nothingSelected }
    for id in ids where slot(id) == nil { throw missing(id) }
    var seen = Set<ArticleID>()
    for id in ids where seen.insert(id).inserted {
      set(.article(id.number - 1, stands: false), &delta)
    }
  }

  /// Why an article is not there.
  package func missing(_ id: ArticleID) -> OperationError {
    wasDropped(id) ? .droppedArticle(id) : .noSuchArticle(id, last: lastArticle)
  }

  /// Why a claim is not there.
  package func missing(_ id: ClaimID) -> OperationError {
    guard let run = run(of: id.number) else { return .noSuchClaim(id, last: lastClaim) }
    let story = ArticleID(run.article + 1)
    if wasDropped(story) { return .storyDropped(id, story) }
    return overlays[id.number]?.goneWith.map { .goneClaim(id, version: $0) } ?? .droppedClaim(id)
  }

  /// Whether a change that stands dropped it.
  package func wasDropped(_ id: ArticleID) -> Bool {
    guard slot(id) == nil else { return false }
    return log.contains { logged in
      guard logged.status == .stands, case .dropArticles(let ids) = logged.operation.action else {
        return false
      }
      return ids.contains(id)
    }
  }
}
