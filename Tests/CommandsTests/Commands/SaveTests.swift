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

@Suite("Saving over a file that is not the session's own")
struct SaveTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("Ghi chép buổi sáng", to: "other.json")
  }

  private func save(
    _ line: String, on desk: inout Desk, answers: [Bool] = [], isInteractive: Bool = true
  ) -> (ran: Ran, questions: [String]) {
    let console = TestConsole()
    console.isInteractive = isInteractive
    console.answers = answers
    let ran = ran(folder.filled(line), on: &desk, console: console)
    return (ran, console.questions.map(folder.hidden))
  }

  private func isReplaced() throws -> Bool {
    try folder.text("other.json") != "Ghi chép buổi sáng"
  }

  private static let ways = ["", "--compact ", "--anonymise ", "--reseal "]

  @Test("is asked at the prompt, in whatever form it is saved", arguments: ways, [true, false])
  func asks(way: String, answer: Bool) throws {
    var desk = testDesk(TestStory.both)
    let (ran, questions) = save("save \(way)$DIR/other.json", on: &desk, answers: [answer])
    #expect(questions == ["replace '$DIR/other.json'?"])
    #expect(ran.status == .done)
    #expect(try isReplaced() == answer)
    #expect(answer || ran.output == "nothing was written\n")
    #expect(answer || (desk.path == nil && desk.isUnsaved))
  }

  @Test("is done without a question where nobody can answer, as in a script", arguments: ways)
  func scripted(way: String) throws {
    var desk = testDesk(TestStory.both)
    let (ran, questions) = save("save \(way)$DIR/other.json", on: &desk, isInteractive: false)
    #expect(questions.isEmpty)
    #expect(ran.status == .done)
    #expect(try isReplaced())
  }

  @Test("is done with --yes", arguments: ["--yes", "-y"], [true, false])
  func isSure(option: String, isInteractive: Bool) throws {
    var desk = testDesk(TestStory.both)
    let (ran, questions) = save(
      "save $DIR/other.json \(option)", on: &desk, isInteractive: isInteractive)
    #expect(questions.isEmpty)
    #expect(ran.status == .done)
    #expect(try isReplaced())
  }

  @Test(
    "does not come up for a new file or the session's own, by whatever name",
    arguments: ["save", "save $DIR/own.json", "save $DIR/./own.json", "save $DIR/new.json"],
    [true, false])
  func doesNotAsk(line: String, isInteractive: Bool) throws {
    var desk = testDesk(TestStory.both)
    #expect(save("save $DIR/own.json", on: &desk, isInteractive: isInteractive).ran.status == .done)
    _ = ran("annotate c2 --verdict true", on: &desk)
    let (ran, questions) = save(line, on: &desk, isInteractive: isInteractive)
    #expect(questions.isEmpty)
    #expect(ran.status == .done)
    #expect(!desk.isUnsaved)
  }

  @Test("is asked for what a merge makes, too", arguments: [true, false])
  func merge(answer: Bool) throws {
    var desk = testDesk(TestStory.both)
    _ = save("save $DIR/a.json", on: &desk)
    _ = save("save $DIR/b.json", on: &desk)
    var other = testDesk()
    let (ran, questions) = save(
      "merge $DIR/a.json $DIR/b.json -o $DIR/other.json", on: &other, answers: [answer])
    #expect(questions == ["replace '$DIR/other.json'?"])
    #expect(ran.status == .done)
    #expect(try isReplaced() == answer)
  }

  @Test("asks with a name that cannot steer the terminal")
  func harmless() throws {
    try folder.write("x", to: "a\u{1B}[2J.json")
    var desk = testDesk(TestStory.both)
    let (_, questions) = save("save '$DIR/a\u{1B}[2J.json'", on: &desk, answers: [false])
    #expect(questions == ["replace '$DIR/a␛[2J.json'?"])
  }
}
