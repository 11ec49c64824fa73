import Disk
package import FactStore
package import Sessions
package import SystemPackage
package import TerminalText

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
    let protection = surroundings.protection
    return LockHolder(
      user: user, host: protection?.host() ?? "", process: protection?.process ?? 0,
      since: surroundings.started)
  }

  /// Whether the changes that are not saved are in a journal on the disk, where one is kept.
  package var isKept: Bool { keeper?.isKept ?? true }

  /// Whether it holds changes that a crash left and that are not saved yet.
  package var holdsRecovered: Bool { isUnsaved && keeper?.isRecovered == true }

  /// Gives up lock and journal at the end. The journal stays where the end came without the
  /// user's word: a terminal that went away.
  package mutating func close(keepsJournal: Bool) {
    if keepsJournal, isUnsaved { keeper?.leaveJournal() } else { keeper?.removeJournal() }
    keeper?.hold(nil)
  }

  /// Takes up a session with the operations of a journal, which goes on in its place; one that
  /// holds more than could be recovered stays. `session` is its file where that has another name
  /// or place now.
  package mutating func recover(
    _ journal: JournalFile, onto session: String? = nil, given: [String: LoadedArticle] = [:]
  ) throws(UserError) -> RecoveredSession {
    let named = session ?? (isOrphanOfThis(journal) ? path : nil)
    var recovered: RecoveredSession
    do {
      recovered = try sessionFile.recover(
        journal, onto: named.map { FilePath(text: $0) }, given: given, catalogue: newsroom.catalogue
      )
    } catch { throw UserError(error) }
    // By the name that the user gave it.
    if let found = recovered.path?.string, isOwn(found) {
      recovered.path = path.map { FilePath(text: $0) }
    }
    let isSpent = recovered.problem?.leavesSomething != true
    guard recovered.recovered > 0 else {
      if let session = recovered.path { _ = try open(session.string, given: given) }
      if isSpent { try drop(journal.path) }
      return recovered
    }
    let session = recovered.path?.string
    let lock = try session.flatMap { path throws(UserError) in try claim(path).lock }
    keeper?.removeJournal()
    keeper?.hold(lock)
    adopt(recovered.opened, from: session, saved: recovered.saved)
    if isSpent { keeper?.takeOver(journal.path, of: session) }
    commit()
    return recovered
  }

  /// Removes a journal that nobody writes.
  package func drop(_ journal: FilePath) throws(UserError) {
    do throws(Errno) {
      try surroundings.calls.remove(journal)
    } catch {
      throw UserError(FileError.cannotWrite(journal.string, reason: error.words))
    }
  }
}
