import TerminalText

/// A line that is echoed as it is typed: nothing is repainted, what is rubbed out is overwritten.
struct EchoedLine {
  let terminal: Terminal
  /// The cursor is at its end.
  var line = LineBuffer()

  init(_ terminal: Terminal) { self.terminal = terminal }

  mutating func type(_ text: String) {
    let last = line.characters.last
    let count = line.characters.count
    line.insert(text)
    // A mark that has joined the last grapheme is for the terminal to join, too: where the letter
    // stands (it may have filled the row) is the terminal's knowledge alone.
    let isJoined = last.map { line.characters[count - 1] != $0 } ?? false
    terminal.write(isJoined ? text : Self.visible(String(line.characters[count...])))
  }

  /// Takes the graphemes from `start` off the end; those of a line above stay.
  mutating func rubOut(from start: Int) {
    let first = max(start, line.lineStart)
    let width = Glyph.width(of: line.delete(first..<line.cursor))
    let back = String(repeating: "\u{8}", count: width)
    terminal.write(back + String(repeating: " ", count: width) + back)
  }

  /// Backspace, ^W and ^U; false for any other key.
  mutating func rubOut(by key: Key) -> Bool {
    switch key {
    case .backspace: rubOut(from: max(0, line.cursor - 1))
    case .control("W"): rubOut(from: line.blankDelimitedStart)
    case .control("U"): rubOut(from: line.lineStart)
    default: return false
    }
    return true
  }

  /// A further line starts with the continuation mark; controls are shown as `^X`.
  static func visible(_ text: String) -> String {
    text.map { $0 == "\n" ? "\n… " : Glyph($0, .plain).text }.joined()
  }
}
