import FactStore
import Sessions
import SystemPackage

/// A session that is compared with others: a file, or what is on the desk.
struct NamedSession: Sendable {
  /// As it was named; "open" for what is on the desk.
  var name: String
  var store: FactStore
  /// What is odd about its file.
  var findings: [SessionFinding] = []
  /// Its file as it was read; nil for what is on the desk.
  var file: FileVersion?
}

extension [NamedSession] {
  /// Tells what is odd about their files.
  func tellFindings(_ console: any Console) {
    for session in self {
      for finding in session.findings {
        console.tell([StyledText("theo: '\(session.name)': \(finding)", .warning)])
      }
    }
  }
}

extension Desk {
  /// Sessions from their files; of one file alone, the desk's comes before it.
  func sessions(_ paths: [String]) throws(UserError) -> [NamedSession] {
    var sessions = paths.count == 1 ? [NamedSession(name: "open", store: store)] : []
    for path in paths { sessions.append(try session(path)) }
    return sessions
  }

  func session(_ path: String) throws(UserError) -> NamedSession {
    do throws(SessionError) {
      let opened = try sessionFile.open(
        FilePath(text: UserPath.located(path)), catalogue: .agencies)
      return NamedSession(
        name: path, store: opened.store, findings: opened.findings, file: opened.file)
    } catch { throw UserError(error) }
  }

  /// Writes another session than the one on the desk.
  func write(_ store: FactStore, to path: String) throws(UserError) {
    let lock = try claim(path).lock
    defer { keeper?.giveUp(lock) }
    do throws(SessionError) { try sessionFile.save(store, to: FilePath(text: path)) } catch {
      throw UserError(error)
    }
  }
}
