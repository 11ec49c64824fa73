import ClaimModel
import FactStore
import SystemPackage
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Commands from a pipe")
struct ScriptInputTests {
  private func pieces(_ text: String) throws -> [ScriptInput.Piece] {
    let ends = try FileDescriptor.pipe()
    try ends.writeEnd.writeAll(text.utf8)
    try ends.writeEnd.close()
    defer { try? ends.readEnd.close() }
    let input = ScriptInput(ends.readEnd)
    var pieces = [ScriptInput.Piece]()
    while let piece = try input.next() { pieces.append(piece) }
    return pieces
  }

  @Test(
    "are cut where a command ends",
    arguments: [
      ("stats\nquit\n", [("stats\n", 1), ("quit\n", 2)]), ("stats", [("stats", 1)]), ("", []),
      ("\n\nstats\r\n", [("\n", 1), ("\n", 2), ("stats\r\n", 3)]),
      (
        "annotate c1 --note \"a\nb 'c\nd\"\nquit",
        [("annotate c1 --note \"a\nb 'c\nd\"\n", 1), ("quit", 4)]
      ),
      ("claims \\\n c1\nquit\n", [("claims \\\n c1\n", 1), ("quit\n", 3)]),
      ("claims 'open\nquit\n", [("claims 'open\nquit\n", 1)]), ("claims \\", [("claims \\", 1)]),
      ("Hà 'mở\n\n”\n'\nx", [("Hà 'mở\n\n”\n'\n", 1), ("x", 5)]),
    ] as [(String, [(String, Int)])])
  func cuts(_ text: String, _ expected: [(String, Int)]) throws {
    #expect(
      try pieces(text) == expected.map { ScriptInput.Piece(text: $0.0, firstLine: $0.1) })
  }

  @Test("are there before the pipe ends, and - is the rest of it")
  func waitsForNothing() throws {
    let ends = try FileDescriptor.pipe()
    let input = ScriptInput(ends.readEnd)
    try ends.writeEnd.writeAll("stats\nload -\nMột tin".utf8)
    #expect(try input.next()?.text == "stats\n")
    #expect(try input.next()?.text == "load -\n")
    try ends.writeEnd.writeAll(" dài\n".utf8)
    try ends.writeEnd.close()
    let rest = try input.rest()
    #expect(rest.withBytes { String(decoding: $0, as: UTF8.self) } == "Một tin dài\n")
    #expect(try input.next() == nil)
    #expect(try input.rest().count == 0)
    try ends.readEnd.close()
  }

  @Test("that cannot be read are told of")
  func unreadable() throws {
    let folder = try FileDescriptor.open("/tmp", .readOnly)
    #expect(throws: UserError.self) { try ScriptInput(folder).next() }
    try folder.close()
  }

  @Test("name the line of an error, stop there, and go on with --keep-going, which counts them")
  func lines() throws {
    let told = "theo: -:3: unknown command 'clams'. Did you mean 'claims'?\n"
    let counted = told + "theo: -: 1 of 3 commands failed\n"
    for (options, lines, messages) in [([], 2, told), (["--keep-going"], 4, counted)] {
      let ends = try FileDescriptor.pipe()
      try ends.writeEnd.writeAll(
        "claims c1 --format csv\n\nclams \\\nx\nclaims c2 --format csv\n".utf8)
      try ends.writeEnd.close()
      var desk = testDesk(TestStory.both)
      let console = TestConsole()
      let status = ProgramRun(try Invocation(options, .standard), .standard).batch(
        &desk, script: ScriptInput(ends.readEnd), console: console)
      #expect(status == .usage)
      #expect(console.messages == messages)
      #expect(console.output.split(separator: "\n").count == lines)
      try ends.readEnd.close()
    }
  }
}

@Suite("A story that is pasted at the prompt")
struct PastedStoryTests {
  private static let story = """
    At least 14 dead in Van Sa port fire
    A fire that broke out before dawn killed at least 14 people, the city's fire service said.

    "Nobody knows the cause," chief Le Van Tam said on Monday. It's not over.
    """

  @Test(
    "is told from commands",
    arguments: [
      (story, true), ("claims c1\nshow c3", false), ("clams\nshow c3", false),
      ("At least 14 people were killed when a fire broke out at the port on Monday.", true),
      ("Ít nhất 14 người thiệt mạng trong vụ cháy cảng Vân Sa rạng sáng 12/3.", true),
      ("Cháy ở cảng Vân Sa\nTheo cảnh sát, 14 người chết.", true),
      ("Cháy cảng Vân_Sa\nTheo cảnh_sát , 14 người chết .", true),
      ("Cảnh_sát cho_biết 14 người chết .", true), ("Police said 14 people \"had died.\"", true),
      ("Cảnh sát nói lúc 12:30: đã dập lửa.\nHà: đúng", true),
      ("clams said:Hà or via:AFP in the port.", false), ("anotate c3 it is not so at all.", false),
      ("clams worth>0.7\nclams said:Hà or via:AFP", false), ("Police said 14 died", false),
      ("what is this.", false), ("clams\nshwo", false),
      ("At last", false), ("", false), ("\n\n", false),
      ("anotate c3 --note \"a long note of many words that somebody typed with a slip\"", false),
      (
        "annotate c3 --note \"Bệnh viện nói\nkhác với những gì mà cảnh sát đã nói hôm thứ hai\"",
        false
      ),
      ("# a comment of many words that\nsomebody has copied from a script with more words", false),
      (
        "top ten of all the claims that were made\nby anybody at all in this week or the last",
        false
      ),
    ])
  func isOne(_ text: String, _ expected: Bool) {
    #expect(PastedStory.isOne(text, .standard, aliases: ["top"]) == expected)
  }

  @Test("is loaded as what - is given, apostrophes and all")
  func loads() {
    var desk = testDesk()
    let console = TestConsole()
    let status = PastedStory.load(
      Self.story, on: &desk, with: CommandInterpreter(.standard), console: console)
    #expect(status == .done)
    #expect(desk.store.articles.first?.article.text.contains("It's not over.") == true)
    #expect(console.output.hasPrefix("a1  en  At least 14 dead in Van Sa port fire"))
  }
}

@Suite("A word that begins with a dash")
struct DashTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("Cầu sập.", to: "-dash.txt")
  }

  @Test(
    "and is no option is named, whatever letters it has",
    arguments: [
      ("load -dash.txt", "load: unknown option '-dash.txt'. See 'help load'."),
      ("load -rf", "load: unknown option '-rf'. See 'help load'."),
      ("load a.txt -help", "load: unknown option '-help'. See 'help load'."),
      ("extract -hh", "extract: unknown option '-hh'. See 'help extract'."),
      ("open -s.json", "open: unknown option '-s.json'. See 'help open'."),
      ("run -x.theo --keep-going", "run: unknown option '-x.theo'. See 'help run'."),
      ("merge -a.json b.json", "merge: unknown option '-a.json'. See 'help merge'."),
    ])
  func unknown(_ line: String, _ message: String) {
    var desk = testDesk(TestStory.both)
    let ran = ran(line, on: &desk)
    #expect(ran.messages == "theo: \(message)\n")
    #expect(ran.output.isEmpty)
    #expect(ran.status == .usage)
  }

  @Test("is a file behind --, and help is asked for by -h alone")
  func files() {
    var desk = testDesk()
    #expect(ran("load -- -nix.txt", on: &desk).messages.contains("'-nix.txt': no such file"))
    #expect(ran("load -h", on: &desk).output.contains("load"))
    #expect(ran("load -h", on: &desk).status == .done)
    #expect(ran("load --help", on: &desk).status == .done)
  }

  @Test(
    "is a file behind -- in a call, and the value of -l and -s",
    arguments: [
      (["--", "-a.txt"], ["-a.txt"]),
      (["--plain", "--", "-a.txt", "claims"], ["-a.txt", "claims"]),
      (["x.txt", "--", "-a.txt"], ["x.txt", "-a.txt"]), (["-l", "-a.txt"], ["-a.txt"]),
      (["-l", "-a.txt", "-l", "-b.txt", "--", "--c"], ["-a.txt", "-b.txt", "--c"]),
    ] as [([String], [String])])
  func call(_ arguments: [String], _ stories: [String]) throws {
    #expect(try Invocation(arguments, .standard).stories == stories)
    #expect(try Invocation(["-s", "-s.json"], .standard).session == "-s.json")
    #expect(
      try Invocation(["-l", "-a.txt", "claims", "--", "-x"], .standard).work
        == .command(["claims", "--", "-x"]))
  }
}
