import ClaimModel
import FactStore
import TerminalText
import Testing

@testable import Commands
@testable import Desk

@Suite("Words without anything to see")
struct BlankWordTests {
  @Test(
    "are no tag and no evidence",
    arguments: [
      "annotate c1 --tag ''", "annotate c1 --tag ' '", "annotate c1 --tag hot --tag ''",
      "annotate c1 --evidence ''", "annotate c1 --verdict true --evidence '\u{A0}'",
      "annotate source AFP --tag ''",
    ])
  func refused(line: String) {
    var desk = testDesk(TestStory.both)
    let before = desk.store.log.count
    let ran = ran(line, on: &desk)
    #expect(ran.status == .usage)
    #expect(ran.messages.contains(line.contains("--evidence") ? "a URL, a file" : "a word"))
    #expect(desk.store.log.count == before)
  }

  @Test("are no note, and take one's own away", arguments: ["''", "'  '"])
  func note(words: String) {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c1 --note \(words)", on: &desk)
    #expect(desk.store.claim(ClaimID(1))?.notes == [])
    _ = ran("annotate c1 --note 'ask again'; annotate c1 --note \(words)", on: &desk)
    #expect(desk.store.claim(ClaimID(1))?.notes == [])
  }
}
