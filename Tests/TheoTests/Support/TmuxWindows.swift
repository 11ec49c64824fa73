import Foundation
import Testing

/// Several windows of one tmux, each with its own theo: what is done to all takes one call.
final class TmuxWindows {
  struct Sight: Equatable {
    var rows: [String]
    var column: Int
    var row: Int
  }

  private let socket = "theo-\(UUID().uuidString.prefix(8))"
  private let scratch: Scratch
  let count: Int

  init(columns: Int, rows: Int, scratch: Scratch, commands: [String]) throws {
    self.scratch = scratch
    count = commands.count
    let size = ["-x", "\(columns)", "-y", "\(rows)"]
    try tmux(["new-session", "-d", "-s", "matrix"] + size + [commands[0]])
    for command in commands.dropFirst() {
      try tmux(["new-window", "-d", "-t", "matrix:", command])
    }
    resize(columns: columns, rows: rows)
    try perform()
  }

  deinit { _ = try? Shell.run("tmux", ["-L", socket, "kill-server"]) }

  private var script = ""

  /// What follows is done to all windows when `perform` is called.
  private func each(_ command: (String) -> String) {
    for window in 0..<count { script += command("matrix:\(window)") + "\n" }
  }

  func type(_ text: String) { each { "send-keys -t \($0) -l '\(text)'" } }
  func press(_ keys: String) { each { "send-keys -t \($0) \(keys)" } }
  func resize(columns: Int, rows: Int) {
    each { "resize-window -t \($0) -x \(columns) -y \(rows)" }
  }

  /// In brackets where the program has asked for them.
  func paste(_ text: String) {
    script += "set-buffer '\(text)'\n"
    each { "paste-buffer -p -t \($0)" }
  }

  func perform() throws {
    let file = try scratch.file("tmux-\(UUID().uuidString)", script)
    script = ""
    try tmux(["source-file", file.path])
  }

  /// Waits until every program's terminal has been told of this size; false where that does not come.
  func haveSize(columns: Int, rows: Int) throws -> Bool {
    let terminals = try tmux(["list-windows", "-t", "matrix", "-F", "#{pane_tty}"])
      .split(separator: "\n").map { open(String($0), O_RDONLY | O_NOCTTY) }
    defer { for terminal in terminals { close(terminal) } }
    let deadline = Date().addingTimeInterval(90)
    while Date() < deadline {
      let isThere = terminals.allSatisfy { terminal in
        var size = winsize()
        return ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0
          && Int(size.ws_col) == columns && Int(size.ws_row) == rows
      }
      if isThere { return true }
      Thread.sleep(forTimeInterval: 0.03)
    }
    return false
  }

  /// All screens, with the cursor's place.
  func look() throws -> [Sight] {
    var words = [String]()
    for window in 0..<count {
      if window > 0 { words.append(";") }
      words += ["capture-pane", "-p", "-t", "matrix:\(window)", ";"]
      words += ["display-message", "-p", "-t", "matrix:\(window)", "@#{cursor_x} #{cursor_y}"]
    }
    var sights = [Sight]()
    var rows = [String]()
    for line in try tmux(words).components(separatedBy: "\n") {
      let place = line.dropFirst().split(separator: " ").compactMap { Int($0) }
      guard line.hasPrefix("@"), place.count == 2 else {
        rows.append(line.replacing(#/ +$/#, with: ""))
        continue
      }
      sights.append(Sight(rows: rows, column: place[0], row: place[1]))
      rows = []
    }
    return sights
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Shell.run(
      "tmux", ["-L", socket, "-f", "/dev/null", "-u"] + arguments,
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"], folder: scratch.folder)
    try #require(outcome.status == 0, "tmux \(arguments.prefix(3)): \(outcome.errors)")
    return outcome.output
  }
}
