import Foundation
import Testing

/// What a call gives when the surroundings are poor.
@Suite("theo starts")
struct ProgramStartTests {
  private let scratch: Scratch
  private let session: String

  init() throws {
    scratch = try Scratch()
    session = try scratch.session()
  }

  @Test(
    "and says that its output cannot be written", arguments: ["--version", "--help", "-c stats"])
  func fullOutput(_ arguments: String) throws {
    let outcome = try Shell.run(
      "sh", ["-c", "'\(Places.theo)' \(arguments) > /dev/full"], folder: scratch.folder)
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("standard output: cannot be written"))
  }

  @Test("without /proc as well, with the words that it was given")
  func withoutProc() throws {
    func run(_ arguments: String) throws -> Shell.Outcome {
      try Shell.run(
        "unshare",
        ["-m", "sh", "-c", "mount -t tmpfs none /proc && exec '\(Places.theo)' \(arguments)"])
    }
    let wrong = try run("bogus --nonsense")
    // Only root may have a /proc of its own.
    guard !wrong.errors.contains("unshare"), !wrong.errors.contains("mount") else { return }
    #expect(wrong.status == 2)
    #expect(try run("-s '\(session)' annotate c2 --tag x").status == 0)
    // Threads that read stories are none of Dispatch's, which ends the program there.
    let many = (0..<40).map { "{\"id\":\"s\($0)\",\"text\":\"Mayor An said \($0) ships left.\"}\n" }
    let stories = try scratch.file("many.jsonl", many.joined())
    let loaded = try run("-l '\(stories.path)' -c 'conflicts' -c 'claims --limit 1'")
    #expect(loaded.status == 0, "\(loaded.errors)")
    #expect(loaded.output.contains("Mayor An"))
    #expect(try String(contentsOfFile: session, encoding: .utf8).contains("\"x\""))
  }

  @Test("and each piped command is run as soon as its line has come")
  func pipedLines() throws {
    // The second command is written only when the first has been answered.
    let script = """
      mkfifo in; '\(Places.theo)' '\(session)' < in > out & exec 3> in
      echo 'claims c1 --format csv' >&3
      until grep -q c1,a1 out 2>/dev/null; do sleep 0.02; done
      echo answered; echo quit >&3; wait $!
      """
    let outcome = try Shell.run("timeout", ["120", "sh", "-c", script], folder: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "answered\n")
  }

  @Test(
    "and standard input that cannot be read is told of",
    arguments: [("< /", "is a directory"), ("<&-", "bad file descriptor")])
  func unreadableInput(redirection: String, reason: String) throws {
    let outcome = try Shell.run(
      "sh", ["-c", "'\(Places.theo)' \(redirection)"], folder: scratch.folder)
    #expect(outcome.errors == "theo: '-': cannot be read: \(reason)\n")
    #expect(outcome.status == 66)
  }

  @Test("and load - of a script takes what follows it as the story")
  func loadsRest() throws {
    let outcome = try Shell.run(
      Places.theo, [], input: "load -\nMayor An said so.\nclaims\n", folder: scratch.folder)
    #expect(outcome.output.hasPrefix("a1  "))
    #expect(try Shell.run(Places.theo, [], input: "load -\n").status == 65)
  }

  @Test(
    "and a file whose name is no UTF-8 is found by it",
    arguments: ["-l \"$name\" -c claims", "\"$name\" -c claims", "extract -- \"$name\""])
  func nameOfOldTimes(words: String) throws {
    let outcome = try Shell.run(
      "sh",
      [
        "-c",
        #"name=$(printf 'b\341o.txt'); echo 'Mayor An said 12 ships left.' > "$name"; "#
          + "'\(Places.theo)' \(words)",
      ], folder: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("12 ships"))
  }

  @Test("and a file that may grow no more is told of, not a reason to die")
  func fileSizeLimit() throws {
    let outcome = try Shell.run(
      "sh", ["-c", "ulimit -f 1; '\(Places.theo)' -s '\(session)' save copy.json"],
      folder: scratch.folder)
    #expect(outcome.status == 73)
    #expect(outcome.errors.lowercased().contains("copy.json"))
  }

  @Test(
    "and on a terminal that is dumb, unknown or not named writes lines alone",
    arguments: ["dumb", "unknown", "no-such-terminal", ""])
  func plainTerminal(_ name: String) throws {
    let terminal = try ProgramTerminal(
      "cang-van-sa.json", folder: scratch.folder,
      environment: ["TERM": name, "NO_COLOR": "", "PAGER": "echo paged"])
    var written = terminal.wait(for: "24 unchecked> ") ?? ""
    terminal.type("claims --limit 0\rclams\r")
    written += terminal.wait(for: "Did you mean") ?? ""
    #expect(written.contains("c28"))
    #expect(!written.contains("paged"))
    #expect(!written.contains("\u{1B}"))
    #expect(written.contains("not known here") == (name == "no-such-terminal"))
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
  }

  @Test("and a story that is pasted is offered to be loaded; nothing of it is run or lost")
  func pastedStory() throws {
    let terminal = try ProgramTerminal("cang-van-sa.json", folder: scratch.folder)
    terminal.wait(for: "24 unchecked")
    _ = terminal.waitForSettings { $0 == .raw }
    let story = "Fire at the port\rThe mayor's office said that at least 4 people had died there."
    terminal.type("\u{1B}[200~\(story)\u{1B}[201~")
    terminal.wait(for: "there.")
    terminal.type("\r")
    #expect(terminal.wait(for: "Load it? [y/N] ") != nil)
    terminal.type("n\r")
    #expect(terminal.wait(for: "load - reads one") != nil)
    #expect(terminal.wait(for: "24 unchecked") != nil)
    terminal.type("\u{1B}[A")
    #expect(terminal.wait(for: "there.") != nil)
    terminal.type("\r")
    #expect(terminal.wait(for: "Load it? [y/N] ") != nil)
    terminal.type("y\r")
    #expect(terminal.wait(for: "a4  en  Fire at the port") != nil)
    terminal.type("quit --discard\r")
    #expect(terminal.end() == 0)
  }

  @Test(
    "an editor that is not there is told of at the prompt, and the line is kept",
    arguments: [
      (["EDITOR": "'/no/my ed' -w"], "theo: the editor ''/no/my ed' -w' cannot be run"),
      (["EDITOR": "true", "TMPDIR": "/no-such-folder"], "can be made in '/no-such-folder'"),
      (["EDITOR": "false"], "theo: the editor 'false' ended with status 1"),
      (["VISUAL": " ", "EDITOR": "sed -i 's/show c1/show c2/'", "TMPDIR": ""], "show c2"),
    ] as [([String: String], String)])
  func editor(_ environment: [String: String], _ shown: String) throws {
    let terminal = try ProgramTerminal(
      "--no-rc cang-van-sa.json", folder: scratch.folder, environment: environment)
    terminal.wait(for: "24 unchecked")
    _ = terminal.waitForSettings { $0 == .raw }
    terminal.type("show c1\u{18}\u{5}")
    #expect(terminal.wait(for: shown) != nil, "\(terminal.output)")
    if shown.hasPrefix("theo") { #expect(terminal.wait(for: "show c1") != nil) }
    #expect(terminal.waitForSettings { $0 == .raw })
    terminal.type("\u{3}")
    terminal.wait(for: "^C")
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
  }
}
