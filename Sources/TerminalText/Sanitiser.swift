/// Makes text that theo did not write harmless for a terminal: the one way to the screen.
///
/// Control characters become their pictures (ESC → ␛, NUL → ␀), C1 controls, bidirectional
/// controls and other invisible steering characters their number (U+202E → ‹202E›), bytes of a file's
/// name that are no UTF-8 theirs (‹E1›). Line breaks and tabs are for the layout: here they become
/// blanks. All else, joined emoji among it, stays.
package enum Sanitiser {
  /// "a\u{1B}[31mb" → "a␛[31mb"; text without such characters is returned as it is.
  package static func harmless(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeginHarm), text.unicodeScalars.contains(where: isHarmful)
    else { return text }
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

  /// Where text is shown.
  package enum Place {
    case output
    /// The line that is typed: every character has cells of its own there that the cursor can stand
    /// on, also what output shows as nothing or a blank, and a control character looks as the
    /// terminal echoes it and as it is typed: ^I.
    case editedLine
  }

  /// What is shown instead of a scalar that is no harmless, visible character; nil for all others.
  ///
  /// U+001B → ␛ in output, ^[ in a line; U+202E → ‹202E› in both.
  package static func replacement(
    _ scalar: Unicode.Scalar, in place: Place
  ) -> String? {
    switch place {
    case .output: isHarmful(scalar) ? replacement(scalar) : nil
    case .editedLine: isInvisible(scalar) ? lineReplacement(scalar) : nil
    }
  }

  /// By the first byte of a character in UTF-8.
  private static func mayBeginHarm(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    return SteeringScalar.contains(scalar) || RawByte.byte(scalar) != nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: return " "
    case 0x7F: return "\u{2421}"
    case 0..<0x20:
      // U+2400 to U+241F are the pictures of the controls 0 to 0x1F.
      return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?"
    default: return number(scalar)
    }
  }

  private static func lineReplacement(_ scalar: Unicode.Scalar) -> String {
    guard scalar.value < 0x80 else { return number(scalar) }
    return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) ^ 0x40)))
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    if let byte = RawByte.byte(scalar) { return mark(UInt32(byte), digits: 2) }
    return mark(scalar.value, digits: 4)
  }

  /// 0x202E → "‹202E›"
  private static func mark(_ number: UInt32, digits: Int) -> String {
    let hex = String(number, radix: 16, uppercase: true)
    return "‹" + String(repeating: "0", count: max(0, digits - hex.count)) + hex + "›"
  }
}
