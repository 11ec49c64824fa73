/// Makes text that theo did not write harmless for a terminal: the one way to the screen.
///
/// Control characters become their pictures (ESC → ␛, NUL → ␀), C1 controls, bidirectional
/// controls and other invisible steering characters their number (U+202E → ‹202E›). Line breaks
/// and tabs are for the layout: here they become blanks. All else, joined emoji among it, stays.
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

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x61C: false
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
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
    default:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "‹" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "›"
    }
  }
}
