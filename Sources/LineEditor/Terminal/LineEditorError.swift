#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

extension LineEditorError: CustomStringConvertible {
  /// What is wrong and what to do about it.
  package var description: String {
    switch self {
    case .noTerminal: "standard input or output is no terminal; give the commands as a script"
    case .noUTF8Locale: "the system has no UTF-8 locale; install C.UTF-8 or set LC_ALL to another"
    case .unavailable(let errno): "the line editor cannot be set up: \(Self.reason(errno))"
    case .historyUnreadable(let path, let errno):
      "the history '\(path)' cannot be read, earlier lines are missing: \(Self.reason(errno))"
    case .historyUnwritable(let path, let errno):
      "the history '\(path)' cannot be written, lines are kept in memory until it can:"
        + " \(Self.reason(errno))"
    }
  }

  private static func reason(_ errno: Int32) -> String {
    if errno == EINVAL { return "it is a pipe or a folder, expected an ordinary file" }
    return strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  }
}
