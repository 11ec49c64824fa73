import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A change of many claims")
struct BulkTests {
  private func run(
    _ line: String, answers: [Bool], isInteractive: Bool = true
  ) -> (Ran, [String], changed: Bool) {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isInteractive = isInteractive
    console.answers = answers
    let before = desk.store.digest
    let ran = ran(line, on: &desk, console: console)
    return (ran, console.questions, desk.store.digest != before)
  }

  @Test(
    "says how many and asks, where they are more than three",
    arguments: [
      ("annotate a1 --tag x", "annotate 4 claims?"),
      ("attribute a1 Xinhua", "attribute 4 claims?"),
      ("claim drop a1", "drop 4 claims?"),
      ("annotate a1 a2 --verdict false", "annotate 6 claims?"),
    ])
  func asks(line: String, question: String) {
    for answer in [true, false] {
      let (ran, questions, changed) = run(line, answers: [answer])
      #expect(questions == [question])
      #expect(changed == answer)
      #expect(ran.status == .done)
      #expect(answer || ran.output == "nothing was changed\n")
    }
  }

  @Test(
    "does not ask about three, with --yes, where nobody can answer, or where that is set",
    arguments: [
      ("annotate c1..c3 --tag x", true), ("annotate a1 --tag x --yes", true),
      ("claim drop -y a1", true), ("attribute --yes a1 Xinhua", true),
      ("annotate a1 --tag x", false), ("set confirm 0; annotate a1 --tag x", true),
      ("set confirm 5; annotate a1 --tag x", true),
    ])
  func doesNotAsk(line: String, isInteractive: Bool) {
    let (ran, questions, changed) = run(line, answers: [], isInteractive: isInteractive)
    #expect(questions.isEmpty)
    #expect(changed)
    #expect(ran.status == .done)
  }
}
