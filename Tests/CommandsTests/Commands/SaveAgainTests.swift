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

/// The main job: load, save, judge, save, whatever becomes of the file in between.
@Suite("A session is saved again")
struct SaveAgainTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func desk(
    user: String = "an", host: String = "desk-3", journals: Bool = true,
    calls: SystemCalls = .live, loaded: Bool = true
  ) throws -> Desk {
    let protection = SessionProtection(
      calls: calls, host: { host }, process: 7, stateFolder: FilePath(folder.path + "/state"),
      journals: journals)
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: user, protection: protection))
    if loaded { try desk.perform(.load(TestStory.both.map { $0.1.loaded(as: $0.0) })) }
    return desk
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + name, withDestinationPath: target)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/real").sorted()
  }

  private func verdict(_ name: String, _ claim: Int = 2) throws -> Verdict? {
    try SessionFile(theo: "1.0").open(FilePath(folder.path + "/" + name))
      .store.claim(ClaimID(claim))?.verdict
  }

  /// A name of 250 bytes: the lock's, the journal's and the new file's have to be cut.
  private static let long = String(repeating: "ế", count: 81) + "xy.json"

  @Test(
    "under whatever name, and leaves nothing beside it",
    arguments: [
      "s.json", "./s.json", "../real/s.json", "link.json", "later.json", "Hà Nội.json",
      "Hà Nội.json".decomposedStringWithCanonicalMapping, long, "tin cháy 5*?.json",
    ], [true, false])
  func again(name: String, isThere: Bool) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/real", withIntermediateDirectories: true)
    if isThere { try folder.write("old", to: "real/there.json") }
    try link("real/link.json", to: "there.json")
    try link("real/later.json", to: "../real/link.json")
    if isThere, !name.hasPrefix("l") { try folder.write("old", to: "real/\(name)") }
    let before = try names()
    var desk = try desk()
    let path = folder.path + "/real/" + name
    #expect(ran("save '\(path)'", on: &desk).status == .done)
    for (line, expected) in [
      ("annotate c2 --verdict false", Verdict.false), ("annotate c2 --verdict true", .true),
    ] {
      #expect(ran(line, on: &desk).status == .done)
      #expect(ran("save", on: &desk).messages.isEmpty)
      #expect(try verdict("real/" + name) == expected)
    }
    desk.close(keepsJournal: false)
    let new = Set(try names()).subtracting(before)
    #expect(new.allSatisfy { !$0.contains(".theo-") })
    #expect(new.count <= 1)
  }

  @Test("after the file was deleted, which is told, and after its folder was renamed")
  func deletedOrMoved() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/real", withIntermediateDirectories: true)
    var desk = try desk()
    #expect(ran("save \(folder.path)/real/s.json", on: &desk).status == .done)
    try FileManager.default.removeItem(atPath: folder.path + "/real/s.json")
    _ = ran("annotate c2 --verdict true", on: &desk)
    let again = ran("save", on: &desk)
    #expect(again.status == .done)
    #expect(again.messages.contains("was not there any more; it was written anew"))
    try FileManager.default.moveItem(
      atPath: folder.path + "/real", toPath: folder.path + "/moved")
    _ = ran("annotate c2 --verdict false", on: &desk)
    let gone = ran("save", on: &desk)
    #expect(gone.status == .cannotWrite)
    #expect(gone.messages.contains("no such file or folder"))
    #expect(ran("save \(folder.path)/moved/s.json", on: &desk).messages.isEmpty)
    #expect(try verdict("moved/s.json") == .false)
    desk.close(keepsJournal: false)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/moved")
    #expect(left.filter { $0.contains("lock") }.isEmpty)
  }

  private var session: String { folder.path + "/s.json" }

  /// A desk with a change, whose file a colleague has changed since.
  private func overtaken(
    journals: Bool = true, _ theirs: (TestFolder) throws -> Void
  ) throws -> Desk {
    var desk = try desk(journals: journals)
    _ = ran("save \(session)", on: &desk)
    _ = ran("annotate c2 --verdict true", on: &desk)
    try theirs(folder)
    return desk
  }

  /// A colleague's session takes the place of the file, as git pull and Dropbox do it.
  private func colleague(_ line: String = "annotate c1 --verdict false") throws {
    try FileManager.default.copyItem(atPath: session, toPath: folder.path + "/n.json")
    var lan = try desk(user: "lan", loaded: false)
    _ = try lan.open(folder.path + "/n.json")
    #expect(ran("\(line); save", on: &lan).status == .done)
    lan.close(keepsJournal: false)
    rename(folder.path + "/n.json", session)
  }

  @Test("in a script not over what a colleague wrote there meanwhile, unless it is to be replaced")
  func refuses() throws {
    var desk = try overtaken { _ in try colleague() }
    let there = try folder.text("s.json")
    for line in ["save", "save \(session)", "save --yes", "save \(folder.path)/./s.json -y"] {
      let refused = ran(line, on: &desk)
      #expect(refused.status == .cannotWrite)
      #expect(refused.messages.contains("s.json' was changed by somebody else since it was read"))
      #expect(refused.messages.contains("save --replace"))
      #expect(try folder.text("s.json") == there)
    }
    #expect(ran("merge \(session) -o \(folder.path)/both.json", on: &desk).status == .done)
    #expect(try verdict("both.json", 1) == .false)
    #expect(try verdict("both.json", 2) == .true)
    #expect(ran("save --replace", on: &desk).status == .done)
    #expect(try verdict("s.json", 1) == .unchecked)
    #expect(ran("annotate c2 --tag x; save", on: &desk).messages.isEmpty)
    desk.close(keepsJournal: false)
  }

  @Test("at the prompt with a colleague's changes merged in, also where both judged one claim")
  func merges() throws {
    var desk = try overtaken { _ in
      try colleague("annotate c1 --verdict false; annotate c2 --note \"xem lại\"")
    }
    let console = TestConsole()
    console.isInteractive = true
    console.replies = ["was?", "m", "t", "t"]
    let merged = ran("save", on: &desk, console: console)
    #expect(merged.status == .done, "\(merged)")
    #expect(merged.messages.contains("was changed by somebody else"))
    #expect(console.questions.first == "[m]erge both, [r]eplace theirs, or write [n]othing? ")
    #expect(try verdict("s.json", 1) == .false)
    #expect(try verdict("s.json", 2) == .true)
    #expect(!desk.isUnsaved)
    #expect(ran("annotate c1 --tag x; save; session verify", on: &desk).status == .done)
    desk.close(keepsJournal: false)
  }

  @Test("at the prompt not at all, or over theirs, as is answered", arguments: ["n", "", "r"])
  func answers(reply: String) throws {
    var desk = try overtaken { _ in try colleague() }
    let there = try folder.text("s.json")
    let console = TestConsole()
    console.isInteractive = true
    console.replies = [reply]
    let saved = ran("save --yes", on: &desk, console: console)
    #expect(saved.status == .done)
    #expect(try (folder.text("s.json") == there) == (reply != "r"))
    #expect(desk.isUnsaved == (reply != "r"))
    desk.close(keepsJournal: false)
  }

  @Test(
    "not over other bytes that took its place, and no merge is offered with those",
    arguments: [
      "Ghi chép", "", "{\"format\": \"theo-session\"", "[1]",
    ])
  func broken(bytes: String) throws {
    var desk = try overtaken { try $0.write(bytes, to: "s.json") }
    #expect(ran("save", on: &desk).status == .cannotWrite)
    let console = TestConsole()
    console.isInteractive = true
    console.replies = ["m", "n"]
    _ = ran("save", on: &desk, console: console)
    #expect(console.questions.first == "[r]eplace theirs, or write [n]othing? ")
    #expect(try folder.text("s.json") == bytes)
    desk.close(keepsJournal: false)
  }

  @Test("after its lock was removed from outside, but not when another works on it by then")
  func lockRemoved() throws {
    var desk = try overtaken { _ in }
    try FileManager.default.removeItem(atPath: folder.path + "/.s.json.theo-lock")
    #expect(ran("save", on: &desk).messages.isEmpty)
    try FileManager.default.removeItem(atPath: folder.path + "/.s.json.theo-lock")
    var lan = try self.desk(user: "lan", loaded: false)
    _ = try lan.open(session)
    _ = ran("annotate c1 --verdict true", on: &desk)
    let refused = ran("save", on: &desk)
    #expect(refused.status == .cannotWrite)
    #expect(refused.messages.contains("is being worked on by lan on desk-3"))
    lan.close(keepsJournal: false)
    #expect(ran("save", on: &desk).status == .done)
    desk.close(keepsJournal: false)
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: folder.path)
        .contains(".s.json.theo-lock"))
  }

  @Test("by a single call, which locks it with its first change and not before")
  func singleCall() throws {
    var first = try overtaken { _ in }
    _ = ran("save", on: &first)
    first.close(keepsJournal: false)
    let lock = folder.path + "/.s.json.theo-lock"
    var call = try desk(journals: false, loaded: false)
    _ = try call.open(session)
    #expect(ran("claims; stats; show c1; log", on: &call).status == .done)
    #expect(!FileManager.default.fileExists(atPath: lock))
    #expect(ran("annotate c1 --verdict true", on: &call).status == .done)
    #expect(FileManager.default.fileExists(atPath: lock))
    var second = try desk(user: "binh", journals: false, loaded: false)
    _ = try second.open(session)
    let refused = ran("annotate c1 --verdict false", on: &second)
    #expect(refused.status == .failed)
    #expect(refused.messages.contains("an on desk-3"))
    _ = try call.save()
    call.close(keepsJournal: false)
    var third = try desk(user: "binh", journals: false, loaded: false)
    _ = try third.open(session)
    try colleague()
    let overtaken = ran("annotate c1 --verdict false", on: &third)
    #expect(overtaken.status == .cannotWrite)
    #expect(overtaken.messages.contains("was changed by somebody else"))
    third.close(keepsJournal: false)
  }

  @Test("and a lock that cannot be had is told once, what another machine left as what it is")
  func tells() throws {
    var calls = SystemCalls.live
    calls.lock = { _ throws(Errno) in throw .noLocks }
    var desk = try desk(calls: calls)
    let first = ran("save \(session)", on: &desk)
    #expect(first.status == .done)
    #expect(first.messages.contains("s.json' cannot be locked: its disk knows no locks"))
    #expect(!ran("annotate c1 --verdict true; save", on: &desk).messages.contains("locked"))
    desk.close(keepsJournal: false)
    try? FileManager.default.removeItem(atPath: folder.path + "/.s.json.theo-lock")
    try folder.write(
      #"{"host":"desk-9","process":7,"since":"2024-01-05T09:00:00Z","user":"lan"}"#,
      to: ".s.json.theo-lock")
    var next = try self.desk(loaded: false)
    let opened = ran("open \(session)", on: &next)
    #expect(opened.messages.contains("bears the lock of lan on desk-9"))
    #expect(opened.messages.contains("it cannot be seen whether"))
    #expect(!opened.messages.contains("has ended"))
    next.close(keepsJournal: false)
  }

  @Test("and what a save that was killed left beside it is taken away, and told")
  func removesLeftovers() throws {
    try folder.write("half", to: ".theo-999999999-0.tmp")
    var desk = try desk()
    let saved = ran("save \(session)", on: &desk)
    #expect(saved.messages.contains("removed '.theo-999999999-0.tmp'"))
    desk.close(keepsJournal: false)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "state" }
        == ["s.json"])
  }

  @Test("but never as a folder's name")
  func folderName() throws {
    var desk = try desk()
    let refused = ran("save \(folder.path)/out/", on: &desk)
    #expect(refused.status == .cannotWrite)
    #expect(refused.messages.contains("it is a folder"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }
}
