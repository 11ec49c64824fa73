import CEditline
import Disk
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which keys run which function, in each of libedit's key maps. Keys are written as in an editrc.
struct KeyBindings {
  typealias Binding = (keys: String, function: EditorFunction)

  /// In both editing modes, while text is typed.
  static let typing: [Binding] = [
    ("^M", .accept), ("^J", .accept), ("^C", .interrupt), ("^D", .deleteOrEnd), ("^Z", .suspend),
    ("^I", .complete), ("^R", .searchHistory), ("^S", .searchHistory), ("^L", .clearScreen),
    ("^?", .deleteBackward), ("^H", .deleteBackward), ("^V", .quotedInsert), ("^U", .killToStart),
    ("^W", .killBlankDelimited), ("^P", .previousLine), ("^N", .nextLine), ("^Y", .yank),
    ("^K", .killToEnd), ("^A", .lineStart), ("^E", .lineEnd),
  ]

  static let emacs: [Binding] = [
    ("^Q", .quotedInsert), ("^B", .left), ("^F", .right), ("^T", .transpose), ("^_", .undo),
    ("^G", .ignore), ("^O", .accept), ("^X^U", .undo), ("^X^R", .redo), ("^X^E", .openInEditor),
    ("\u{1B}b", .wordLeft), ("\u{1B}f", .wordRight), ("\u{1B}d", .killWord),
    ("\u{1B}B", .wordLeft), ("\u{1B}F", .wordRight), ("\u{1B}D", .killWord),
    ("\u{1B}u", .upperCase), ("\u{1B}l", .lowerCase), ("\u{1B}c", .capitalize),
    ("\u{1B}U", .upperCase), ("\u{1B}L", .lowerCase), ("\u{1B}C", .capitalize),
    ("\u{1B}y", .yankPrevious), ("\u{1B}.", .lastArgument), ("\u{1B}_", .redo),
    ("\u{1B}<", .firstLine), ("\u{1B}>", .lastLine), ("\u{1B}p", .previousMatch),
    ("\u{1B}n", .nextMatch), ("\u{1B}x", .ignore), ("\u{1B}X", .ignore), ("\u{1B}/", .redo),
  ]

  /// In vi's command mode. What asks for more at a prompt of libedit's own is not for here: its
  /// prompt would take the private characters for text.
  static let viCommand: [Binding] = [
    ("^M", .accept), ("^J", .accept), ("^C", .interrupt), ("^D", .deleteOrEnd), ("^Z", .suspend),
    ("^R", .redo), ("^L", .clearScreen), ("^P", .previousLine), ("^N", .nextLine),
    ("/", .searchHistory), ("?", .searchHistory), ("j", .down), ("k", .up), ("v", .openInEditor),
    ("u", .undo), (":", .ignore), ("+", .down), ("\\055", .up), ("^?", .left), ("^H", .left),
  ]

  /// Keys without an entry do nothing.
  static let codes: [KeyCode: EditorFunction] = [
    .mark: .insertMark, .paste: .insertPaste, .up: .up, .down: .down, .left: .left,
    .right: .right, .home: .lineStart, .end: .lineEnd, .pageUp: .previousMatch,
    .pageDown: .nextMatch, .delete: .deleteForward, .backTab: .completePrevious,
    .wordLeft: .wordLeft, .wordRight: .wordRight, .escape: .escape,
    .killWordBackward: .killWordBackward, .killWord: .killWord, .newLine: .newLine,
  ]
}

extension LineEditor {
  /// Names the functions, reads the user's editrc for its editing mode, binds the keys and lets the
  /// editrc have the last word.
  func bindKeys() {
    guard let editor else { return }
    for function in EditorFunction.allCases {
      let name = FunctionNames.pointers[function.rawValue]
      _ = ceditline_add_function(editor, Int32(function.rawValue), name, name)
    }
    _ = ceditline_source(editor, nil)
    bindDefaultKeys()
  }

  func bindDefaultKeys() {
    let isVi = ceditline_uses_vi(editor)
    for (keys, function) in KeyBindings.typing { bind(keys, function) }
    for (keys, function) in isVi ? KeyBindings.viCommand : KeyBindings.emacs {
      bind(keys, function, alternative: isVi)
    }
    for code in KeyCode.allCases {
      let function = KeyBindings.codes[code] ?? .ignore
      guard let scalar = Unicode.Scalar(UInt32(code.rawValue)) else { continue }
      bind(String(scalar), function)
      bind(String(scalar), code == .mark ? .ignore : function, alternative: true)
    }
    if isVi, let scalar = Unicode.Scalar(UInt32(KeyCode.escape.rawValue)) {
      _ = ceditline_bind(editor, false, wide(String(scalar)), wide("vi-command-mode"))
    }
    for command in Self.userCommands() { _ = ceditline_run(editor, wide(command)) }
  }

  /// What $EDITRC or ~/.editrc holds, the places libedit looks in.
  private static func userCommands() -> [String] {
    let named = getenv("EDITRC").map { String(cString: $0) }
    let home = getenv("HOME").map { String(cString: $0) + "/.editrc" }
    guard let path = named ?? home,
      let bytes = try? SystemCalls.live.contents(of: FilePath(path))
    else { return [] }
    return Editrc(String(decoding: bytes, as: UTF8.self)).commands
  }

  private func bind(_ keys: String, _ function: EditorFunction, alternative: Bool = false) {
    _ = ceditline_bind(editor, alternative, wide(keys), FunctionNames.pointers[function.rawValue])
  }
}

/// The names as libedit keeps them: it holds on to the pointers, so they are made once and stay.
private enum FunctionNames {
  nonisolated(unsafe) static let pointers: [UnsafePointer<Int32>] =
    EditorFunction.allCases.map { function in
      let text = wide(function.name)
      let copy = UnsafeMutablePointer<Int32>.allocate(capacity: text.count)
      copy.initialize(from: text, count: text.count)
      return UnsafePointer(copy)
    }
}

/// A string as C's wide characters, with the zero at the end.
func wide(_ text: String) -> [Int32] {
  text.unicodeScalars.map { Int32(bitPattern: $0.value) } + [0]
}

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
