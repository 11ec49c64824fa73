import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A script")
struct ScriptTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "# two good ones, a bad one between\nclaims c1 --format csv\nclams\nclaims c2 --format csv\n",
      to: "three.theo")
    try folder.write("run \(folder.path)/self.theo\n", to: "self.theo")
    try folder.write("claims c1 --format csv\nquit\nclaims c2\n", to: "quit.theo")
    try folder.write("claims c1\nclaims \"c2\n", to: "open.theo")
  }

  private func run(_ words: String) -> Ran {
    var desk = testDesk(TestStory.both)
    let ran = ran(folder.filled(words), on: &desk)
    return Ran(
      output: ran.output, messages: folder.hidden(ran.messages), status: ran.status)
  }

  @Test("stops at the first error, and names its line")
  func stops() {
    let ran = run("run $DIR/three.theo")
    #expect(ran.output.split(separator: "\n").count == 2)
    #expect(
      ran.messages == "theo: $DIR/three.theo:3: unknown command 'clams'. Did you mean 'claims'?\n")
    #expect(ran.status == .usage)
  }

  @Test("goes on with --keep-going, and still ends with the error's status")
  func goesOn() {
    let ran = run("run --keep-going $DIR/three.theo")
    #expect(ran.output.split(separator: "\n").count == 4)
    #expect(ran.messages.hasSuffix("theo: $DIR/three.theo: 1 of 3 commands failed\n"))
    #expect(ran.status == .usage)
  }

  @Test("that goes on has the status of the first command that failed, whatever comes after it")
  func firstStatus() throws {
    try folder.write("show c99\nnosuch\nclaims c1 > $DIR/none/x\nclaims\nquit\n", to: "many.theo")
    try folder.write("run $DIR/many.theo\nclaims\n", to: "outer.theo")
    for line in ["run --keep-going $DIR/many.theo", "run $DIR/many.theo --keep-going"] {
      let ran = run(line)
      #expect(ran.status == .failed)
      #expect(ran.messages.contains("3 of 5 commands failed"), "\(ran.messages)")
    }
    let filled = try folder.text("outer.theo")
    try folder.write(folder.filled(filled), to: "outer.theo")
    #expect(run("run --keep-going $DIR/outer.theo").status == .failed)
  }

  @Test("that runs itself is stopped")
  func recursion() {
    let ran = run("run $DIR/self.theo")
    #expect(ran.messages.contains("scripts that run scripts go at most 16 deep"))
    #expect(ran.status == .failed)
  }

  @Test("that is sent to a file puts its questions to the user, but starts no dialogue")
  func asks() throws {
    try folder.write("annotate a1 --verdict true\nreview\n", to: "asks.theo")
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isInteractive = true
    console.answers = [true]
    console.dialogue = .keys(TestKeyboard("q"))
    let ran = ran(folder.filled("run $DIR/asks.theo > $DIR/log"), on: &desk, console: console)
    #expect(console.questions == ["annotate 4 claims?"])
    #expect(ran.output.isEmpty)
    #expect(ran.messages.contains("nobody can answer: the output goes to a file or a pipe"))
    #expect(try folder.text("log").contains("unchecked → true"))
    #expect(ran.status == .usage)
  }

  @Test("ends with quit")
  func quits() { #expect(run("run $DIR/quit.theo").output.split(separator: "\n").count == 2) }

  @Test("with a quotation that nothing closes is not begun")
  func unclosed() {
    let ran = run("run $DIR/open.theo")
    #expect(ran.output.isEmpty)
    #expect(ran.messages.hasPrefix("theo: $DIR/open.theo:2: nothing closes the quote \""))
  }

  @Test("writes where its output is sent")
  func destination() throws {
    #expect(
      run("run $DIR/quit.theo > $DIR/out.csv") == Ran(output: "", messages: "", status: .done))
    #expect(try folder.text("out.csv").hasPrefix("id,article,"))
  }
}

@Suite("Output", .serialized)
struct DestinationTests {
  @Test("to a file replaces or appends, and a command that fails leaves the file alone")
  func files() throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    _ = ran("claims c1 --format csv > \(folder.path)/x", on: &desk)
    let first = try folder.text("x")
    _ = ran("claims c99 > \(folder.path)/x", on: &desk)
    #expect(try folder.text("x") == first)
    _ = ran("claims c1 --format csv >> \(folder.path)/x", on: &desk)
    #expect(try folder.text("x") == first + first)
  }

  @Test(
    "to a system command gives its status",
    arguments: [
      ("cat > $DIR/x", "", ProgramStatus.done),
      ("head -1 > $DIR/x", "", .done),
      ("true", "", .done),
      ("exit 3", "theo: 'exit 3' ended with status 3\n", .failed),
    ])
  func pipes(_ command: String, _ messages: String, _ status: ProgramStatus) throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    let ran = ran("claims --format csv | " + folder.filled(command), on: &desk)
    #expect(ran == Ran(output: "", messages: messages, status: status))
    if command.contains("$DIR") { #expect(try folder.text("x").hasPrefix("id,article,")) }
  }

  @Test("that nobody reads any more ends the session quietly")
  func closed() {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isClosed = true
    let ran = ran("claims; claims", on: &desk, console: console)
    #expect(ran == Ran(output: "", messages: "", status: .done))
    #expect(desk.isLeaving)
  }
}

@Suite("Leaving")
struct QuitTests {
  @Test(
    "asks at the prompt where changes are not saved",
    arguments: [("quit", true, true), ("quit", false, false), ("quit --discard", false, true)])
  func asks(_ line: String, _ answer: Bool, _ leaves: Bool) {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isInteractive = true
    console.answers = [answer]
    _ = ran(line, on: &desk, console: console)
    #expect(desk.isLeaving == leaves)
    #expect(
      console.questions == (line == "quit" ? ["1 change not saved. Leave all the same?"] : []))
  }
}
