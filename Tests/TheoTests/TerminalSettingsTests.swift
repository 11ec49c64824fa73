import Foundation
import Testing

/// Whoever reads the terminal while no line is edited finds it as the user has it.
@Suite("The terminal's settings")
struct TerminalSettingsTests {
  private let scratch: Scratch
  private let session: String

  init() throws {
    scratch = try Scratch()
    session = try scratch.session()
  }

  private func terminal(
    _ arguments: String = "cang-van-sa.json", _ environment: [String: String] = [:]
  ) throws -> ProgramTerminal {
    let terminal = try ProgramTerminal(
      arguments, folder: scratch.folder, environment: environment)
    try #require(terminal.wait(for: "unchecked") != nil, "\(terminal.output)")
    try #require(terminal.waitForSettings { $0 == .raw })
    return terminal
  }

  @Test(
    "are the user's own while a command runs, and at the end",
    arguments: [("", "xterm"), ("--plain", "xterm"), ("", "dumb")])
  func whileACommandRuns(option: String, term: String) throws {
    let terminal = try terminal("\(option) cang-van-sa.json", ["TERM": term])
    // The command's output is the terminal, too: what is typed is read from there.
    terminal.type("stats | sh -c 'read x <&2; echo got-$x'\r")
    #expect(terminal.waitForSettings { $0 == .usual })
    terminal.type("typed\n")
    #expect(terminal.wait(for: "got-typed") != nil)
    #expect(terminal.waitForSettings { $0 == .raw })
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
    #expect(terminal.settings == .usual)
  }

  @Test("that a program has spoilt are put right for the next one")
  func spoilt() throws {
    let terminal = try terminal()
    terminal.type("stats | sh -c 'stty raw -echo <&2'\r")
    #expect(terminal.waitForSettings { $0 == .raw })
    terminal.type("stats | sh -c 'stty -a <&2 >&2; sleep 1'\r")
    #expect(terminal.wait(for: " icanon") != nil)
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
    #expect(terminal.settings == .usual)
  }

  /// Of signal(7), what ends a process; KILL cannot be caught.
  private static let deadly: [Int32] = [
    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGUSR1, SIGSEGV, SIGUSR2,
    SIGALRM, SIGTERM, SIGXCPU, SIGVTALRM, SIGPROF, SIGSYS, 34, 64,
  ]

  @Test("are given back by every signal that ends theo at the prompt", arguments: deadly)
  func signals(number: Int32) throws {
    let terminal = try terminal()
    terminal.signal(number)
    #expect(terminal.end() == 128 + number)
    #expect(terminal.settings == .usual)
    #expect(terminal.output.contains("\u{1B}[?2004l"))
  }

  @Test(
    "are given back wherever theo is when a signal ends it",
    arguments: [
      ("annotate c1 --verdict true; quit\r", "[y/N] "), ("review\r", "help"),
      ("review\rtn", "note: "), ("load -\rHalf a story", "Half a story"),
      ("annotate c1 --note 'open\r", "… "), ("\u{12}cl", "search: "), ("\u{1B}[200~never", ""),
    ], [SIGTERM, SIGSEGV])
  func elsewhere(place: (keys: String, shown: String), number: Int32) throws {
    let terminal = try terminal()
    for key in place.keys { terminal.type(String(key)) }
    if !place.shown.isEmpty { #expect(terminal.wait(for: place.shown) != nil) }
    terminal.signal(number)
    #expect(terminal.end() == 128 + number)
    #expect(terminal.settings == .usual)
    #expect(terminal.output.contains("\u{1B}[?2004l"))
    #expect(terminal.output.contains("\u{1B}[?1049l") == place.keys.hasPrefix("review"))
  }

  @Test("what was ignored from the start is ignored still")
  func ignored() throws {
    let terminal = try ProgramTerminal(
      "cang-van-sa.json", folder: scratch.folder, environment: [:], ignoring: "HUP USR1")
    terminal.wait(for: "unchecked")
    _ = terminal.waitForSettings { $0 == .raw }
    terminal.signal(SIGHUP)
    terminal.signal(SIGUSR1)
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
  }

  @Test(
    "a text typed behind `-` is echoed and read up to ^D",
    arguments: [
      ("load -", "Two lines\rMayor An said 4 people died.\r\u{4}", "a4  en  Two lines · 2 claims"),
      ("load -", "One line\u{4}\u{4}", "a4  und  - · 1 claim"),
      ("load -", "Mistakf\u{7F}e\rMayor An said so.\r\u{4}", "a4  en  Mistake"),
      ("load -", "\u{1B}[200~Title\rMayor An said so.\u{1B}[201~\r\u{4}", "a4  en  Title"),
      ("load -", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t\r\u{4}", "Tiếng Việt"),
      ("extract", "Only this\r\u{4}", "\"text\":\"Only this\""),
      ("extract -", "Only this\r\u{4}", "\"text\":\"Only this\""),
      ("run -", "show c1\rclams\r\u{4}", "theo: -:2: unknown command 'clams'"),
      ("load -", "Not this\u{3}", "theo: interrupted"),
    ])
  func typedText(command: String, keys: String, shown: String) throws {
    let terminal = try terminal()
    terminal.type(command + "\r" + keys)
    #expect(terminal.wait(for: "^D on a line of its own") != nil, "\(terminal.output)")
    #expect(terminal.wait(for: shown) != nil, "\(terminal.output)")
    #expect(terminal.waitForSettings { $0 == .raw })
    terminal.type("quit --discard\r")
    #expect(terminal.end() == 0)
    #expect(terminal.settings == .usual)
  }

  @Test("a line longer than the terminal's own limit is read whole")
  func longLine() throws {
    let terminal = try terminal()
    let words = String(repeating: "Cảng Vân Sa mở lại. ", count: 400)
    terminal.type("load -\r")
    terminal.wait(for: "^D on a line of its own")
    for part in 0..<10 {
      terminal.type(String(words.dropFirst(part * 800).prefix(800)))
    }
    terminal.type(" Hết.\r\u{4}")
    #expect(terminal.wait(for: "a4  vi") != nil)
    terminal.type("read a4 | grep -q Hết && echo found-$((40+2))\r")
    #expect(terminal.wait(for: "found-42") != nil)
  }

  @Test("a kill -INT from outside ends a question and a typed text, not theo")
  func interruptFromOutside() throws {
    let terminal = try terminal()
    terminal.type("load -\rHalf")
    #expect(terminal.wait(for: "Half") != nil)
    terminal.signal(SIGINT)
    #expect(terminal.wait(for: "theo: interrupted") != nil)
    terminal.type("annotate c1 --verdict true; quit\r")
    #expect(terminal.wait(for: "[y/N] ") != nil)
    terminal.signal(SIGINT)
    #expect(terminal.wait(for: "^C") != nil)
    terminal.type("quit --discard\r")
    #expect(terminal.end() == 0)
  }
}
