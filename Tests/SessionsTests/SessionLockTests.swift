import ClaimModel
import Foundation
import Sessions
import SystemPackage
import Testing

@testable import Disk

@Suite("The lock of a session")
struct SessionLockTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private var session: FilePath { FilePath(folder.file("s.json")) }

  private func holder(_ user: String) -> LockHolder {
    LockHolder(user: user, host: "desk-3", process: 7, since: Timestamp(seconds: 1_704_445_200))
  }

  private func acquire(_ user: String, _ path: FilePath? = nil) -> SessionLock.Outcome {
    SessionLock.acquire(for: path ?? session, as: holder(user))
  }

  @Test("A second writer is told who the first is, until that one is done")
  func excludes() throws {
    defer { folder.remove() }
    guard case .held(let first, leftBy: nil) = acquire("an") else {
      Issue.record("the first did not get it")
      return
    }
    guard case .taken(let other) = acquire("binh") else {
      Issue.record("the second got it too")
      return
    }
    #expect(other == holder("an"))
    LocalZone.$current.withValue(.utc) {
      #expect(other?.description == "an on desk-3 (process 7) since 2024-01-05 09:00:00 UTC")
    }
    LocalZone.$current.withValue(LocalZone(hours: 7)) {
      #expect(other?.description == "an on desk-3 (process 7) since 2024-01-05 16:00:00 +07")
    }
    first.release()
    #expect(try folder.names().isEmpty)
    guard case .held(let second, leftBy: nil) = acquire("binh") else {
      Issue.record("it was not given up")
      return
    }
    second.release()
  }

  @Test("A lock that a crash left is taken over, and whose it was is known")
  func recognisesStale() throws {
    defer { folder.remove() }
    try folder.write(
      #"{"host":"desk-3","process":7,"since":"2024-01-05T09:00:00Z","user":"an"}"#,
      to: ".s.json.theo-lock")
    guard case .held(let lock, let last) = acquire("binh") else {
      Issue.record("it was not taken over")
      return
    }
    #expect(last == holder("an"))
    #expect(folder.text(of: ".s.json.theo-lock")?.contains(#""user":"binh""#) == true)
    lock.release()
  }

  @Test("A session has one lock by whatever name it is reached")
  func followsLinks() throws {
    defer { folder.remove() }
    try folder.write("{}", to: "s.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.json"), withDestinationPath: "s.json")
    guard case .held(let lock, _) = acquire("an", FilePath(folder.file("link.json"))) else {
      Issue.record("not held")
      return
    }
    #expect(lock.isOf(session))
    guard case .taken = acquire("binh") else {
      Issue.record("two locks for one file")
      return
    }
    lock.release()
  }

  @Test("A link in the place of the lock file is not followed")
  func refusesPlantedLink() throws {
    defer { folder.remove() }
    try folder.write("precious", to: "other")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(".s.json.theo-lock"), withDestinationPath: "other")
    guard case .unavailable = acquire("an") else {
      Issue.record("the link was followed")
      return
    }
    #expect(folder.text(of: "other") == "precious")
  }

  @Test("Where no lock can be had, that is told from one that is taken")
  func tellsUnavailable() throws {
    defer { folder.remove() }
    var calls = SystemCalls.live
    calls.openOrCreate = { _, _ throws(Errno) in throw .readOnlyFileSystem }
    guard case .unavailable(let failure) = acquire("an", calls) else {
      Issue.record("expected the reason")
      return
    }
    #expect(failure.error == .readOnlyFileSystem)
    #expect(failure.description == "the disk is read-only")
  }

  private func acquire(
    _ user: String, _ calls: SystemCalls, _ path: FilePath? = nil
  ) -> SessionLock.Outcome {
    SessionLock.acquire(for: path ?? session, as: holder(user), calls: calls)
  }

  private func held(_ outcome: SessionLock.Outcome) throws -> SessionLock {
    guard case .held(let lock, _) = outcome else { throw Errno.noLocks }
    return lock
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(name), withDestinationPath: target)
  }

  @Test(
    "A file that comes only now has the same lock, through a folder's link or its own",
    arguments: ["here/s.json", "later.json", "again.json", "./s.json", "here/here/s.json"])
  func locksWhatIsNotThere(name: String) throws {
    defer { folder.remove() }
    try link("here", to: ".")
    try link("later.json", to: "here/s.json")
    try link("again.json", to: "later.json")
    let lock = try held(acquire("an", FilePath(folder.path + "/" + name)))
    #expect(try folder.names().contains(".s.json.theo-lock"))
    try folder.write("{}", to: "s.json")
    for other in [name, "s.json", "later.json"] {
      #expect(lock.isOf(FilePath(folder.path + "/" + other)), "\(other)")
    }
    #expect(!lock.isOf(FilePath(folder.file("t.json"))))
    lock.release()
    #expect(try !folder.names().contains(".s.json.theo-lock"))
  }

  @Test("On a full disk the lock is held without a name, which comes when there is room")
  func holdsUnsigned() throws {
    defer { folder.remove() }
    var calls = SystemCalls.live
    calls.write = { _, _ throws(Errno) in throw .noSpace }
    let lock = try held(acquire("an", calls))
    #expect(!lock.isSigned)
    guard case .taken(by: nil) = acquire("binh") else {
      Issue.record("it was not held")
      return
    }
    lock.release()
    try held(acquire("binh")).release()
    #expect(try folder.names().isEmpty)
  }

  @Test(
    "After an error in any call another theo can have it",
    arguments: [
      Errno.noSpace, .ioError, .noLocks, .diskQuotaExceeded,
    ])
  func leavesNothingHeld(error: Errno) throws {
    defer { folder.remove() }
    for change in LockFault.allCases {
      if case .held(let lock, _) = acquire("an", change.calls(error)) { lock.release() }
      try held(acquire("binh")).release()
    }
    #expect(try folder.names().isEmpty)
  }

  @Test(
    "What is no file in the place of the lock is named, and stays",
    arguments: [
      "folder", "pipe", "circle",
    ])
  func namesWhatIsInTheWay(what: String) throws {
    defer { folder.remove() }
    let place = folder.file(".s.json.theo-lock")
    switch what {
    case "folder":
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    case "pipe": #expect(mkfifo(place, 0o600) == 0)
    default: try link(".s.json.theo-lock", to: ".s.json.theo-lock")
    }
    guard case .unavailable(let failure) = acquire("an") else {
      Issue.record("a lock of a \(what)")
      return
    }
    #expect(failure.description == "'\(place)' is no file of theo's; take it away")
    #expect(try folder.names() == [".s.json.theo-lock"])
  }

  @Test("Another user's lock is seen without the right to write it, and taken away when free")
  func readsOthersLock() throws {
    defer { folder.remove() }
    let first = try held(acquire("an"))
    var calls = SystemCalls.live
    let live = calls
    calls.openOrCreate = { path, permissions throws(Errno) in
      if (try? live.status(path)) != nil { throw .permissionDenied }
      return try live.openOrCreate(path, permissions)
    }
    guard case .taken(let other) = acquire("binh", calls) else {
      Issue.record("the other's lock was not seen")
      return
    }
    #expect(other == holder("an"))
    first.release()
    try folder.write(
      #"{"host":"desk-3","process":7,"since":"2024-01-05T09:00:00Z","user":"an"}"#,
      to: ".s.json.theo-lock")
    guard case .held(let second, let last) = acquire("binh", calls) else {
      Issue.record("a lock that nobody holds was not taken over")
      return
    }
    #expect(last == holder("an"))
    #expect(folder.text(of: ".s.json.theo-lock")?.contains("binh") == true)
    second.release()
  }

  @Test("It goes with a folder that is renamed, and never takes away the lock of another")
  func followsFolder() throws {
    defer { folder.remove() }
    try FileManager.default.createDirectory(
      atPath: folder.file("o"), withIntermediateDirectories: false)
    let first = try held(acquire("an", FilePath(folder.file("o/s.json"))))
    try FileManager.default.moveItem(atPath: folder.file("o"), toPath: folder.file("p"))
    #expect(first.isOf(FilePath(folder.file("p/s.json"))))
    first.release()
    #expect(!FileManager.default.fileExists(atPath: folder.file("p/.s.json.theo-lock")))
    let second = try held(acquire("an"))
    try FileManager.default.removeItem(atPath: folder.file(".s.json.theo-lock"))
    #expect(!second.isOf(session))
    let third = try held(acquire("binh"))
    second.release()
    #expect(try folder.names().contains(".s.json.theo-lock"))
    third.release()
  }

  @Test("It can be asked for who works, without making or taking anything")
  func asks() throws {
    defer { folder.remove() }
    #expect(SessionLock.worker(on: session) == .none)
    #expect(try folder.names().isEmpty)
    let lock = try held(acquire("an"))
    #expect(SessionLock.worker(on: session) == .some(holder("an")))
    lock.release()
  }

  @Test("Names that are nearly as long as they may be leave room for what is put round them")
  func fitsNames() throws {
    defer { folder.remove() }
    let long = String(repeating: "ế", count: 80)
    var names = Set<String>()
    for name in [long + "a.json", long + "b.json", "\(long).\(long)"] {
      let path = FilePath(folder.file(String(name.prefix(83))))
      let lock = try held(acquire("an", path))
      names.formUnion(try folder.names())
      #expect(lock.isOf(path))
      lock.release()
    }
    #expect(names.count == 3)
    #expect(names.allSatisfy { $0.utf8.count <= 255 && $0.hasSuffix(".theo-lock") })
  }
}

/// A call that fails while a lock is asked for.
private enum LockFault: CaseIterable {
  case open, lock, read, truncate, write, status

  func calls(_ error: Errno) -> SystemCalls {
    var calls = SystemCalls.live
    switch self {
    case .open: calls.openOrCreate = { _, _ throws(Errno) in throw error }
    case .lock: calls.lock = { _ throws(Errno) in throw error }
    case .read: calls.read = { _, _ throws(Errno) in throw error }
    case .truncate: calls.truncate = { _ throws(Errno) in throw error }
    case .write: calls.write = { _, _ throws(Errno) in throw error }
    case .status: calls.statusOf = { _ throws(Errno) in throw error }
    }
    return calls
  }
}
