import Desk

extension Benchmarks {
  /// From a key to its echo at theo's prompt on 450,000 claims and 20,000 lines of history, beside
  /// cat, which echoes each byte that it is given.
  static let echo: @Sendable () async throws -> Void = {
    let folder = try ScratchFolder()
    let theo = try prompt(in: folder)
    let cat = try PseudoTerminal(
      ["sh", "-c", "stty raw -echo; echo ready; exec cat"], environment: ["PATH": path])
    try cat.wait(for: "ready")
    cat.settle()
    var times = PairedTimes()
    for _ in 0..<3 {
      for key in "claims said:\"Bo ngoai giao\" -kind:direct worth:0.5.. or (c3..c9, via:AFP)" {
        times.first.append(try seconds { try press(key, theo) })
        times.second.append(try seconds { try press(key, cat) })
      }
      theo.type("\u{5}\u{15}")
      theo.settle()
    }
    let most = (times.first.max() ?? .nan) * 1000
    print(
      "echo: a key stands on the screen after \(rounded(median(times.first) * 1000)) ms,",
      "at most \(rounded(most)) ms on \(LargeDesk.claims) claims (goal 5 ms),",
      "\(rounded(times.ratio)) times the time of cat")
  }

  private static func press(_ key: Character, _ terminal: PseudoTerminal) throws {
    terminal.type(String(key))
    try terminal.wait(for: String(key), seconds: 5)
  }

  private static let path = "/usr/local/bin:/usr/bin:/bin"

  private static func prompt(in folder: ScratchFolder) throws -> PseudoTerminal {
    var desk = try LargeDesk.make()
    _ = try desk.save(to: folder.path + "/large.json")
    let lines = (0..<20_000).map { number in
      "{\"line\":\"claims in:a\(number) said:\\\"Bo ngoai giao \(number)\\\"\"}\n"
    }
    _ = try folder.write(lines.joined(), to: "theo/history.jsonl")
    let words = [theo, folder.path + "/large.json"]
    let terminal = try PseudoTerminal(
      words,
      environment: [
        "PATH": path, "HOME": folder.path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
        "XDG_STATE_HOME": folder.path,
      ])
    try terminal.wait(for: "unchecked\u{1B}[0m>", seconds: 300)
    terminal.settle()
    return terminal
  }
}
