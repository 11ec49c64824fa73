import ClaimModel
import Foundation
import Sessions
import SystemPackage
import Testing

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
    #expect(other?.description == "an on desk-3 (process 7) since 2024-01-05 09:00:00 UTC")
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
    guard
      case .unavailable(.readOnlyFileSystem) = SessionLock.acquire(
        for: session, as: holder("an"), calls: calls)
    else {
      Issue.record("expected the reason")
      return
    }
  }
}
