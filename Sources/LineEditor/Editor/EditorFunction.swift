/// What keys can be bound to beside libedit's own commands; an editrc may bind them by name:
/// `theo:bind "^T" theo-search-history`.
enum EditorFunction: Int, CaseIterable {
  case accept, newLine, interrupt, deleteOrEnd, suspend
  case insertMark, insertPaste, quotedInsert, escape, ignore
  case left, right, up, down, wordLeft, wordRight, lineStart, lineEnd
  case previousLine, nextLine, firstLine, lastLine, previousMatch, nextMatch
  case deleteBackward, deleteForward
  case killToEnd, killToStart, killWord, killWordBackward, killBlankDelimited
  case yank, yankPrevious, lastArgument
  case undo, redo, transpose, upperCase, lowerCase, capitalize
  case complete, completePrevious, searchHistory, openInEditor, clearScreen

  /// `killWordBackward` → `theo-kill-word-backward`
  var name: String {
    "theo-" + "\(self)".map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}

/// The keys that no single character stands for, as the private characters libedit gets for them.
///
/// They are C1 controls, which the decoder never lets through from the terminal.
enum KeyCode: Int32, CaseIterable {
  case mark = 0x81, paste, up, down, left, right, home, end, pageUp, pageDown
  case insert, delete, backTab, wordLeft, wordRight, escape, killWordBackward, killWord, newLine
  case f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12

  init?(_ key: Key) {
    guard case .named(let name, let modifiers) = key else { return nil }
    let isWord = !modifiers.isDisjoint(with: [.control, .alt])
    switch name {
    case .up: self = .up
    case .down: self = .down
    case .left: self = isWord ? .wordLeft : .left
    case .right: self = isWord ? .wordRight : .right
    case .home: self = .home
    case .end: self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .insert: self = .insert
    case .delete: self = isWord ? .killWord : .delete
    case .tab: self = .backTab
    case .escape: self = .escape
    case .backspace: self = .killWordBackward
    case .enter: self = .newLine
    case .function(let number):
      guard let code = KeyCode(rawValue: KeyCode.f1.rawValue + Int32(number) - 1), number >= 1
      else {
        return nil
      }
      self = code
    }
  }
}
