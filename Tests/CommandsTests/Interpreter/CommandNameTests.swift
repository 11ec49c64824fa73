import Lexicons
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A name that is no command")
struct CommandNameTests {
  private func message(_ line: String) -> String {
    var desk = testDesk()
    return ran(line, on: &desk).messages
  }

  @Test(
    "but one in other shells leads to the command that does it",
    arguments: [
      ("search ferry", "find"), ("list", "claims"), ("ls", "articles"), ("print c1", "show"),
      ("rm c1", "claim drop"), ("Delete c1", "claim drop"), ("info c1", "show"),
      ("cat a1", "read"), ("todo", "next"), ("logout", "quit"), ("config", "set"),
      ("serach x", "find"), ("exprot", "export"), ("clams", "claims"),
    ])
  func hints(line: String, command: String) {
    #expect(message(line).contains("Did you mean '\(command)'"), "\(message(line))")
    #expect(message("help " + line.prefix { $0 != " " }).contains("Did you mean '\(command)'"))
  }

  @Test("and near to none has no hint but help", arguments: ["top", "zzz", "xyzzyx", "quux"])
  func none(name: String) {
    #expect(message(name) == "theo: unknown command '\(name)'. 'help' lists the commands.\n")
  }

  @Test(
    "has said how it is done, where a name alone does not", arguments: ["csv", "keys", "paste"])
  func remarks(name: String) {
    #expect(message(name).split(separator: "\n").count == 2, "\(message(name))")
  }

  @Test(
    "is understood where it can mean one thing",
    arguments: ["stories", "?", "bye", "exit", "history"])
  func understood(name: String) {
    var desk = testDesk(TestStory.both)
    #expect(ran(name, on: &desk).status == .done)
  }

  @Test("in the table is none that there is, and leads to one that is")
  func table() {
    for row in WordList(embedded: "command-names.tsv").rows {
      #expect(CommandCatalogue.standard.command([row[0]]) == nil, "\(row[0])")
      #expect(Folding.folded(row[0]) == row[0], "\(row[0])")
      #expect(!row.items(1).isEmpty, "\(row[0])")
      for name in row.items(1) {
        let words = name.split(separator: " ").map(String.init)
        #expect(
          CommandCatalogue.standard.command(words)?.words == words.count, "\(row[0]) → \(name)")
      }
    }
  }
}

@Suite("help keys")
struct KeyHelpTests {
  @Test("lists the keys of the prompt, and every key of a review with what it does")
  func lists() {
    var desk = testDesk()
    let help = ran("help keys", on: &desk, width: 80).output
    for (key, action) in ReviewAction.keys {
      #expect(help.contains("review  \(key) "), "\(key)")
      #expect(help.contains("\(action.name): "), "\(key)")
    }
    for (keys, _) in KeyHelp.prompt { #expect(help.contains("prompt  \(keys) "), "\(keys)") }
    #expect(ran("? keys", on: &desk, width: 80).output == help)
  }

  @Test(
    "and help query lose nothing in a narrow window",
    arguments: ["help keys", "help query", "help"])
  func narrow(line: String) {
    var desk = testDesk()
    for width in [60, 80, 100] {
      let help = ran(line, on: &desk, width: width).output
      #expect(!help.contains("…"), "\(line) at \(width)")
      for row in help.split(separator: "\n") { #expect(row.count <= width, "\(row)") }
    }
  }
}
