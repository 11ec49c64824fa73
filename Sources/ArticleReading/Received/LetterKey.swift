/// What a text says without case, blanks and punctuation: to see whether one repeats another.
enum LetterKey {
  /// "The bridge fell. […]" → "thebridgefell", as UTF-8.
  static func of(_ text: some StringProtocol) -> [UInt8] {
    var key = [UInt8]()
    key.reserveCapacity(text.utf8.count)
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: key.append(UInt8(scalar.value))
      case 0...0xBF, 0x2000...0x206F, 0x3000...0x3004: continue
      default: key += UTF8.encode(scalar) ?? .init()
      }
    }
    return key
  }
}
