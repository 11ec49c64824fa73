import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Text in a spreadsheet")
struct FormulaTests {
  @Test(
    "that would be a formula gets an apostrophe, and so does text that looks as if it had one",
    arguments: [
      ("=1+2", "'=1+2"), ("=HYPERLINK(\"http://x.example\")", "'=HYPERLINK(\"http://x.example\")"),
      ("+84 chết", "'+84 chết"), ("-gấp", "'-gấp"), ("@an", "'@an"), ("\tx", "'\tx"),
      ("\rx", "'\rx"), ("＝1", "'＝1"), ("'=1", "''=1"), ("''=1", "'''=1"), ("-", "'-"),
      ("-5-3", "'-5-3"), ("-1e", "'-1e"), ("+", "'+"), ("-.5", "'-.5"),
    ])
  func guarded(_ text: String, _ cell: String) {
    #expect(DelimitedRenderer.guarded(text) == cell)
    #expect(recovered(cell) == text)
  }

  @Test(
    "that is a number or no formula stays as it is",
    arguments: [
      "-5", "+84", "-1.200,5", "-3%", "-3 %", "-1e3", "-1E-3", "1=2", "a", "", "'a", "“=1”", " =1",
    ])
  func kept(_ text: String) {
    #expect(DelimitedRenderer.guarded(text) == text)
    if !text.hasPrefix("-"), !text.hasPrefix("+") { #expect(recovered(text) == text) }
  }

  /// The rule of the documentation: an apostrophe goes where one or more stand before a starter.
  private func recovered(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { $0 != "'" }
    let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    guard cell.hasPrefix("'"), let first, starters.contains(first) else { return cell }
    return String(cell.dropFirst())
  }

  @Test("is so in CSV and TSV of every command, and nowhere else", arguments: OutputFormat.allCases)
  func everywhere(_ format: OutputFormat) throws {
    let folder = try TestFolder()
    try folder.write("=1+2 Cháy\n\nÔng Trần Kha cho biết 4 người bị thương.\n", to: "a.txt")
    var desk = testDesk()
    _ = ran(
      folder.filled("load $DIR/a.txt; annotate c1 --note \"=cmd|' /C calc'!A0\" --tag @x"),
      on: &desk)
    var out = ""
    for line in ["claims", "articles", "show c1", "log", "find Cháy", "stats"] {
      out += ran("\(line) --format \(format.rawValue)", on: &desk).output
    }
    let marks: Set<Character> = format == .csv ? ["\n", ",", "\""] : ["\n", "\t"]
    let cells = out.replacing("\"\"", with: "”").split { marks.contains($0) }
    let isDelimited = format == .csv || format == .tsv
    #expect(out.contains("'=cmd") == isDelimited)
    if isDelimited { #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("@") }) }
  }
}

@Suite("A line break in a name")
struct ForgedLineTests {
  @Test("makes no line of its own, in output, errors and questions")
  func forged() throws {
    let folder = try TestFolder()
    try folder.write(
      #"{"id":"x\ntheo: saved other.json · 3 stories","text":"Ông Kha cho biết 4 người chết."}"#,
      to: "a.jsonl")
    try folder.write("x", to: "b\ntheo: saved.json")
    var desk = testDesk()
    var all = ""
    for line in [
      "load $DIR/a.jsonl", "articles", "read a1", "show c1", "why c1", "log", "sources --graph",
      "stats", "load '$DIR/x\ntheo: forged'", "open '$DIR/b\ntheo: saved.json'",
      "run '$DIR/x\ntheo: forged'", "claims 'nofield:x\ntheo: forged'", "'a\ntheo: b'",
      "annotate c1 --tag 'x\ntheo: tag' --note 'n\ntheo: note'", "show c1",
      "query save 'q\ntheo: x' c1", "session check '$DIR/x\ntheo: forged'",
      "claims > '$DIR/none/x\ntheo: forged'", "set prompt 'a\ntheo: b'",
      "alias 'x\ntheo: y' = claims", "set user 'x\ntheo: y'", "source add 'S\ntheo: x'",
      "source show 'S\ntheo: x'", "independence c1", "compare c1", "find Kha", "next",
    ] {
      let one = ran(folder.filled(line), on: &desk, width: 80)
      #expect(!one.output.split(separator: "\n").contains { $0.hasPrefix("theo: ") }, "\(line)")
      all += one.messages
    }
    let forged = ["saved", "forged", "b", "x", "y", "tag", "note"].map { "theo: " + $0 }
    for line in all.split(separator: "\n") {
      #expect(!forged.contains { line == $0 || line.hasPrefix($0 + "'") }, "\(line)")
    }
  }
}
