import CEditline
import CTerminal
package import TerminalText

extension LineEditor {
  /// Shows `prompt` and lets a line be edited until it is entered, cancelled or ended.
  package func readLine(prompt: StyledText) -> Event {
    cterminal_flush_output()
    let event = editor.map { readLine(from: $0, prompt: prompt) } ?? readPlainLine(prompt: prompt)
    if case .line(let line) = event, !isAnswer { remember(line) }
    return event
  }

  private func readLine(from editor: OpaquePointer, prompt: StyledText) -> Event {
    self.prompt = prompt
    startLine()
    // Before libedit switches the terminal by itself: what is there now is the user's.
    cterminal_raw_begin(terminal.input)
    outbox.beginEditing()
    var count: Int32 = 0
    let text = el_wgets(editor, &count)
    finishLine()
    outbox.endEditing()
    return outcome ?? Self.event(text, count: count)
  }

  private func readPlainLine(prompt: StyledText) -> Event {
    cterminal_raw_begin(terminal.input)
    let marksPastes = Terminal.understandsSequences
    if marksPastes { terminal.write("\u{1B}[?2004h") }
    outbox.beginEditing()
    var reader = PlainReader(
      terminal: terminal, outbox: outbox, input: input, prompt: prompt.plain,
      history: history, completer: completer, isComplete: isComplete,
      attend: isAnswer ? nil : attend)
    let (event, rest) = reader.readLine()
    input = rest
    if marksPastes { terminal.write("\u{1B}[?2004l") }
    outbox.endEditing()
    cterminal_raw_end(terminal.input)
    return event
  }

  /// What el_wgets says when the line was entered by a command of libedit's own.
  private static func event(_ text: UnsafePointer<Int32>?, count: Int32) -> Event {
    guard let text, count > 0 else { return .endOfInput }
    let scalars = UnsafeBufferPointer(start: text, count: Int(count)).scalars
    var line = String(scalars).composed
    if line.hasSuffix("\n") { line.removeLast() }
    return .line(line)
  }

  private func startLine() {
    outcome = nil
    mode = .editing
    // What came while a command had the terminal, and its wake-up.
    isAttendDue = attend != nil && !isAnswer
    delivery = []
    undo = UndoStack()
    lastLine = LineBuffer()
    recall = Recall(isAnswer ? TextArena() : history.arena)
    currentFunction = nil
    suggestion = ""
    lineStartPending = true
  }

  private func finishLine() {
    terminal.write("\u{1B}[?2004l")
    cterminal_raw_end(terminal.input)
  }

  private func remember(_ line: String) {
    history.add(line)
    if let mirror, line.first?.isWhitespace == false { ceditline_history_enter(mirror, wide(line)) }
  }

  // MARK: What libedit calls

  /// The next character for libedit: 1 and the character, or 0 at the end.
  func read(into character: UnsafeMutablePointer<Int32>?) -> Int32 {
    if lineStartPending {
      lineStartPending = false
      cterminal_raw_resume(terminal.input)
      screen.columns = terminal.size.columns
      terminal.write(Screen.freshRow(columns: screen.columns) + "\u{1B}[?2004h")
      if !firstText.isEmpty { line = LineBuffer(firstText) }
    }
    while delivery.isEmpty {
      noteChange()
      guard let key = nextKey() else {
        outcome = .endOfInput
        leaveLine()
        return 0
      }
      deliver(key)
      if outcome != nil { return 0 }
    }
    character?.pointee = delivery.removeFirst()
    return 1
  }

  /// Runs one of the editor's functions; returns what libedit is to do next.
  func run(_ number: Int32) -> Int32 {
    guard let function = EditorFunction(rawValue: Int(number)) else { return CC_ERROR }
    perform(function)
    currentFunction = function
    return outcome == nil ? CC_NORM : CC_EOF
  }

  // MARK: Keys

  /// The next key; paints when it has to be waited for.
  private func nextKey() -> Key? {
    while true {
      if !input.hasKey { paint() }
      if isAttendDue, !hasInput {
        isAttendDue = false
        showAbove(attend?() ?? "")
        continue
      }
      switch input.next() {
      case .key(let key): return key
      case .ended: return nil
      case .woken(let reasons): if let key = wake(reasons) { return key }
      }
    }
  }

  /// The key that an interrupt from outside stands for, where a command puts a question.
  private func wake(_ reasons: Set<UInt8>) -> Key? {
    if reasons.contains(UInt8(CTERMINAL_INTERRUPTED)), Interrupts.came { return .control("C") }
    if reasons.contains(UInt8(CTERMINAL_CONTINUED)) {
      takeTerminal()
      // Others have written below it, and the window may have another size.
      screen.abandon()
      terminal.write(Screen.freshRow(columns: terminal.size.columns))
    }
    if reasons.contains(UInt8(CTERMINAL_WAKE)), attend != nil, !isAnswer { isAttendDue = true }
    showAbove(outbox.take())
    return nil
  }

  /// Makes room for a text; the line is painted below it.
  private func showAbove(_ text: String) {
    guard !text.isEmpty else { return }
    terminal.write(screen.erase())
    terminal.write(text)
  }

  private func deliver(_ key: Key) {
    currentKey = key
    switch mode {
    case .editing: deliverToLibedit(key)
    case .menu(let menu): handle(key, in: menu)
    case .search(let search): handle(key, in: search)
    case .quoting: insertQuoted(key)
    }
  }

  /// Turns a key into the characters libedit's key maps know it by.
  func deliverToLibedit(_ key: Key) {
    currentKey = key
    switch key {
    case .character(let scalar):
      let isOurs = Self.joinsBefore(scalar) || (0xA0...0xBF).contains(scalar.value)
      delivery = [isOurs ? KeyCode.mark.rawValue : Int32(scalar.value)]
    case .control(let sign):
      delivery = [Int32((sign.asciiValue ?? 0x40) & 0x1F)]
    case .meta(let scalar):
      // In vi mode, Alt is Escape; libedit's own ESC there waits for an arrow key's rest.
      let lead = ceditline_uses_vi(editor) ? KeyCode.escape.rawValue : 0x1B
      delivery = scalar.isASCII ? [lead, Int32(scalar.value)] : []
    case .paste: delivery = [KeyCode.paste.rawValue]
    case .named(.enter, []): delivery = [0x0D]
    case .named(.tab, []): delivery = [0x09]
    case .named(.backspace, []): delivery = [0x7F]
    case .named: delivery = KeyCode(key).map { [$0.rawValue] } ?? []
    }
  }

  /// The scalar may become one grapheme with what stands before it. (Of U+00A0 to U+00BF libedit
  /// takes only those that iswprint likes.)
  private static func joinsBefore(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    let properties = scalar.properties
    return properties.isGraphemeExtend || properties.isEmojiModifier || scalar.value == 0x200D
      || properties.generalCategory == .spacingMark || properties.isEmoji
      || (0x1F1E6...0x1F1FF).contains(scalar.value) || (0x1160...0x11FF).contains(scalar.value)
  }

  /// After each key: one undo step, and a new suggestion when the line has changed.
  private func noteChange() {
    mendGraphemes()
    lineWasSet = false
    lastFunction = currentFunction
    currentFunction = nil
    let now = line
    if now != lastLine {
      undo.record(now)
      lastLine = now
      followMenu(now)
      if case .editing = mode { updateSuggestion(for: now) }
    }
  }
}

extension UnsafeBufferPointer<Int32> {
  /// libedit's wide characters as text.
  var scalars: String.UnicodeScalarView {
    var view = String.UnicodeScalarView()
    for value in self { view.append(Unicode.Scalar(UInt32(bitPattern: value)) ?? "\u{FFFD}") }
    return view
  }
}
