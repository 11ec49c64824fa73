import CEditline

extension LineEditor {
  /// Runs `body` with a way to read keys one by one, not echoed; it gives nil when the terminal has
  /// gone away. `readAnswer` may be called in between.
  package func withKeys<Result>(
    _ body: (_ nextKey: () -> Key?) throws -> Result
  ) rethrows -> Result {
    ceditline_flush_output()
    ceditline_raw_begin(terminal.input)
    defer { ceditline_raw_end(terminal.input) }
    return try body {
      ceditline_flush_output()
      while true {
        switch input.next() {
        case .key(let key): return key
        case .ended: return nil
        case .woken: continue
        }
      }
    }
  }

  /// Reads one line that is no command: not kept in history, nothing suggested or completed, Enter
  /// always ends it. Nil when it was cancelled.
  package func readAnswer(prompt: StyledText) -> String? {
    let (completer, highlighter, isComplete) = (completer, highlighter, isComplete)
    (self.completer, self.highlighter, self.isComplete) = (nil, nil, nil)
    isAnswer = true
    defer {
      (self.completer, self.highlighter, self.isComplete) = (completer, highlighter, isComplete)
      isAnswer = false
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
