import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A call of theo")
struct InvocationTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("Cầu sập.", to: "a.txt")
    var desk = testDesk(TestStory.both)
    _ = try desk.save(to: folder.path + "/s.json")
  }

  private func invocation(_ arguments: [String]) throws -> Invocation {
    try Invocation(arguments.map(folder.filled), .standard)
  }

  @Test(
    "is a command, lines, or the shell",
    arguments: [
      ([], Invocation.Work.shell),
      (["claims", "--format", "json"], .command(["claims", "--format", "json"])),
      (["-l", "a.txt", "claims", "-c"], .command(["claims", "-c"])),
      (["-c", "load x; claims", "-c", "quit"], .lines(["load x; claims", "quit"])),
      (["$DIR/a.txt", "-c", "quit"], .lines(["quit"])),
      (["-c", "-x", "--plain", "-c", "quit"], .lines(["-x", "quit"])),
      (["--version", "--help"], .help),
      (["$DIR/a.txt"], .shell),
      (["annotate", "source", "AFP"], .command(["annotate", "source", "AFP"])),
      (["--version", "claims"], .version),
      (["--recover"], .command(["recover"])),
      (["t/u.json", "--recover"], .command(["recover", "t/u.json"])),
      (["--recover", "t/u.json", "t"], .command(["recover", "t/u.json", "t"])),
      (["-s", "t/u.json", "--recover", "--plain"], .command(["recover", "t/u.json"])),
      (["-h"], .help),
    ] as [([String], Invocation.Work)])
  func work(_ arguments: [String], _ expected: Invocation.Work) throws {
    #expect(try invocation(arguments).work == expected)
  }

  @Test("names stories, or a session")
  func inputs() throws {
    #expect(try invocation(["$DIR/a.txt"]).stories == [folder.path + "/a.txt"])
    #expect(try invocation(["-l", "x", "--load", "y", "claims"]).stories == ["x", "y"])
    #expect(try invocation(["$DIR/s.json"]).session == folder.path + "/s.json")
    #expect(try invocation(["$DIR/s.json"]).stories.isEmpty)
    #expect(try invocation(["-s", "x.json", "claims"]).session == "x.json")
  }

  @Test(
    "that is wrong says what was meant",
    arguments: [
      (["clams"], "theo: unknown command 'clams'. Did you mean 'claims'?"),
      (["--colr", "never"], "theo: unknown option '--colr'. Did you mean '--color'?"),
      (
        ["--color", "red"],
        "theo: 'red' is no value of --color. Expected one of auto, always, never."
      ),
      (["-l"], "theo: expected <path> after '-l'"),
      (["--recover", "claims"], "theo: did not expect 'claims'. See 'theo --help'."),
      (
        ["--recover", "1"],
        "theo: --recover lists what there is; at the prompt, 'recover 1' brings it back"
      ),
    ] as [([String], String)])
  func wrong(_ arguments: [String], _ message: String) {
    do throws(UserError) {
      _ = try Invocation(arguments, .standard)
      Issue.record("it was taken")
    } catch {
      #expect(error.message.lines.map(\.plain).joined(separator: "\n") == message)
      #expect(error.status == .usage)
    }
  }

  @Test("on a session saves it again when it changed, and not after an error")
  func saves() throws {
    let before = try folder.text("s.json")
    #expect(try batch(["-s", "$DIR/s.json", "claims", "c1"]).status == .done)
    #expect(try folder.text("s.json") == before)
    let stopped = try batch([
      "-s", "$DIR/s.json", "-c", "annotate c1 --verdict true; clams",
    ])
    #expect(stopped.status == .usage)
    #expect(stopped.messages.hasSuffix("s.json' stays as it was, since a command failed\n"))
    #expect(try folder.text("s.json") == before)
    #expect(try batch(["-s", "$DIR/s.json", "annotate", "c1", "--tag", "x"]).status == .done)
    #expect(try folder.text("s.json").contains("\"x\""))
  }

  @Test(
    "ends with an honest status",
    arguments: [
      (["-c", "quit"], ProgramStatus.done), (["-c", "undo"], .failed), (["-c", "clams"], .usage),
      (["-l", "$DIR/nix.txt", "claims"], .noInput), (["-s", "$DIR/a.txt", "claims"], .badData),
      (["-s", "$DIR/nix.json", "claims"], .noInput),
      (["-l", "$DIR/a.txt", "save", "/dev/null/x"], .cannotWrite),
      (["--keep-going", "-c", "undo; clams"], .failed),
    ] as [([String], ProgramStatus)])
  func statuses(_ arguments: [String], _ expected: ProgramStatus) throws {
    #expect(try batch(arguments).status == expected)
  }

  private func batch(_ arguments: [String]) throws -> Ran {
    var desk = testDesk()
    let console = TestConsole()
    let status = ProgramRun(try invocation(arguments), .standard).batch(&desk, console: console)
    return Ran(output: console.output, messages: console.messages, status: status)
  }
}
