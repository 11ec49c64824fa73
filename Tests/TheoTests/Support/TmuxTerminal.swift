import Foundation
import Testing

/// A real terminal of a fixed size: theo runs in a tmux of its own, keys go in, the screen is read.
final class TmuxTerminal {
  private let socket = "theo-\(UUID().uuidString.prefix(8))"
  private let folder: URL

  init(
    columns: Int = 80, rows: Int = 24, folder: URL, environment: [String: String] = [:],
    command: String
  ) throws {
    self.folder = folder
    let settings = environment.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let outcome = try Shell.run(
      "tmux",
      [
        "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
        "env \(settings) \(command); echo ended-with-$?; sleep 600",
      ],
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": folder.path],
      folder: folder)
    try #require(outcome.status == 0, "tmux: \(outcome.errors)")
  }

  deinit { _ = try? Shell.run("tmux", ["-L", socket, "kill-server"]) }

  /// Types text as it is, then presses keys by their tmux names.
  func type(_ text: String, then keys: String...) throws {
    if !text.isEmpty { _ = try tmux("send-keys", "-l", text) }
    if !keys.isEmpty { _ = try tmux(["send-keys"] + keys) }
  }

  func resize(columns: Int, rows: Int) throws {
    _ = try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Sends a signal to the program that reads the terminal.
  func signal(_ name: String) throws {
    for (process, _, program) in try processes() where program == "theo" {
      _ = try Shell.run("kill", ["-\(name)", process])
    }
  }

  /// Waits until `program` has the terminal: it runs in the foreground and, where it `readsKeys`, has
  /// switched off that the terminal collects lines.
  func wait(
    forForeground program: String, readsKeys: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let deadline = Date().addingTimeInterval(90)
    while Date() < deadline {
      let isThere = try processes().contains { $0.program == program && $0.state.contains("+") }
      if isThere {
        guard readsKeys else { return }
        if try Shell.run("stty", ["-F", tty(), "-a"]).output.contains("-icanon") { return }
      }
      Thread.sleep(forTimeInterval: 0.03)
    }
    Issue.record("\(program) never had the terminal", sourceLocation: sourceLocation)
  }

  private func tty() throws -> String {
    try tmux("display-message", "-p", "#{pane_tty}").trimmingCharacters(in: .newlines)
  }

  /// What runs at the terminal; `state` as ps says it: "S+" waits in the foreground, "T" is stopped.
  private func processes() throws -> [(process: String, state: String, program: String)] {
    let terminal = try tty().replacing("/dev/", with: "")
    let running = try Shell.run("ps", ["-t", terminal, "-o", "pid=,stat=,comm="]).output
    return running.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.count == 3 ? (words[0], words[1], words[2]) : nil
    }
  }

  /// The screen, rows without trailing blanks; trailing empty rows left out.
  /// `styled` leaves the colour sequences in it.
  func screen(history: Bool = false, styled: Bool = false) throws -> String {
    let text = try tmux(
      ["capture-pane", "-p"] + (history ? ["-S", "-"] : []) + (styled ? ["-e"] : []))
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(/\s+$/, with: "") }.joined(separator: "\n")
      .trimmingCharacters(in: .newlines)
  }

  func cursor() throws -> String {
    try tmux("display-message", "-p", "#{cursor_x},#{cursor_y}")
      .trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen shows `text`; fails the test with the screen where it does not come.
  @discardableResult
  func wait(
    for text: String, history: Bool = false, seconds: Double = 90,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let deadline = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < deadline {
      last = try screen(history: history)
      if last.contains(text) { return last }
      Thread.sleep(forTimeInterval: 0.03)
    }
    Issue.record("no \"\(text)\" on the screen:\n\(last)", sourceLocation: sourceLocation)
    return last
  }

  /// Waits until `line` is the last one on the screen that is not empty.
  func waitForLast(_ line: String) throws -> Bool {
    let deadline = Date().addingTimeInterval(90)
    while Date() < deadline {
      if try screen().components(separatedBy: "\n").last == line { return true }
      Thread.sleep(forTimeInterval: 0.03)
    }
    return false
  }

  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Shell.run("tmux", ["-L", socket] + arguments)
    try #require(outcome.status == 0, "tmux \(arguments): \(outcome.errors)")
    return outcome.output
  }
}
