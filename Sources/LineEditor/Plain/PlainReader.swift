import CEditline

/// Reads a line without repainting: what is typed is echoed, backspace rubs out, everything else
/// is said on a row of its own. For screen readers and for terminals that know no sequences.
struct PlainReader {
  let terminal: Terminal
  let outbox: Outbox
  let prompt: String
  let completer: (@Sendable (CompletionRequest) -> [CompletionCandidate])?
  let isComplete: (@Sendable (String) -> Bool)?
  private var history: History
  private var recall: Recall
  private var input: KeyInput
  private var line = LineBuffer()

  init(
    terminal: Terminal, outbox: Outbox, input: KeyInput, prompt: String, history: History,
    completer: (@Sendable (CompletionRequest) -> [CompletionCandidate])?,
    isComplete: (@Sendable (String) -> Bool)?
  ) {
    self.terminal = terminal
    self.outbox = outbox
    self.input = input
    self.prompt = prompt
    self.history = history
    recall = Recall(history.arena)
    self.completer = completer
    self.isComplete = isComplete
  }

  /// The line or why there is none, and the input with the keys that came after it.
  mutating func readLine() -> (LineEditor.Event, KeyInput) {
    terminal.write(prompt)
    while true {
      switch input.next() {
      case .ended: return (end(.endOfInput), input)
      case .woken:
        let text = outbox.take()
        if !text.isEmpty { say(text) }
      case .key(let key):
        if let event = handle(key) { return (end(event), input) }
      }
    }
  }

  private func end(_ event: LineEditor.Event) -> LineEditor.Event {
    terminal.write(event == .interrupted ? "^C\n" : "\n")
    return event
  }

  private mutating func handle(_ key: Key) -> LineEditor.Event? {
    switch key {
    case .enter:
      if isComplete?(line.text) ?? true { return .line(line.text) }
      type("\n")
    case .control("C"): return .interrupted
    case .control("D"): if line.isEmpty { return .endOfInput }
    case .character(let scalar): type(String(scalar))
    case .paste(let text): type(text)
    case .backspace: rubOut(from: max(0, line.cursor - 1))
    case .control("W"): rubOut(from: line.blankDelimitedStart)
    case .control("U"): rubOut(from: line.lineStart)
    case .named(.up, _), .control("P"): show(recall.previous(from: line))
    case .named(.down, _), .control("N"): show(recall.next(from: line))
    case .control("R"): search()
    case .tab: complete()
    default: break
    }
    return nil
  }

  private mutating func type(_ text: String) {
    let last = line.characters.last
    let count = line.characters.count
    line.insert(text)
    // A mark that has joined the last grapheme is for the terminal to join, too: where the letter
    // stands (it may have filled the row) is the terminal's knowledge alone.
    let isJoined = last.map { line.characters[count - 1] != $0 } ?? false
    terminal.write(isJoined ? text : Self.visible(String(line.characters[count...])))
  }

  /// Takes the graphemes from `start` off the end; those of a line above stay.
  private mutating func rubOut(from start: Int) {
    let first = max(start, line.lineStart)
    let width = Glyph.width(of: line.delete(first..<line.cursor))
    let back = String(repeating: "\u{8}", count: width)
    terminal.write(back + String(repeating: " ", count: width) + back)
  }

  private mutating func show(_ other: LineBuffer) {
    guard other != line else { return }
    line = other
    say("")
  }

  /// A text on rows of its own, and then the line so far once more.
  private func say(_ text: String) {
    terminal.write("\n" + text + prompt + Self.visible(line.text))
  }

  private mutating func complete() {
    let request = CompletionRequest(line: line.text, cursor: line.utf8Cursor)
    guard let candidates = completer?(request), let first = candidates.first else { return }
    let longer =
      candidates.count == 1
      ? line.completed(with: first, final: true)
      : LineEditor.commonStart(of: candidates, in: line)
    guard let longer else {
      say(candidates.map(Self.described).joined())
      return
    }
    let typed = line.text
    if longer.text.hasPrefix(typed) {
      type(String(longer.text.dropFirst(typed.count)))
    } else {
      show(longer)
    }
  }

  private static func described(_ candidate: CompletionCandidate) -> String {
    visible(candidate.display ?? candidate.replacement)
      + (candidate.detail.map { ": " + visible($0) } ?? "") + "\n"
  }

  /// ^R: asks what to look for; the newest line that holds it becomes the line.
  private mutating func search() {
    terminal.write("\nsearch: ")
    var query = LineBuffer()
    while case .key(let key) = input.next() {
      switch key {
      case .character(let scalar):
        query.insert(String(scalar))
        terminal.write(String(scalar))
      case .enter:
        var search = history.search(from: line)
        search.type(query.text)
        line = LineBuffer(search.shownLine.text)
        return say("")
      case .escape, .control("C"), .control("G"): return say("")
      default: break
      }
    }
  }

  private static func visible(_ text: String) -> String {
    text.map { $0 == "\n" ? "\n… " : Glyph($0, .plain).text }.joined()
  }
}

extension LineEditor {
  func readPlainLine(prompt: StyledText) -> Event {
    ceditline_raw_begin(terminal.input)
    let marksPastes = Terminal.understandsSequences
    if marksPastes { terminal.write("\u{1B}[?2004h") }
    outbox.beginEditing()
    var reader = PlainReader(
      terminal: terminal, outbox: outbox, input: input, prompt: prompt.text,
      history: history, completer: completer, isComplete: isComplete)
    let (event, rest) = reader.readLine()
    input = rest
    if marksPastes { terminal.write("\u{1B}[?2004l") }
    outbox.endEditing()
    ceditline_raw_end(terminal.input)
    return event
  }
}
