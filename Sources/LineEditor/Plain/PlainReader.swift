import CTerminal

/// Reads a line without repainting: what is typed is echoed, backspace rubs out, everything else
/// is said on a row of its own. For screen readers and for terminals that know no sequences.
struct PlainReader {
  let terminal: Terminal
  let outbox: Outbox
  let prompt: String
  let completer: (@Sendable (CompletionRequest) -> [CompletionCandidate])?
  let isComplete: (@Sendable (String) -> Bool)?
  /// As that of the editor.
  let attend: (() -> String)?
  private var history: History
  private var recall: Recall
  private var input: KeyInput
  private var echo: EchoedLine

  init(
    terminal: Terminal, outbox: Outbox, input: KeyInput, prompt: String, history: History,
    completer: (@Sendable (CompletionRequest) -> [CompletionCandidate])?,
    isComplete: (@Sendable (String) -> Bool)?, attend: (() -> String)?
  ) {
    self.terminal = terminal
    self.outbox = outbox
    self.input = input
    self.prompt = prompt
    self.history = history
    recall = Recall(history.arena)
    self.completer = completer
    self.isComplete = isComplete
    self.attend = attend
    echo = EchoedLine(terminal)
  }

  private var line: LineBuffer {
    get { echo.line }
    set { echo.line = newValue }
  }

  /// The line or why there is none, and the input with the keys that came after it.
  mutating func readLine() -> (LineEvent, KeyInput) {
    let text = attend?() ?? ""
    terminal.write(text + prompt)
    while true {
      switch input.next() {
      case .ended: return (end(.endOfInput), input)
      case .woken(let reasons): if let event = wake(reasons) { return (end(event), input) }
      case .key(let key):
        if let event = handle(key) { return (end(event), input) }
      }
    }
  }

  private func end(_ event: LineEvent) -> LineEvent {
    terminal.write(event == .interrupted ? "^C\n" : "\n")
    return event
  }

  private func wake(_ reasons: Set<UInt8>) -> LineEvent? {
    if reasons.contains(UInt8(CTERMINAL_INTERRUPTED)), Interrupts.came { return .interrupted }
    let isBack = reasons.contains(UInt8(CTERMINAL_CONTINUED))
    if isBack { takeTerminal() }
    let text = outbox.take() + (attend?() ?? "")
    if isBack || !text.isEmpty { say(text) }
    return nil
  }

  private func suspend() {
    terminal.write(Terminal.understandsSequences ? "\n\u{1B}[?2004l" : "\n")
    cterminal_raw_pause(terminal.input)
    cterminal_suspend()
    takeTerminal()
    say("")
  }

  private func takeTerminal() {
    cterminal_raw_resume(terminal.input)
    if Terminal.understandsSequences { terminal.write("\u{1B}[?2004h") }
  }

  private mutating func handle(_ key: Key) -> LineEvent? {
    switch key {
    case .enter:
      if isComplete?(line.text) ?? true { return .line(line.text) }
      echo.type("\n")
    case .control("C"): return .interrupted
    case .control("D"):
      if line.isEmpty { return .endOfInput }
      if line.characters.last?.isNewline == true { return .line(line.text) }
    case .control("Z"): suspend()
    case .character(let scalar): echo.type(String(scalar))
    case .paste(let text): echo.type(text)
    case .named(.up, _), .control("P"): show(recall.previous(from: line))
    case .named(.down, _), .control("N"): show(recall.next(from: line))
    case .control("R"): search()
    case .tab: complete()
    default: _ = echo.rubOut(by: key)
    }
    return nil
  }

  private mutating func show(_ other: LineBuffer) {
    guard other != line else { return }
    line = other
    say("")
  }

  /// A text on rows of its own, and then the line so far once more.
  private func say(_ text: String) {
    terminal.write("\n" + text + prompt + EchoedLine.visible(line.text))
  }

  private mutating func complete() {
    let request = CompletionRequest(line: line.text, cursor: line.utf8Cursor)
    guard let candidates = completer?(request), let first = candidates.first else { return }
    let longer =
      candidates.count == 1
      ? line.completed(with: first, final: true)
      : line.withCommonStart(of: candidates)
    guard let longer else {
      say(candidates.map(Self.described).joined())
      return
    }
    let typed = line.text
    if longer.text.hasPrefix(typed) {
      echo.type(String(longer.text.dropFirst(typed.count)))
    } else {
      show(longer)
    }
  }

  private static func described(_ candidate: CompletionCandidate) -> String {
    EchoedLine.visible(candidate.display ?? candidate.replacement)
      + (candidate.detail.map { ": " + EchoedLine.visible($0) } ?? "") + "\n"
  }

  /// ^R: asks what to look for; the newest line that holds it becomes the line.
  private mutating func search() {
    terminal.write("\nsearch: ")
    var query = EchoedLine(terminal)
    while true {
      switch input.next() {
      case .ended: return
      case .woken(let reasons):
        if reasons.contains(UInt8(CTERMINAL_CONTINUED)) {
          takeTerminal()
          return say("")
        }
      case .key(.enter):
        var search = history.search(from: line)
        search.type(query.line.text)
        line = LineBuffer(search.shownLine.text)
        return say("")
      case .key(.character(let scalar)): query.type(String(scalar))
      case .key(.paste(let text)): query.type(text.replacing("\n", with: " "))
      case .key(.escape), .key(.control("C")), .key(.control("G")), .key(.control("D")):
        return say("")
      case .key(.control("Z")): return suspend()
      case .key(let key): _ = query.rubOut(by: key)
      }
    }
  }
}
