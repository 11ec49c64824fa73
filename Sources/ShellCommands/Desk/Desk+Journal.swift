import ClaimModel
import FactStore
package import Sessions
package import SystemPackage

extension Desk {
  /// Has the journal on the disk hold every operation done so far.
  mutating func commit() {
    guard keeper != nil, isUnsaved, readOnly == nil else { return }
    let work = SessionKeeper.Work(
      log: store.log, saved: savedCount, session: path, carried: carriedOver, holder: holder)
    if let trouble = keeper?.commit(work) { note(trouble) }
  }

  /// Who works here.
  var holder: LockHolder {
    let keeping = surroundings.keeping
    return LockHolder(
      user: user, host: keeping?.host() ?? "", process: keeping?.process ?? 0,
      since: surroundings.started)
  }

  /// Whether it holds changes that a crash left and that are not saved yet.
  package var holdsRecovered: Bool { isUnsaved && keeper?.isRecovered == true }

  /// Gives up lock and journal at the end. The journal stays where the end came without the
  /// user's word: a terminal that went away.
  package mutating func close(keepsJournal: Bool) {
    if keepsJournal, isUnsaved { keeper?.leaveJournal() } else { keeper?.removeJournal() }
    keeper?.hold(nil)
  }

  /// Journals that a crash left and that belong to what is open: those of the session, else
  /// those of sessions without a file.
  package var leftovers: [FilePath] {
    guard let keeping = surroundings.keeping, readOnly == nil else { return [] }
    let paths =
      if let path {
        JournalFile.paths(besides: FilePath(text: path), calls: keeping.calls)
      } else {
        keeping.stateFolder.map { JournalFile.paths(in: $0, calls: keeping.calls) } ?? []
      }
    let left = paths.filter {
      $0 != keeper?.journalPath && !JournalFile.isLive($0, calls: keeping.calls)
    }
    // Another user's journal cannot be opened to see whether it is still written.
    if let path, !left.isEmpty, keeper?.holds(path) != true,
      SessionLock.worker(on: FilePath(text: path), calls: keeping.calls) != nil
    {
      return []
    }
    return left
  }

  /// All journals that can be seen from here, of processes that live too.
  package var journals: [FilePath] {
    guard let keeping = surroundings.keeping else { return [] }
    var paths =
      path.map { JournalFile.paths(besides: FilePath(text: $0), calls: keeping.calls) } ?? []
    paths += JournalFile.paths(in: ".", calls: keeping.calls)
    paths += keeping.stateFolder.map { JournalFile.paths(in: $0, calls: keeping.calls) } ?? []
    var seen = Set<FilePath>()
    return paths.filter { seen.insert((try? keeping.calls.resolved($0)) ?? $0).inserted }
  }

  /// Whether the process that writes a journal lives: this one or another.
  package func isLive(_ journal: FilePath) -> Bool {
    JournalFile.isLive(journal, calls: surroundings.keeping?.calls ?? .live)
  }

  package func journalFile(_ path: FilePath) throws(ShellError) -> JournalFile {
    do { return try JournalFile(path, calls: surroundings.keeping?.calls ?? .live) } catch {
      throw .journal(error)
    }
  }

  /// Takes up a session with the operations of a journal, which goes on in its place; one that
  /// holds more than could be recovered stays.
  package mutating func recover(_ journal: JournalFile) throws(ShellError) -> RecoveredSession {
    let recovered: RecoveredSession
    do {
      recovered = try sessionFile.recover(journal, catalogue: .agencies)
    } catch { throw .journal(error) }
    let isSpent = recovered.problem?.leavesSomething != true
    guard recovered.recovered > 0 else {
      if isSpent { try drop(journal.path) }
      if let session = journal.header.session { _ = try open(session.string) }
      return recovered
    }
    let session = recovered.path?.string
    let lock = try session.flatMap { path throws(ShellError) in try claim(path).lock }
    keeper?.removeJournal()
    keeper?.hold(lock)
    adopt(recovered.opened, from: session, saved: recovered.saved)
    if isSpent { keeper?.takeOver(journal.path) }
    commit()
    return recovered
  }

  /// Removes a journal that nobody writes.
  package func drop(_ journal: FilePath) throws(ShellError) {
    do throws(Errno) {
      try (surroundings.keeping?.calls ?? .live).remove(journal)
    } catch {
      throw .cannotWrite(journal.string, reason: error.words)
    }
  }
}
