/// Features and their weights as they lie in the model's bytes: a hash table of buckets.
///
/// A feature's bucket is told by its upper bits, its place in there by a 16-bit fingerprint. The
/// fingerprints and the weights, `width` to a feature, lie side by side, bucket after bucket, in
/// a bucket by the lowest six bits; one byte a bucket says how many it has. What training did not
/// keep is told by a bit for one of 64 values of the fingerprint, or by the fingerprint: it adds
/// nothing (but for one in 20,000).
package struct FeatureTable: @unchecked Sendable {
  struct Bucket {
    /// A bit for each of its fingerprints, by the lowest six bits, which they are ordered by.
    var filter: UInt64 = 0
    var start: UInt32 = 0
    /// Its fingerprints where two have one bit, so that the bits do not tell the place; else 0.
    var searched: UInt32 = 0
  }

  private let buckets: UnsafePointer<Bucket>
  private let tags: UnsafePointer<UInt16>
  private let rows: UnsafePointer<Int8>
  private let mask: UInt64
  let width: Int

  /// `counts` has the features of each bucket; buckets are a power of two. Makes the index of
  /// the buckets once, which lives as long as the program, as models do. Nil where `counts` is
  /// not what there are, `rowCount`.
  package init?(
    counts: UnsafeBufferPointer<UInt8>, tags: UnsafePointer<UInt16>, rows: UnsafePointer<Int8>,
    rowCount: Int, width: Int
  ) {
    let total = counts.reduce(0) { $0 + Int($1) }
    guard total == rowCount, counts.count > 0, counts.count & (counts.count - 1) == 0 else {
      return nil
    }
    let buckets = UnsafeMutablePointer<Bucket>.allocate(capacity: counts.count)
    var start = 0
    for (number, count) in counts.enumerated() {
      let end = start + Int(count)
      let filter = (start..<end).reduce(UInt64(0)) { $0 | 1 << UInt64(tags[$1] & 63) }
      let hasTwins = filter.nonzeroBitCount < Int(count)
      (buckets + number).initialize(
        to: Bucket(filter: filter, start: UInt32(start), searched: hasTwins ? UInt32(count) : 0))
      start = end
    }
    self.buckets = UnsafePointer(buckets)
    self.tags = tags
    self.rows = rows
    mask = UInt64(counts.count - 1)
    self.width = width
  }

  /// A table without features.
  static let none = FeatureTable()

  private init() {
    let bucket = UnsafeMutablePointer<Bucket>.allocate(capacity: 1)
    bucket.initialize(to: Bucket())
    let tag = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
    tag.initialize(to: 0)
    let row = UnsafeMutablePointer<Int8>.allocate(capacity: 8)
    row.initialize(repeating: 0, count: 8)
    (buckets, tags, rows) = (UnsafePointer(bucket), UnsafePointer(tag), UnsafePointer(row))
    mask = 0
    width = 1
  }

  /// The fingerprint of a feature.
  @inline(__always)
  package static func tag(_ feature: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: feature) }

  /// The bucket of a feature, where there are `count`.
  package static func bucket(_ feature: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: (feature >> 24) & UInt64(count - 1))
  }

  /// 0 where the feature's bucket has none like it, else 1: one in 25 is none.
  @inline(__always)
  func mayHave(_ feature: UInt64) -> Int {
    let filter = buckets[Int(truncatingIfNeeded: (feature >> 24) & mask)].filter
    return Int(truncatingIfNeeded: (filter &>> (feature & 63)) & 1)
  }

  /// The weights of a feature; nil where training did not keep it.
  @inline(__always)
  func row(_ feature: UInt64) -> UnsafePointer<Int8>? {
    let bucket = buckets[Int(truncatingIfNeeded: (feature >> 24) & mask)]
    let bit = UInt64(1) &<< (feature & 63)
    if bucket.searched > 0 { return searchedRow(feature, bucket) }
    if bucket.filter & bit == 0 { return nil }
    let at = Int(bucket.start) &+ (bucket.filter & (bit &- 1)).nonzeroBitCount
    return tags[at] == Self.tag(feature) ? rows + at &* width : nil
  }

  private func searchedRow(_ feature: UInt64, _ bucket: Bucket) -> UnsafePointer<Int8>? {
    let range = Int(bucket.start)..<Int(bucket.start + bucket.searched)
    return range.first { tags[$0] == Self.tag(feature) }.map { rows + $0 * width }
  }
}
