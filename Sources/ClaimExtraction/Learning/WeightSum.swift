/// Adds up the weights of a token's features.
///
/// The bytes of a row are added in two words of four 16-bit sums each, those at even and those at
/// odd places, as numbers without a sign: no sum runs into its neighbour with at most 256 features
/// a token. Made once for many tokens.
struct WeightSum: FeatureSink, ~Copyable {
  /// More features of one token could run over.
  static let most = 256
  private static let evenBytes: UInt64 = 0x00FF_00FF_00FF_00FF

  private let rows: UnsafeRawPointer
  private let shift: UInt64
  private let width: Int
  private let scale: Float
  private var even: UInt64 = 0
  private var odd: UInt64 = 0
  private var count: Int = 0

  init(_ tagger: ChainTagger) {
    rows = tagger.weights.rows
    shift = UInt64(64 - tagger.weights.bits)
    width = tagger.weights.width
    scale = tagger.scale
  }

  @inline(__always)
  mutating func add(_ feature: UInt64) {
    let at = Int(truncatingIfNeeded: feature &>> shift)
    let row =
      width == 8
      ? rows.load(fromByteOffset: at &* 8, as: UInt64.self)
      : UInt64(rows.load(fromByteOffset: at &* 4, as: UInt32.self))
    even &+= row & Self.evenBytes
    odd &+= (row &>> 8) & Self.evenBytes
    count &+= 1
  }

  /// The scores of what was added since the last time.
  mutating func scores() -> LabelScores {
    assert(count <= Self.most)
    let base = Float(count * HashedWeights.offset)
    var out = LabelScores.zero
    for label in 0..<width {
      let sums = label & 1 == 0 ? even : odd
      let sum = (sums >> UInt64(label / 2 * 16)) & 0xFFFF
      out[label] = (Float(sum) - base) * scale
    }
    even = 0
    odd = 0
    count = 0
    return out
  }
}
