import FactStore
import Sessions
import SystemPackage

/// A session that is compared with others: a file, or what is on the desk.
struct NamedSession: Sendable {
  /// As it was named; "open" for what is on the desk.
  var name: String
  var store: FactStore
}

extension Desk {
  /// Sessions from their files; of one file alone, the desk's comes before it.
  func sessions(_ paths: [String]) throws(ShellError) -> [NamedSession] {
    var sessions = paths.count == 1 ? [NamedSession(name: "open", store: store)] : []
    for path in paths { sessions.append(try session(path)) }
    return sessions
  }

  func session(_ path: String) throws(ShellError) -> NamedSession {
    do throws(SessionError) {
      let file = SessionFile(theo: Desk.version)
      let opened = try file.open(FilePath(FileFinder.expandingHome(path)), catalogue: .agencies)
      return NamedSession(name: path, store: opened.store)
    } catch { throw .session(error) }
  }
}
