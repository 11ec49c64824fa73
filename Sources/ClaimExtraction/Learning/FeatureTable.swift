/// Features and their weights as they lie in the model's bytes: an open-addressed hash table.
///
/// `tags` has a 16-bit fingerprint for each slot (0: empty), `rows` as many times `width`
/// weights. A feature that training did not keep is told by its fingerprint, so it costs one
/// look-up and adds nothing (but for one in 65,000).
package struct FeatureTable: @unchecked Sendable {
  let tags: UnsafePointer<UInt16>
  let rows: UnsafePointer<Int8>
  let mask: Int
  let width: Int

  /// Slots are a power of two.
  package init(
    tags: UnsafePointer<UInt16>, rows: UnsafePointer<Int8>, slots: Int, width: Int
  ) {
    self.tags = tags
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

  /// The weights of a feature; nil where training did not keep it.
  @inline(__always)
  func row(_ feature: UInt64) -> UnsafePointer<Int8>? {
    let tag = Self.tag(feature)
    var slot = Self.slot(feature, mask: mask)
    while true {
      let found = tags[slot]
      if found == tag { return rows + slot * width }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}
