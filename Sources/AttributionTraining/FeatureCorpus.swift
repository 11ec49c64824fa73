internal import ClaimExtraction

/// Sequences of labelled tokens with their features as row numbers, ready to train on.
struct FeatureCorpus: Sendable {
  struct Sequence: Sendable {
    /// Of each token the end of its features in `features`.
    var ends: [Int32]
    var features: [Int32]
    var labels: [UInt8]
    /// Tokens whose label is given: no features, "outside".
    var isFixed: [Bool]
  }

  private(set) var sequences: [Sequence] = []
  /// The feature of each row.
  private(set) var hashes: [UInt64] = []
  /// How often each row is met.
  var counts: [Int32] {
    var counts = [Int32](repeating: 0, count: hashes.count)
    for row in sequences.lazy.map(\.features).joined() { counts[Int(row)] += 1 }
    return counts
  }

  /// One sequence before its features are numbered.
  struct Draft {
    var labels: [UInt8]
    var isFixed: [Bool]
    var features: [[UInt64]]
  }

  /// Keeps features seen at least `least` times; `draft` makes sequence number i, or nil.
  init(count: Int, least: UInt8, draft: (Int) -> Draft?) {
    var sketch = [UInt8](repeating: 0, count: 1 << 26)
    let mask = sketch.count - 1
    for index in 0..<count {
      guard let one = draft(index) else { continue }
      for hash in one.features.joined() {
        let at = Int(truncatingIfNeeded: hash >> 13) & mask
        if sketch[at] < 255 { sketch[at] += 1 }
      }
    }
    var rows = RowNumbers()
    for index in 0..<count {
      guard let one = draft(index) else { continue }
      var sequence = Sequence(ends: [], features: [], labels: one.labels, isFixed: one.isFixed)
      for token in one.features {
        for hash in token where sketch[Int(truncatingIfNeeded: hash >> 13) & mask] >= least {
          sequence.features.append(rows.number(of: hash))
        }
        sequence.ends.append(Int32(sequence.features.count))
      }
      sequences.append(sequence)
    }
    hashes = rows.hashes
  }

  /// Only the rows in `kept`, renumbered in their order.
  func keeping(_ kept: [Int]) -> FeatureCorpus {
    var numbers = [Int32](repeating: -1, count: hashes.count)
    for (new, old) in kept.enumerated() { numbers[old] = Int32(new) }
    var copy = self
    copy.hashes = kept.map { hashes[$0] }
    copy.sequences = sequences.map { old in
      var new = old
      new.features = []
      var start = 0
      for (token, end) in old.ends.enumerated() {
        for row in old.features[start..<Int(end)] where numbers[Int(row)] >= 0 {
          new.features.append(numbers[Int(row)])
        }
        start = Int(end)
        new.ends[token] = Int32(new.features.count)
      }
      return new
    }
    return copy
  }
}

/// Numbers hashes in order of appearance.
private struct RowNumbers {
  private(set) var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 20)

  mutating func number(of hash: UInt64) -> Int32 {
    var at = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[at] >= 0 {
      if hashes[Int(slots[at])] == hash { return slots[at] }
      at = (at + 1) & (slots.count - 1)
    }
    slots[at] = Int32(hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return Int32(hashes.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var at = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
      while slots[at] >= 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = Int32(number)
    }
  }
}
