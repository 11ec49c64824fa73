import ClaimModel
import FactStore
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

/// Every call by which journal, `> file`, transcript and configuration reach the disk fails once.
@Suite("A disk whose every call fails once")
struct OneFaultTests {
  private let folder: TestFolder
  private let fault = OneFault()

  init() throws { folder = try TestFolder() }

  private var session: String { folder.path + "/s.json" }

  private func desk() throws -> Desk {
    let protection = SessionProtection(
      calls: fault.calls, host: { "desk-3" }, process: 7, stateFolder: nil, journals: true)
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: "an", protection: protection))
    folder.remove("s.json")
    try desk.perform(.load(TestStory.both.map { $0.1.loaded(as: $0.0) }))
    _ = try desk.save(to: session)
    // A session without a file has no place for its journal here.
    _ = desk.takeNotices()
    return desk
  }

  /// Runs `body` once for each call that a sound disk makes in it, which fails then; gives what
  /// failed.
  private func each(
    _ error: Errno, start: () throws -> Desk, _ body: (inout Desk) throws -> Void,
    check: (inout Desk, String) throws -> Void
  ) throws -> Set<String> {
    var sound = try start()
    _ = fault.count()
    try body(&sound)
    let calls = fault.count()
    sound.close(keepsJournal: false)
    #expect(calls > 0)
    var failed = Set<String>()
    for call in 1...calls {
      var desk = try start()
      fault.fail(call, with: error)
      try body(&desk)
      guard let name = fault.failed else { continue }
      failed.insert(name)
      try check(&desk, "\(name), call \(call), \(error)")
      desk.close(keepsJournal: false)
    }
    return failed
  }

  @Test(
    "leaves the journal whole or says why not, and it holds every change when that is over",
    arguments: OneFault.errors, [false, true])
  func journal(error: Errno, begun: Bool) throws {
    var messages = ""
    let failed = try each(error) {
      var desk = try desk()
      if begun { _ = ran("annotate c3 --tag x", on: &desk) }
      return desk
    } _: { desk in
      let ran = ran("annotate c2 --verdict true", on: &desk)
      #expect(ran.status == .done)
      messages = ran.messages
    } check: { desk, what in
      #expect(desk.isKept == messages.isEmpty, "\(what): \(messages)")
      if error == .interrupted { #expect(messages.isEmpty, "\(what): \(messages)") }
      if !messages.isEmpty {
        #expect(messages.contains("journal of this session cannot be written: "), "\(what)")
        #expect(PromptText(desk).text.plain.hasSuffix("*!> "), "\(what)")
      }
      let again = ran("annotate c1 --verdict false", on: &desk)
      #expect(again.messages.contains("every change so far is in it") == !messages.isEmpty)
      #expect(PromptText(desk).text.plain.hasSuffix("*> "), "\(what)")
      let journal = try JournalFile(FilePath(folder.path + "/.s.json.theo-journal"))
      #expect(journal.count == (begun ? 3 : 2), "\(what)")
      #expect(ran("save", on: &desk).status == .done, "\(what)")
      let names = try folder.names()
      #expect(names.allSatisfy { !$0.hasSuffix("journal") && !$0.hasSuffix("tmp") }, "\(what)")
    }
    #expect(failed.isSuperset(of: ["write", "fsync"]))
  }

  @Test(
    "leaves the file behind '>' as it was or has it whole, says which, and then writes it",
    arguments: OneFault.errors, ["out.csv", "new.csv"])
  func file(error: Errno, name: String) throws {
    let path = folder.path + "/" + name
    var outcome = Ran(output: "", messages: "", status: .done)
    var sound = try desk()
    let whole = ran("claims --format csv", on: &sound).output
    sound.close(keepsJournal: false)
    let failed = try each(error) {
      folder.remove("new.csv")
      try folder.write("old\n", to: "out.csv")
      return try desk()
    } _: { desk in
      outcome = ran("claims --format csv > \(path)", on: &desk)
    } check: { desk, what in
      let found = try? folder.text(name)
      if outcome.status == .done {
        #expect(found == whole, "\(what)")
        #expect(outcome.messages.isEmpty, "\(what)")
      } else {
        #expect(error != .interrupted, "\(what)")
        #expect(outcome.status == .cannotWrite, "\(what)")
        #expect(outcome.messages.contains("'\(path)': cannot be written: "), "\(what)")
        let isWritten = outcome.messages.contains("it is written")
        let isOld = outcome.messages.contains("what was there is as it was")
        #expect(found == (isWritten ? whole : name == "out.csv" ? "old\n" : nil), "\(what)")
        #expect(isWritten != isOld || name == "new.csv", "\(what): \(outcome.messages)")
      }
      let names = try folder.names()
      #expect(names.allSatisfy { !$0.hasSuffix(".tmp") }, "\(what)")
      #expect(ran("claims --format csv > \(path)", on: &desk).status == .done, "\(what)")
      #expect(try folder.text(name) == whole, "\(what)")
    }
    #expect(failed.isSuperset(of: ["creat", "write", "fsync", "close", "rename"]))
  }

  @Test(
    "leaves a transcript with whole commands alone, and the file that it replaces as it was",
    arguments: OneFault.errors)
  func transcript(error: Errno) throws {
    let path = folder.path + "/t.txt"
    var begun = Ran(output: "", messages: "", status: .done)
    var told = begun
    _ = try each(error) {
      try folder.write("old\n", to: "t.txt")
      return try desk()
    } _: { desk in
      begun = ran("transcript on \(path) --replace", on: &desk)
      told = ran("claims c99", on: &desk)
      _ = ran("transcript off", on: &desk)
    } check: { desk, what in
      let found = try folder.text("t.txt")
      if begun.status != .done {
        #expect(begun.status == .cannotWrite, "\(what)")
        #expect(begun.messages.contains("'\(path)': cannot be written: "), "\(what)")
        let isHead = found.hasPrefix("# theo transcript 1\n# begins at ")
        #expect(isHead || found == "old\n", "\(what): \(found)")
        #expect(isHead == begun.messages.contains("it is written"), "\(what)")
        let isAlone = found.split(separator: "\n").allSatisfy { $0.hasPrefix("#") }
        #expect(isAlone || found == "old\n", "\(what): \(found)")
      } else {
        let isWhole = found.hasSuffix("[exit 1]\n")
        let isAlone = found.split(separator: "\n").allSatisfy { $0.hasPrefix("#") }
        #expect(isWhole || isAlone, "\(what): \(found)")
        #expect(told.messages.contains("ends before this command") != isWhole, "\(what)")
      }
      if error == .interrupted { #expect(found.hasSuffix("[exit 1]\n"), "\(what)") }
      #expect(ran("transcript on \(path) --replace; claims c1", on: &desk).status == .done)
      #expect(try folder.text("t.txt").contains("claims c1\n"), "\(what)")
    }
  }

  @Test(
    "leaves the configuration as it was or changed, and what was set holds",
    arguments: OneFault.errors)
  func configuration(error: Errno) throws {
    let path = folder.path + "/config.toml"
    var told = Ran(output: "", messages: "", status: .done)
    _ = try each(error) {
      try folder.write("pager = true\n", to: "config.toml")
      var desk = try desk()
      let store = ConfigurationStore(path: path, calls: fault.calls)
      #expect(
        desk.configure(from: store, commands: CommandCatalogue.standard.names) { _ in nil }.isEmpty)
      return desk
    } _: { desk in
      told = ran("set pager off", on: &desk)
    } check: { desk, what in
      #expect(told.status == .done)
      #expect(!desk.settings.usesPager, "\(what)")
      let found = try folder.text("config.toml")
      #expect(
        found == (told.messages.isEmpty ? "pager = false\n" : "pager = true\n")
          || told.messages.contains("it is written"), "\(what): \(told.messages)")
      if error == .interrupted { #expect(told.messages.isEmpty, "\(what): \(told.messages)") }
      if !told.messages.isEmpty { #expect(told.messages.contains("'\(path)'"), "\(what)") }
      #expect(ran("set pager off", on: &desk).messages.isEmpty, "\(what)")
      #expect(try folder.text("config.toml") == "pager = false\n", "\(what)")
    }
  }
}
