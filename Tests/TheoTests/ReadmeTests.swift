import Foundation
import Testing

/// What README shows is what theo says.
@Suite("README")
struct ReadmeTests {
  private static let text =
    (try? String(contentsOf: Places.root.appendingPathComponent("README.md"), encoding: .utf8))
    ?? ""

  /// The first fenced block: a dialogue, from `$ theo …` to the next `$`.
  private static let dialogue: [String] =
    text.components(separatedBy: "\n```\n").dropFirst().first?
    .components(separatedBy: "\n") ?? []

  @Test(
    "opens with a dialogue that a terminal of 100 columns shows word for word",
    .enabled(if: Shell.has("tmux"), "needs tmux"))
  func dialogue() throws {
    let lines = Self.dialogue
    let start = try #require(lines.first?.split(separator: "$ theo").first)
    let scratch = try Scratch()
    let terminal = try TmuxTerminal(
      columns: 100, rows: 120, folder: Places.sessions,
      environment: ["HOME": scratch.folder.path, "THEO_USER": "an"],
      command: Places.theo + start)
    try terminal.wait(for: "unchecked*>")
    for line in lines.dropFirst() {
      guard line.hasPrefix("theo "), let prompt = line.firstRange(of: "> ") else { continue }
      let waiting = String(line[..<prompt.upperBound]).trimmingCharacters(in: [" "])
      // The prompt may stand further up as well: what is typed before it comes would be echoed.
      try #require(try terminal.waitForLast(waiting))
      try terminal.type(String(line[prompt.upperBound...]), then: "Enter")
      try #require(try terminal.wait(for: line).contains(line))
    }
    let screen = try terminal.wait(for: "ended-with-")
    let shown = screen.components(separatedBy: "\n").filter { !$0.hasPrefix("ended-with-") }
    #expect(shown == Array(lines.dropFirst()))
  }

  /// The table is written by hand, for readers; `help` lists the commands, whichever there are.
  @Test("has in its table of commands only what is one")
  func commands() throws {
    let help = try Shell.run(Places.theo, ["help", "--format", "csv"])
    let names = help.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    let table = Self.text.components(separatedBy: "\n").drop { !$0.hasPrefix("| `load PATH") }
      .prefix { $0.hasPrefix("|") }
    #expect(table.count > 20)
    for row in table {
      let cell = row.dropFirst().prefix { $0 != "|" }
      for (place, words) in cell.split(separator: "`").enumerated() where place % 2 == 1 {
        #expect(names.contains { (words + " ").hasPrefix($0 + " ") }, "\(words)")
      }
    }
  }

  @Test("names every field of the query language")
  func fields() throws {
    let error = try Shell.run(Places.theo, ["-c", "claims nofield:x"]).errors
    let fields = try #require(error.components(separatedBy: "the fields: ").last)
    for field in fields.split(whereSeparator: \.isWhitespace) {
      #expect(Self.text.contains(field), "\(field)")
    }
  }
}
