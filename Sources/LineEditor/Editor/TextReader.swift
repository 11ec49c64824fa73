import CTerminal

/// Reads a text as it is typed or pasted, line by line, up to ^D at the start of a line.
///
/// Not with the terminal's own line mode: that cuts a line at 4,095 bytes without a word
/// (termios(3), canonical mode), and a paragraph may be longer.
struct TextReader {
  private let terminal: Terminal
  private let outbox: Outbox
  private var input: KeyInput
  private var text = ""
  private var echo: EchoedLine
  /// Characters that came together: they are put in and echoed at once.
  private var run = ""
  private var lastKey: Key?

  init(terminal: Terminal, outbox: Outbox, input: KeyInput) {
    self.terminal = terminal
    self.outbox = outbox
    self.input = input
    echo = EchoedLine(terminal)
  }

  /// The text with the last line's end, nil where ^C or the end of the terminal came first; and the
  /// input with the keys that came after it.
  mutating func read() -> (String?, KeyInput) {
    while true {
      if !input.hasKey { flush() }
      switch input.next() {
      case .ended: return (nil, input)
      case .woken(let reasons):
        if wakes(reasons) {
          terminal.write("^C\n")
          return (nil, input)
        }
      case .key(let key):
        switch take(key) {
        case .goesOn: lastKey = key
        case .cancelled: return (nil, input)
        case .ended: return (text, input)
        }
      }
    }
  }

  private enum Step { case goesOn, cancelled, ended }

  private mutating func take(_ key: Key) -> Step {
    if case .character(let scalar) = key {
      run.unicodeScalars.append(scalar)
      return .goesOn
    }
    flush()
    switch key {
    case .enter: endLine()
    case .tab: echo.type("\t")
    case .paste(let pasted): paste(pasted)
    case .control("C"):
      terminal.write("^C\n")
      return .cancelled
    case .control("D"):
      // As in the terminal's own line mode: the first one behind text ends nothing.
      guard echo.line.isEmpty || lastKey == key else { return .goesOn }
      if !echo.line.isEmpty { endLine() }
      return .ended
    case .control("Z"): suspend()
    default: _ = echo.rubOut(by: key)
    }
    return .goesOn
  }

  private mutating func flush() {
    if !run.isEmpty { echo.type(run) }
    run = ""
  }

  private mutating func endLine() {
    text += echo.line.text + "\n"
    terminal.write("\n")
    echo.line = LineBuffer()
  }

  private mutating func paste(_ pasted: String) {
    let lines = pasted.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() {
      echo.type(String(line))
      endLine()
    }
    echo.type(String(lines.last ?? ""))
  }

  private func suspend() {
    terminal.write("\n")
    cterminal_raw_pause(terminal.input)
    cterminal_suspend()
    cterminal_raw_resume(terminal.input)
    showAgain()
  }

  private func showAgain() {
    terminal.write("\n" + EchoedLine.visible(echo.line.text))
  }

  /// Whether an interrupt from outside ends it.
  private func wakes(_ reasons: Set<UInt8>) -> Bool {
    if reasons.contains(UInt8(CTERMINAL_INTERRUPTED)), Interrupts.came { return true }
    if reasons.contains(UInt8(CTERMINAL_CONTINUED)) {
      cterminal_raw_resume(terminal.input)
      showAgain()
    }
    let waiting = outbox.take()
    if !waiting.isEmpty { terminal.write("\n" + waiting + EchoedLine.visible(echo.line.text)) }
    return false
  }
}

extension LineEditor {
  /// Reads a text that is typed or pasted, up to ^D on a row of its own; nil where ^C cancelled it.
  /// The text is NFC and every line of it ends in \n. `whenReady` comes when the terminal's own
  /// line mode, which cuts lines at 4,095 bytes, is off.
  package func readText(whenReady: () -> Void = {}) -> String? {
    cterminal_flush_output()
    cterminal_raw_begin(terminal.input)
    let marksPastes = Terminal.understandsSequences
    if marksPastes { terminal.write("\u{1B}[?2004h") }
    whenReady()
    outbox.beginEditing()
    var reader = TextReader(terminal: terminal, outbox: outbox, input: input)
    let (text, rest) = reader.read()
    input = rest
    if marksPastes { terminal.write("\u{1B}[?2004l") }
    cterminal_raw_end(terminal.input)
    outbox.endEditing()
    return text
  }
}
