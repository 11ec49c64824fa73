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
  /// Control and format characters become visible (`^G`, `‹202E›`), a mark without a letter gets
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
    if let visible = Sanitiser.replacement(first, in: .editedLine) {
      text = visible
      width = visible.count
      return
    }
    let isMark = [.nonspacingMark, .enclosingMark].contains(first.properties.generalCategory)
    text = isMark ? "◌" + String(character) : String(character)
    width = isMark ? 1 : max(1, DisplayWidth.of(character))
    isUncertain = scalars.contains {
      $0.value == 0x200D || $0.value == 0xFE0F || $0.properties.isEmojiModifier
    }
  }

  /// Columns of `text` when written out, line ends not among it.
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + Glyph($1, .plain).width }
  }
}
