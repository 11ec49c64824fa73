import CTerminal
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What can be done on a terminal, by its name in TERM and the terminfo database.
package enum TerminalKind: Sendable, Hashable {
  /// Colours, and a cursor that moves.
  case moves
  /// Lines, one below the other: a dumb terminal, or TERM is not set or empty.
  case plain
  /// The database does not have this name.
  case unknown(String)

  package static var fromEnvironment: TerminalKind {
    named(getenv("TERM").map { String(cString: $0) } ?? "")
  }

  /// Looked up once for each name.
  static func named(_ name: String) -> TerminalKind {
    seen.withLock { seen in
      if let kind = seen[name] { return kind }
      let kind: TerminalKind =
        switch name.isEmpty ? CTERMINAL_PLAIN : Int(cterminal_terminal_kind(name)) {
        case CTERMINAL_MOVES: .moves
        case CTERMINAL_UNKNOWN: .unknown(name)
        default: .plain
        }
      seen[name] = kind
      return kind
    }
  }

  private static let seen = Mutex<[String: TerminalKind]>([:])
}
