/// How a stretch of text looks on a terminal, and the escape codes for it (SGR, ECMA-48 8.3.117).
package struct Look: Sendable, Hashable {
  /// One of the terminal's own sixteen colours, 0 to 15; nil is its colour for text.
  package var foreground: UInt8?
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isInverse = false

  package init(
    _ foreground: UInt8? = nil, bold: Bool = false, dim: Bool = false, underlined: Bool = false,
    inverse: Bool = false
  ) {
    self.foreground = foreground
    isBold = bold
    isDim = dim
    isUnderlined = underlined
    isInverse = inverse
  }

  package static let plain = Look()
  package static let dim = Look(dim: true)

  /// Bold, dim, underlined and reversed stay.
  package var withoutColor: Look {
    var copy = self
    copy.foreground = nil
    return copy
  }

  /// Gives text this look whatever came before it: bold and red → `ESC[0;1;31m`
  package var sequence: String {
    let parameters = self.parameters
    return parameters.isEmpty ? Self.reset : "\u{1B}[0;\(parameters)m"
  }

  /// Gives plain text this look: bold and red → `ESC[1;31m`; "" for plain text.
  package var start: String {
    let parameters = self.parameters
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters)m"
  }

  /// Ends every look.
  package static let reset = "\u{1B}[0m"

  private var parameters: String {
    var codes = [String]()
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if isInverse { codes.append("7") }
    if let foreground { codes.append((foreground < 8 ? "3" : "9") + "\(foreground & 7)") }
    return codes.joined(separator: ";")
  }
}
