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

/// What `> FILE` and `transcript on FILE --replace` do to what is there.
@Suite("Output that is sent to a file")
struct SendingTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  /// A desk with `s.json` open, and another session `other.json` beside it.
  private func desk(calls: SystemCalls = .live) throws -> Desk {
    let protection = SessionProtection(
      calls: calls, host: { "desk-3" }, process: 7, stateFolder: nil, journals: true)
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: "an", protection: protection))
    try desk.perform(.load(TestStory.both.map { $0.1.loaded(as: $0.0) }))
    try desk.export(desk.store, to: folder.path + "/other.json", form: .whole)
    try desk.export(desk.store, to: folder.path + "/compact.json", form: .operations)
    _ = try desk.save(to: folder.path + "/s.json")
    return desk
  }

  static let ways = ["claims --format json > ", "claims >> ", "transcript on --replace "]

  @Test("never takes the place of the session that is open, under whatever name", arguments: ways)
  func own(way: String) throws {
    var desk = try desk()
    let saved = try folder.text("s.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "s.json")
    for name in ["s.json", "./s.json", "link"] {
      for isInteractive in [true, false] {
        let console = TestConsole()
        console.isInteractive = isInteractive
        console.answers = [true]
        let ran = ran("\(way)\(folder.path)/\(name)", on: &desk, console: console)
        #expect(ran.status == .cannotWrite)
        #expect(
          ran.messages.contains("\(name)': cannot be written: it is the session that is open"))
        #expect(try folder.text("s.json") == saved)
      }
    }
    #expect(ran("annotate c1 --tag x > \(folder.path)/s.json", on: &desk).status == .cannotWrite)
    #expect(!desk.isUnsaved)
    desk.close(keepsJournal: false)
  }

  @Test(
    "takes the place of another session only after a yes",
    arguments: [ways[0], ways[2]], ["other.json", "compact.json"])
  func otherSession(way: String, name: String) throws {
    var desk = try desk()
    let saved = try folder.text(name)
    let batch = ran("\(way)\(folder.path)/\(name)", on: &desk)
    #expect(batch.status == .cannotWrite)
    #expect(batch.messages.contains("it is a session, whose stories and annotations would be gone"))
    let console = TestConsole()
    console.isInteractive = true
    console.answers = [false, true]
    let no = ran("\(way)\(folder.path)/\(name)", on: &desk, console: console)
    #expect(no.status == .done)
    #expect((no.output + no.messages).contains("nothing was written"))
    #expect(try folder.text(name) == saved)
    #expect(
      ran("\(way)\(folder.path)/\(name)", on: &desk, console: console).status == .done)
    #expect(console.questions.count == 2)
    #expect(console.questions[0] == "replace the session '\(folder.path)/\(name)'?")
    #expect(try folder.text(name) != saved)
    #expect(ran("claims >> \(folder.path)/\(name)", on: &desk, console: console).status == .done)
    desk.close(keepsJournal: false)
  }

  @Test("is not put behind a session, and not in the place of one that somebody works on")
  func behindSession() throws {
    var desk = try desk()
    let saved = try folder.text("other.json")
    let console = TestConsole()
    console.isInteractive = true
    console.answers = [true, true]
    let behind = ran("claims >> \(folder.path)/other.json", on: &desk, console: console)
    #expect(behind.status == .cannotWrite)
    #expect(behind.messages.contains("text behind it would break it"))
    var colleague = Desk(surroundings: desk.surroundings)
    #expect(ran("open \(folder.path)/other.json", on: &colleague).status == .done)
    let taken = ran("claims > \(folder.path)/other.json", on: &desk, console: console)
    #expect(taken.status == .cannotWrite)
    #expect(taken.messages.contains("is being worked on by an on desk-3"))
    #expect(try folder.text("other.json") == saved)
    colleague.close(keepsJournal: false)
    desk.close(keepsJournal: false)
  }

  @Test("never takes the place of a journal or a lock", arguments: ways)
  func kept(way: String) throws {
    var desk = try desk()
    _ = ran("annotate c1 --tag x", on: &desk)
    for name in [".s.json.theo-journal", ".s.json.theo-lock"] {
      let before = try folder.text(name)
      let ran = ran("\(way)\(folder.path)/\(name)", on: &desk)
      #expect(ran.status == .cannotWrite)
      #expect(ran.messages.contains("of theo's; name another file"))
      #expect(try folder.text(name) == before)
    }
    desk.close(keepsJournal: false)
  }

  @Test("does not take the place of a session that the command itself saves there")
  func savedThere() throws {
    var desk = try desk()
    let ran = ran("save \(folder.path)/new.json > \(folder.path)/new.json", on: &desk)
    #expect(ran.status == .cannotWrite)
    #expect(ran.messages.contains("the command saved a session there"))
    #expect(SessionFile.isSession(Array(try folder.text("new.json").utf8)))
    desk.close(keepsJournal: false)
  }

  @Test("takes the place of any other file, without a question, and keeps link and mode")
  func replaces() throws {
    var desk = try desk()
    let console = TestConsole()
    console.isInteractive = true
    try folder.write("old", to: "real.csv")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.path + "/real.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.csv", withDestinationPath: "real.csv")
    #expect(
      ran("claims c1 --format csv > \(folder.path)/link.csv", on: &desk, console: console).status
        == .done)
    #expect(try folder.text("real.csv").contains("c1,"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.csv")
        == "real.csv")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/real.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let first = try folder.text("real.csv")
    #expect(ran("claims c1 --format csv >> \(folder.path)/real.csv", on: &desk).status == .done)
    #expect(try folder.text("real.csv") == first + first)
    try folder.write("{\"format\": \"theo-sessions\"}", to: "own.json")
    #expect(ran("claims > \(folder.path)/own.json", on: &desk, console: console).status == .done)
    #expect(console.questions.isEmpty)
    desk.close(keepsJournal: false)
  }

  @Test("of a command that fails leaves the old file, and what was listed before an error stays")
  func failing() throws {
    var desk = try desk()
    try folder.write("old", to: "out")
    #expect(ran("claims c99 > \(folder.path)/out", on: &desk).status == .failed)
    #expect(try folder.text("out") == "old")
    let script = try folder.write("claims c1\nclaims c99\n", to: "s.theo")
    #expect(ran("run \(script) > \(folder.path)/out", on: &desk).status == .failed)
    #expect(try folder.text("out").contains("c1"))
    desk.close(keepsJournal: false)
  }

  @Test("goes into pipes and devices directly, and into a file whose folder cannot be written")
  func direct() throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    var calls = SystemCalls.live
    let live = calls
    let own = folder.path
    calls.create = { path, permissions throws(Errno) in
      if path.string.hasPrefix(own + "/locked") { throw .permissionDenied }
      return try live.create(path, permissions)
    }
    var desk = try desk(calls: calls)
    let wanted = ran("claims c1 --format csv", on: &desk).output
    #expect(ran("claims c1 --format csv > \(pipe)", on: &desk).status == .done)
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == wanted)
    #expect(ran("claims > /dev/null", on: &desk).status == .done)
    try folder.write("old", to: "locked/out.csv")
    #expect(
      ran("claims c1 --format csv > \(folder.path)/locked/out.csv", on: &desk).status == .done)
    #expect(try folder.text("locked/out.csv") == wanted)
    let new = ran("claims > \(folder.path)/locked/new.csv", on: &desk)
    #expect(new.status == .cannotWrite)
    #expect(new.messages.contains("locked/new.csv': cannot be written: permission denied"))
    let full = ran("claims > /dev/full", on: &desk)
    #expect(full.status == .cannotWrite)
    #expect(full.messages.contains("'/dev/full': cannot be written: no space left on device"))
    desk.close(keepsJournal: false)
  }

  @Test("waits for a reader of a pipe no longer than its user does")
  func interrupted() throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    var asked = 0
    let sink = FileSink(
      path: pipe, appends: false,
      isInterrupted: {
        asked += 1
        return asked > 2
      })
    let error = #expect(throws: (any Error).self) { try sink.write([1]) }
    #expect((error as? any UserFacing)?.cause is Interrupted)
  }

  @Test("that is broken off leaves the old file")
  func brokenOff() throws {
    try folder.write("old", to: "out")
    var isInterrupted = false
    let sink = FileSink(
      path: folder.path + "/out", appends: false, isInterrupted: { isInterrupted })
    try sink.write([0x31])
    isInterrupted = true
    #expect(throws: Interrupted.self) { try sink.write([0x32]) }
    sink.abandon(keepsOutput: false)
    #expect(try folder.text("out") == "old")
    #expect(try folder.names() == ["out"])
  }

  @Test(
    "is of no command that takes the place of a journal or a lock, not with --yes either",
    arguments: [
      "save NAME", "save NAME --yes", "save NAME --compact", "export NAME --as csv",
      "export NAME --as csv --yes", "merge FOLDER/other.json FOLDER/s.json -o NAME",
    ], [".s.json.theo-journal", ".s.json.theo-lock", ".x.json.2.theo-journal"])
  func keptFromAll(way: String, name: String) throws {
    var desk = try desk()
    _ = ran("annotate c1 --tag x", on: &desk)
    let before = try? folder.text(name)
    let line = way.replacingOccurrences(of: "NAME", with: folder.path + "/" + name)
      .replacingOccurrences(of: "FOLDER", with: folder.path)
    let ran = ran(line, on: &desk)
    #expect(ran.status == .cannotWrite, "\(ran)")
    #expect(ran.messages.contains("of theo's; name another file"))
    #expect((try? folder.text(name)) == before)
    desk.close(keepsJournal: false)
  }

  @Test("is no export in the place of a session, where nobody can be asked and --yes is not given")
  func exportOverSession() throws {
    var desk = try desk()
    let saved = try folder.text("other.json")
    let line = "export \(folder.path)/other.json --as json"
    let batch = ran(line, on: &desk)
    #expect(batch.status == .cannotWrite)
    #expect(batch.messages.contains("it is a session, whose stories and annotations would be gone"))
    let console = TestConsole()
    console.isInteractive = true
    #expect(ran(line, on: &desk, console: console).output.contains("nothing was written"))
    #expect(console.questions.count == 1)
    #expect(try folder.text("other.json") == saved)
    #expect(ran(line + " --yes", on: &desk).status == .done)
    #expect(try folder.text("other.json") != saved)
    desk.close(keepsJournal: false)
  }

  @Test("of an export tells of other names of the old file")
  func exportOverLinked() throws {
    var desk = try desk()
    try folder.write("old", to: "a.csv")
    try FileManager.default.linkItem(
      atPath: folder.path + "/a.csv", toPath: folder.path + "/b.csv")
    let ran = ran("export \(folder.path)/a.csv", on: &desk)
    #expect(ran.messages.contains("had 1 other name (hard links)"))
    #expect(try folder.text("b.csv") == "old")
    desk.close(keepsJournal: false)
  }

  @Test("makes folders that whoever may read the files may enter")
  func folderRights() throws {
    var desk = try desk()
    let before = umask(0o027)
    defer { umask(before) }
    #expect(ran("export \(folder.path)/corpus/new --as brat", on: &desk).status == .done)
    for name in ["corpus", "corpus/new"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      #expect(mode[.posixPermissions] as? Int == 0o750)
    }
    desk.close(keepsJournal: false)
  }

  @Test("may be named from the home folder")
  func home() throws {
    var desk = try desk()
    // HOME is that of the tests: the path must not be taken as it stands.
    let told = ran("claims > ~/none/x/y", on: &desk)
    #expect(told.status == .cannotWrite)
    #expect(try folder.names().contains("~") == false)
    desk.close(keepsJournal: false)
  }

  @Test("into a transcript that was taken away ends it, and that is told")
  func transcriptTakenAway() throws {
    var desk = try desk()
    let path = folder.path + "/t.txt"
    #expect(ran("transcript on \(path); claims c1", on: &desk).status == .done)
    folder.remove("t.txt")
    let told = ran("claims c2", on: &desk)
    #expect(told.output.contains("c2"))
    #expect(
      told.messages.contains("the transcript '\(path)' ends before this command: it was remo"))
    #expect(ran("transcript", on: &desk).output == "no transcript is kept\n")
    desk.close(keepsJournal: false)
  }
}
