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

@Suite("Loading")
struct LoadTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(harbour, to: "wire/a.txt")
    try folder.write(harbour, to: "wire/deep/b.txt")
    try folder.write(harbour, to: "wire/.hidden.txt")
    try folder.write("no story", to: "wire/notes.bin")
    try folder.write([0x50, 0x4B, 3, 4, 0, 0], to: "zip.txt")
    try folder.write("", to: "empty.txt")
    try folder.write(Array("Cháy kho ".utf8) + [0xFF, 0x41], to: "broken.txt")
    try folder.write("", to: "none/readme.rst")
    try folder.write(
      #"{"id":"n1","text":"The dam holds, officials said."}"# + "\n" + #"{"id":"n2"}"# + "\n\n"
        + #"{"id":"n3","text":"The dam holds."}"# + "\n", to: "stories.jsonl")
  }

  private func names(_ words: String, keepsGoing: Bool = false) -> ([String], Ran) {
    var desk = testDesk()
    let ran = ran(folder.filled(words), on: &desk, keepsGoing: keepsGoing)
    let names = desk.store.articles.map { folder.hidden($0.article.name) }
    return (names, Ran(output: "", messages: folder.hidden(ran.messages), status: ran.status))
  }

  @Test(
    "finds files, folders and patterns",
    arguments: [
      ("load $DIR/wire/a.txt", ["$DIR/wire/a.txt"]),
      ("load $DIR/wire", ["$DIR/wire/a.txt", "$DIR/wire/deep/b.txt"]),
      ("load $DIR/wire/*.txt", ["$DIR/wire/a.txt"]),
      ("load '$DIR/*/a.txt'", ["$DIR/wire/a.txt"]),
      ("load $DIR/w?re", ["$DIR/wire/a.txt", "$DIR/wire/deep/b.txt"]),
    ] as [(String, [String])])
  func finds(_ line: String, _ expected: [String]) {
    let (names, ran) = names(line)
    #expect(names == expected)
    #expect(ran == Ran(output: "", messages: "", status: .done))
  }

  @Test(
    "names an input that is none, and what to do",
    arguments: [
      ("load $DIR/nix.txt", "'$DIR/nix.txt': no such file or folder", ProgramStatus.noInput),
      ("load $DIR/*.doc", "'$DIR/*.doc': no file matches this pattern", .noInput),
      (
        "load $DIR/none",
        "'$DIR/none': no stories in this folder; expected files that end in .txt, .text, .seg, "
          + ".tok, .story, .md, .markdown, .html …; 'formats' lists all of them", .noInput
      ),
      (
        "load $DIR/empty.txt",
        "'$DIR/empty.txt': no text in it; give a file that holds a story", .badData
      ),
      (
        "load $DIR/broken.txt",
        "'$DIR/broken.txt': not UTF-8: ill-formed byte at offset 10, line 1; convert it to UTF-8 "
          + "(iconv -f ENCODING -t UTF-8); UTF-16 and Windows-1258 are read too", .badData
      ),
    ])
  func refuses(_ line: String, _ message: String, _ status: ProgramStatus) {
    let (names, ran) = names(line)
    #expect(names.isEmpty)
    #expect(ran == Ran(output: "", messages: "theo: " + message + "\n", status: status))
  }

  @Test("keeps the good ones beside the bad ones, and tells each of these")
  func mixed() {
    let (names, ran) = names("load $DIR/nix.txt $DIR/wire/a.txt $DIR/empty.txt")
    #expect(names == ["$DIR/wire/a.txt"])
    #expect(
      ran.messages == """
        theo: 2 of 3 inputs could not be read
          '$DIR/nix.txt': no such file or folder
          '$DIR/empty.txt': no text in it; give a file that holds a story

        """)
    #expect(ran.status == .noInput)
  }

  @Test("reads a story a line, and names the line of a bad one")
  func lines() {
    let (names, ran) = names("load $DIR/stories.jsonl")
    #expect(names == ["n1", "n3"])
    #expect(ran.messages.hasPrefix("theo: '$DIR/stories.jsonl': line 2: no \"text\""))
    #expect(ran.status == .badData)
  }

  @Test("names an agency once, however its name is spaced")
  func agencies() throws {
    for (name, agency) in [("a", "VOV - Miền Trung"), ("b", "VOV- Miền_Trung")] {
      try folder.write("Cháy kho gỗ\n\nKhông ai bị thương.\n\nLê An/\(agency)", to: name)
    }
    var desk = testDesk()
    let output = ran(folder.filled("load $DIR/a $DIR/b"), on: &desk).output
    #expect(output.hasSuffix("2 stories (vi 2) · 4 claims · via VOV - Miền Trung\n"))
  }

  @Test("on several threads keeps the order of the inputs", arguments: [1, 2, 7])
  func order(_ workers: Int) throws {
    for number in 10..<60 { try folder.write(harbour, to: "many/\(number).txt") }
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 0) }, user: "an", workers: workers))
    _ = try desk.load([folder.path + "/many"]) { _ in }
    let names = desk.store.articles.map { folder.hidden($0.article.name) }
    #expect(names == (10..<60).map { "$DIR/many/\($0).txt" })
  }
}
