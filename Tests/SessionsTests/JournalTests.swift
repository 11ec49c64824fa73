import ClaimModel
import FactStore
import Foundation
import Sessions
import SystemPackage
import TestSupport
import Testing

@testable import Disk

@Suite("The journal")
struct JournalTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private var session: FilePath { FilePath(folder.file("s.json")) }
  private var path: FilePath { FilePath(folder.file(".s.json.theo-journal")) }
  private let file = SessionFile(theo: "1.0")
  static let holder = LockHolder(
    user: "an", host: "desk-3", process: 4711, since: Timestamp(seconds: 1_704_445_200))

  /// A journal of the operations of `store` behind the first `saved`, which are in the session.
  private func journal(
    of store: FactStore, saved: Int, calls: SystemCalls = .live
  ) throws -> Journal {
    if saved > 0 { try file.save(try prefix(store, saved), to: session) }
    let start = Journal.Start(
      path: path, session: session, holder: Self.holder, saved: saved, carried: CarriedOver())
    return try Journal(start, log: Array(store.log[..<saved]), calls: calls)
  }

  /// Leaves such a journal, as a crash would; its bytes.
  @discardableResult
  private func write(_ store: FactStore, saved: Int) throws -> [UInt8] {
    var journal = try journal(of: store, saved: saved)
    try journal.append(store.log)
    journal.close()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path.string)))
  }

  private func prefix(_ store: FactStore, _ count: Int) throws -> FactStore {
    var shorter = FactStore(catalogue: Sample.catalogue)
    for logged in store.log[..<count] { _ = try shorter.apply(logged.operation) }
    return shorter
  }

  private func recovered() throws -> RecoveredSession {
    try file.recover(try JournalFile(path), catalogue: Sample.catalogue)
  }

  @Test("Whatever was appended is recovered to the letter", arguments: 1...12)
  func recovers(seed: Int) throws {
    defer { folder.remove() }
    var random = SplitMix(seed: seed)
    let store = random.store(operations: 2 + random.next(below: 40))
    let saved = random.next(below: store.log.count)
    var journal = try journal(of: store, saved: saved)
    var count = saved
    while count < store.log.count {
      count = min(store.log.count, count + 1 + random.next(below: 3))
      try journal.append(Array(store.log[..<count]))
    }
    journal.close()
    let recovered = try recovered()
    #expect(recovered.opened.store.log == store.log)
    #expect(recovered.opened.store.digest == store.digest)
    #expect(recovered.recovered == store.log.count - saved)
    #expect(recovered.saved == saved)
    #expect(recovered.problem == nil)
  }

  @Test("Wherever it is torn, all whole lines before are recovered, and the torn one is told")
  func recoversTorn() throws {
    defer { folder.remove() }
    let store = try Sample.store()
    let bytes = try write(store, saved: 1)
    let header = try #require(bytes.firstIndex(of: 0x0A))
    for length in stride(from: header + 1, through: bytes.count, by: 11) {
      try Data(bytes[..<length]).write(to: URL(fileURLWithPath: path.string))
      let whole = bytes[..<length].count { $0 == 0x0A }
      let recovered = try recovered()
      #expect(recovered.recovered == whole - 1)
      let isTorn = bytes[length - 1] != 0x0A
      #expect(recovered.problem == (isTorn ? .tornLine(whole + 1) : nil))
    }
    try Data(bytes[..<(header - 3)]).write(to: URL(fileURLWithPath: path.string))
    #expect(throws: JournalError.self) { try recovered() }
  }

  @Test("Whichever byte is flipped, all lines before are recovered, and the line is named")
  func recoversFlipped() throws {
    defer { folder.remove() }
    let store = try Sample.store()
    let bytes = try write(store, saved: 1)
    let header = try #require(bytes.firstIndex(of: 0x0A))
    for place in stride(from: header + 1, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 0x01
      try Data(changed).write(to: URL(fileURLWithPath: path.string))
      let recovered = try recovered()
      let line = 1 + bytes[..<place].count { $0 == 0x0A }
      #expect(recovered.recovered <= line - 2)
      if bytes[place] == 0x0A { continue }
      #expect(recovered.recovered == line - 2)
      guard case .brokenLine(line, _)? = recovered.problem else {
        Issue.record("line \(line), found \(String(describing: recovered.problem))")
        return
      }
    }
  }

  @Test("A session that was saved before the journal could be removed loses and doubles nothing")
  func savedAlready() throws {
    defer { folder.remove() }
    let store = try Sample.store()
    try write(store, saved: 1)
    try file.save(try prefix(store, 4), to: session)
    let some = try recovered()
    #expect(some.saved == 4)
    #expect(some.recovered == 2)
    #expect(some.opened.store.log == store.log)
    try file.save(store, to: session)
    #expect(try recovered().recovered == 0)
  }

  @Test("Where the session has gone on without the journal, its changes come without its file")
  func goneOn() throws {
    defer { folder.remove() }
    let store = try Sample.store()
    try write(store, saved: 1)
    var other = try prefix(store, 1)
    _ = try other.apply(
      Operation(
        user: "binh", time: Timestamp(seconds: 1_704_500_000),
        action: .dropClaims([ClaimID(2)])))
    try file.save(other, to: session)
    let recovered = try recovered()
    #expect(recovered.path == nil)
    #expect(recovered.leftBehind == session)
    #expect(recovered.saved == 0)
    #expect(recovered.opened.store.log == store.log)
  }

  @Test("A journal that does not fit its session, or of a newer theo, is refused by name")
  func refuses() throws {
    defer { folder.remove() }
    let store = try Sample.store()
    try write(store, saved: 2)
    try file.save(try Sample.store([.load([Sample.loadedPort])]), to: session)
    #expect(try failure() == .otherHistory(session, operations: 2))
    try FileManager.default.removeItem(atPath: session.string)
    #expect(try failure() == .session(SessionError(session, .cannotRead(.noSuchFileOrDirectory))))
    try folder.write("Theo AFP", to: ".s.json.theo-journal")
    #expect(try failure() == .notAJournal)
    try FileManager.default.removeItem(atPath: path.string)
    #expect(try failure() == .cannotRead(.noSuchFileOrDirectory))
  }

  private func failure() throws -> JournalError.Kind? {
    let error = #expect(throws: JournalError.self) { try recovered() }
    #expect(error?.description.contains(".s.json.theo-journal") == true)
    return error?.kind
  }

  @Test("Two journals of a session are both found, and a new one takes neither's name")
  func findsTwo() throws {
    defer { folder.remove() }
    try folder.write("{}", to: "s.json")
    #expect(try JournalFile.freePath(besides: session) == path)
    try folder.write("1", to: ".s.json.theo-journal")
    let second = FilePath(folder.file(".s.json.2.theo-journal"))
    #expect(try JournalFile.freePath(besides: session) == second)
    try folder.write("2", to: ".s.json.2.theo-journal")
    #expect(JournalFile.paths(besides: session) == [path, second])
    #expect(JournalFile.paths(in: FilePath(folder.path)).count == 2)
  }

  @Test("A journal that is being written is told from one that a crash left")
  func tellsLive() throws {
    defer { folder.remove() }
    let journal = try journal(of: try Sample.store(), saved: 1)
    #expect(JournalFile.state(of: path) == .live)
    journal.close()
    #expect(JournalFile.state(of: path) == .left)
  }

  @Test(
    "A disk that fails at any step leaves the journal's operations so far, and says why",
    arguments: DiskFault.allCases)
  func survivesFaults(fault: DiskFault) throws {
    defer { folder.remove() }
    let store = try Sample.store()
    var journal = try journal(of: store, saved: 1)
    try journal.append(Array(store.log[..<3]))
    journal.close()
    let start = Journal.Start(
      path: path, session: session, holder: Self.holder, saved: 1, carried: CarriedOver())
    // Closing and an old file's permissions are no part of starting a journal.
    let isHit = fault != .noPermission && fault != .brokenClose
    do throws(WriteFailure) {
      try Journal(start, log: store.log, calls: fault.calls).close()
      #expect(!isHit)
    } catch {
      #expect(isHit)
      #expect(error.reason.contains("Work goes on in memory"))
    }
    let recovered = try recovered()
    #expect(recovered.recovered >= 2)
    #expect(try folder.names().allSatisfy { !$0.hasSuffix(".tmp") })
  }
}
