import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("What a command says that it changed")
struct ToldChangeTests {
  @Test("of a source that no story names is what was said of it, and so is taking it back")
  func cataloguedSource() {
    var desk = testDesk([("ferry.txt", TestStory.ferry)])
    #expect(
      ran("annotate source AFP --reliability B", on: &desk).output == "AFP  reliability – → B\n")
    #expect(ran("source show AFP", on: &desk).output.contains("B, usually reliable"))
    #expect(ran("log", on: &desk).output.contains("annotate source AFP reliability B"))
    #expect(ran("undo", on: &desk).output.contains("AFP  reliability B → –\n"))
    #expect(ran("redo", on: &desk).output.contains("AFP  reliability – → B\n"))
    #expect(
      ran("annotate source Reuters --note x --tag wire", on: &desk).output
        == "Reuters  note, tag wire\n")
    #expect(
      ran("source alias Kyodo \"Bàn tin Kyodo\"", on: &desk).output
        == "Kyodo  also called Bàn tin Kyodo\n")
  }

  /// Lines that change something, that say again what was so, and that change nothing; two of
  /// them after each other.
  private static let lines = [
    "annotate source AFP --reliability B", "annotate source AFP --tag wire",
    "annotate source AFP --note x", "annotate source \"Trần Kha\" --parent Xinhua",
    "annotate c1 --verdict false", "annotate c1 --tag x", "annotate c1 --untag x",
    "annotate c1 --untag nosuch", "annotate c1 --credibility 2", "annotate c1 --evidence c2",
    "annotate c1..c3 --note x", "attribute c1 AFP", "attribute c1 Kyodo", "attribute c5 Xinhua",
    "attribute --remove c2 AFP", "source add \"Sở Nước\" --kind government",
    "source alias Xinhua \"THX\"", "source alias AFP \"Agence France-Presse\"",
    "source alias Kyodo Kyodo", "source merge \"Mara Quill\" \"Trần Kha\"",
    "query save hot has:number", "query drop hot", "claim edit c2 --kind direct",
    "claim edit c2 --kind indirect", "claim add a1 \"Nước sông\"", "claim drop c4",
    "compare c1 --confirm c5", "compare c1 --reject c5", "undo", "redo", "goto 1",
  ]

  @Test("is 'nothing changed' where the state is as it was, and only there", arguments: lines)
  func everyLine(line: String) {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c3 --verdict true", on: &desk)
    for _ in 1...2 {
      let before = desk.store.digest
      let ran = ran(line, on: &desk)
      guard ran.status == .done else {
        #expect(desk.store.digest == before, "\(line): \(ran.messages)")
        continue
      }
      let saysNothing = ran.output.hasPrefix("nothing changed")
      #expect(saysNothing == (desk.store.digest == before), "\(line): \(ran.output)")
    }
  }
}
