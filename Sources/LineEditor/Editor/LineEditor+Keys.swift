import CEditline
import CTerminal
package import TerminalText

extension LineEditor {
  package enum KeyEvent: Sendable, Equatable {
    case key(Key)
    /// The window has another size.
    case changed
    /// The program was stopped and goes on: others may have had the terminal.
    case resumed
    /// The terminal has gone away.
    case ended
  }

  /// Runs `body` with keys that are read one by one and not echoed, by `nextKey`. `readAnswer` may
  /// be called in between. Texts of other threads wait until the end.
  package func withKeys<Result>(_ body: () throws -> Result) rethrows -> Result {
    cterminal_flush_output()
    cterminal_raw_begin(terminal.input)
    outbox.beginEditing()
    defer {
      cterminal_raw_end(terminal.input)
      outbox.endEditing()
    }
    return try body()
  }

  /// The next key within `withKeys`.
  package func nextKey() -> KeyEvent {
    while true {
      switch input.next() {
      case .key(let key): return .key(key)
      case .ended: return .ended
      case .woken(let reasons):
        if reasons.contains(UInt8(CTERMINAL_INTERRUPTED)), Interrupts.came {
          return .key(.control("C"))
        }
        if reasons.contains(UInt8(CTERMINAL_CONTINUED)) {
          cterminal_raw_resume(terminal.input)
          return .resumed
        }
        if reasons.contains(UInt8(CTERMINAL_RESIZED)) { return .changed }
      }
    }
  }

  /// Stops the program within `withKeys`, as ^Z does; returns when it goes on.
  package func suspendKeys() {
    cterminal_raw_pause(terminal.input)
    cterminal_suspend()
    cterminal_raw_resume(terminal.input)
  }

  /// Writes to the terminal within `withKeys`.
  package func write(_ bytes: String) { terminal.write(bytes) }

  /// Reads one line that is no command: not kept in history, nothing suggested or completed, Enter
  /// always ends it. `text` stands in the line already, the cursor behind it; a plain reader, which
  /// edits nothing, leaves it out. Nil when it was cancelled.
  package func readAnswer(prompt: StyledText, filledWith text: String = "") -> String? {
    let (completer, highlighter, isComplete) = (completer, highlighter, isComplete)
    let suggester = suggester
    (self.completer, self.highlighter, self.isComplete) = (nil, nil, nil)
    self.suggester = nil
    isAnswer = true
    firstText = text
    defer {
      firstText = ""
      (self.completer, self.highlighter, self.isComplete) = (completer, highlighter, isComplete)
      self.suggester = suggester
      isAnswer = false
      // libedit's end of a line gives the terminal back; within `withKeys` keys go on.
      cterminal_raw_resume(terminal.input)
    }
    guard case .line(let line) = readLine(prompt: prompt) else { return nil }
    return line
  }

  /// vi keys instead of emacs keys; what the editrc says until it is set.
  package var usesVi: Bool {
    get { editor.map(ceditline_uses_vi) ?? false }
    set {
      guard let editor, newValue != ceditline_uses_vi(editor) else { return }
      ceditline_use_vi(editor, newValue)
      bindDefaultKeys()
    }
  }
}

extension LineEditor {
  /// Whether keys wait to be read.
  package var hasInput: Bool { input.hasKey || terminal.hasInput }

  /// Whether the terminal can be painted on; in plain mode it is written to line by line.
  package var readsKeys: Bool { editor != nil }
}
