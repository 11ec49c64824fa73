internal import ClaimModel
internal import Synchronization

/// The words of the claims that one load brought, indexed when first searched.
final class ClaimWords: Sendable {
  /// Number of the first claim.
  let first: Int
  private let records: [ArticleRecord]
  private let made = Mutex<WordIndex?>(nil)

  /// `records`: articles whose claims have consecutive numbers.
  init(_ records: [ArticleRecord]) {
    self.records = records
    first = records.first?.extractedIDs.lowerBound ?? 0
  }

  var index: WordIndex {
    made.withLock { made in
      let index = made ?? WordIndex(records)
      made = index
      return index
    }
  }
}
