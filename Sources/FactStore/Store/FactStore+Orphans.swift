package import ClaimModel

extension FactStore {
  /// A claim whose words went with a version of its story; nil for any other.
  package func orphan(_ id: ClaimID) -> ClaimRecord? {
    guard let run = run(of: id.number), standing[run.article], let overlay = overlays[id.number],
      overlay.goneWith != nil
    else { return nil }
    return record(id, run, overlay)
  }

  /// A claim that stands, or an orphan.
  package func claimOrOrphan(_ id: ClaimID) -> ClaimRecord? { claim(id) ?? orphan(id) }

  /// Claims that people said something of, orphans among them, in order.
  package var workedClaims: [ClaimID] {
    overlays.filter(\.value.isWorkedOn).keys.sorted().map(ClaimID.init)
      .filter { claimOrOrphan($0) != nil }
  }

  /// In order of their ids.
  package func orphans(in article: ArticleID) -> [ClaimID] {
    guard let slot = slot(article) else { return [] }
    let numbers = Array(slot.record.extractedIDs) + (addedClaims[article.number - 1] ?? [])
    return numbers.filter { overlays[$0]?.goneWith != nil }.map { ClaimID($0) }
  }

  /// The story in whose text the spans of a claim count: for an orphan the last version that had
  /// it.
  package func story(of record: ClaimRecord) -> Article? {
    let story = article(record.articleID)
    return record.goneWith.flatMap { story?.article(version: $0 - 1) } ?? story?.article
  }

  /// The same by number.
  func text(of number: Int, _ run: ClaimRun) -> String {
    let record = articleSlots[run.article].record
    let gone = overlays[number]?.goneWith
    return gone.flatMap { record.article(version: $0 - 1) }?.text ?? record.article.text
  }
}
