import CTerminal

extension LineEditor {
  /// Does what a key is bound to.
  func perform(_ function: EditorFunction) {
    switch function {
    case .accept: accept()
    case .newLine: edit { $0.insert("\n") }
    case .interrupt: interrupt()
    case .deleteOrEnd: deleteOrEnd()
    case .suspend: suspend()
    case .insertMark, .insertPaste: insertCurrentKey()
    case .quotedInsert: mode = .quoting
    case .escape, .ignore: break
    case .complete, .completePrevious: complete()
    case .searchHistory: startSearch()
    case .openInEditor: openInEditor()
    case .clearScreen: clearScreen()
    case .undo: if let state = undo.undo() { show(state) }
    case .redo: if let state = undo.redo() { show(state) }
    case .up: edit { if !$0.moveUp() { $0 = recall.previous(from: $0) } }
    case .down: edit { if !$0.moveDown() { $0 = recall.next(from: $0) } }
    case .previousLine: edit { $0 = recall.previous(from: $0) }
    case .nextLine: edit { $0 = recall.next(from: $0) }
    case .previousMatch: edit { $0 = recall.match(from: $0, step: -1) }
    case .nextMatch: edit { $0 = recall.match(from: $0, step: 1) }
    case .firstLine: edit { $0 = recall.first(from: $0) }
    case .lastLine: edit { $0 = recall.last(from: $0) }
    default: performMove(function)
    }
  }

  private func insertCurrentKey() {
    switch currentKey {
    case .character(let scalar): edit { $0.insert(String(scalar)) }
    case .paste(let text): edit { $0.insert(text) }
    default: break
    }
  }

  private func performMove(_ function: EditorFunction) {
    switch function {
    case .left: edit { $0.moveLeft() }
    case .right: acceptSuggestion(.whole) { $0.moveRight() }
    case .wordLeft: edit { $0.cursor = $0.wordStart }
    case .wordRight: acceptSuggestion(.word) { $0.cursor = $0.wordEnd }
    case .lineStart: edit { $0.cursor = $0.lineStart }
    case .lineEnd: acceptSuggestion(.whole) { $0.cursor = $0.lineEnd }
    case .deleteBackward: edit { $0.deleteBackward() }
    case .deleteForward: edit { $0.deleteForward() }
    case .transpose: edit { $0.transpose() }
    case .upperCase: edit { $0.changeCase(.upper) }
    case .lowerCase: edit { $0.changeCase(.lower) }
    case .capitalize: edit { $0.changeCase(.capital) }
    default: performKill(function)
    }
  }

  private func performKill(_ function: EditorFunction) {
    let now = line
    switch function {
    case .killToEnd:
      // At the end of a line of several, the line end itself goes.
      let end = now.lineEnd == now.cursor ? min(now.cursor + 1, now.characters.count) : now.lineEnd
      kill(now.cursor..<end, .after)
    case .killToStart: kill(now.lineStart..<now.cursor, .before)
    case .killWord: kill(now.cursor..<now.wordEnd, .after)
    case .killWordBackward: kill(now.wordStart..<now.cursor, .before)
    case .killBlankDelimited: kill(now.blankDelimitedStart..<now.cursor, .before)
    case .yank: if let text = kills.newest { yank(text, over: now.cursor..<now.cursor) }
    case .yankPrevious:
      guard lastFunction == .yank || lastFunction == .yankPrevious, let yanked else { return }
      if let text = kills.previous() { yank(text, over: yanked) }
    case .lastArgument: insertLastArgument()
    default: break
    }
  }

  private func kill(_ range: Range<Int>, _ side: KillRing.Side) {
    let joins = lastFunction?.isKill == true
    edit { kills.kill($0.delete(range), side, joining: joins) }
  }

  private func yank(_ text: String, over range: Range<Int>) {
    edit {
      $0.replace(range, with: text)
      yanked = range.lowerBound..<max(range.lowerBound, $0.cursor)
    }
  }

  /// The last argument of the line before; again, of the one before that, in its place.
  private func insertLastArgument() {
    let isAgain = lastFunction == .lastArgument
    guard let word = recall.lastArgument(again: isAgain) else { return }
    let cursor = line.cursor
    yank(word, over: isAgain ? yanked ?? cursor..<cursor : cursor..<cursor)
  }

  private func show(_ state: LineBuffer) {
    line = state
    lastLine = line
  }

  // MARK: Ends of a line

  func accept() {
    let text = line.text
    if let isComplete, !isComplete(text) {
      edit {
        $0.cursor = $0.characters.count
        $0.insert("\n")
      }
      return
    }
    outcome = .line(text)
    leaveLine()
  }

  private func interrupt() {
    outcome = .interrupted
    leaveLine(mark: "^C")
  }

  private func deleteOrEnd() {
    if line.isEmpty {
      outcome = .endOfInput
      leaveLine()
    } else if line.isAtEnd, line.characters.last?.isNewline == true {
      // A way out of a quotation that nothing closes: the error says what is open.
      outcome = .line(line.text)
      leaveLine()
    } else {
      edit { $0.deleteForward() }
    }
  }

  private func clearScreen() {
    terminal.write(screen.erase() + "\u{1B}[H\u{1B}[2J")
  }

  func insertQuoted(_ key: Key) {
    mode = .editing
    switch key {
    case .character(let scalar), .meta(let scalar): edit { $0.insert(String(scalar)) }
    case .control(let sign):
      guard let byte = sign.asciiValue, byte != 0x40 else { return }
      edit { $0.insert(String(Unicode.Scalar(byte & 0x1F))) }
    case .named(.tab, _): edit { $0.insert("\t") }
    case .named(.enter, _): edit { $0.insert("\n") }
    case .paste(let text): edit { $0.insert(text) }
    default: break
    }
  }
}

extension EditorFunction {
  var isKill: Bool {
    switch self {
    case .killToEnd, .killToStart, .killWord, .killWordBackward, .killBlankDelimited: true
    default: false
    }
  }
}

// MARK: Other programs

extension LineEditor {
  /// Opens the line in $VISUAL or $EDITOR and takes what is saved there; it waits for Enter like a
  /// typed one. Where that fails the line stays as it was, and why is told.
  func openInEditor() {
    suggestion = ""
    paint()
    giveUpTerminal(screen.erase())
    let edited = Result { () throws(ExternalEditorError) in
      try ExternalEditor.fromEnvironment.edited(line.text)
    }
    takeTerminal()
    switch edited {
    case .success(let text): edit { $0 = LineBuffer(text) }
    case .failure(let error):
      let row = Screen.freshRow(columns: terminal.size.columns)
      terminal.write(row + "\(options.programName): \(error)\n")
    }
  }

  /// ^Z: stops with the line left on the screen; `fg` shows it anew.
  func suspend() {
    suggestion = ""
    paint()
    giveUpTerminal(screen.leave())
    cterminal_suspend()
    takeTerminal()
  }

  private func giveUpTerminal(_ last: String) {
    terminal.write(last + "\u{1B}[?2004l")
    cterminal_raw_pause(terminal.input)
  }

  func takeTerminal() {
    cterminal_raw_resume(terminal.input)
    terminal.write("\u{1B}[?2004h")
  }
}
