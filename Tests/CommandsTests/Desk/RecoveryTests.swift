import ClaimModel
import FactStore
import Foundation
import Sessions
import SystemPackage
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// What a crash left, wherever it lies by now.
@Suite("After a crash")
struct RecoveryTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func desk(_ session: String? = nil, calls: SystemCalls = .live) throws -> Desk {
    let protection = SessionProtection(
      calls: calls, host: { "desk-3" }, process: 7, stateFolder: FilePath(folder.path + "/state"),
      journals: true)
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: "an", protection: protection))
    if let session { _ = try desk.open(folder.path + "/" + session) }
    return desk
  }

  /// Leaves `o/s.json` with one change in its journal.
  private func crash() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/o", withIntermediateDirectories: true)
    var desk = try desk()
    try desk.perform(.load(TestStory.both.map { $0.1.loaded(as: $0.0) }))
    _ = try desk.save(to: folder.path + "/o/s.json")
    _ = ran("annotate c2 --verdict true", on: &desk)
    desk.close(keepsJournal: true)
  }

  private func move(_ old: String, _ new: String) throws {
    try FileManager.default.moveItem(
      atPath: folder.path + "/" + old, toPath: folder.path + "/" + new)
  }

  /// Opens a session, says yes to the offer, saves.
  private func recovered(_ session: String) throws -> TestConsole {
    var desk = try desk(session)
    let console = TestConsole()
    console.answers = [true]
    RecoveryOffer.make(&desk, console: console)
    #expect(console.questions == ["Recover them?"], "\(console.messages)")
    #expect(desk.path == folder.path + "/" + session)
    #expect(desk.store.claim(ClaimID(2))?.verdict == .true)
    #expect(ran("annotate c1 --tag x; save", on: &desk).status == .done)
    desk.close(keepsJournal: false)
    return console
  }

  @Test("a session is brought back in a folder that was moved")
  func moved() throws {
    try crash()
    try move("o", "p")
    #expect(try recovered("p/s.json").messages.contains("'\(folder.path)/p/s.json': 1 change"))
    #expect(try folder.names().contains("o") == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/p") == ["s.json"])
  }

  @Test("the copy of a folder is brought back, and the original stays as it is, journal and all")
  func copied() throws {
    try crash()
    try FileManager.default.copyItem(
      atPath: folder.path + "/o", toPath: folder.path + "/copy")
    let original = try folder.text("o/s.json")
    let journal = try folder.text("o/.s.json.theo-journal")
    _ = try recovered("copy/s.json")
    #expect(try folder.text("o/s.json") == original)
    #expect(try folder.text("o/.s.json.theo-journal") == journal)
    #expect(try folder.text("copy/s.json") != original)
    _ = try recovered("o/s.json")
  }

  @Test("a session that was renamed is brought back under its new name, also where it was copied")
  func renamed() throws {
    try crash()
    try move("o/s.json", "o/t.json")
    _ = try recovered("o/t.json")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/o") == ["t.json"])
  }

  @Test("another session in its folder is not offered what is left of it")
  func notOffered() throws {
    try crash()
    var other = try desk()
    try other.perform(.load(TestStory.both.reversed().map { $0.1.loaded(as: $0.0) }))
    _ = try other.save(to: folder.path + "/o/other.json")
    #expect(other.leftovers.isEmpty)
    try move("o/s.json", "away.json")
    #expect(other.leftovers.isEmpty)
    let refused = ran("recover 1", on: &other)
    #expect(refused.status == .noInput)
    #expect(
      refused.messages.contains("recover \(folder.path)/o/.s.json.theo-journal --session FILE"))
    let wrong = ran("recover 1 --session \(folder.path)/o/other.json", on: &other)
    #expect(wrong.status == .badData)
    #expect(wrong.messages.contains("--session FILE"))
    let named = ran("recover 1 --session \(folder.path)/away.json", on: &other)
    #expect(named.output.contains("recovered 1 change · \(folder.path)/away.json"))
    #expect(ran("save", on: &other).status == .done)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/o") == ["other.json"])
    other.close(keepsJournal: false)
  }

  @Test(
    "the name of a session or a folder lists its journals, and tells where there is none",
    arguments: ["o/s.json", "o", "o/./s.json"])
  func named(place: String) throws {
    try crash()
    var desk = try desk()
    let list = ran("recover \(folder.path)/\(place) --format csv", on: &desk)
    #expect(list.status == .done)
    #expect(list.output.contains("left by a crash"))
    #expect(list.output.split(separator: "\n").count == 2)
    let none = ran("recover", on: &desk)
    #expect(none.output.contains("no journal was left of '"))
    #expect(none.output.contains("'\(folder.path)/state': every"), "\(none.output)")
    let missing = ran("recover \(folder.path)/o/none.json", on: &desk)
    #expect(missing.status == .noInput)
    #expect(missing.messages.contains("o/none.json': no such file"))
  }

  @Test("where the folder cannot be written, the journal among the user's own is offered as well")
  func elsewhere() throws {
    var calls = SystemCalls.live
    let live = calls
    let own = folder.path + "/o"
    calls.create = { path, permissions throws(Errno) in
      if path.string.hasPrefix(own) { throw .permissionDenied }
      return try live.create(path, permissions)
    }
    try crash()
    _ = try recovered("o/s.json")
    var first = try desk("o/s.json", calls: calls)
    _ = ran("annotate c3 --verdict false", on: &first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state").count == 1)
    first.close(keepsJournal: true)
    try move("o", "p")
    var next = try desk("p/s.json")
    #expect(next.leftovers.count == 1)
    #expect(ran("recover 1; save", on: &next).status == .done)
    #expect(next.store.claim(ClaimID(3))?.verdict == .false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state").isEmpty)
    next.close(keepsJournal: false)
  }

  @Test("a colleague's journal that may not be read is told, and not taken for a crash's")
  func closed() throws {
    try crash()
    var calls = SystemCalls.live
    let live = calls
    calls.openExisting = { path throws(Errno) in
      if path.string.hasSuffix("-journal") { throw .permissionDenied }
      return try live.openExisting(path)
    }
    calls.openForReading = { path throws(Errno) in
      if path.string.hasSuffix("-journal") { throw .permissionDenied }
      return try live.openForReading(path)
    }
    var desk = try desk("o/s.json", calls: calls)
    let console = TestConsole()
    RecoveryOffer.make(&desk, console: console)
    #expect(console.questions.isEmpty)
    #expect(console.messages.contains("who may be at work on '\(folder.path)/o/s.json' now"))
    #expect(!console.messages.contains("recover lists them"))
    #expect(ran("recover", on: &desk).output.contains("of another user, in use or left"))
    for command in ["recover 1", "recover --drop 1"] {
      let refused = ran(command, on: &desk)
      #expect(refused.status == .failed)
      #expect(refused.messages.contains("cannot be looked into: permission denied"))
    }
    // Its own changes go beside it.
    _ = ran("annotate c1 --tag x", on: &desk)
    #expect(try folder.text("o/.s.json.2.theo-journal").contains("annotate"))
    desk.close(keepsJournal: false)
  }

  @Test(
    "a journal taken away while it is written is written anew, and that is told",
    arguments: ["removed", "replaced", "moved"])
  func takenAway(how: String) throws {
    try crash()
    _ = try recovered("o/s.json")
    var desk = try desk("o/s.json")
    #expect(ran("annotate c3 --verdict false", on: &desk).messages.isEmpty)
    let journal = "o/.s.json.theo-journal"
    switch how {
    case "removed": folder.remove(journal)
    case "moved": try move(journal, "o/away")
    default:
      folder.remove(journal)
      try folder.write("theirs", to: journal)
    }
    let told = ran("annotate c4 --verdict false", on: &desk)
    #expect(told.status == .done)
    #expect(told.messages.contains("was taken away while it was written; a new one holds every"))
    #expect(ran("annotate c5 --tag x", on: &desk).messages.isEmpty)
    let new = how == "replaced" ? "o/.s.json.2.theo-journal" : journal
    #expect(try JournalFile(FilePath(folder.path + "/" + new)).count == 3)
    if how == "replaced" { #expect(try folder.text(journal) == "theirs") }
    #expect(ran("save", on: &desk).status == .done)
    desk.close(keepsJournal: false)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/o").count
        == (how == "removed" ? 1 : 2))
  }

  @Test("a disk that stays dead is told again from time to time, and the prompt shows it")
  func staysDead() throws {
    let disk = FailingDisk(nil, in: folder.path)
    try crash()
    _ = try recovered("o/s.json")
    var desk = try desk("o/s.json", calls: disk.calls)
    #expect(ran("annotate c1 --note n", on: &desk).messages.isEmpty)
    #expect(PromptText(desk).text.plain.hasSuffix("unchecked*> "))
    disk.fail(.brokenWrite)
    var told = [Int]()
    for change in 1...40 {
      let ran = ran("annotate c1 --note 'n\(change)'", on: &desk)
      #expect(PromptText(desk).text.plain.hasSuffix("unchecked*!> "))
      if ran.messages.contains("cannot be written") { told.append(change) }
    }
    #expect(told == [1, 11, 23])
    disk.fail(nil)
    #expect(ran("annotate c1 --tag x", on: &desk).messages.contains("can be written again"))
    #expect(PromptText(desk).text.plain.hasSuffix("unchecked*> "))
    desk.close(keepsJournal: false)
  }

  @Test("a journal that cannot be read is listed with the session that it lies beside")
  func unreadable() throws {
    try crash()
    try folder.write("no journal\n", to: "o/.s.json.theo-journal")
    try folder.write("no journal\n", to: "o/.t.v2.json.3.theo-journal")
    var desk = try desk()
    let listed = ran("recover \(folder.path)/o --format csv", on: &desk)
    #expect(listed.output.contains("1,\(folder.path)/o/s.json,0"), "\(listed)")
    #expect(listed.output.contains("2,\(folder.path)/o/t.v2.json,0"))
    let shown = ran("recover \(folder.path)/o", on: &desk)
    #expect(shown.output.contains("cannot be read"))
    #expect(!shown.output.contains("not saved yet"))
    #expect(!shown.output.contains("so does recover"))
  }

  @Test("a pipe in the place of a journal is told and not waited for")
  func pipe() throws {
    try crash()
    _ = try recovered("o/s.json")
    #expect(mkfifo(folder.path + "/o/.s.json.theo-journal", 0o600) == 0)
    var desk = try desk("o/s.json")
    let console = TestConsole()
    RecoveryOffer.make(&desk, console: console)
    #expect(console.messages.contains("it is a pipe or a device, expected an ordinary file"))
    _ = ran("annotate c1 --tag x", on: &desk)
    #expect(try folder.text("o/.s.json.2.theo-journal").contains("annotate"))
    desk.close(keepsJournal: false)
  }
}
