/// How a stretch of text looks; written as SGR sequences (ECMA-48 8.3.117).
package struct Style: Sendable, Hashable {
  package enum Color: Sendable, Hashable {
    /// One of the terminal's own sixteen, 0 to 15.
    case ansi(UInt8)
    /// One of xterm's 256.
    case palette(UInt8)
    case rgb(UInt8, UInt8, UInt8)
  }

  package var foreground: Color?
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isInverse = false

  package init(
    _ foreground: Color? = nil, bold: Bool = false, dim: Bool = false, underlined: Bool = false,
    inverse: Bool = false
  ) {
    self.foreground = foreground
    isBold = bold
    isDim = dim
    isUnderlined = underlined
    isInverse = inverse
  }

  package static let plain = Style()

  /// The sequence that gives this style whatever came before.
  var sequence: String {
    var codes = ["0"]
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if isInverse { codes.append("7") }
    switch foreground {
    case .ansi(let number) where number < 8: codes.append("3\(number)")
    case .ansi(let number): codes.append("9\(number & 7)")
    case .palette(let number): codes.append("38;5;\(number)")
    case .rgb(let red, let green, let blue): codes.append("38;2;\(red);\(green);\(blue)")
    case nil: break
    }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
