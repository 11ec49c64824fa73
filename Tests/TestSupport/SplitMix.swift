/// Random numbers that are the same in every run, so that a failure can be run again:
/// SplitMix64 (Steele, Lea and Flood 2014).
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// Any seed is good, 0 as well.
  package init(seed: some BinaryInteger) { state = UInt64(truncatingIfNeeded: seed) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound` - 1; 0 for a bound of 0.
  package mutating func next(below bound: Int) -> Int {
    bound == 0 ? 0 : Int(next() % UInt64(bound))
  }
}
