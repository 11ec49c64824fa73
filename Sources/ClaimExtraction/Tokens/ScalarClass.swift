/// What a scalar is to the tokenizer.
package enum ScalarClass: UInt8, Sendable {
  case letter, digit, mark, blank, underscore, apostrophe, punctuation

  /// ASCII by table; of the rest, blocks that newspapers print: punctuation, blanks, symbols.
  @inline(__always)
  package init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self = ScalarClass.ascii(UInt8(scalar))
    } else {
      self = ScalarClass.beyondASCII(scalar)
    }
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x5F: .underscore
    case 0x27: .apostrophe
    case 0...0x20, 0x7F: .blank
    default: .punctuation
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    // Most of them first: the letters of European languages and Vietnamese.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2BB, 0x1E00...0x1EFF: .letter
    case 0x2019, 0x2BC: .apostrophe
    case 0x300...0x36F: .mark
    case 0x80...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: .blank
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF,
      0x2100...0x2BFF, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFFD,
      0x1F000...0x1FAFF:
      .punctuation
    default: .letter
    }
  }
}
