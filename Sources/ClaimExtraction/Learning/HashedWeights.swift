/// Weights of hashed features as they lie in a model's bytes: a feature's upper bits are its row.
///
/// One load and no comparison tell a feature's weights. Features that meet in a row share what it
/// holds; training sees the same rows and bears with it (Weinberger et al. 2009, "Feature hashing
/// for large scale multitask learning"). A row has four or eight weights of a byte each, 128 more
/// than they are, so that sums of them are sums of numbers without a sign.
package struct HashedWeights: @unchecked Sendable {
  /// The logarithm to base 2 of the number of rows.
  package let bits: Int
  /// Weights of a row: 4 or 8.
  package let width: Int
  let rows: UnsafeRawPointer

  /// What is added to a weight before it is stored.
  package static let offset = 128
  /// Rows of a training model at most, as a logarithm.
  package static let mostBits = 24

  /// Nil where there is no such table. The rows must live as long as the table.
  package init?(rows: UnsafeRawPointer, bits: Int, width: Int) {
    guard (1...Self.mostBits).contains(bits), width == 4 || width == 8 else { return nil }
    self.rows = rows
    self.bits = bits
    self.width = width
  }

  /// The row of a feature in a table of `bits`.
  @inline(__always)
  package static func row(_ feature: UInt64, bits: Int) -> Int {
    Int(truncatingIfNeeded: feature &>> UInt64(64 - bits))
  }
}
