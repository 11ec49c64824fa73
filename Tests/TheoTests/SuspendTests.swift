import Foundation
import Testing

/// ^Z and a stop from outside, under a shell with job control.
@Suite(
  "Stopped and taken up again",
  .enabled(if: Shell.has("tmux") && Shell.has("bash"), "needs tmux and bash"))
struct SuspendTests {
  private let scratch: Scratch
  private let terminal: TmuxTerminal

  init() throws {
    scratch = try Scratch()
    _ = try scratch.session()
    terminal = try TmuxTerminal(
      folder: scratch.folder, environment: ["PS1": "$ ", "THEO_USER": "an", "PAGER": "less -X"],
      command: "bash --norc --noprofile -i")
    try terminal.wait(for: "$")
  }

  /// Starts theo, does what `keys` say until `shown` stands there.
  private func start(_ options: String, _ lines: [String], _ shown: String) throws {
    try terminal.type("'\(Places.theo)' \(options) cang-van-sa.json", then: "Enter")
    try terminal.wait(for: "24 unchecked>")
    for (index, line) in lines.enumerated() {
      try terminal.type(line, then: "Enter")
      if index < lines.count - 1 { try terminal.wait(for: "unchecked*>") }
    }
    try terminal.wait(for: shown)
  }

  private static let states: [(options: String, lines: [String], shown: String)] = [
    ("", ["claims c1 --format csv"], "c1,a1"),
    ("--plain", ["claims c1 --format csv"], "c1,a1"),
    ("", ["set keys vi"], "keys"),
    ("", ["load -"], "^D on a line of its own"),
    ("--plain", ["load -"], "^D on a line of its own"),
    ("", ["review"], "24 left"),
    ("", ["annotate c1 --verdict true", "quit"], "[y/N]"),
    ("", ["stats | sleep 8; claims c1 --format csv"], "sleep 8"),
    ("", ["claims --limit 0"], "\n:"),
  ]

  @Test("in every state by ^Z, and it goes on", arguments: states.indices)
  func stops(_ index: Int) throws {
    let state = Self.states[index]
    try start(state.options, state.lines, state.shown)
    switch state.lines.last {
    case "claims --limit 0": try terminal.wait(forForeground: "less")
    case let line where line?.contains("sleep") == true:
      try terminal.wait(forForeground: "sleep", readsKeys: false)
    default: try terminal.wait(forForeground: "theo")
    }
    try terminal.type("", then: "C-z")
    try terminal.wait(for: "Stopped")
    // The shell edits its line as ever.
    try terminal.type("echo $((6*7))x", then: "Enter")
    try terminal.wait(for: "42x")
    try terminal.resize(columns: 70, rows: 20)
    try terminal.type("clear; fg", then: "Enter")
    try goOn(state)
    try terminal.wait(for: "ended-with-0")
  }

  /// Does something in the state again, and leaves theo and the shell.
  private func goOn(_ state: (options: String, lines: [String], shown: String)) throws {
    switch state.lines.last {
    case "load -":
      try terminal.wait(forForeground: "theo")
      try terminal.type("Mayor An said so.", then: "Enter", "C-d")
      try terminal.wait(for: "a4  ")
    case "review":
      try terminal.wait(for: "24 left")
      try terminal.type("q")
    case "quit":
      try terminal.wait(forForeground: "theo")
      try terminal.type("n", then: "Enter")
    case "claims --limit 0":
      try terminal.wait(forForeground: "less")
      try terminal.type("q")
    case let line where line?.contains("sleep") == true: try terminal.wait(for: "c1,a1")
    default: break
    }
    try terminal.wait(for: "unchecked")
    try terminal.type("help quit", then: "Enter")
    try terminal.wait(for: "quit [options]")
    try terminal.type("quit --discard", then: "Enter")
    try terminal.wait(forForeground: "bash")
    try terminal.type("exit", then: "Enter")
  }

  @Test(
    "from outside, the line is there again and typed to as before",
    arguments: ["", "--plain"], ["STOP", "TSTP"])
  func fromOutside(_ option: String, _ signal: String) throws {
    try start(option, [], "24 unchecked>")
    try terminal.type("claims")
    try terminal.wait(for: "unchecked> claims")
    try terminal.signal(signal)
    try terminal.wait(for: "Stopped")
    try terminal.type("clear; fg", then: "Enter")
    try terminal.wait(for: "unchecked> claims")
    try terminal.type(" c1 --format csv", then: "Enter")
    let screen = try terminal.wait(for: "c1,a1")
    #expect(screen.contains("unchecked> claims c1 --format csv\n"), "\(screen)")
    try terminal.type("quit", then: "Enter")
    try terminal.wait(for: "quit\n$")
    try terminal.type("exit", then: "Enter")
    try terminal.wait(for: "ended-with-0")
  }
}
