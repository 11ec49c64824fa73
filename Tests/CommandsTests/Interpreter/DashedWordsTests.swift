import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A word that starts with a dash")
struct DashedWordsTests {
  private func ids(_ line: String) -> String {
    var desk = testDesk(TestStory.both)
    let ran = ran("query save hot said:quill; " + line + " --format jsonl", on: &desk)
    #expect(ran.status == .done, "\(ran.messages)")
    return ran.output.split(separator: "\n").compactMap { row in
      row.firstRange(of: "\"id\":\"").map { String(row[$0.upperBound...].prefix { $0 != "\"" }) }
    }.joined(separator: " ")
  }

  @Test(
    "leaves out what it names, in a selection",
    arguments: [
      ("claims ferry -hourly", "c5"), ("claims a1 -cau", "c2 c4"),
      ("claims -\"da dong cau\" a1", "c1 c2 c4"),
      ("claims -has:number", "c1 c3 c5 c6"), ("claims -cầu", "c2 c4 c5 c6"),
      ("claims a1 -3 --limit 9", "c1 c3 c4"), ("claims -c1..c4", "c5 c6"),
      ("claims -@hot a2", "c5"), ("claims -(c1 or c2) a1", "c3 c4"),
      ("claims --limit 1 ferry -hourly", "c5"), ("claims ferry -hou*", "c5"),
      ("claims -ferry -nuoc -worth>0.8", "c1 c3"), ("claims -- -ferry a2", ""),
      ("claims ferry -'hourly'", "c5"), ("timeline -xyz", ""),
    ])
  func leavesOut(line: String, ids: String) { #expect(self.ids(line) == ids) }

  @Test(
    "does so in every command that takes a selection",
    arguments: [
      "claims -cau", "next -cau", "review -cau", "stats -cau --by kind", "timeline -cau",
      "words -cau --limit 3", "independence -cau", "conflicts -cau", "read a1 -cau",
      "annotate -cau a1 --note x", "annotate --yes a1 -cau --note x", "attribute a1 -cau AFP",
      "attribute -y a1 -cau AFP", "claim drop a1 -cau", "query save warm -cau", "evidence -cau",
      "audit -cau", "export - -cau",
    ])
  func everyCommand(line: String) throws {
    let statement = try #require(try LineLexer.statements(in: line).first)
    _ = try CommandCatalogue.standard.parse(statement)
    var desk = testDesk(TestStory.both)
    let ran = ran(line, on: &desk)
    #expect(
      ran.messages.isEmpty || ["review", "export"].contains { line.hasPrefix($0) },
      "\(ran.messages)")
    #expect(!(ran.output + ran.messages).contains("\u{241F}"), "a mark of the parser's shows")
    let touched = desk.store.claims.filter { desk.store.claim($0)?.notes.isEmpty == false }
    if line.contains("--note") { #expect(touched.map(\.number) == [2, 4]) }
  }

  @Test("is covered for every command that takes a selection")
  func complete() {
    let covered: Set = [
      "claims", "next", "review", "stats", "timeline", "words", "independence", "conflicts",
      "read", "annotate", "attribute", "claim drop", "query save", "evidence", "audit", "export",
      // Writes a file and its folder: tried in the tests of reports.
      "report",
    ]
    for type in CommandCatalogue.standard.all where type.takesSelection {
      #expect(covered.contains(type.name), "\(type.name)")
    }
  }

  @Test("behind -- is a name where names stand behind the selection")
  func names() {
    var desk = testDesk(TestStory.both)
    #expect(ran("attribute c1 -- -Sao", on: &desk).status == .done)
    #expect(desk.store.source(named: "-Sao")?.name == "-Sao")
    #expect(ran("attribute c2 -cau Sen -- -Sao", on: &desk).status == .done)
    #expect(desk.store.source(named: "Sen") != nil)
  }

  @Test("is an option where the command has it")
  func options() {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isInteractive = true
    #expect(ran("annotate a1 -y --tag x", on: &desk, console: console).status == .done)
    #expect(console.questions.isEmpty)
    #expect(ran("claims -h", on: &desk).output.hasPrefix("claims [<selection> ...] [options]"))
  }

  @Test(
    "that is mistyped still has its hint",
    arguments: [
      ("claims --formt csv", "theo: claims: unknown option '--formt'. Did you mean '--format'?\n"),
      (
        "claims -format csv",
        "theo: claims: unknown option '-format'. Did you mean '--format'? "
          + "To leave the word out: -\"format\"\n"
      ),
      (
        "annotate c1 -verdict false",
        "theo: annotate: unknown option '-verdict'. Did you mean '--verdict'? "
          + "To leave the word out: -\"verdict\"\n"
      ),
      ("articles -x", "theo: articles: unknown option '-x'. See 'help articles'.\n"),
      ("merge a b --into c", "theo: merge: unknown option '--into'. See 'help merge'.\n"),
      ("claims --limit -5", "theo: claims: expected <limit> after '--limit'\n"),
      ("read -cau", "theo: read: expected an article such as a1, found '-cau'\n"),
    ])
  func hints(line: String, message: String) {
    var desk = testDesk(TestStory.both)
    let ran = ran(line, on: &desk)
    #expect(ran.messages.hasPrefix(message), "\(ran.messages)")
    #expect(ran.status == .usage)
    #expect(!ran.messages.unicodeScalars.contains("\u{241F}"))
  }

  @Test(
    "in quotes is the value of the option before it, to the letter",
    arguments: ["-5 độ", "-a: \"b\"", "-(x)", "-y"])
  func values(note: String) {
    var desk = testDesk(TestStory.both)
    let quoted = "'" + note + "'"
    let ran = ran(
      "annotate c1 --note \(quoted); annotate source \"Trần Kha\" --note \(quoted)", on: &desk)
    if note == "-y" {
      #expect(ran.messages.contains("expected <note> after '--note'"))
      return
    }
    #expect(ran.status == .done, "\(ran.messages)")
    #expect(desk.store.claim(ClaimID(1))?.notes == [note])
    #expect(desk.store.source(named: "Trần Kha")?.notes == [note])
  }

  @Test(
    "or a sign that would write a file where it was meant to compare is told",
    arguments: [
      "claims worth > 0.7", "claims a1 worth >0.7", "stats number > 20", "claims date > 2024-01",
    ])
  func redirections(line: String) {
    var desk = testDesk(TestStory.both)
    let ran = ran(line, on: &desk)
    #expect(ran.status == .usage)
    #expect(ran.messages.contains("To compare, leave the blanks out: "), "\(ran.messages)")
  }

  @Test(
    "and >= compares, blanks or none", arguments: ["worth >= 0.5", "worth>=0.5", "worth >=0.5"])
  func atLeast(query: String) { #expect(ids("claims " + query) == "c2 c4 c6") }
}
