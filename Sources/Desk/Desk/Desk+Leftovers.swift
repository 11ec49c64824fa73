import Disk
import FactStore
package import Sessions
package import SystemPackage
package import TerminalText

/// Which journals can be seen from a desk.
extension Desk {
  /// Journals that a crash left and that belong to what is open: those of the session, wherever
  /// its folder is now, else those of sessions without a file.
  package var leftovers: [FilePath] { own.filter { state(of: $0) == .left } }

  /// Journals of what is open that cannot be looked into: another user's, at work or left.
  package var closedJournals: [FilePath] {
    own.filter { if case .unknown = state(of: $0) { true } else { false } }
  }

  private var own: [FilePath] {
    guard let protection = surroundings.protection, readOnly == nil else { return [] }
    let paths =
      path.map { journals(of: FilePath(text: $0), protection) } ?? unsavedJournals(protection)
    let own = paths.filter { $0 != keeper?.journalPath }
    // What somebody at work writes is not left; another user's journal cannot be asked.
    if let path, !own.isEmpty, keeper?.holds(path) != true,
      SessionLock.worker(on: FilePath(text: path), calls: protection.calls) != nil
    {
      return []
    }
    return own
  }

  /// Those beside a session, and those that follow it though they lie elsewhere: beside the name
  /// that it had before, or where its folder could not be written.
  private func journals(of session: FilePath, _ protection: SessionProtection) -> [FilePath] {
    let calls = protection.calls
    let beside = JournalFile.paths(besides: session, calls: calls)
    let folder = ((try? calls.resolved(session)) ?? session).removingLastComponent()
    let others = JournalFile.paths(in: folder.isEmpty ? "." : folder, calls: calls)
      .filter {
        !beside.contains($0) && (try? JournalFile($0, calls: calls)).map(isOrphanOfThis) == true
      }
    let elsewhere = (protection.stateFolder.map { JournalFile.paths(in: $0, calls: calls) } ?? [])
      .filter { journal in
        guard let file = try? JournalFile(journal, calls: calls) else { return false }
        return file.header.session.map { isOwn($0.string) } == true || isOrphanOfThis(file)
      }
    return beside + others + elsewhere
  }

  /// Whether a journal whose own session is not to be found follows what is open.
  func isOrphanOfThis(_ journal: JournalFile) -> Bool {
    let count = journal.header.operations
    guard path != nil, journal.isOrphan(surroundings.calls), count > 0, count <= store.log.count
    else { return false }
    let log = store.log[..<count]
    return OperationLineWriter(after: log, carrying: carriedOver).head == journal.header.head
  }

  private func unsavedJournals(_ protection: SessionProtection) -> [FilePath] {
    (protection.stateFolder.map { JournalFile.paths(in: $0, calls: protection.calls) } ?? [])
      .filter { (try? JournalFile($0, calls: protection.calls))?.header.session == nil }
  }

  /// Folders that `recover` looks into: that of what is open, the one theo runs in, and that of
  /// sessions without a file.
  package var journalFolders: [FilePath] {
    guard let protection = surroundings.protection else { return [] }
    var folders = [FilePath]()
    if let path {
      let file = FilePath(text: path)
      folders.append(((try? protection.calls.resolved(file)) ?? file).removingLastComponent())
    }
    folders.append(".")
    if let folder = protection.stateFolder { folders.append(folder) }
    var seen = Set<FilePath>()
    return folders.filter { seen.insert((try? protection.calls.resolved($0)) ?? $0).inserted }
  }

  /// All journals that can be seen from here, of processes that live too.
  package var journals: [FilePath] {
    guard let protection = surroundings.protection else { return [] }
    var paths = path.map { journals(of: FilePath(text: $0), protection) } ?? []
    paths += journalFolders.flatMap { JournalFile.paths(in: $0, calls: protection.calls) }
    var seen = Set<FilePath>()
    return paths.filter { seen.insert((try? protection.calls.resolved($0)) ?? $0).inserted }
  }

  /// Those of a session that is named, or in a folder.
  package func journals(of word: String) -> [FilePath] {
    let calls = surroundings.calls
    let path = FilePath(text: word)
    return FileFinder.kind(word) == .folder
      ? JournalFile.paths(in: path, calls: calls) : JournalFile.paths(besides: path, calls: calls)
  }

  /// Whether somebody writes a journal: this theo or another.
  package func state(of journal: FilePath) -> JournalState {
    JournalFile.state(of: journal, calls: surroundings.calls)
  }

  package func journalFile(_ path: FilePath) throws(UserError) -> JournalFile {
    do { return try JournalFile(path, calls: surroundings.calls) } catch {
      throw UserError(error)
    }
  }

  /// Where the session of a journal is now, as people read it; nil where it never had a file.
  package func sessionName(of journal: JournalFile) -> String? {
    guard let session = journal.session(surroundings.calls)?.string else { return nil }
    return isOwn(session) ? path : session
  }
}
