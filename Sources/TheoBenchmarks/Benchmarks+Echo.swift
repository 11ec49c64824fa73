import ClaimModel
import Commands
import Desk
import FactStore
import Shell

extension Benchmarks {
  /// From a key to its echo at theo's prompt on a large desk and 20,000 lines of history, beside
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

extension Benchmarks {
  /// Tab on a large desk, beside sqlite3 looking for the same in a table of the same rows.
  static let tab: @Sendable () async throws -> Void = {
    let desk = try LargeDesk.make()
    let folder = try ScratchFolder()
    let database = try await makeDatabase(of: desk, in: folder)
    for (line, query) in tabs {
      let times = try await times(of: line, query, desk, database)
      let most = (times.first.max() ?? .nan) * 1000
      print(
        "tab: \(line)⇥ takes \(rounded(median(times.first) * 1000)) ms, at most \(rounded(most)) ms",
        "on \(desk.store.claimCount) claims (goal 16 ms), \(rounded(times.ratio)) times",
        "the time of sqlite3 \"\(query)\"")
    }
  }

  private static let tabs = [
    ("show c4", "select * from claims where id like 'c4%' limit 200"),
    (
      "show c\(LargeDesk.claims - 1)",
      "select * from claims where id like 'c\(LargeDesk.claims - 1)%' limit 200"
    ),
    (
      "attribute c1 \"bo ngoai giao",
      "select distinct speaker from claims where speaker like 'Bộ Ngoại giao%' limit 200"
    ),
    (
      "claims said:uy",
      "select distinct speaker from claims where speaker like 'Uỷ%' limit 200"
    ),
    ("claims in:a4", "select distinct story from claims where story like 'a4%' limit 200"),
    ("cl", "select 1"),
  ]

  private static func makeDatabase(of desk: Desk, in folder: ScratchFolder) async throws -> String {
    var rows = ""
    for id in desk.store.claims {
      guard let record = desk.store.claim(id), let speaker = record.claim.speaker else { continue }
      rows += "\(id)|\(record.articleID)|\(speaker.name)|\(desk.store.text(of: record))\n"
    }
    let file = try folder.write(rows, to: "claims.txt")
    let database = folder.path + "/claims.db"
    try await TimedCommand(
      name: "sqlite3", program: "sqlite3",
      arguments: [
        database, "create table claims (id, story, speaker, text)", ".import '\(file)' claims",
      ]
    ).run()
    return database
  }

  private static func times(
    of line: String, _ query: String, _ desk: Desk, _ database: String
  ) async throws -> PairedTimes {
    let command = TimedCommand(
      name: "sqlite3", program: "sqlite3", arguments: [database, query])
    var times = PairedTimes()
    for _ in 0..<15 {
      times.first.append(
        try seconds {
          let found = Completions.candidates(
            line: line, cursor: line.utf8.count, desk: desk, .standard)
          if found.isEmpty { throw BenchmarkFailure(words: "nothing completes \(line)") }
        })
      times.second.append(try await seconds { try await command.run() })
    }
    return times
  }
}
