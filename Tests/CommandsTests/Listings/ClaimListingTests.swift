import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A list of claims")
struct ClaimListingTests {
  private func ids(_ line: String) -> [String] {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c2 --verdict false; annotate c6 --verdict true", on: &desk)
    let ran = ran(line + " --format csv", on: &desk)
    #expect(ran.status == .done, "\(ran.messages)")
    return ran.output.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
  }

  @Test(
    "comes in any order that its columns have, what lacks one last",
    arguments: [
      ("id", "c1 c2 c3 c4 c5 c6"), ("worth", "c2 c6 c4 c3 c1 c5"),
      ("speaker", "c6 c2 c3 c1 c4 c5"), ("who", "c6 c2 c3 c1 c4 c5"),
      ("source", "c6 c2 c3 c1 c4 c5"), ("via", "c1 c2 c3 c4 c5 c6"),
      ("agency", "c1 c2 c3 c4 c5 c6"), ("article", "c1 c2 c3 c4 c5 c6"),
      ("verdict", "c1 c3 c4 c5 c6 c2"), ("KIND", "c3 c2 c6 c1 c4 c5"),
      ("date", "c1 c2 c3 c4 c5 c6"),
    ])
  func orders(by: String, ids: String) {
    #expect(self.ids("claims --by \(by)").joined(separator: " ") == ids)
    let first = ids.split(separator: " ").prefix(2).map(String.init)
    #expect(self.ids("claims --by \(by) --limit 2") == first)
  }

  @Test("says which orders there are, where it does not know one")
  func unknownOrder() {
    var desk = testDesk(TestStory.both)
    let ran = ran("claims --by verdit", on: &desk)
    #expect(
      ran.messages == """
        theo: claims: 'verdit' is no value of --by. Did you mean 'verdict'? \
        Expected one of id, worth, speaker, via, article, date, verdict, kind.

        """)
  }

  @Test("has a column of articles where it is of several, and data has id and title always")
  func articles() {
    var desk = testDesk(TestStory.both)
    func head(_ line: String) -> String {
      String(ran(line, on: &desk, width: 80).output.prefix { $0 != "\n" })
    }
    #expect(head("claims").contains("article"))
    #expect(!head("claims a1").contains("article"))
    #expect(head("claims c4..c5").contains("article"))
    #expect(ran("claims c4..c5 --format md", on: &desk).output.hasPrefix("| id | article |"))
    #expect(ran("claims c5 --format csv", on: &desk).output.contains("Ferry line reopens."))
    #expect(
      ran("claims c5 --format json", on: &desk).output.contains(#""title": "Ferry line reopens.""#))
  }

  @Test("calls the speaker by one name in column, field and data")
  func speaker() {
    var desk = testDesk(TestStory.both)
    for line in ["claims speaker:kha", "claims said:kha", "claims speaker=kha"] {
      let table = ran(line, on: &desk)
      #expect(table.output.contains("  speaker "), "\(table)")
      #expect(table.output.contains("Trần Kha"))
    }
    #expect(ran("claims --format csv", on: &desk).output.contains(",speaker,"))
  }
}

@Suite("A list of sources")
struct SourceListingTests {
  @Test(
    "holds those alone that have the words in a name",
    arguments: [
      ("kha", "Trần Kha"), ("\"Trần Kha\"", "Trần Kha"), ("tran", "Trần Kha"), ("trân", ""),
      ("quill mara", "Mara Quill"), ("\"quill mara\"", ""), ("qui*", "Mara Quill"),
      ("\"agence france\"", "AFP"), ("kha --kind person", "Trần Kha"), ("kha --kind agency", ""),
      ("xin*", "Xinhua"),
    ])
  func named(words: String, names: String) {
    var desk = testDesk(TestStory.both)
    let ran = ran("sources \(words) --format csv", on: &desk)
    #expect(ran.status == .done, "\(ran.messages)")
    let found = ran.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(found.joined(separator: " ") == names)
  }

  @Test("that would be empty has the nearest name, and words without letters are refused")
  func none() {
    var desk = testDesk(TestStory.both)
    #expect(
      ran("sources \"Tran Kho\"", on: &desk).output
        == "no source matches. Did you mean 'Trần Kha'?\n")
    #expect(ran("sources '…'", on: &desk).status == .usage)
  }
}
