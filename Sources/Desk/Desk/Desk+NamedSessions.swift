import Disk
package import FactStore
package import Presentation
package import Sessions
import SystemPackage
package import TerminalText

/// A session that is compared with others: a file, or what is on the desk.
package struct NamedSession: Sendable {
  /// As it was named; "open" for what is on the desk.
  package var name: String
  package var store: FactStore
  /// What is odd about its file.
  package var findings: [SessionFinding] = []
  /// Its file as it was read; nil for what is on the desk.
  var file: FileVersion?

  package init(
    name: String, store: FactStore, findings: [SessionFinding] = [], file: FileVersion? = nil
  ) {
    self.name = name
    self.store = store
    self.findings = findings
    self.file = file
  }
}

extension [NamedSession] {
  /// Tells what is odd about their files.
  package func tellFindings(_ console: any Console) {
    for session in self {
      for finding in session.findings {
        console.tell([StyledText("theo: '\(session.name)': \(finding)", .warning)])
      }
    }
  }
}

extension Desk {
  /// Sessions from their files; of one file alone, the desk's comes before it.
  package func sessions(_ paths: [String]) throws(UserError) -> [NamedSession] {
    var sessions = paths.count == 1 ? [NamedSession(name: "open", store: store)] : []
    for path in paths { sessions.append(try session(path)) }
    return sessions
  }

  package func session(_ path: String) throws(UserError) -> NamedSession {
    do throws(SessionError) {
      let opened = try sessionFile.open(
        FilePath(text: UserPath.located(path)), catalogue: newsroom.catalogue)
      return NamedSession(
        name: path, store: opened.store, findings: opened.findings, file: opened.file)
    } catch { throw UserError(error) }
  }

  /// Writes another session than the one on the desk.
  package func write(_ store: FactStore, to path: String) throws(UserError) {
    try checkNoKeptWork(path)
    let lock = try claim(path).lock
    defer { keeper?.giveUp(lock) }
    do throws(SessionError) { try sessionFile.save(store, to: FilePath(text: path)) } catch {
      throw UserError(error)
    }
  }
}

extension Desk {
  /// Puts together what is on the desk and what others wrote into its file since, and saves that
  /// there. After an error both are as they were.
  package mutating func saveMerged(
    with theirs: NamedSession, at path: String, settle: (MergeConflict) throws -> MergeSide
  ) throws -> MergedSession {
    if let finding = theirs.findings.first(where: \.isBreak) {
      throw DeskError.mergeOfBroken(theirs.name, finding)
    }
    let merged = try SessionMerge(ours: store, theirs: theirs.store).merged(
      catalogue: newsroom.catalogue, settle: settle)
    let before = self
    adoptMerged(merged.store)
    do {
      _ = try save(to: path, over: theirs.file)
    } catch {
      self = before
      throw error
    }
    return merged
  }
}

extension UserError {
  /// The session's file that others changed, where that is the error.
  package var changedOutside: String? {
    guard let error = cause as? SessionError, error.kind == .changedOutside else { return nil }
    return error.path.text
  }
}
