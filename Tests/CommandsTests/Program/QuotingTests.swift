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

@Suite("What completion puts into a line")
struct QuotingTests {
  /// Names that mean something to the shell, to the query or to a command.
  static let awkward = [
    "O'Brien", "Q|A", "Zed;Net", "K\"quoted\" News", "A > B", "A<B", "a#b", "# head", "back\\slash",
    "tail\\", "\\\"both'", "two  blanks", " lead", "tail ", "line\nend", "cr\rlf\r\n", "tab\there",
    "-dash", "--long", "~home", "~", "$HOME", "`date`", "$(date)", "a*b?[c]", "(paren)", "a,b",
    "a..b",
    "glob:x", "regex:.", "and", "not", "c3", "@saved", "“cong”", "«góc»", "‘đơn’", "no\u{A0}break",
    "zero\u{200B}width", "wide\u{3000}blank", "\u{FEFF}bom", "\u{2028}", "\"", "'", "\\", "|", "",
    "\"\u{301}mark", "Lê Thu Hà", "AFQ", "100%", "a=b", "!x", "{a,b}", "\u{1B}[2J",
  ]

  /// The words of the last statement, as the shell reads them.
  private func words(_ line: String) throws -> [String] {
    let statements = try LineLexer.statements(in: line)
    #expect(statements.count == 1)
    #expect(statements.first?.destination == .screen)
    return statements.first?.words.map(\.text) ?? []
  }

  @Test("is one word that says the value", arguments: awkward)
  func oneWord(_ value: String) throws {
    let read = try words("x " + Quoting.word(value) + " y")
    #expect(read.count == 3)
    #expect(read.dropFirst().first.map { Array($0.utf8) } == Array(value.utf8))
  }

  @Test("is one word for any string")
  func anyString() throws {
    var random = SplitMix(seed: 14)
    let letters = Array(
      "aé'\"\\|;<># \n\r\t-~$`&*?()[]{}“”‘’«»\u{301}\u{A0}\u{200B}\u{3000}漢!=%,.:@")
    for _ in 0..<3000 {
      let value = String(
        (0..<Int(random.next() % 9)).map { _ in letters[Int(random.next() % UInt64(letters.count))]
        })
      let read = try words("x " + Quoting.word(value) + " y")
      #expect(
        read.count == 3 && read[1].utf8.elementsEqual(value.utf8), "\(value.debugDescription)")
    }
  }

  @Test("of a source is found by the query it stands in", arguments: awkward)
  func sources(_ name: String) throws {
    guard name.contains(where: \.isLetter) else { return }
    var desk = testDesk(TestStory.both)
    _ = try desk.perform(.addSource(Source(name: name, kind: .agency)))
    // What is kept may be tidied: blanks at the ends are not.
    let kept = try #require(desk.store.source(named: name)).name
    let place = CompletionPlace("claims said:", cursor: 12)
    let words = StoreCompletion.selection(place, desk.store).map(\.replacement)
    let word = Quoting.value(kept, of: "said")
    #expect(words.contains(word))
    let statement = try #require(try LineLexer.statements(in: "claims " + word).first)
    #expect(statement.words.count == 2)
    #expect(ran("claims " + word, on: &desk).messages.isEmpty)
    #expect(try Selection.parse(statement.words[1].query) == Selection.parse(word))
  }

  @Test(
    "of a field is quoted for the shell and for the query",
    arguments: [
      ("O'Brien", #"said:"O'Brien""#), ("Q|A", #"said:"Q|A""#), ("Zed;Net", #"said:"Zed;Net""#),
      (#"K"quoted" News"#, #"said:"K\"quoted\" News""#), ("AFP", "said:AFP"),
      ("half-true", "said:half-true"), ("-dash", #"said:"-dash""#), ("a..b", #"said:"a..b""#),
      ("a,b", #"said:"a,b""#), ("glob:x", #"said:"glob:x""#), ("Q (A)", #"said:"Q (A)""#),
      ("ends*", #"said:"ends*""#), ("Báo “Mới” ", #"said:"Báo  Mới  ""#),
    ])
  func values(_ value: String, _ word: String) throws {
    #expect(Quoting.value(value, of: "said") == word)
  }

  @Test("of a file leads to that file", arguments: awkward + ["-rf", "-h", "~"])
  func files(_ name: String) throws {
    guard !name.isEmpty, !name.contains("/") else { return }
    let folder = try TestFolder()
    try folder.write("", to: name)
    let line = "load \(folder.path)/"
    let found = Completions.candidates(
      line: line, cursor: line.utf8.count, desk: testDesk(), .standard)
    let word = try #require(found.first)
    #expect(found.count == 1)
    let read = try words("load " + word.replacement)
    #expect(read.count == 2)
    #expect(FileFinder.kind(UserPath.located(read[1])) == .file)
    // Typed to its first letter, and behind `>`, it is found as well.
    let target = "claims c1 > " + folder.path + "/"
    let file = Completions.candidates(
      line: target, cursor: target.utf8.count, desk: testDesk(), .standard)
    let statement = try LineLexer.statements(in: "claims c1 > " + (file.first?.replacement ?? ""))
    #expect(statement.first?.destination == .file(read[1], appends: false))
  }

  @Test("behind | is left to the system's shell, and > in a name is no sign")
  func places() {
    let desk = testDesk(TestStory.both)
    for line in ["claims | gr", "claims | wc ", "claims c1 | sh -c 'a > b"] {
      #expect(
        Completions.candidates(line: line, cursor: line.utf8.count, desk: desk, .standard).isEmpty)
    }
    let place = CompletionPlace("claims \"a > b\" > ou", cursor: 19)
    #expect(place.isFileTarget)
    #expect(place.range == 17..<19)
  }

  @Test("of a name that begins with a dash or ~ is a path")
  func dashes() throws {
    let folder = try TestFolder()
    let names = ["-dash.txt", "-rf", "~tilde.txt"]
    for name in names { try folder.write("", to: name) }
    var place = CompletionPlace("load -", cursor: 6)
    #expect(place.prefix == "-")
    place = CompletionPlace("load \(folder.path)/-r", cursor: folder.path.utf8.count + 8)
    #expect(FileCompletion.candidates(place).map(\.replacement) == [folder.path + "/-rf"])
    #expect(FileCompletion.path(of: "-rf", in: "") == "./-rf")
    #expect(FileCompletion.path(of: "~", in: "") == "./~")
    #expect(FileCompletion.path(of: "-rf", in: "a/") == "a/-rf")
    #expect(FileCompletion.path(of: "x", in: "") == "x")
  }
}
