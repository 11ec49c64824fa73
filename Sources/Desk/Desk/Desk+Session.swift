import ClaimModel
import Disk
package import FactStore
import JSONText
import Presentation
package import Sessions
import SystemPackage
package import TerminalText

extension Desk {
  package var sessionFile: SessionFile {
    SessionFile(theo: Desk.version, calls: surroundings.calls)
  }

  /// Opens a session in the place of what is on the desk, which stays where that fails.
  /// Gives back what is odd about it. `given` are stories for a session of operations alone.
  package mutating func open(
    _ path: String, given: [String: LoadedArticle] = [:]
  ) throws(UserError) -> [SessionFinding] {
    // Locked before it is read: else somebody could save it in between.
    let claimed = keeper?.locksAtOnce == true ? keeper?.claim(path, as: holder) : nil
    let opened: OpenedSession
    do {
      opened = try sessionFile.open(
        FilePath(text: path), given: given, catalogue: newsroom.catalogue)
    } catch {
      if case .mine(let lock, _) = claimed { keeper?.giveUp(lock) }
      throw UserError(error)
    }
    keeper?.removeJournal()
    adopt(opened, from: path)
    if case .mine(let lock, _) = claimed { keeper?.hold(lock) } else { keeper?.hold(nil) }
    unlockedTold = nil
    if let claimed { take(claimed, of: path) }
    return opened.findings
  }

  /// Goes on with what came of asking for the session's lock, and tells what is odd about it.
  private mutating func take(_ claimed: SessionKeeper.Claimed, of path: String) {
    switch claimed {
    case .mine(let lock, let last):
      keeper?.hold(lock)
      if let last { note(Self.leftWords(last, path: path, here: holder.host)) }
      removeLeftovers(beside: path)
    case .taken(let other):
      readOnly = .taken(by: other)
      note(ReadOnly.taken(by: other).words(path: path))
    case .unlocked(let failure): tellUnlocked(path, failure)
    }
  }

  private static func leftWords(_ last: LockHolder, path: String, here: String) -> String {
    last.host == here
      ? "'\(path)' was left locked by \(last), which has ended without closing it"
      : "'\(path)' bears the lock of \(last); from this machine it cannot be seen whether that one "
        + "still works on it. Ask there before you save"
  }

  /// Once for each session: that nothing keeps others from writing it.
  private mutating func tellUnlocked(_ path: String, _ failure: LockFailure) {
    guard unlockedTold != path else { return }
    unlockedTold = path
    note(
      "'\(path)' cannot be locked: \(failure). Others may write it at the same time; "
        + "save looks whether they did")
  }

  private mutating func removeLeftovers(beside path: String) {
    guard let calls = surroundings.protection?.calls,
      let place = try? calls.place(of: FilePath(text: path))
    else { return }
    let names = calls.removeLeftovers(in: place.path.removingLastComponent())
    guard !names.isEmpty else { return }
    note(
      "removed \(joined(names.map { "'\($0)'" })): what a save that was cut off had begun to write")
  }

  /// Before the first change of a session that was opened without its lock.
  mutating func lockForChange() throws(UserError) {
    guard let path, readOnly == nil, let keeper, !keeper.locksAtOnce, unlockedTold != path,
      !keeper.holds(path)
    else { return }
    let claimed = keeper.claim(path, as: holder)
    if case .taken(let other) = claimed {
      // The error tells it.
      readOnly = .taken(by: other)
      throw UserError(DeskError.readOnly(.taken(by: other), path: path))
    }
    take(claimed, of: path)
    if let savedVersion { try check(path, savedVersion) }
  }

  private func check(_ path: String, _ version: FileVersion) throws(UserError) {
    do throws(SessionError) { try sessionFile.check(FilePath(text: path), holds: version) } catch {
      throw UserError(error)
    }
  }

  /// Saves the session under `path`, else where it came from. A file of its own that others changed
  /// since is left as it is, unless `replacing`.
  package mutating func save(
    to path: String? = nil, replacing: Bool = false
  ) throws(UserError) -> String {
    guard let target = path ?? self.path else { throw UserError(DeskError.noSessionPath) }
    let known = isOwn(target) && !replacing ? savedVersion : nil
    return try save(to: target, over: known)
  }

  /// Saves over a file that holds `known` and no other, where that is given.
  mutating func save(to target: String, over known: FileVersion?) throws(UserError) -> String {
    if let readOnly, isOwn(target) { throw UserError(DeskError.readOnly(readOnly, path: target)) }
    // The system's paths forget the mark of a folder.
    if target.hasSuffix("/") {
      throw UserError(
        SessionError(FilePath(text: target), .cannotWrite(WriteFailure(.look, .isDirectory))))
    }
    try checkNoKeptWork(target)
    let (lock, failure) = try claim(target)
    let saved: SavedFile
    do throws(SessionError) {
      saved = try sessionFile.save(
        store, carrying: carriedOver, to: FilePath(text: target), over: known)
    } catch {
      if error.isWritten, isOwn(target) { rememberUnconfirmed(target) }
      keeper?.giveUp(lock)
      throw UserError(error)
    }
    keeper?.removeJournal()
    keeper?.hold(lock)
    if case .taken = readOnly { readOnly = nil }
    markSaved(at: target, saved.version)
    if let failure { tellUnlocked(target, failure) }
    if lock != nil { removeLeftovers(beside: target) }
    tell(saved, path: target)
    return target
  }

  private mutating func tell(_ saved: SavedFile, path: String) {
    if saved.wasGone { note("'\(path)' was not there any more; it was written anew") }
    for loss in saved.losses { note(loss.words(path)) }
  }

  /// Writes a copy of another form, which the desk does not go on with.
  package func export(
    _ store: FactStore, to path: String, form: SessionForm, anonymised: Bool = false
  ) throws(UserError) {
    guard !isOwn(path) else { throw UserError(DeskError.copyOverItself(path)) }
    try checkNoKeptWork(path)
    let lock = try claim(path).lock
    defer { keeper?.giveUp(lock) }
    var carried = anonymised ? CarriedOver() : carriedOver
    if anonymised { carried.unknownMembers.append("anonymised", true) }
    do {
      try sessionFile.save(store, carrying: carried, form: form, to: FilePath(text: path))
    } catch { throw UserError(error) }
  }

  /// Takes a session that other hands changed as it is: its digests and its chain are made anew,
  /// and it says by whom and when. Saved under another name.
  package mutating func reseal(to path: String) throws(UserError) -> String {
    guard !isOwn(path) else { throw UserError(DeskError.copyOverItself(path)) }
    let first: Int
    if case .broken(.chainBroken(let number)) = readOnly { first = number } else { first = 0 }
    let note: JSONValue = [
      "operation": .integer(first), "time": .string(surroundings.now().description),
      "user": .string(user),
    ]
    let before = self
    reseal { carried in
      carried.recordedHashes = [:]
      carried.recordedDigests = [:]
      carried.recordedArticleDigests = [:]
      carried.recordedEnd = nil
      carried.recordedState = nil
      var notes = [JSONValue]()
      if case .array(let items)? = carried.unknownMembers["resealed"] { notes = items }
      carried.unknownMembers["resealed"] = .array(notes + [note])
    }
    do throws(UserError) { return try save(to: path) } catch {
      self = before
      throw error
    }
  }

  /// The lock of a session that is to be written.
  func claim(
    _ path: String
  ) throws(UserError) -> (lock: SessionLock?, failure: LockFailure?) {
    switch keeper?.claim(path, as: holder) {
    case .mine(let lock, _)?: return (lock, nil)
    case .taken(let other)?: throw UserError(DeskError.sessionTaken(path, by: other))
    case .unlocked(let failure)?: return (nil, failure)
    case nil: return (nil, nil)
    }
  }

  /// Whether a path is that of the session on the desk, by whatever name.
  package func isOwn(_ other: String) -> Bool {
    guard let path else { return false }
    let calls = surroundings.calls
    guard let own = try? calls.place(of: FilePath(text: path)),
      let given = try? calls.place(of: FilePath(text: other))
    else { return path == other }
    if let own = own.status, let given = given.status { return own.identity == given.identity }
    return own.path == given.path
  }
}
