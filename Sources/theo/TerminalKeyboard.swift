import LineEditor
import Presentation
import TerminalText

/// A terminal's keys and its alternate screen (xterm's modes 1049 and 25), by way of the editor.
final class TerminalKeyboard: Keyboard {
  private let editor: LineEditor
  private let theme: Theme
  /// What stands on the screen; nil where that is not known.
  private var shown: [String]?

  init(_ editor: LineEditor, color: Bool) {
    self.editor = editor
    theme = color ? .standard : .standard.withoutColors
  }

  var size: (columns: Int, rows: Int) { (editor.windowSize.columns, editor.windowSize.rows) }

  func withScreen<Result>(_ body: () throws -> Result) rethrows -> Result {
    try editor.withKeys {
      enter()
      defer { leave() }
      return try body()
    }
  }

  private func enter() {
    editor.setLastWords(Self.leaving)
    editor.write("\u{1B}[?1049h\u{1B}[?25l")
    shown = nil
  }

  /// Cleared first: a terminal that was made larger meanwhile may keep rows of it.
  /// A question may have asked for bracketed pastes.
  private static let leaving = "\u{1B}[0m\u{1B}[?2004l\u{1B}[H\u{1B}[2J\u{1B}[?25h\u{1B}[?1049l"

  private func leave() {
    editor.write(Self.leaving)
    editor.setLastWords(nil)
  }

  /// Writes only the rows that differ.
  func show(_ rows: [StyledText]) {
    let new = rows.map(theme.painted)
    var bytes = shown == nil ? "\u{1B}[H\u{1B}[2J" : ""
    for (index, row) in new.enumerated() where shown.map({ $0[index] != row }) ?? !row.isEmpty {
      bytes += "\u{1B}[\(index + 1);1H\(row)\u{1B}[K"
    }
    // Screen readers follow the cursor: it stands before what the last key did.
    bytes += "\u{1B}[\(new.count);1H"
    editor.write(bytes)
    shown = new
  }

  func next() -> ScreenKey {
    switch editor.nextKey() {
    case .key(let key):
      let key = ScreenKey(key)
      if key == .redraw { shown = nil }
      return key
    case .changed:
      shown = nil
      return .redraw
    case .resumed:
      enter()
      return .redraw
    case .ended: return .ended
    }
  }

  func ask(_ question: String) -> String? { ask(question, filledWith: "") }

  func ask(_ question: String, filledWith text: String) -> String? {
    editor.write("\u{1B}[\(size.rows);1H\u{1B}[K\u{1B}[?25h")
    defer {
      editor.write("\u{1B}[?25l")
      shown = nil
    }
    return editor.readAnswer(
      prompt: StyledText(question, .heading), filledWith: text)
  }

  func suspend() {
    leave()
    editor.suspendKeys()
    enter()
  }
}

extension ScreenKey {
  init(_ key: Key) {
    switch key {
    case .character(let scalar): self = .character(Character(scalar))
    case .control("C"): self = .cancel
    case .control("Z"): self = .suspend
    case .control("L"): self = .redraw
    case .named(.enter, _): self = .enter
    case .named(.escape, _): self = .escape
    case .named(.backspace, _), .control("H"): self = .backspace
    case .paste(let text): self = .pasted(text)
    case .named(.up, _): self = .up
    case .named(.down, _): self = .down
    case .named(.left, _): self = .left
    case .named(.right, _): self = .right
    case .named(.pageUp, _): self = .pageUp
    case .named(.pageDown, _): self = .pageDown
    default: self = .other
    }
  }
}
