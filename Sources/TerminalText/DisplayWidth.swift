/// How many columns of a terminal text takes.
///
/// By grapheme, at most two: the sum of what its scalars take, as wcwidth(3) has them, because
/// that is how terminals count. Marks and what is invisible take none, East Asian wide and
/// fullwidth characters (Unicode Standard Annex 11) and emoji two, everything else one. A table
/// and not wcwidth itself: that needs a UTF-8 locale, and knows no newer emoji than the system.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    var copy = text
    return copy.withUTF8(simple) ?? text.reduce(0) { $0 + of($1) }
  }

  package static func of(_ text: Substring) -> Int {
    var copy = text
    return copy.withUTF8(simple) ?? text.reduce(0) { $0 + of($1) }
  }

  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return of(first) }
    // U+FE0F asks for the picture of what may be text or picture.
    if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return min(2, scalars.reduce(0) { $0 + of($1) })
  }

  /// A scalar alone: 0, 1 or 2.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    switch value {
    case 0..<0x300, 0x1E00...0x1EFF: return 1
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: return 2
    default: return isZeroWidth(scalar) ? 0 : isWide(value) ? 2 : 1
    }
  }

  /// Text of Latin letters up to U+02FF, Vietnamese ones of U+1E00 to U+1EFF and the dashes,
  /// quotation marks and dots of U+2010 to U+2027, one column each; nil where there is more. No
  /// two of them are one grapheme but CR and LF, which no line that is laid out holds.
  private static func simple(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    var width = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0..<0x80: at += 1
      case 0xC2...0xCB: at += 2
      case 0xE1 where (0xB8...0xBB).contains(bytes[at + 1]): at += 3
      case 0xE2 where bytes[at + 1] == 0x80 && (0x90...0xA7).contains(bytes[at + 2]): at += 3
      default: return nil
      }
      width += 1
    }
    return width
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    case .format:
      // Signs of Arabic, Syriac and Kaithi that enclose a number are seen.
      switch scalar.value {
      case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
      default: return true
      }
    default:
      // Vowels and finals of Hangul, which join the syllable before; a mark of Ahom that is seen
      // above its letter.
      switch scalar.value {
      case 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB, 0x1171E: return true
      default: return false
      }
    }
  }

  /// Wide and fullwidth blocks, and the emoji that are shown as pictures of their own accord, in
  /// order.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF0...0x16FF6, 0x17000...0x18CD5,
    0x18CFF...0x18D1E, 0x18D80...0x18DF2, 0x1AFF0...0x1AFF3, 0x1AFF5...0x1AFFB, 0x1AFFD...0x1AFFE,
    0x1B000...0x1B122, 0x1B132...0x1B132, 0x1B150...0x1B152, 0x1B155...0x1B155, 0x1B164...0x1B167,
    0x1B170...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248,
    0x1F250...0x1F251, 0x1F260...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
    0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
    0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7,
    0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
