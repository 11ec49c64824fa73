/// Why there is no editor, or no history.
package enum LineEditorError: Error, Sendable, Equatable {
  /// Standard input or output is no terminal.
  case noTerminal
  /// The system has no locale with UTF-8, without which libedit drops every accented letter.
  case noUTF8Locale
  /// libedit or the wake pipe could not be set up.
  case unavailable(errno: Int32)
  case historyUnreadable(path: String, errno: Int32)
  case historyUnwritable(path: String, errno: Int32)
}
