internal import ClaimModel
internal import Synchronization

/// The words of the claims that one load brought, and what else is asked for often; indexed when
/// first searched.
final class ClaimWords: Sendable {
  /// Number of the first claim.
  let first: Int
  private let records: [ArticleRecord]
  private let made = Mutex<WordIndex?>(nil)
  private let madeFlags = Mutex<[UInt8]?>(nil)
  private let madeWorths = Mutex<[UInt16]?>(nil)

  /// `records`: articles whose claims have consecutive numbers.
  init(_ records: [ArticleRecord]) {
    self.records = records
    first = records.first?.extractedIDs.lowerBound ?? 0
  }

  /// Of each claim its worth in thousandths, as found.
  var worths: [UInt16] {
    madeWorths.withLock { made in
      let worths =
        made
        ?? records.flatMap { record in
          record.extracted.indices.map { record.extracted.worthThousandths(at: $0) }
        }
      made = worths
      return worths
    }
  }

  /// Of each claim its `ClaimFlags`.
  var flags: [UInt8] {
    madeFlags.withLock { made in
      let flags =
        made
        ?? records.flatMap { record in
          record.extracted.indices.map { ClaimFlags(record.extracted, $0).rawValue }
        }
      made = flags
      return flags
    }
  }

  var index: WordIndex {
    made.withLock { made in
      let index = made ?? WordIndex(records)
      made = index
      return index
    }
  }
}
