import ClaimModel
import Disk
import FactStore
import Sessions
import SystemPackage

/// The lock and the journal of the session on a desk.
struct SessionKeeper: Sendable {
  private let protection: SessionProtection
  private var lock: SessionLock?
  private var journal: Journal?
  /// The place of a journal that could not be written on, or is to be taken over.
  private var place: FilePath?
  /// Journals whose operations are in the one that is written next: removed when it is on the disk.
  private var inherited: [FilePath] = []
  /// What the last failure was, and at which length of the log it is told again.
  private var failure: WriteFailure?
  private var tellsNext = 0
  /// Operations of the log that were looked at for their size, and whether one is too large.
  private var weighed = 0
  private var isTooLarge = false
  /// Whether the operations came from a journal that a crash left.
  private(set) var isRecovered = false

  init(_ protection: SessionProtection) { self.protection = protection }

  /// What a commit has to write on.
  struct Work {
    var log: [LoggedOperation]
    /// Operations that the session's file has.
    var saved: Int
    var session: String?
    var carried: CarriedOver
    var holder: LockHolder
  }

  /// Whether the operations that are not saved are on the disk; where not, a crash loses them.
  var isKept: Bool { failure == nil && !isTooLarge }

  /// Has the disk confirm all operations that are not saved. What is to be told of it: that the
  /// journal cannot be written, now and then, and that it can again; or that it was taken away.
  mutating func commit(_ work: Work) -> String? {
    guard protection.journals, work.saved < work.log.count else { return nil }
    if let size = weigh(work) { return Self.tooLarge(size) }
    if isTooLarge { return nil }
    var lost: FilePath?
    do throws(WriteFailure) {
      try journal?.append(work.log)
      if let path = journal?.path, journal?.isInPlace == false {
        lost = path
        journal?.close()
        (journal, place) = (nil, nil)
      }
      if journal == nil { journal = try start(work) }
    } catch {
      return fail(error, work)
    }
    for path in inherited { try? protection.calls.remove(path) }
    inherited = []
    defer { failure = nil }
    if failure != nil { return "the journal can be written again: every change so far is in it" }
    return lost.map { lost in
      "the journal '\(lost)' was taken away while it was written; a new one holds every change"
        + (journal?.path == lost ? "" : ": '\(journal?.path.string ?? "")'")
    }
  }

  /// Where the folder of the session cannot be written, the journal goes where those of
  /// sessions without a file go.
  private mutating func start(_ work: Work) throws(WriteFailure) -> Journal {
    let session = work.session.map { absolute($0) }
    if let place {
      do throws(WriteFailure) { return try journal(at: place, session, work) } catch {
        // Its folder has gone, or cannot be written any more.
        guard error.step == .create else { throw error }
      }
    }
    if let session {
      do throws(WriteFailure) {
        return try journal(at: try free(besides: session), session, work)
      } catch {
        guard protection.stateFolder != nil, error.step == .create else { throw error }
      }
    }
    guard let folder = protection.stateFolder else {
      throw WriteFailure(.create, .noSuchFileOrDirectory)
    }
    do throws(Errno) { try protection.calls.makeFolders(folder) } catch {
      throw WriteFailure(.create, error)
    }
    let name = "unsaved-\(work.holder.since.seconds)-\(protection.process).theo-journal"
    return try journal(at: folder.appending(name), session, work)
  }

  private mutating func journal(
    at path: FilePath, _ session: FilePath?, _ work: Work
  ) throws(WriteFailure) -> Journal {
    let start = Journal.Start(
      path: path, session: session, holder: work.holder, saved: work.saved, carried: work.carried)
    do throws(WriteFailure) {
      let journal = try Journal(start, log: work.log, calls: protection.calls)
      place = path
      return journal
    } catch {
      // It has the name already: the next one takes its place.
      if error.step == .syncFolder { place = path }
      throw error
    }
  }

  private func free(besides session: FilePath) throws(WriteFailure) -> FilePath {
    do throws(Errno) {
      return try JournalFile.freePath(besides: session, calls: protection.calls)
    } catch { throw WriteFailure(.create, error) }
  }

  /// A relative path would mean another file from another folder.
  private func absolute(_ path: String) -> FilePath {
    let path = FilePath(text: path)
    guard path.isRelative, let folder = try? protection.calls.resolved(".") else { return path }
    return folder.pushing(path)
  }

  /// Told at once, again after ten more changes, and then each time they have doubled.
  private mutating func fail(_ error: WriteFailure, _ work: Work) -> String? {
    journal?.close()
    journal = nil
    let count = work.log.count - work.saved
    defer { failure = error }
    guard failure != nil else {
      tellsNext = count + 10
      return "the journal of this session cannot be written: \(error.reason)"
    }
    guard count >= tellsNext else { return nil }
    tellsNext = count * 2
    return
      "\(count) changes are in memory alone, the journal still cannot be written: \(error.reason)"
  }

  /// The journal's operations are saved, or the user let them go.
  mutating func removeJournal() {
    journal?.remove()
    if journal == nil, let place { try? protection.calls.remove(place) }
    for path in inherited { try? protection.calls.remove(path) }
    journal = nil
    place = nil
    inherited = []
    failure = nil
    isRecovered = false
    weighed = 0
    isTooLarge = false
  }

  /// Goes on with a journal that was recovered: in its place, where that is the place of the
  /// session's own; else in a new one, and the old one goes when that is written.
  mutating func takeOver(_ journal: FilePath, of session: String?) {
    let calls = protection.calls
    let isOwn = session.map { session in
      JournalFile.paths(besides: FilePath(text: session), calls: calls).contains {
        (try? calls.resolved($0)) == (try? calls.resolved(journal))
      }
    }
    if isOwn ?? true { place = journal } else { inherited.append(journal) }
    isRecovered = true
  }

  /// The path of the journal that is being written.
  var journalPath: FilePath? { journal?.path }

  /// Closes the journal and leaves it, for a later recovery.
  mutating func leaveJournal() {
    journal?.close()
    journal = nil
    place = nil
    inherited = []
  }
}

extension SessionKeeper {
  /// The size of a load that the journal cannot hold, once. It ends before that load then, and
  /// goes on after the next save.
  private mutating func weigh(_ work: Work) -> Int? {
    defer { weighed = work.log.count }
    for logged in work.log[max(work.saved, min(weighed, work.log.count))...] {
      guard case .load(let articles) = logged.operation.action else { continue }
      let size = articles.reduce(0) { $0 + $1.article.text.utf8.count }
      guard size > protection.mostJournalled, !isTooLarge else { continue }
      isTooLarge = true
      return size
    }
    return nil
  }

  private static func tooLarge(_ size: Int) -> String {
    "\(size / 1_000_000) MB of stories are too many for the journal: a crash loses what is done"
      + " from here on; save keeps it"
  }
}

extension SessionKeeper {
  /// What came of asking for a session's lock.
  enum Claimed {
    case mine(SessionLock, leftBy: LockHolder?)
    case taken(by: LockHolder?)
    case unlocked(LockFailure)
  }

  /// Asks for the lock of a session. The one that is held already is not asked for twice.
  func claim(_ session: String, as holder: LockHolder) -> Claimed {
    let path = FilePath(text: session)
    if var lock, lock.isOf(path) {
      lock.sign(holder)
      return .mine(lock, leftBy: nil)
    }
    switch SessionLock.acquire(for: path, as: holder, calls: protection.calls) {
    case .held(let lock, let last): return .mine(lock, leftBy: last)
    case .taken(let holder): return .taken(by: holder)
    case .unavailable(let failure): return .unlocked(failure)
    }
  }

  /// Keeps a lock that was claimed, and gives up the one before.
  mutating func hold(_ new: SessionLock?) {
    if let lock, !lock.isSame(as: new) { lock.release() }
    lock = new
  }

  /// Gives up a lock that was claimed and is not to be kept.
  func giveUp(_ claimed: SessionLock?) {
    if let claimed, !claimed.isSame(as: lock) { claimed.release() }
  }

  /// Whether the lock of a session is held here.
  func holds(_ session: String) -> Bool { lock?.isOf(FilePath(text: session)) == true }

  /// Whether a session that is opened is locked at once: at the prompt, where somebody sits down
  /// to work on it. A single call locks it with its first change.
  var locksAtOnce: Bool { protection.journals }
}
