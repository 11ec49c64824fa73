import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A review puts right")
struct ReviewCorrectionTests {
  private func review(
    _ line: String, _ keys: [ScreenKey], answers: [String?] = [], on desk: inout Desk
  ) -> (ran: Ran, keyboard: TestKeyboard) {
    let keyboard = TestKeyboard(answers: answers)
    keyboard.keys = keys
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    return (ran(line, on: &desk, console: console), keyboard)
  }

  private func keys(_ text: String) -> [ScreenKey] { text.map(ScreenKey.character) }

  @Test("a claim that is none: it goes, comes back with z, and no step leads to it")
  func drop() throws {
    var desk = testDesk(TestStory.both)
    let before = desk.store.digest
    let (done, keyboard) = review("review", keys("dbq"), on: &desk)
    #expect(desk.store.claim(ClaimID(2)) == nil)
    #expect(keyboard.screens[1][0].contains("c6"))
    #expect(keyboard.screens[2].last == "this is the first claim")
    #expect(done.output.contains("put right: 1 claim dropped"))
    #expect(done.output.contains("· 5 left"))
    _ = CommandsTests.ran("undo", on: &desk)
    #expect(desk.store.digest == before)
    _ = review("review", keys("dz"), on: &desk)
    #expect(desk.store.claim(ClaimID(2)) != nil)
    #expect(desk.store.digest == before)
  }

  private static let speakers: [(typed: String, name: String)] = [
    ("tran", "Trần Kha"), ("MARA", "Mara Quill"), ("Nguyễn Thị Hoà", "Nguyễn Thị Hoà"),
    ("Ngô Đức Anh", "Ngô Đức Anh"), ("山田太郎", "山田太郎"), ("Kha 2", "Kha 2"),
  ]

  @Test("who said a claim, by a name that is found or new", arguments: speakers)
  func speaker(typed: String, name: String) throws {
    var desk = testDesk(TestStory.both)
    _ = review("review c4", keys("w" + typed) + [.enter], on: &desk)
    let record = try #require(desk.store.claim(ClaimID(4)))
    #expect(record.claim.speaker?.name == name)
    #expect(record.attributions.filter { $0.role == .saidBy }.map(\.source) == [name])
    #expect(record.claim.kind != .narrated)
    #expect(desk.store.log.count == 2)
  }

  @Test("who said a claim to nobody, and one that was attributed by hand to somebody else")
  func otherSpeakers() throws {
    var desk = testDesk(TestStory.both)
    _ = ran("attribute c2 \"Bà Mai\" --as said-by", on: &desk)
    let before = desk.store.digest
    let (_, keyboard) = review("review c2", keys("wMara") + [.enter], on: &desk)
    let said = { (desk: Desk) in
      desk.store.claim(ClaimID(2))?.attributions.filter { $0.role == .saidBy }.map(\.source)
    }
    #expect(said(desk) == ["Mara Quill"])
    #expect(keyboard.screens.last?.last == "c2  said by Mara Quill · z takes it back")
    _ = review("review c2", keys("wm") + [.enter] + keys("z"), on: &desk)
    _ = review("review c2", keys("w") + (0..<20).map { _ in .down } + [.enter], on: &desk)
    #expect(said(desk) == [])
    #expect(desk.store.claim(ClaimID(2))?.claim.kind == .narrated)
    while desk.store.undoableCount > 2 { _ = ran("undo", on: &desk) }
    #expect(desk.store.digest == before)
  }

  @Test("offers the story's own speakers before those of other stories, and everybody when typed")
  func likelyFirst() throws {
    let desk = testDesk(TestStory.both)
    let names = try #require(ReviewNames(ClaimID(4), in: desk.store))
    #expect(names.speakers.first?.name == "Trần Kha")
    #expect(names.speakers.first { $0.name == "Mara Quill" }?.isOfStory == false)
    #expect(names.agencies.prefix(2).map(\.name) == ["AFP", "Reuters"])
  }

  private static let agencies: [(typed: String, names: [String])] = [
    ("Xin", ["Xinhua"]), ("Agence France-Presse", ["AFP"]), ("AP, dpa", ["AP", "DPA"]),
    ("Báo Bến Lụa", ["Báo Bến Lụa"]),
  ]

  @Test("through which agency a claim came", arguments: agencies)
  func agency(typed: String, names: [String]) throws {
    var desk = testDesk(TestStory.both)
    let before = desk.store.digest
    _ = review("review c2", keys("a" + typed) + [.enter], on: &desk)
    let found = try #require(desk.store.claim(ClaimID(2))).attributions
      .filter { $0.role == .reportedBy }.map(\.source)
    #expect(found == names)
    #expect(desk.store.claim(ClaimID(2))?.claim.speaker?.name == "Trần Kha")
    _ = review("review c2", keys("a" + typed) + [.enter] + keys("z"), on: &desk)
    while desk.store.undoableCount > 1 { _ = ran("undo", on: &desk) }
    #expect(desk.store.digest == before)
  }

  private static let words: [(typed: String, text: String)] = [
    ("3 xe tải", "3 xe tải"),
    ("ít nhất 3 xe tải rơi", "ít_nhất 3 xe tải rơi"),
    ("Ông Trần Kha cho biết ít nhất 3 xe tải", "Ông Trần_Kha cho biết ít_nhất 3 xe tải"),
    ("i\u{301}t nha\u{302}\u{301}t 3 xe", "ít_nhất 3 xe"),
    ("3 xe tải … xuống sông", "3 xe tải … xuống sông"),
  ]

  @Test("a claim's words to others of the story, however they are set", arguments: words)
  func trim(typed: String, text: String) throws {
    var desk = testDesk(TestStory.both)
    let (_, keyboard) = review("review c2", keys("c"), answers: [typed], on: &desk)
    #expect(keyboard.filled == ["ít nhất 3 xe tải rơi xuống sông"])
    let record = try #require(desk.store.claim(ClaimID(2)))
    #expect(desk.store.text(of: record) == text)
  }

  @Test("no claim to words that the story does not have, and says where they part from it")
  func foreignWords() throws {
    var desk = testDesk(TestStory.both)
    let before = desk.store.digest
    let (_, keyboard) = review(
      "review c2", keys("cc"), answers: ["ít nhất 4 xe tải", nil], on: &desk)
    #expect(
      keyboard.screens[1].last
        == "'4' does not follow 'ít nhất' in a1; c goes on editing")
    #expect(keyboard.filled[1] == "ít nhất 4 xe tải")
    #expect(desk.store.digest == before)
    let empty = review("review c2", keys("c"), answers: [""], on: &desk).keyboard
    #expect(empty.screens.last?.last == "a claim needs words; d drops it")
  }

  @Test("nothing where a menu is left, by Escape or ^C")
  func leaves() {
    var desk = testDesk(TestStory.both)
    let (done, keyboard) = review(
      "review", [.character("w"), .down, .escape, .character("a"), .cancel, .character("t")],
      on: &desk)
    #expect(keyboard.screens[3].last == "nothing chosen")
    #expect(desk.store.log.count == 2)
    #expect(done.output.hasPrefix("reviewed 1 claim: 1 true"))
  }
}

@Suite("A note in a review")
struct ReviewNoteTests {
  private func review(_ keys: String, answers: [String?], on desk: inout Desk) -> TestKeyboard {
    let keyboard = TestKeyboard(keys, answers: answers)
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    _ = ran("review --all", on: &desk, console: console)
    return keyboard
  }

  private func notes(_ id: Int, _ desk: Desk) -> [String]? {
    desk.store.claim(ClaimID(id))?.notes
  }

  @Test("goes to the claim just judged by p, to the one shown by n, and the question says which")
  func judged() {
    var desk = testDesk(TestStory.both)
    let keyboard = review("hpn", answers: ["Xinhua: 11", "bến nào?"], on: &desk)
    #expect(keyboard.questions == ["c2 note: ", "c6 note: "])
    #expect(notes(2, desk) == ["Xinhua: 11"])
    #expect(notes(6, desk) == ["bến nào?"])
    #expect(
      keyboard.screens[1].last
        == "c2  unchecked → half-true · z takes it back · p writes its note")
  }

  @Test("of the claim judged last is refused before one was, and after it was taken back")
  func noneJudged() {
    var desk = testDesk(TestStory.both)
    let keyboard = review("ptzp", answers: [], on: &desk)
    #expect(keyboard.questions.isEmpty)
    #expect(keyboard.screens[1].last == "no claim was judged yet; n writes the note of this one")
  }

  @Test("is edited, and taken away when it is emptied; each is one undo")
  func edited() {
    var desk = testDesk(TestStory.both)
    let keyboard = review("nnn", answers: ["một", "một hai", ""], on: &desk)
    #expect(keyboard.filled == ["", "một", "một hai"])
    #expect(notes(2, desk) == [])
    _ = ran("undo", on: &desk, console: TestConsole())
    #expect(notes(2, desk) == ["một hai"])
    _ = ran("undo", on: &desk, console: TestConsole())
    #expect(notes(2, desk) == ["một"])
  }

  @Test("of somebody else stays beside one's own")
  func others() {
    var desk = testDesk(TestStory.both)
    _ = ran("set user bình; annotate c2 --note của-bình; set user an", on: &desk)
    let keyboard = review("nn", answers: ["của an", "an nữa"], on: &desk)
    #expect(keyboard.filled == ["", "của an"])
    #expect(notes(2, desk) == ["của-bình", "an nữa"])
  }
}

@Suite("An annotation is put right")
struct AnnotationRemovalTests {
  private func record(_ lines: String...) -> ClaimRecord? {
    var desk = testDesk(TestStory.both)
    for line in lines {
      let done = ran(line, on: &desk)
      #expect(done.status == .done, "\(line): \(done.messages)")
    }
    return desk.store.claim(ClaimID(2))
  }

  @Test("by a new note in the place of the old one")
  func replaced() {
    #expect(record("annotate c2 --note a", "annotate c2 --note b")?.notes == ["b"])
    #expect(record("annotate c2 --note a", "annotate c2 --add-note b")?.notes == ["a", "b"])
    #expect(record("annotate c2 --note a", "annotate c2 --note \"\"")?.notes == [])
  }

  @Test("by taking notes, tags and evidence away")
  func removed() {
    let all = "annotate c2 --note a --tag x --tag y --evidence c3 --evidence http://b.example"
    #expect(record(all, "annotate c2 --no-note")?.notes == [])
    #expect(record(all, "annotate c2 --untag x")?.tags == ["y"])
    #expect(record(all, "annotate c2 --no-tags")?.tags == [])
    #expect(record(all, "annotate c2 --drop-evidence c3")?.evidence == ["http://b.example"])
    #expect(record(all, "annotate c2 --no-evidence")?.evidence == [])
    #expect(
      record(all, "annotate c2 --no-note --no-tags --no-evidence", "undo")?.tags == ["x", "y"])
  }

  @Test("of others alone by --no-note, not by an own empty note")
  func othersNotes() {
    let lines = ["set user bình", "annotate c2 --note b", "set user an"]
    #expect(record(lines[0], lines[1], lines[2], "annotate c2 --note \"\"")?.notes == ["b"])
    #expect(record(lines[0], lines[1], lines[2], "annotate c2 --no-note")?.notes == [])
  }

  @Test("of a source, too")
  func source() {
    var desk = testDesk(TestStory.both)
    _ = ran(
      "annotate source AFP --note a --tag x; annotate source AFP --note b --untag x", on: &desk)
    #expect(desk.store.source(named: "AFP")?.notes == ["b"])
    #expect(desk.store.source(named: "AFP")?.tags == [])
    _ = ran("annotate source AFP --no-note", on: &desk)
    #expect(desk.store.source(named: "AFP")?.notes == [])
  }
}

@Suite("A review line by line puts right")
struct ReviewLinesCorrectionTests {
  private func review(
    _ line: String, _ answers: [String], typed: Bool, on desk: inout Desk
  ) -> Ran {
    var rest = answers[...]
    let console = TestConsole()
    console.dialogue = .lines(AnswerLines(isTyped: typed) { _ in rest.popFirst() })
    return ran(line, on: &desk, width: 80, console: console)
  }

  private static let answers = [
    "h Xinhua: 11", "p Xinhua: 12", "w Đỗ Minh An", "agency AFP, dpa", "c the ferry", "d", "q",
  ]

  @Test("what keys put right, in answers typed or written before", arguments: [true, false])
  func everything(typed: Bool) {
    var desk = testDesk(TestStory.both)
    let ran = review("review", Self.answers, typed: typed, on: &desk)
    #expect(ran.status == .done, "\(ran.messages)")
    #expect(
      desk.store.log.dropFirst().map(\.operation.action.words) == [
        "annotate c2 half-true, note", "annotate c2 note anew", "claim edit c6",
        "attribute --remove c6 Xinhua", "attribute c6 reported-by AFP, DPA", "claim edit c6",
        "claim drop c6",
      ])
    #expect(ran.output.contains("put right: 1 claim dropped, 1 speaker, 1 agency"))
  }

  @Test("a name by its number, and leaves all as it is for an empty line")
  func menu() {
    var desk = testDesk(TestStory.both)
    let ran = review("review c4", ["w", "1", "w", "", "a", "-", "q"], typed: true, on: &desk)
    #expect(ran.output.contains("who said c4?\n  1 Trần Kha  said c3\n"))
    #expect(desk.store.claim(ClaimID(4))?.claim.speaker?.name == "Trần Kha")
    #expect(ran.output.contains("nothing chosen"))
    #expect(desk.store.claim(ClaimID(4))?.attributions.map(\.role) == [.saidBy])
  }

  @Test("a note that stands there: kept by Enter, taken away by -")
  func notes() {
    var desk = testDesk(TestStory.both)
    let ran = review(
      "review c2", ["n một", "n", "", "n", "-", "q"], typed: true, on: &desk)
    #expect(ran.output.contains("now: một · Enter leaves it, - takes it away"))
    #expect(desk.store.claim(ClaimID(2))?.notes == [])
    #expect(desk.store.log.count == 3)
  }
}
