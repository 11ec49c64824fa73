/// Features and their weights as they lie in the model's bytes: an open-addressed hash table.
///
/// `tags` has a 16-bit fingerprint for each slot (0: empty). A feature that training did not
/// keep is told by its fingerprint, so it costs one look-up and adds nothing (but for one in
/// 32,000). The weights of the filled slots, `width` each, lie side by side in `rows`; for each
/// 32 slots `ranks` has the number of filled slots before them and one bit for each of theirs.
package struct FeatureTable: @unchecked Sendable {
  let tags: UnsafePointer<UInt16>
  let ranks: UnsafePointer<UInt32>
  let rows: UnsafePointer<Int8>
  let mask: Int
  let width: Int

  /// Slots are a power of two, at least 32, and not all filled.
  package init(
    tags: UnsafePointer<UInt16>, ranks: UnsafePointer<UInt32>, rows: UnsafePointer<Int8>,
    slots: Int, width: Int
  ) {
    self.tags = tags
    self.ranks = ranks
    self.rows = rows
    mask = slots - 1
    self.width = width
  }

  /// The fingerprint of a feature, never 0.
  @inline(__always)
  package static func tag(_ feature: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: feature) | 1 }

  /// The slot a feature is looked for first.
  @inline(__always)
  package static func slot(_ feature: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: feature >> 24) & mask
  }

  /// Whether a feature's first slot is empty, so that the table has no weights of it.
  @inline(__always)
  func isEmpty(_ feature: UInt64) -> Bool { tags[Self.slot(feature, mask: mask)] == 0 }

  /// The weights of a feature; nil where training did not keep it.
  @inline(__always)
  func row(_ feature: UInt64) -> UnsafePointer<Int8>? {
    let tag = Self.tag(feature)
    var slot = Self.slot(feature, mask: mask)
    while true {
      let found = tags[slot]
      if found == tag {
        let below = ranks[slot / 32 * 2 + 1] & ((1 << UInt32(slot % 32)) &- 1)
        return rows + (Int(ranks[slot / 32 * 2]) + below.nonzeroBitCount) * width
      }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}
