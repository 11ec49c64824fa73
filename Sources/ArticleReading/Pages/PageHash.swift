/// The FNV-1a hash of bytes, by which names and classes of a page are looked up.
enum PageHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(seed, adding) }
}
