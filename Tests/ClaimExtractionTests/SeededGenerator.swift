/// xorshift64*: the same numbers in every run, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  /// The state must not be 0, from which nothing else would follow.
  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
