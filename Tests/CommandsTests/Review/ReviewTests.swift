import ClaimModel
import FactStore
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A review")
struct ReviewTests {
  private func review(
    _ line: String = "review", keys: String = "", answers: [String?] = [], on desk: inout Desk
  ) -> (ran: Ran, keyboard: TestKeyboard) {
    let keyboard = TestKeyboard(keys, answers: answers)
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    return (ran(line, on: &desk, console: console), keyboard)
  }

  private static let verdicts: [(Character, Verdict)] = [
    ("t", .true), ("m", .mostlyTrue), ("h", .halfTrue), ("x", .misleading), ("f", .false),
    ("u", .unverifiable), ("T", .true), ("ù", .false), ("ũ", .misleading),
  ]

  @Test("gives the claim most worth checking the verdict of the key", arguments: verdicts)
  func verdict(key: Character, verdict: Verdict) throws {
    var desk = testDesk(TestStory.both)
    _ = review(keys: String(key) + "q", on: &desk)
    #expect(desk.store.claim(ClaimID(2))?.verdict == verdict)
    #expect(desk.store.tally[.unchecked] == desk.store.claimCount - 1)
    #expect(desk.store.log.count == 2)
  }

  @Test("goes by worth, the unchecked ones alone, each once")
  func order() throws {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c6 --verdict true", on: &desk)
    let (_, keyboard) = review(keys: "sssssq", on: &desk)
    let shown = keyboard.screens.compactMap { $0.first?.split(separator: " ").dropFirst(4).first }
    #expect(shown.prefix(5) == ["c2", "c4", "c3", "c1", "c5"])
  }

  @Test("is taken back change by change, to the state before", arguments: 0..<20)
  func undone(seed: Int) throws {
    var desk = testDesk(TestStory.both)
    let before = desk.store.digest
    var numbers = SplitMix(seed: seed)
    let alphabet = Array("tmhxfungesbz/?kpwacdK").map(ScreenKey.character)
    let others: [ScreenKey] = [.enter, .enter, .escape, .up, .down, .backspace, .pasted("Mai An")]
    let keyboard = TestKeyboard()
    keyboard.keys = (0..<150).map { _ in
      (alphabet + others)[Int(numbers.next() % UInt64(alphabet.count + others.count))]
    }
    keyboard.answers = (0..<60).map { number in
      number.isMultiple(of: 3) ? nil : number.isMultiple(of: 4) ? "sập" : "lần \(number)"
    }
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    _ = ran("review", on: &desk, console: console)
    while desk.store.undoableCount > 1 { _ = ran("undo", on: &desk) }
    #expect(desk.store.digest == before)
  }

  @Test("takes nothing back that was done before it")
  func undoEnds() {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c1 --verdict true", on: &desk)
    let (_, keyboard) = review(keys: "tzzz", on: &desk)
    #expect(desk.store.claim(ClaimID(1))?.verdict == .true)
    #expect(keyboard.screens.last?.last == "nothing to take back in this review")
  }

  @Test(
    "fits every window, and never leaves the claim out",
    arguments: [(80, 24), (100, 50), (40, 24), (40, 10), (20, 6), (12, 4), (10, 2), (1, 1)])
  func sizes(columns: Int, rows: Int) {
    var desk = testDesk(TestStory.both)
    let keyboard = TestKeyboard("?s\u{7}nse", answers: ["một ghi chú dài hơn hai mươi cột"])
    keyboard.size = (columns, rows)
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    _ = ran("review", on: &desk, console: console)
    #expect(keyboard.screens.first?.joined().contains("ít") == true)
    for screen in keyboard.screens {
      #expect(screen.count == max(2, rows))
      for row in screen { #expect(DisplayWidth.of(row) <= max(10, columns), "\(row)") }
    }
  }

  @Test("cuts the story from the far side and scrolls a claim that is taller than its place")
  func tallClaim() {
    let words = (1...200).map { "chữ\($0)" }.joined(separator: " ")
    let text = "Mở đầu. Bà Mai nói \(words). Hết bài."
    let story = TestStory(text, title: "Mở đầu.").claim(
      .indirect, words, cue: "nói", source: "Bà Mai", in: (1, "Bà Mai nói \(words)."))
    var desk = testDesk([("dai.txt", story)])
    let keyboard = TestKeyboard()
    keyboard.keys = [.down, .pageDown, .pageDown, .pageDown, .pageDown, .pageDown, .up]
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    _ = ran("review", on: &desk, console: console)
    let tops = keyboard.screens.map { $0[3] }
    #expect(tops[0].contains("chữ1 "))
    #expect(tops[0] != tops[1])
    #expect(keyboard.screens[5].contains { $0.contains("chữ200") })
    #expect(keyboard.screens[5] == keyboard.screens[6])
    #expect(keyboard.screens[7] != keyboard.screens[6])
  }

  @Test("shows no escape byte and no marker of segmentation of a story")
  func harmless() {
    var desk = testDesk(TestStory.both)
    let (_, keyboard) = review(keys: "sssss", on: &desk)
    for row in keyboard.screens.joined() {
      #expect(!row.unicodeScalars.contains { $0.value < 0x20 })
      #expect(!row.contains("_"))
    }
  }

  @Test("that finds nothing to do says so, and what was done")
  func nothing() {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c1..c6 --verdict true; annotate c3 --verdict false", on: &desk)
    let (ran, keyboard) = review(on: &desk)
    #expect(keyboard.screens.isEmpty)
    #expect(
      ran.output
        == "nothing is left to review: 6 claims checked, 5 true, 1 false\n"
        + "review --all goes through them again\n")
  }

  @Test("stops and goes on with ^Z, and leaves when the terminal goes away")
  func suspends() {
    var desk = testDesk(TestStory.both)
    let keyboard = TestKeyboard()
    keyboard.keys = [.character("t"), .suspend, .redraw, .character("f")]
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    let ran = ran("review", on: &desk, console: console)
    #expect(keyboard.suspensions == 1)
    #expect(ran.status == .done)
    #expect(ran.output.hasPrefix("reviewed 2 claims: "))
    #expect(!keyboard.isOpen)
  }
}

@Suite("A review line by line")
struct ReviewLinesTests {
  private func review(
    _ line: String, _ answers: [String], typed: Bool, on desk: inout Desk
  ) -> Ran {
    var rest = answers[...]
    let console = TestConsole()
    console.dialogue = .lines(AnswerLines(isTyped: typed) { _ in rest.popFirst() })
    return ran(line, on: &desk, width: 80, console: console)
  }

  private static let answers = [
    "t", "n Xinhua: 11", "half-true", "g bridges, rivers", "b", "z", "skip", "", "/kind:narrated",
    "f", "q",
  ]

  @Test("reaches all that keys reach", arguments: [true, false])
  func everything(typed: Bool) throws {
    var desk = testDesk(TestStory.both)
    let ran = review("review", Self.answers, typed: typed, on: &desk)
    #expect(ran.status == .done, "\(ran.messages)")
    let words = desk.store.log.map(\.operation.action.words)
    #expect(
      words == [
        "load cau-ben-lua.txt, ferry.txt", "annotate c2 true", "annotate c6 note",
        "annotate c6 half-true", "annotate c4 tag bridges, tag rivers", "undo",
        "annotate c1 false",
      ])
  }

  @Test("tells a slip to those who type, and stops answers that were written before")
  func slips() {
    var desk = testDesk(TestStory.both)
    let typed = review("review", ["maybe", "t", "q"], typed: true, on: &desk)
    #expect(typed.status == .done)
    #expect(typed.output.contains("'maybe' is none; expected one of t m h x f u"))
    let piped = review("review", ["t", "maybe", "f"], typed: false, on: &desk)
    #expect(piped.status == .usage)
    #expect(piped.messages.contains("review: answer 2: 'maybe' is none"))
  }

  @Test("needs answers, or somebody who gives them")
  func nobody() {
    var desk = testDesk(TestStory.both)
    let empty = review("review", [], typed: false, on: &desk)
    #expect(empty.status == .usage)
    #expect(empty.messages.contains("standard input has no answers"))
    let sent = ran("review > /dev/null", on: &desk)
    #expect(sent.messages.contains("nobody can answer: the output goes to a file or a pipe"))
    #expect(ran("review", on: &desk).messages.contains("nobody can answer: there is no terminal"))
  }

  @Test("gives data the summary alone")
  func data() {
    var desk = testDesk(TestStory.both)
    let ran = review("review --format jsonl", ["t", "f"], typed: false, on: &desk)
    #expect(
      ran.output
        == "{\"reviewed\":2,\"left\":4,\"changes\":2,\"verdicts\":{\"true\":1,\"false\":1},"
        + "\"corrections\":{}}\n")
  }
}
