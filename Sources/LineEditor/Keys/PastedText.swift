/// Pasted bytes to text a line can hold.
enum PastedText {
  /// Line ends become \n, text becomes NFC, control characters other than tab go.
  ///
  /// `a\r\nb\u{1B}[0m\n` → `a\nb[0m`: an escape sequence loses its ESC, so it stays visible; blank
  /// line ends at the end go, so that a pasted command waits for Enter.
  static func cleaned(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if !afterReturn { scalars.append("\n") }
      case "\t": scalars.append(scalar)
      default: if !isControl(scalar) { scalars.append(scalar) }
      }
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars).composed
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}
