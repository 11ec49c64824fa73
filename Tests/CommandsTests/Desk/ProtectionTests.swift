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

/// Journal, recovery and lock as commands show them.
@Suite("A session is kept")
struct ProtectionTests {
  private let folder: TestFolder
  private let other: TestFolder

  init() throws {
    folder = try TestFolder()
    other = try TestFolder()
  }

  private func desk(
    user: String = "an", calls: SystemCalls = .live, loaded: Bool = true,
    mostJournalled: Int = 128 << 20
  ) throws -> Desk {
    var protection = SessionProtection(
      calls: calls, host: { "desk-3" }, process: 7,
      stateFolder: FilePath(folder.path + "/state"), journals: true)
    protection.mostJournalled = mostJournalled
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: user, protection: protection))
    if loaded {
      try desk.perform(.load(TestStory.both.map { $0.1.loaded(as: $0.0) }))
      desk.commit()
    }
    return desk
  }

  /// A desk whose session is saved in `s.json`.
  private func savedDesk(user: String = "an", calls: SystemCalls = .live) throws -> Desk {
    var desk = try desk(user: user, calls: calls)
    _ = try desk.save(to: session)
    return desk
  }

  private var session: String { folder.path + "/s.json" }

  @Test("What is done is in a journal beside the session, and the session stays as it was saved")
  func journals() throws {
    var desk = try savedDesk()
    let saved = try folder.text("s.json")
    #expect(ran("annotate c2 --verdict true", on: &desk).status == .done)
    #expect(try folder.text("s.json") == saved)
    let journal = try folder.text(".s.json.theo-journal")
    #expect(journal.contains(#""action":"annotate""#))
    #expect(ran("save", on: &desk).status == .done)
    #expect(JournalFile.paths(in: FilePath(folder.path)).isEmpty)
    desk.close(keepsJournal: false)
  }

  @Test("Stories too large for the journal are told once, and a save takes it up again")
  func tooLarge() throws {
    var desk = try desk(mostJournalled: 10)
    #expect(JournalFile.paths(in: FilePath(folder.path + "/state")).isEmpty)
    let first = ran("annotate c2 --verdict true", on: &desk)
    #expect(first.messages.contains("stories are too many for the journal"))
    #expect(!ran("annotate c2 --tag x", on: &desk).messages.contains("too many"))
    #expect(ran("save \(session)", on: &desk).status == .done)
    #expect(ran("annotate c2 --verdict false", on: &desk).status == .done)
    #expect(try folder.text(".s.json.theo-journal").contains(#""action":"annotate""#))
    desk.close(keepsJournal: false)
  }

  @Test("A session without a file has its journal, stories and all, among the user's own files")
  func journalsUnsaved() throws {
    var desk = try desk()
    _ = ran("annotate c2 --verdict true", on: &desk)
    let journals = JournalFile.paths(in: FilePath(folder.path + "/state"))
    #expect(journals.count == 1)
    desk.close(keepsJournal: true)
    var next = try self.desk(loaded: false)
    let console = TestConsole()
    console.answers = [true]
    RecoveryOffer.make(&next, console: console)
    #expect(console.questions == ["Recover them?"])
    #expect(console.messages.contains("a session without a file: 2 changes by an were not saved"))
    #expect(console.messages.contains("annotate c2"))
    #expect(next.store.claim(ClaimID(2))?.verdict == .true)
    #expect(next.unsavedCount == 2)
    #expect(ran("save \(session)", on: &next).status == .done)
    #expect(JournalFile.paths(in: FilePath(folder.path + "/state")).isEmpty)
    next.close(keepsJournal: false)
  }

  @Test("Changes that a crash left are offered; declined, they stay beside those that follow")
  func declines() throws {
    var desk = try savedDesk()
    _ = ran("annotate c2 --verdict true", on: &desk)
    desk.close(keepsJournal: true)
    var next = try self.desk(loaded: false)
    #expect(try next.open(session).isEmpty)
    let console = TestConsole()
    console.answers = [false]
    RecoveryOffer.make(&next, console: console)
    #expect(console.messages.contains("kept: recover brings them back"))
    _ = ran("annotate c1 --verdict false", on: &next)
    next.close(keepsJournal: true)
    var third = try self.desk(loaded: false)
    _ = try third.open(session)
    let list = ran("recover --format csv", on: &third).output
    #expect(list.split(separator: "\n").count == 3)
    #expect(list.contains("left by a crash"))
    let several = TestConsole()
    RecoveryOffer.make(&third, console: several)
    #expect(several.questions.isEmpty)
    #expect(several.messages.contains("recover lists them"))
    #expect(ran("recover 2", on: &third).status == .done)
    #expect(third.store.log.count == 2)
    #expect(ran("recover --drop 2", on: &third).messages.contains("a theo that is running"))
    #expect(ran("save", on: &third).status == .done)
    #expect(ran("recover --drop 1", on: &third).status == .done)
    #expect(ran("recover", on: &third).output.contains("no journal was left"))
    third.close(keepsJournal: false)
  }

  @Test(
    "Where the journal cannot be written, work goes on, is told once, and is saved elsewhere",
    arguments: FailingDisk.Fault.allCases)
  func worksOn(fault: FailingDisk.Fault) throws {
    let disk = FailingDisk(nil, in: folder.path)
    var desk = try savedDesk(calls: disk.calls)
    let saved = try folder.text("s.json")
    _ = ran("annotate c2 --verdict true", on: &desk)
    disk.fail(fault)
    let first = ran("annotate c1 --verdict false", on: &desk)
    #expect(first.status == .done)
    #expect(first.output.contains("unchecked → false"))
    let isOpenAlready = fault == .fullAtCreate || fault == .readOnly
    #expect(first.messages.contains("cannot be written") != isOpenAlready)
    if !isOpenAlready {
      #expect(first.messages.contains("Work goes on in memory alone"))
      #expect(ran("annotate c1 --tag x", on: &desk).messages.isEmpty)
    }
    #expect(ran("save", on: &desk).status == .cannotWrite)
    #expect(try folder.text("s.json") == saved)
    #expect(ran("save \(other.path)/elsewhere.json", on: &desk).status == .done)
    var opened = try self.desk(loaded: false)
    #expect(try opened.open(other.path + "/elsewhere.json").isEmpty)
    #expect(opened.store.claim(ClaimID(1))?.verdict == .false)
    opened.close(keepsJournal: false)
    desk.close(keepsJournal: false)
  }

  @Test("A journal that can be written again holds every change, and that is told")
  func recoversFromFullDisk() throws {
    let disk = FailingDisk(nil, in: folder.path)
    var desk = try savedDesk(calls: disk.calls)
    _ = ran("annotate c2 --verdict true", on: &desk)
    disk.fail(.fullAtWrite)
    _ = ran("annotate c1 --verdict false", on: &desk)
    disk.fail(nil)
    let again = ran("annotate c1 --tag x", on: &desk)
    #expect(again.messages.contains("every change so far is in it"))
    desk.close(keepsJournal: true)
    let journal = try JournalFile(FilePath(folder.path + "/.s.json.theo-journal"))
    #expect(journal.count == 3)
    #expect(journal.problem == nil)
  }

  @Test("A second writer reads, is told who has the session, and can save a copy")
  func readsAlone() throws {
    var first = try savedDesk()
    var second = try desk(user: "binh", loaded: false)
    let opened = ran("open \(session)", on: &second)
    #expect(opened.status == .done)
    #expect(opened.messages.contains("is open for reading alone: an on desk-3 (process 7)"))
    #expect(ran("claims c2", on: &second).status == .done)
    let refused = ran("annotate c2 --verdict true", on: &second)
    #expect(refused.status == .failed)
    #expect(refused.messages.contains("an on desk-3"))
    #expect(ran("save", on: &second).status == .failed)
    #expect(ran("save \(folder.path)/copy.json", on: &second).status == .done)
    #expect(ran("annotate c2 --verdict true", on: &second).status == .done)
    #expect(ran("save", on: &second).status == .done)
    let taken = ran("save --yes \(session)", on: &second)
    #expect(taken.status == .cannotWrite)
    #expect(taken.messages.contains("is being worked on by an on desk-3"))
    first.close(keepsJournal: false)
    #expect(ran("open \(session)", on: &second).messages.isEmpty)
    #expect(ran("annotate c2 --verdict true", on: &second).status == .done)
    second.close(keepsJournal: false)
  }

  @Test("A session that other hands changed is read, not changed, and is resealed by name alone")
  func edited() throws {
    var desk = try savedDesk()
    _ = ran("annotate c2 --verdict true --note \"theo AFP\"; save", on: &desk)
    desk.close(keepsJournal: false)
    try folder.write(
      try folder.text("s.json").replacing("\"note\": \"theo AFP\"", with: "\"note\": \"theo CNN\""),
      to: "s.json")
    let opened = ran("open \(session)", on: &desk)
    #expect(opened.status == .done)
    #expect(opened.output.contains("operation 2 is not as it was saved"))
    let refused = ran("annotate c1 --verdict true", on: &desk)
    #expect(refused.status == .failed)
    #expect(refused.messages.contains("save NEW.json --reseal"))
    #expect(ran("save", on: &desk).status == .failed)
    let verified = ran("session verify", on: &desk)
    #expect(verified.status == .badData)
    #expect(verified.messages.contains("', line "))
    #expect(ran("save --reseal \(session)", on: &desk).status == .cannotWrite)
    #expect(ran("save --reseal \(folder.path)/new.json", on: &desk).status == .done)
    #expect(ran("annotate c1 --verdict true; save; session verify", on: &desk).status == .done)
    #expect(try folder.text("new.json").contains("\"resealed\": ["))
    desk.close(keepsJournal: false)
  }
}
