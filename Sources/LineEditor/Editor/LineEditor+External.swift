import CEditline

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
    ceditline_suspend()
    takeTerminal()
  }

  private func giveUpTerminal(_ last: String) {
    terminal.write(last + "\u{1B}[?2004l")
    ceditline_raw_pause(terminal.input)
  }

  func takeTerminal() {
    ceditline_raw_resume(terminal.input)
    terminal.write("\u{1B}[?2004h")
  }
}
