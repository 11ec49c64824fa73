import TerminalText

extension LineEditor {
  /// Puts the line, and what goes with it, on the screen.
  func paint() {
    let size = followSize()
    terminal.write(screen.update(to: frame(in: size).windowed(to: size.rows)))
  }

  /// When the window has another size than at the last painting, what stands there is wiped off.
  private func followSize() -> WindowSize {
    let size = terminal.size
    if size.columns != screen.columns || screen.shown.rows.count > size.rows {
      terminal.write(screen.erase(resizedTo: size.columns))
      screen.columns = size.columns
    }
    return size
  }

  /// Leaves the line as it was entered, whole even when it is taller than the window, and goes
  /// below it.
  func leaveLine(mark: String = "") {
    suggestion = ""
    mode = .editing
    let size = followSize()
    var builder = FrameBuilder(columns: size.columns)
    append(line, to: &builder, matched: nil)
    builder.append(mark, .dim)
    let whole = builder.frame
    if whole.rows.count > size.rows { terminal.write(screen.erase()) }
    terminal.write(screen.update(to: whole) + screen.leave())
  }

  private func frame(in size: WindowSize) -> Frame {
    var builder = FrameBuilder(columns: size.columns)
    switch mode {
    case .search(let search):
      append(search.shownLine, to: &builder, matched: search.matchedRange)
      builder.breakLine()
      search.append(to: &builder)
    case .menu(let menu):
      append(line, to: &builder, matched: nil)
      let room = size.rows - builder.frame.rows.count
      if room > 0 { menu.append(to: &builder, rows: room) }
    case .editing, .quoting:
      append(line, to: &builder, matched: nil)
      // One row of it at most: it must never push the line itself away.
      let room = builder.room
      for character in suggestion.prefix(while: { !$0.isNewline }) {
        let glyph = Glyph(character, .dim)
        if builder.room - glyph.width < 1 || room <= 1 { break }
        builder.append(glyph)
      }
    }
    return builder.frame
  }

  /// Prompt and line; a further line starts with the continuation mark.
  private func append(_ line: LineBuffer, to builder: inout FrameBuilder, matched: Range<Int>?) {
    for run in prompt.runs { builder.append(run.text, theme.look(run.style)) }
    let styles = characterStyles(of: line)
    for (index, character) in line.characters.enumerated() {
      var look = styles.map { theme.look($0[index]) } ?? .plain
      if matched?.contains(index) == true { look.isInverse = true }
      if index == line.cursor {
        builder.markCursor(before: character.isNewline ? 1 : Glyph(character, look).width)
      }
      builder.append(character, look)
      if character.isNewline { builder.append("… ", .dim) }
    }
    if line.isAtEnd { builder.markCursor() }
  }

  /// A style for each grapheme.
  private func characterStyles(of line: LineBuffer) -> [Style]? {
    guard usesColor, let ranges = highlighter?(line.text), !ranges.isEmpty else { return nil }
    var styles = [Style](repeating: .plain, count: line.characters.count)
    for styled in ranges {
      for index in line.range(utf8: styled.range) { styles[index] = styled.style }
    }
    return styles
  }

  private var theme: Theme { usesColor ? options.theme : options.theme.withoutColors }
}
