import TerminalText

/// Lays text out glyph by glyph in a window of a given width.
struct FrameBuilder: Sendable {
  private(set) var frame = Frame(rows: [Frame.Row()])
  let columns: Int
  private var column = 0

  init(columns: Int) { self.columns = max(1, columns) }

  mutating func append(_ text: some StringProtocol, _ look: Look) {
    for character in text { append(character, look) }
  }

  mutating func append(_ character: Character, _ look: Look) {
    if character.isNewline, character.unicodeScalars.first?.value ?? 0 < 0x20 {
      breakLine()
    } else {
      append(Glyph(character, look))
    }
  }

  mutating func append(_ glyph: Glyph) {
    if column + glyph.width > columns, column > 0 { startRow(wrapped: true) }
    frame.rows[frame.rows.count - 1].glyphs.append(glyph)
    column += glyph.width
  }

  mutating func breakLine() { startRow(wrapped: false) }

  /// The cursor stands before what is appended next, which takes `width` cells (it may have to go
  /// to the next row).
  mutating func markCursor(before width: Int = 1) {
    if column + max(1, width) > columns { startRow(wrapped: true) }
    frame.cursor = Frame.Position(row: frame.rows.count - 1, column: column)
  }

  /// Cells left in the row.
  var room: Int { columns - column }

  private mutating func startRow(wrapped: Bool) {
    frame.rows[frame.rows.count - 1].isWrapped = wrapped
    frame.rows.append(Frame.Row())
    column = 0
  }
}

extension FrameBuilder {
  /// Text in at most `width` cells of one row; what is cut ends in `…`.
  mutating func appendCut(_ text: String, _ look: Look, to width: Int, padding: Bool) {
    var glyphs = text.filter { !$0.isNewline }.map { Glyph($0, look) }
    var total = glyphs.reduce(0) { $0 + $1.width }
    if total > width {
      while let last = glyphs.last, total > width - 1 {
        glyphs.removeLast()
        total -= last.width
      }
      if width > 0 {
        glyphs.append(Glyph("…", look))
        total += 1
      }
    }
    for glyph in glyphs { append(glyph) }
    if padding { append(String(repeating: " ", count: max(0, width - total)), look) }
  }
}
