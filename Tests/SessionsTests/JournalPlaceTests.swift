import ClaimModel
import FactStore
import Foundation
import Sessions
import SystemPackage
import Testing

@testable import Disk

/// A journal belongs to the session that it lies beside.
@Suite("A journal that was moved")
struct JournalPlaceTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private let file = SessionFile(theo: "1.0")
  private func path(_ name: String) -> FilePath { FilePath(folder.file(name)) }

  /// A folder `o` with a session of the first operations and a journal of the rest.
  @discardableResult
  private func crashed(saved: Int = 2) throws -> FactStore {
    try FileManager.default.createDirectory(
      atPath: folder.file("o"), withIntermediateDirectories: true)
    let store = try Sample.store()
    try file.save(try prefix(store, saved), to: path("o/s.json"))
    let start = Journal.Start(
      path: path("o/.s.json.theo-journal"), session: path("o/s.json"),
      holder: JournalTests.holder, saved: saved, carried: CarriedOver())
    try Journal(start, log: store.log).close()
    return store
  }

  private func prefix(_ store: FactStore, _ count: Int) throws -> FactStore {
    var shorter = FactStore(catalogue: Sample.catalogue)
    for logged in store.log[..<count] { _ = try shorter.apply(logged.operation) }
    return shorter
  }

  private func move(_ old: String, _ new: String) throws {
    try FileManager.default.moveItem(atPath: folder.file(old), toPath: folder.file(new))
  }

  private func recovered(_ name: String, onto: String? = nil) throws -> RecoveredSession {
    try file.recover(
      try JournalFile(path(name)), onto: onto.map(path), catalogue: Sample.catalogue)
  }

  @Test("with its folder is found by its place", arguments: [0, 2])
  func movedFolder(saved: Int) throws {
    defer { folder.remove() }
    let store = try crashed(saved: saved)
    try move("o", "p")
    let recovered = try self.recovered("p/.s.json.theo-journal")
    #expect(recovered.path == path("p/s.json"))
    #expect(recovered.opened.store.log == store.log)
    #expect(recovered.saved == saved)
  }

  @Test("with a copy of its folder follows the copy, though the original is there")
  func copiedFolder() throws {
    defer { folder.remove() }
    try crashed()
    try FileManager.default.copyItem(atPath: folder.file("o"), toPath: folder.file("copy"))
    #expect(try recovered("copy/.s.json.theo-journal").path == path("copy/s.json"))
    #expect(try recovered("o/.s.json.theo-journal").path == path("o/s.json"))
  }

  @Test("beside another session follows the one that its hash is of")
  func otherBeside() throws {
    defer { folder.remove() }
    let store = try crashed()
    try FileManager.default.createDirectory(
      atPath: folder.file("q"), withIntermediateDirectories: true)
    try file.save(try Sample.store([.load([Sample.loadedPort])]), to: path("q/s.json"))
    try move("o/.s.json.theo-journal", "q/.s.json.theo-journal")
    let recovered = try self.recovered("q/.s.json.theo-journal")
    #expect(recovered.path == path("o/s.json"))
    #expect(recovered.opened.store.log == store.log)
  }

  @Test("away from a renamed session says how to name it, and follows the one that is named")
  func renamedSession() throws {
    defer { folder.remove() }
    let store = try crashed()
    try move("o/s.json", "o/t.json")
    let journal = "o/.s.json.theo-journal"
    #expect(try JournalFile(path(journal)).isOrphan())
    let error = #expect(throws: JournalError.self) { try self.recovered(journal) }
    #expect(error?.description.contains("recover \(path(journal)) --session FILE") == true)
    let recovered = try self.recovered(journal, onto: "o/t.json")
    #expect(recovered.path == path("o/t.json"))
    #expect(recovered.opened.store.log == store.log)
    try file.save(try Sample.store([.load([Sample.loadedPort])]), to: path("o/u.json"))
    let other = #expect(throws: JournalError.self) { try self.recovered(journal, onto: "o/u.json") }
    #expect(other?.kind == .otherHistory(path("o/u.json"), operations: 2))
  }

  @Test("of a session that was saved empty does not take the place of what it holds by now")
  func goneOnFromNothing() throws {
    defer { folder.remove() }
    try crashed(saved: 0)
    try file.save(try Sample.store([.load([Sample.loadedPort])]), to: path("o/s.json"))
    let recovered = try self.recovered("o/.s.json.theo-journal")
    #expect(recovered.leftBehind == path("o/s.json"))
    #expect(recovered.path == nil)
  }

  static let places: [(journal: String, sessions: [FilePath])] = [
    ("t/.s.json.theo-journal", ["t/s.json"]), ("./.s.theo-journal", ["s"]),
    ("/x/.s.json.2.theo-journal", ["/x/s.json.2", "/x/s.json"]),
    (".a.1.theo-journal", ["a.1"]), (".Hà Nội.json.theo-journal", ["Hà Nội.json"]),
    ("unsaved-17-4.theo-journal", []), (".theo-journal", []), ("s.json", []),
  ]

  @Test("tells by its name which session that is", arguments: places)
  func names(journal: String, sessions: [FilePath]) {
    #expect(JournalFile.besides(FilePath(journal)) == sessions)
  }

  @Test("A journal that may not be read is not taken for one that a crash left")
  func closed() throws {
    defer { folder.remove() }
    try crashed()
    let journal = path("o/.s.json.theo-journal")
    var calls = SystemCalls.live
    calls.openExisting = { _ throws(Errno) in throw .permissionDenied }
    // Reading is enough to ask for the lock.
    #expect(JournalFile.state(of: journal, calls: calls) == .left)
    calls.openForReading = { _ throws(Errno) in throw .permissionDenied }
    #expect(JournalFile.state(of: journal, calls: calls) == .unknown(.permissionDenied))
    #expect(JournalFile.state(of: path("none")) == .left)
  }
}
