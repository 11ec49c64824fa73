import TerminalText

/// What the editor shows: rows of glyphs no wider than the window, and where the cursor stands.
struct Frame: Sendable, Equatable {
  struct Row: Sendable, Equatable {
    var glyphs: [Glyph] = []
    /// The next row goes on where the window's edge cut this one.
    var isWrapped = false

    var width: Int { glyphs.reduce(0) { $0 + $1.width } }
  }

  struct Position: Sendable, Equatable {
    var row = 0
    var column = 0
  }

  var rows: [Row] = []
  var cursor = Position()

  /// As many rows as fit, those around the cursor; a frame that fits is left as it is.
  func windowed(to height: Int) -> Frame {
    guard rows.count > height, height > 0 else { return self }
    let first = max(0, min(cursor.row - height + 1, rows.count - height))
    var part = Frame(rows: Array(rows[first..<(first + height)]), cursor: cursor)
    part.cursor.row -= first
    return part
  }

  /// The row of the cursor, and how many rows there are, once a terminal of `columns` has wrapped
  /// the lines anew, as terminals do when they are resized.
  func rewrapped(to columns: Int) -> (cursorRow: Int, count: Int) {
    var row = 0
    var column = 0
    var cursorRow = 0
    for (index, line) in rows.enumerated() {
      var reached = 0
      // A row that a full one goes on in holds a blank at least.
      let isFilled = line.glyphs.isEmpty && index > 0 && rows[index - 1].isWrapped
      for glyph in isFilled ? [Glyph(" ", .plain)] : line.glyphs {
        if index == cursor.row, reached == cursor.column { cursorRow = row }
        if column + glyph.width > columns {
          row += 1
          column = 0
        }
        if index == cursor.row, reached == cursor.column { cursorRow = row }
        column += glyph.width
        reached += glyph.width
      }
      if index == cursor.row, cursor.column >= reached { cursorRow = row }
      if !line.isWrapped {
        row += 1
        column = 0
      }
    }
    return (cursorRow, max(row, 1))
  }
}
