/// Makes text that theo did not write harmless for a terminal: the one way to the screen.
///
/// Control characters become their pictures (ESC → ␛, NUL → ␀), C1 controls, bidirectional
/// controls and other invisible steering characters their number (U+202E → ‹202E›), bytes of a file's
/// name that are no UTF-8 theirs (‹E1›). Line breaks and tabs are for the layout: here they become
/// blanks. All else, joined emoji among it, stays.
package enum Sanitiser {
  /// "a\u{1B}[31mb" → "a␛[31mb"; text without such characters is returned as it is.
  package static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        out.append(contentsOf: replacement(scalar).unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Of words that somebody typed, for a message: what cannot be seen, or told from a blank, is
  /// shown by its number, a line break as ␊: "show\u{A0}c1" → "show‹A0›c1".
  package static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else { return text }
    return text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar.value {
      case 0x0A, 0x0D: out += scalar.value == 0x0A ? "␊" : "␍"
      case 0xA0: out += mark(0xA0, digits: 2)
      case 0xAD, 0x1680, 0x180E, 0x2000...0x200D, 0x202F, 0x205F, 0x3000, 0x3164, 0xFFA0:
        out += mark(scalar.value, digits: 4)
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    SteeringScalar.contains(scalar) || RawByte.byte(scalar) != nil
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> String {
    if let byte = RawByte.byte(scalar) { return mark(UInt32(byte), digits: 2) }
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: return " "
    case 0x7F: return "\u{2421}"
    case 0..<0x20:
      // U+2400 to U+241F are the pictures of the controls 0 to 0x1F.
      return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?"
    default: return mark(scalar.value, digits: 4)
    }
  }

  /// 0x202E → "‹202E›"
  private static func mark(_ number: UInt32, digits: Int) -> String {
    let hex = String(number, radix: 16, uppercase: true)
    return "‹" + String(repeating: "0", count: max(0, digits - hex.count)) + hex + "›"
  }
}
