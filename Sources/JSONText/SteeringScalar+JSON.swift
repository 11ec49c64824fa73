import TerminalText

extension SteeringScalar {
  /// Those that hashes of sessions are made over with an escape, and no others: what version 1.0
  /// escaped. It must never change, or old sessions would look tampered with.
  static func isEscapedInHashes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a byte opens none of these and is no mark that is escaped: most bytes are so.
  @inline(__always)
  static func isOther(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: false
    default: true
    }
  }

  /// The scalar at `at` of UTF-8 that may be such a character, with its length; nil for all other
  /// bytes, which is told by the first one.
  static func candidate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let length =
      switch bytes[at] {
      case 0..<0x20, 0x7F: 1
      case 0xC2, 0xD8: 2
      case 0xE2, 0xEF: 3
      case 0xF3: 4
      default: 0
      }
    guard length > 0, at + length <= bytes.count else { return nil }
    let lead = length == 1 ? 0x7F : UInt32(0xFF) >> (UInt32(length) + 1)
    let value = bytes[(at + 1)..<(at + length)].reduce(UInt32(bytes[at]) & lead) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
