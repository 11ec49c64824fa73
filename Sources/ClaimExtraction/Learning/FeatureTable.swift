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

  /// The slot to look for a feature from; negative where four slots at once show that its
  /// fingerprint is not there.
  @inline(__always)
  func firstSlot(_ feature: UInt64) -> Int {
    let slot = Self.slot(feature, mask: mask)
    if slot &+ 4 > mask { return slot }
    let four = UnsafeRawPointer(tags + slot).loadUnaligned(as: UInt64.self)
    let wanted = UInt64(Self.tag(feature)) &* 0x0001_0001_0001_0001
    let empty = Self.zeroes(four.littleEndian)
    let same = Self.zeroes(four.littleEndian ^ wanted)
    // The lowest bit of either is exact. One less orders them, none of them last.
    let isAbsent = (empty & (0 &- empty)) &- 1 < (same & (0 &- same)) &- 1
    return isAbsent ? -1 : slot
  }

  /// The highest bit of each 16 that are zero; right up to the first such.
  @inline(__always)
  private static func zeroes(_ four: UInt64) -> UInt64 {
    (four &- 0x0001_0001_0001_0001) & ~four & 0x8000_8000_8000_8000
  }

  /// The weights of a feature; nil where training did not keep it.
  @inline(__always)
  func row(_ feature: UInt64) -> UnsafePointer<Int8>? {
    row(feature, from: Self.slot(feature, mask: mask))
  }

  /// As above, where no slot before `first` has it.
  @inline(__always)
  func row(_ feature: UInt64, from first: Int) -> UnsafePointer<Int8>? {
    let tag = Self.tag(feature)
    let wanted = UInt64(tag) &* 0x0001_0001_0001_0001
    var slot = first & mask
    while slot &+ 4 <= mask {
      let four = UnsafeRawPointer(tags + slot).loadUnaligned(as: UInt64.self).littleEndian
      let empty = Self.zeroes(four)
      let same = Self.zeroes(four ^ wanted)
      if (empty | same) != 0 {
        if (empty & (0 &- empty)) &- 1 < (same & (0 &- same)) &- 1 { return nil }
        return row(inSlot: slot &+ (same.trailingZeroBitCount >> 4))
      }
      slot &+= 4
    }
    while tags[slot] != tag {
      if tags[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return row(inSlot: slot)
  }

  @inline(__always)
  private func row(inSlot slot: Int) -> UnsafePointer<Int8> {
    let below = ranks[slot / 32 * 2 + 1] & ((1 << UInt32(slot % 32)) &- 1)
    return rows + (Int(ranks[slot / 32 * 2]) + below.nonzeroBitCount) * width
  }
}
