import ClaimModel
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Thousands of words on one line")
struct ManyWordsTests {
  private static let files = (1...5_000).map { "\($0).txt" }

  @Test(
    "come back in their order, whatever options stand between them",
    arguments: [
      files, ["--format", "csv"] + files, files + ["--format", "csv"],
      files + ["--format=csv"] + files, ["-"] + files, files + ["--color", "never"] + files,
      files + ["--format", "csv", "last.txt"], Array(files.prefix(3)),
      Array(repeating: "same.txt", count: 50) + ["--format", "csv", "same.txt", "same.txt"],
    ])
  func order(words: [String]) throws {
    let statement = Statement(arguments: ["extract"] + words)
    let command = try #require(
      try CommandCatalogue.standard.parse(statement) as? ExtractCommand)
    var expected = words
    for option in ["--format", "--color"] {
      while let place = expected.firstIndex(of: option) {
        expected.removeSubrange(place...place + 1)
      }
    }
    expected.removeAll { $0.hasPrefix("--") }
    #expect(command.file == expected)
  }

  @Test(
    "make without the parser what the parser makes of them",
    arguments: [[], ["a.txt"], ["-"], ["a.txt", "-", "b c.txt"], [""]])
  func plain(words: [String]) throws {
    let plain = try #require(ExtractCommand.plain(words))
    // An option brings the parser in.
    let parsed = try #require(
      try ExtractCommand.read(["--flush", "block"] + words) as? ExtractCommand)
    #expect(plain.file == parsed.file)
    #expect(plain.export == nil && parsed.export == nil)
    #expect(plain.form == parsed.form && plain.deep == parsed.deep)
    #expect(plain.onError == parsed.onError && plain.flush == parsed.flush)
    #expect(plain.columns.columns == parsed.columns.columns)
    #expect(plain.output.format == parsed.output.format)
    #expect(plain.output.color == parsed.output.color)
    #expect(Mirror(reflecting: plain).children.count == 8, "an option is set by nobody")
  }

  @Test("are taken aside but for the first of each run")
  func shown() {
    let words = ManyWords(Self.files + ["--format", "csv"] + Self.files)
    #expect(words.shown == ["1.txt", "--format", "csv", "1.txt"])
  }

  @Test("are stories where they are no command, without a parse for each")
  func stories() throws {
    let invocation = try Invocation(
      ["--plain"] + Self.files.map { "./" + $0 } + ["--no-rc"], .standard)
    #expect(invocation.stories.count == Self.files.count)
    #expect(invocation.isPlain && invocation.skipsStartScript)
    #expect(invocation.work == .shell)
  }

  @Test("may be options: forty of them are read in turns")
  func options() throws {
    let lines = (1...40).map { "stats \($0)" }
    let invocation = try Invocation(["--plain"] + lines.flatMap { ["-c", $0] }, .standard)
    #expect(invocation.work == .lines(lines))
  }
}
