import CEditline
import TerminalText

/// One grapheme as it stands on the screen.
struct Glyph: Sendable, Hashable {
  var text: String
  /// Cells it takes, 0 to 2 for ordinary graphemes, more for a control character's `^X`.
  var width: Int
  var look: Look
  /// Terminals disagree about its width: the column is set anew after it.
  var isUncertain = false

  /// The line end is no glyph; every other character has one.
  ///
  /// Control and format characters become visible (`^G`, `<U+202E>`), a mark without a letter gets
  /// a dotted circle to stand on.
  init(_ character: Character, _ look: Look) {
    self.look = look
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      text = String(character)
      width = 1
      return
    }
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    text = String(character)
    width = 1
    switch first.properties.generalCategory {
    case .control:
      let isASCII = first.value < 0x80
      text = isASCII ? Self.caret(UInt8(first.value)) : Self.codePoint(first)
      width = text.count
    case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      text = Self.codePoint(first)
      width = text.count
    case .nonspacingMark, .enclosingMark:
      text = "◌" + text
    default:
      measure(scalars)
    }
  }

  /// Columns of `text` when written out, line ends not among it.
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + Glyph($1, .plain).width }
  }

  private mutating func measure(_ scalars: String.UnicodeScalarView) {
    let isJoined = scalars.contains { $0.value == 0x200D || $0.properties.isEmojiModifier }
    let isEmoji = scalars.contains { $0.value == 0xFE0F }
    let widths = scalars.map { max(0, Int(ceditline_width($0.value))) }
    width = isJoined || isEmoji ? 2 : max(1, min(2, widths.reduce(0, +)))
    isUncertain = isJoined || isEmoji
  }

  private static func caret(_ control: UInt8) -> String {
    "^" + String(Character(Unicode.Scalar(control ^ 0x40)))
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
