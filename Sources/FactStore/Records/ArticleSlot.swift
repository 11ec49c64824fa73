internal import ClaimModel

/// What the store keeps of one loaded article; it never changes.
final class ArticleSlot: Sendable {
  let record: ArticleRecord
  /// Registry places of `claims.speakers`, one by one.
  let speakers: [Int]
  /// Registry places of the article's agencies.
  let agencies: [Int]
  /// Registry places of `claims.hopNames`, one list for each: of a joined name several, of a
  /// name that is no source none.
  let hops: [[Int]]
  /// Numbers of listed claims of each of `claims.speakers`.
  let claimsBySpeaker: [Int]
  /// Listed claims by the sources that they passed through.
  let passages: [Passage: Int]
  /// SHA-256 of all that the record and its claims say.
  let digest: StateDigest

  /// `digest`: of the record, where it is known already.
  init(
    record: ArticleRecord, digest: StateDigest? = nil, speakers: [Int], agencies: [Int],
    hops: [[Int]]
  ) {
    self.record = record
    self.digest = digest ?? StateDigest(of: record)
    self.speakers = speakers
    self.agencies = agencies
    self.hops = hops
    let claims = record.extracted
    claimsBySpeaker = claims.indices.reduce(into: speakers.map { _ in 0 }) { counts, index in
      guard !claims.isCarrier(at: index) else { return }
      if let speaker = claims.speakerIndex(at: index) { counts[speaker] += 1 }
    }
    passages = Passage.counts(claims, speakers, hops)
  }

  var claims: PackedClaims { record.extracted }
}

/// Claim ids that were given out together: to the claims of a loaded article, or to one claim
/// added by hand.
struct ClaimRun: Sendable {
  var ids: Range<Int>
  /// Place of the article in the store.
  var article: Int
  var isExtracted: Bool
}
