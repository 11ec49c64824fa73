import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Completion")
struct CompletionTests {
  private func words(_ line: String) -> [String] {
    let desk = testDesk(TestStory.both)
    return Completions.candidates(line: line, cursor: line.utf8.count, desk: desk, .standard)
      .map(\.replacement)
  }

  @Test(
    "offers what can follow",
    arguments: [
      ("cl", ["claims", "claim"]),
      ("claim ", ["add", "drop", "edit"]),
      ("annotate so", ["source", "source:"]),
      ("claims --l", ["--limit"]),
      ("claims --by ", ["id", "worth", "speaker", "via", "article", "date", "verdict", "kind"]),
      ("annotate c1 --verdict ha", ["half-true"]),
      ("show c", ["c1", "c2", "c3", "c4", "c5", "c6"]),
      ("show C3", ["c3"]), ("show c0", []), ("show c7", []), ("show 3", []),
      ("read a", ["a1", "a2"]),
      ("claims ki", ["kind:"]),
      ("claims kind:in", ["kind:indirect"]),
      ("claims said:tr", ["said:\"Trần Kha\""]),
      ("claims; show c6", ["c6"]),
      ("attribute c1 agence", ["AFP"]),
      ("attribute c1 \"mar", ["\"Mara Quill\""]),
      ("help und", ["undo"]),
      ("nothing ", []),
      ("clms", ["claims"]), ("claims --lmt", ["--limit"]),
      ("annotate c1 --verdict htr", ["half-true"]),
      ("claims said:kha", ["said:\"Trần Kha\""]), ("attribute c1 quill", ["\"Mara Quill\""]),
    ] as [(String, [String])])
  func offers(_ line: String, _ expected: [String]) { #expect(words(line) == expected) }

  @Test("of files keeps the folder and quotes blanks")
  func files() throws {
    let folder = try TestFolder()
    try folder.write("", to: "one story.txt")
    try folder.write("", to: "older/x.txt")
    try folder.write("", to: ".hidden")
    #expect(
      words(folder.filled("load $DIR/o")).map(folder.hidden)
        == ["$DIR/older/", "\"$DIR/one story.txt\""])
    #expect(
      words(folder.filled("claims > $DIR/on")).map(folder.hidden) == ["\"$DIR/one story.txt\""])
  }

  @Test(
    "of an id takes the numbers that begin with its digits",
    arguments: [
      ("c4", 450, [4...4, 40...49, 400...450]), ("C12", 130, [12...12, 120...129]),
      ("c", 7, [1...7]), ("", 7, [1...7]), ("c9", 8, []), ("c", 0, []),
      ("c99999999999999999999", 450, []),
    ] as [(String, Int, [ClosedRange<Int>])])
  func ids(_ typed: String, _ last: Int, _ expected: [ClosedRange<Int>]) {
    #expect(IDPrefix(typed, letter: "c")?.numbers(upTo: last) == expected)
  }

  @Test("of what is no id has none", arguments: ["a4", "c04", "c4x", "4"])
  func noIDs(_ typed: String) { #expect(IDPrefix(typed, letter: "c") == nil) }
}

@Suite("Completion of settings and aliases")
struct SettingCompletionTests {
  @Test(
    "offers names and values",
    arguments: [
      ("set pro", ["progress", "prompt"]),
      ("set pager ", ["on", "off"]),
      ("set --show su", ["suggestions"]),
      ("set confirm ", ["3"]),
      ("set --h", ["--here"]),
      ("to", ["top"]),
      ("top kind:dir", ["kind:direct"]),
      ("unalias ", ["top"]),
      ("alias x = unali", ["unalias"]),
    ] as [(String, [String])])
  func offers(_ line: String, _ expected: [String]) {
    var desk = testDesk(TestStory.both)
    desk.settings.setAlias("top", to: "claims --limit 3", from: .shell)
    let words = Completions.candidates(line: line, cursor: line.utf8.count, desk: desk, .standard)
    #expect(words.map(\.replacement) == expected)
  }
}
