import ClaimModel
package import FactStore
import JSONText
package import Sessions
import SystemPackage

extension Desk {
  var sessionFile: SessionFile {
    SessionFile(theo: Desk.version, calls: surroundings.keeping?.calls ?? .live)
  }

  /// Opens a session in the place of what is on the desk, which stays where that fails.
  /// Gives back what is odd about it. `given` are stories for a session of operations alone.
  package mutating func open(
    _ path: String, given: [String: LoadedArticle] = [:]
  ) throws(ShellError) -> [SessionFinding] {
    // Locked before it is read: else somebody could save it in between.
    let claimed = keeper?.claim(path, as: holder)
    let opened: OpenedSession
    do {
      opened = try sessionFile.open(FilePath(path), given: given, catalogue: .agencies)
    } catch {
      if case .mine(let lock, _) = claimed { keeper?.giveUp(lock) }
      throw .session(error)
    }
    keeper?.removeJournal()
    adopt(opened, from: path)
    switch claimed {
    case .mine(let lock, let last):
      keeper?.hold(lock)
      if let last {
        note("'\(path)' was left locked by \(last), which has ended without closing it")
      }
    case .taken(let other):
      keeper?.hold(nil)
      readOnly = .taken(by: other)
      note(ShellError.readOnlyWords(.taken(by: other), path: path))
    case nil: break
    }
    return opened.findings
  }

  /// Saves the session under `path`, else where it came from.
  package mutating func save(to path: String? = nil) throws(ShellError) -> String {
    guard let target = path ?? self.path else { throw .noSessionPath }
    if let readOnly, isOwn(target) { throw .readOnly(readOnly, path: target) }
    let lock = try claim(target)
    do {
      try sessionFile.save(store, carrying: carriedOver, to: FilePath(target))
    } catch {
      keeper?.giveUp(lock)
      throw .session(error)
    }
    keeper?.removeJournal()
    keeper?.hold(lock)
    if case .taken = readOnly { readOnly = nil }
    markSaved(at: target)
    return target
  }

  /// Writes a copy of another form, which the desk does not go on with.
  package func export(
    _ store: FactStore, to path: String, form: SessionForm, anonymised: Bool = false
  ) throws(ShellError) {
    guard !isOwn(path) else { throw .copyOverItself(path) }
    let lock = try claim(path)
    defer { keeper?.giveUp(lock) }
    var carried = anonymised ? CarriedOver() : carriedOver
    if anonymised { carried.unknownMembers.append("anonymised", true) }
    do {
      try sessionFile.save(store, carrying: carried, form: form, to: FilePath(path))
    } catch { throw .session(error) }
  }

  /// Takes a session that other hands changed as it is: its digests and its chain are made anew,
  /// and it says by whom and when. Saved under another name.
  package mutating func reseal(to path: String) throws(ShellError) -> String {
    guard !isOwn(path) else { throw .copyOverItself(path) }
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
    do throws(ShellError) { return try save(to: path) } catch {
      self = before
      throw error
    }
  }

  /// The lock of a session that is to be written.
  func claim(_ path: String) throws(ShellError) -> SessionLock? {
    switch keeper?.claim(path, as: holder) {
    case .mine(let lock, _)?: return lock
    case .taken(let other)?: throw .sessionTaken(path, by: other)
    case nil: return nil
    }
  }

  /// Whether a path is that of the session on the desk, by whatever name.
  func isOwn(_ other: String) -> Bool {
    guard let path else { return false }
    let calls = surroundings.keeping?.calls ?? .live
    let own = (try? calls.resolved(FilePath(path))) ?? FilePath(path)
    return own == (try? calls.resolved(FilePath(other))) ?? FilePath(other)
  }
}
