import TerminalText

/// Puts frames on a terminal, one over the other, writing only what differs.
///
/// It moves relative to its own first row and asks the terminal nothing, so it works wherever CUU,
/// CUD, CUF, ED and EL do.
struct Screen {
  private(set) var shown = Frame()
  /// The width of the window.
  var columns = 80
  /// Where the terminal's cursor is, in rows and columns of the shown frame.
  private var position = Frame.Position()
  private var output = ""

  /// The bytes that turn what stands on the screen into `frame`.
  mutating func update(to frame: Frame) -> String {
    let before = shown
    var existing = before.rows.count
    for (index, row) in frame.rows.enumerated() {
      let old = index < before.rows.count ? before.rows[index] : nil
      if let old, old.glyphs == row.glyphs { continue }
      write(row, in: frame, over: old, at: index, existing: &existing)
    }
    if before.rows.count > frame.rows.count {
      move(to: Frame.Position(row: frame.rows.count, column: 0), existing: existing)
      output += "\u{1B}[J"
    }
    move(to: frame.cursor, existing: max(existing, frame.rows.count))
    shown = frame
    return take()
  }

  /// The bytes that wipe the frame off; the cursor is where its first row was.
  mutating func erase() -> String {
    guard !shown.rows.isEmpty else { return "" }
    move(to: Frame.Position(), existing: shown.rows.count)
    wipe(rows: shown.rows.count)
    forget()
    return take()
  }

  /// As `erase`, after the terminal has become `columns` wide and has wrapped its lines anew.
  mutating func erase(resizedTo columns: Int) -> String {
    guard !shown.rows.isEmpty else { return "" }
    let (row, count) = shown.rewrapped(to: columns)
    output += "\r" + (row > 0 ? "\u{1B}[\(row)A" : "")
    wipe(rows: count)
    forget()
    return take()
  }

  /// What stands there is no longer the frame's; the next one starts where the cursor is.
  mutating func abandon() { forget() }

  /// Brings the cursor to the start of a row: a row that output left unfinished is marked and kept.
  static func freshRow(columns: Int) -> String {
    // On an empty row the blanks end at its edge; elsewhere they go on to the next row.
    "\u{1B}[2m⏎\u{1B}[0m" + String(repeating: " ", count: max(0, columns - 1)) + "\r\u{1B}[K"
  }

  /// The frame stays where it is; what comes next stands below it, at column 0.
  mutating func leave() -> String {
    guard !shown.rows.isEmpty else { return "" }
    move(
      to: Frame.Position(row: shown.rows.count - 1, column: 0), existing: shown.rows.count)
    output += "\r\n"
    forget()
    return take()
  }

  /// Blanks the row of the cursor and all below. Not with ED alone: from the top of the screen tmux
  /// takes that for a clearing of the whole, and keeps a copy in its history.
  private mutating func wipe(rows: Int) {
    output += "\u{1B}[K"
    if rows > 1 { output += "\u{1B}[B\u{1B}[J\u{1B}[A" }
  }

  private mutating func forget() {
    shown = Frame()
    position = Frame.Position()
  }

  private mutating func take() -> String {
    defer { output = "" }
    return output
  }

  /// The terminal's own wrapping brings the cursor from the row above to the start of this one, and
  /// remembers that the two belong together when it is resized.
  private func continues(_ index: Int, in frame: Frame) -> Bool {
    index > 0 && position.row == index - 1 && position.column == -1
      && frame.rows[index - 1].glyphs.last?.isUncertain == false
      && (frame.rows[index - 1].width == columns || !frame.rows[index].glyphs.isEmpty)
  }

  private mutating func write(
    _ row: Frame.Row, in frame: Frame, over old: Frame.Row?, at index: Int, existing: inout Int
  ) {
    let continuing = continues(index, in: frame)
    var kept = 0
    var column = 0
    if let old {
      while kept < min(old.glyphs.count, row.glyphs.count), old.glyphs[kept] == row.glyphs[kept] {
        column += row.glyphs[kept].width
        kept += 1
      }
    }
    if !continuing || column > 0 {
      move(to: Frame.Position(row: index, column: column), existing: existing)
    }
    existing = max(existing, index + 1)
    column = write(row.glyphs[kept...], from: column)
    let isCutOff = row.glyphs.isEmpty && index > 0 && frame.rows[index - 1].isWrapped
    // Something must be written for the terminal to wrap.
    if isCutOff, continuing { output += " \r" }
    if let old, old.width > column { output += "\u{1B}[K" }
    // An empty row would be nowhere once the terminal has wrapped the line anew: a blank stays.
    if isCutOff { output += " \r" }
    position = Frame.Position(row: index, column: row.isWrapped ? -1 : column)
  }

  private mutating func write(_ glyphs: ArraySlice<Glyph>, from start: Int) -> Int {
    var column = start
    var look = Look.plain
    for glyph in glyphs {
      if glyph.look != look {
        output += glyph.look.sequence
        look = glyph.look
      }
      output += glyph.text
      column += glyph.width
      if glyph.isUncertain, column < columns { output += "\u{1B}[\(column + 1)G" }
    }
    if look != .plain { output += Look.reset }
    return column
  }

  private mutating func move(to target: Frame.Position, existing: Int) {
    if target == position { return }
    if target.row != position.row || position.column < 0 || target.column < position.column {
      output += "\r"
      let last = max(position.row, existing - 1)
      if target.row < position.row {
        output += "\u{1B}[\(position.row - target.row)A"
      } else {
        let down = min(target.row, last) - position.row
        if down > 0 { output += "\u{1B}[\(down)B" }
        let new = target.row - max(position.row, min(target.row, last))
        output += String(repeating: "\n", count: max(0, new))
      }
      position = Frame.Position(row: target.row, column: 0)
    }
    let right = target.column - position.column
    if right > 0 { output += "\u{1B}[\(right)C" }
    position = target
  }
}
