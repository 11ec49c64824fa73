import Foundation
import Testing

/// What the settings do at a real terminal, 80 columns by 24 rows.
@Suite("At a prompt with settings", .enabled(if: Shell.has("tmux"), "needs tmux"), .serialized)
struct PromptSettingsTests {
  private let scratch: Scratch
  private let session: String

  init() throws {
    scratch = try Scratch()
    session = try scratch.session()
  }

  private func terminal(
    _ arguments: String, _ environment: [String: String] = [:]
  ) throws -> TmuxTerminal {
    try TmuxTerminal(
      folder: scratch.folder,
      environment: [
        "THEO_USER": "an", "XDG_CONFIG_HOME": scratch.path("config"),
        "XDG_STATE_HOME": scratch.path("state"),
      ].merging(environment) { $1 },
      command: "\(Places.theo) \(arguments)")
  }

  private func configure(_ name: String, _ text: String) throws {
    let folder = scratch.folder.appendingPathComponent("config/theo")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  @Test("config.toml and rc.theo are read, and what is wrong in them is told with its place")
  func files() throws {
    try configure("config.toml", "pager = \"sometimes\"\n[alias]\nll = \"claims --limit 1\"\n")
    try configure("rc.theo", "clams\nset prompt '{session}:{unchecked}> '\n")
    let terminal = try terminal(session)
    let screen = try terminal.wait(for: "cang-van-sa:24>").replacing("\n", with: " ")
    #expect(screen.contains("config.toml:1:9: 'sometimes' is no value of pager."))
    #expect(screen.contains("rc.theo:1: unknown command 'clams'."))
    try terminal.type("ll --format csv", then: "Enter")
    try terminal.wait(for: "c1,a1,")
    try terminal.type("quit", then: "Enter")
    try terminal.wait(for: "ended-with-0")
    let plain = try self.terminal("--no-rc")
    try plain.wait(for: "theo>")
  }

  @Test("what is longer than the screen goes through the pager, which q and ^C leave or stay in")
  func pager() throws {
    let terminal = try terminal(session, ["PAGER": "less -X"])
    try terminal.wait(for: "24 unchecked>")
    try terminal.type("claims; clams", then: "Enter")
    try terminal.wait(for: "\n:")
    try terminal.type("", then: "C-c")
    // The terminal throws away keys that come together with ^C: G is pressed until it is heard.
    while !(try terminal.screen().contains("c28")) {
      try terminal.type("", then: "G")
      Thread.sleep(forTimeInterval: 0.05)
    }
    try terminal.type("", then: "q")
    let screen = try terminal.wait(for: "Did you mean 'claims'?")
    #expect(!screen.contains("ended-with"))
    try terminal.wait(for: "24 unchecked>", history: false)
    try terminal.type("claims c1", then: "Enter")
    try terminal.wait(for: "\n  c1   0.70", history: false)
    try terminal.type("quit", then: "Enter")
    try terminal.wait(for: "ended-with-0")
  }

  @Test("a pager that is not there is told of once, and all is printed")
  func missingPager() throws {
    let terminal = try terminal(session, ["PAGER": "no-such-pager"])
    try terminal.wait(for: "24 unchecked>")
    for _ in 1...2 {
      try terminal.type("claims", then: "Enter")
      try terminal.wait(for: "c28", history: false)
      try terminal.type("show c1", then: "Enter")
      try terminal.wait(for: "content")
    }
    let all = try terminal.wait(for: "'no-such-pager' cannot be run", history: true)
    #expect(all.components(separatedBy: "cannot be run").count == 2)
    #expect(all.contains("\n  c1 "))
  }

  @Test("a history that cannot be read is told of once, and the prompt is there all the same")
  func history() throws {
    _ = try scratch.file("state", "no folder")
    let terminal = try terminal("")
    try terminal.wait(for: "theo>")
    for _ in 1...2 {
      try terminal.type("set user", then: "Enter")
      try terminal.wait(for: "environment THEO_USER")
    }
    try terminal.type("quit", then: "Enter")
    let screen = try terminal.wait(for: "ended-with-0", history: true).replacing("\n", with: "")
    #expect(screen.components(separatedBy: "cannot be read").count == 2)
  }

  @Test(
    "a signal that ends theo leaves the terminal as it was found",
    arguments: [("TERM", "143"), ("HUP", "129")])
  func signals(name: String, status: String) throws {
    let terminal = try TmuxTerminal(
      folder: scratch.folder, environment: [:],
      command: "sh -c '\(Places.theo); code=$?; stty -a | grep -o \"[-]*echo \"; exit $code'")
    try terminal.wait(for: "theo>")
    try terminal.type("half a line")
    try terminal.wait(for: "half a line")
    try terminal.signal(name)
    let screen = try terminal.wait(for: "ended-with-\(status)")
    #expect(screen.contains("\necho"))
  }

  @Test("^D on an empty line asks where changes are not saved")
  func endOfInput() throws {
    let terminal = try terminal(session)
    try terminal.wait(for: "24 unchecked>")
    try terminal.type("annotate c1 --verdict true", then: "Enter")
    try terminal.wait(for: "23 unchecked*>")
    try terminal.type("", then: "C-d")
    try terminal.wait(for: "1 change not saved. Leave all the same? [y/N]")
    try terminal.type("n", then: "Enter")
    try terminal.wait(for: "[y/N] n\ntheo cang-van-sa 23 unchecked*>")
    try terminal.type("", then: "C-d")
    try terminal.wait(for: "[y/N] n\ntheo cang-van-sa 23 unchecked*>\n1 change not saved")
    try terminal.type("y", then: "Enter")
    try terminal.wait(for: "ended-with-0")
  }

  @Test("^C stops a running command: what was done before stands, and nothing is half done")
  func interrupt() throws {
    let story = try String(
      contentsOf: Places.stories.appendingPathComponent("van-sa-port-fire.txt"), encoding: .utf8)
    let wire = scratch.folder.appendingPathComponent("wire")
    try FileManager.default.createDirectory(at: wire, withIntermediateDirectories: true)
    for number in 1...3000 {
      try Data(story.utf8).write(to: wire.appendingPathComponent("\(number).txt"))
    }
    let terminal = try terminal(session)
    try terminal.wait(for: "24 unchecked>")
    try terminal.type("annotate c1 --verdict true; load wire; claims", then: "Enter")
    try terminal.wait(for: "left")
    try terminal.type("", then: "C-c")
    let screen = try terminal.wait(for: "23 unchecked*>")
    #expect(screen.contains("c1  unchecked → true\ntheo: interrupted\ntheo cang-van-sa 23"))
  }

  @Test("the line is coloured as it is typed, and NO_COLOR switches that off")
  func colors() throws {
    let red = "\u{1B}[31mclams"
    for (environment, isColored) in [(["NO_COLOR": ""], true), (["NO_COLOR": "1"], false)] {
      let terminal = try terminal("", environment)
      try terminal.wait(for: "theo>")
      try terminal.type("clams \"c1")
      try terminal.wait(for: "clams \"c1")
      let screen = try terminal.screen(styled: true)
      #expect(screen.contains(red) == isColored, "\(screen.debugDescription)")
    }
  }
}
