/// The 256 bits of a SHA-256.
package struct SHA256Digest: Sendable, Hashable {
  /// In the order in which the standard writes them.
  package internal(set) var bytes: SIMD32<UInt8> = .zero

  /// Four numbers of eight bytes each, the first byte the lowest.
  package var littleEndianNumbers: SIMD4<UInt64> {
    let numbers = withUnsafeBytes(of: bytes) { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
    return SIMD4(
      UInt64(littleEndian: numbers[0]), UInt64(littleEndian: numbers[1]),
      UInt64(littleEndian: numbers[2]), UInt64(littleEndian: numbers[3]))
  }

  package var array: [UInt8] { bytes.indices.map { bytes[$0] } }

  /// 64 hexadecimal digits, lower case.
  package var hexadecimal: String { hexadecimal(bytes: 32) }

  /// Of the first bytes alone, two digits each.
  package func hexadecimal(bytes count: Int) -> String {
    String(unsafeUninitializedCapacity: count * 2) { digits in
      for place in 0..<count {
        digits[2 * place] = Self.digit(bytes[place] >> 4)
        digits[2 * place + 1] = Self.digit(bytes[place] & 15)
      }
      return count * 2
    }
  }

  /// 11 → `b`
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
