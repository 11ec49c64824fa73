/// Adds up the weights of a token's features.
///
/// Features are kept and looked up together: one look-up then need not wait for another's
/// memory. Made once for many tokens.
struct WeightSum: FeatureSink, ~Copyable {
  private static let room = 256
  private let table: FeatureTable
  private let features: UnsafeMutablePointer<UInt64>
  private let rows: UnsafeMutablePointer<UnsafePointer<Int8>>
  private var count = 0
  private var sum = SIMD8<Int16>(repeating: 0)

  init(_ table: FeatureTable) {
    self.table = table
    features = .allocate(capacity: Self.room)
    rows = .allocate(capacity: Self.room)
  }

  deinit {
    features.deallocate()
    rows.deallocate()
  }

  @inline(__always)
  mutating func add(_ feature: UInt64) {
    if count == Self.room { lookUp() }
    features[count] = feature
    count += 1
  }

  /// The scores of what was added since the last time.
  mutating func scores(_ scale: Float) -> LabelScores {
    lookUp()
    defer { sum = SIMD8<Int16>(repeating: 0) }
    return LabelScores(
      Float(sum[0]), Float(sum[1]), Float(sum[2]), Float(sum[3]), Float(sum[4]), Float(sum[5]),
      Float(sum[6]), Float(sum[7])) * scale
  }

  private mutating func lookUp() {
    // First those that the table cannot have fall away, without a branch that depends on it.
    var kept = 0
    for index in 0..<count {
      let feature = features[index]
      features[kept] = feature
      kept &+= table.mayHave(feature)
    }
    count = 0
    // Then where their weights lie, and last the weights: no load waits for a branch.
    var found = 0
    for index in 0..<kept {
      guard let row = table.row(features[index]) else { continue }
      rows[found] = row
      found += 1
    }
    if table.width == 8 { addWide(found) } else { addNarrow(found) }
  }

  @inline(__always)
  private mutating func addWide(_ found: Int) {
    for index in 0..<found {
      let row = rows[index]
      sum &+= SIMD8(
        Int16(row[0]), Int16(row[1]), Int16(row[2]), Int16(row[3]), Int16(row[4]), Int16(row[5]),
        Int16(row[6]), Int16(row[7]))
    }
  }

  @inline(__always)
  private mutating func addNarrow(_ found: Int) {
    for index in 0..<found {
      let row = rows[index]
      sum &+= SIMD8(Int16(row[0]), Int16(row[1]), Int16(row[2]), Int16(row[3]), 0, 0, 0, 0)
    }
  }
}
