@_spi(_Unicode) import Swift

/// Text to lower case without marks, for searching: `Đắk Lắk` → `dak lak`.
struct PlainFold: Sendable {
  /// What each scalar beyond ASCII that was met becomes.
  private var known: [UInt32: [UInt8]] = [:]

  mutating func callAsFunction(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        let isCapital = (0x41...0x5A).contains(scalar.value)
        folded.append(UInt8(scalar.value) | (isCapital ? 0x20 : 0))
      } else if let bytes = known[scalar.value] {
        folded.append(contentsOf: bytes)
      } else {
        let bytes = Self.fold(scalar)
        known[scalar.value] = bytes
        folded.append(contentsOf: bytes)
      }
    }
    return folded
  }

  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    String(scalar).lowercased()._nfd.flatMap { part -> [UInt8] in
      if part.properties.generalCategory == .nonspacingMark { return [] }
      return part == "đ" ? [UInt8(ascii: "d")] : Array(String(part).utf8)
    }
  }
}
