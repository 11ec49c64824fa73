import Commands
import Desk
import FactStore
internal import FoundationEssentials
import Shell
import TerminalText

extension Benchmarks {
  /// A database of a large desk, beside sqlite3 reading the same rows into the same tables.
  static let export: @Sendable () async throws -> Void = {
    var desk = try LargeDesk.make()
    let folder = try ScratchFolder()
    let path = folder.path + "/theo.sqlite"
    let beside = folder.path + "/beside.sqlite"
    let interpreter = CommandInterpreter(.standard)
    func run() throws {
      var again = interpreter
      let status = again.run("export \(path) --yes", on: &desk, console: SilentConsole())
      guard status == .done else { throw BenchmarkFailure(words: "export ended with \(status)") }
    }
    try run()
    let script = try await importing(path, into: beside, in: folder)
    let sqlite = TimedCommand(name: "sqlite3 .import", program: "sh", arguments: ["-c", script])
    var times = PairedTimes()
    for _ in 0..<3 {
      times.first.append(try seconds { try run() })
      times.second.append(try await seconds { try await sqlite.run() })
    }
    print(
      "export: \(desk.store.claimCount) claims as sqlite in \(rounded(median(times.first))) s,",
      "\(rounded(times.ratio)) times sqlite3 .import of the same rows with the same FTS table",
      "(\(goal(times.ratio, atMost: 1.2)))")
  }

  /// A shell's line that makes the same database of CSV files with all rows.
  private static func importing(
    _ path: String, into beside: String, in folder: ScratchFolder
  ) async throws -> String {
    let names = [
      "about", "sources", "stories", "claims", "hops", "attributions", "annotations", "evidence",
      "quantities", "dates",
    ]
    for name in names {
      let write = "sqlite3 -csv \(path) 'select * from \(name)' > \(folder.path)/\(name).csv"
      try await TimedCommand(name: "sqlite3", program: "sh", arguments: ["-c", write]).run()
    }
    let schema = "sqlite3 \(path) \".schema --nosys\" | grep -v '^CREATE TABLE .claims_fts_'"
    let file = "\(folder.path)/schema.sql"
    try await TimedCommand(
      name: "sqlite3", program: "sh", arguments: ["-c", "\(schema) > \(file)"]
    ).run()
    let commands =
      ["PRAGMA journal_mode = OFF;", "PRAGMA synchronous = OFF;", ".read \(file)"]
      + names.map { ".import --csv \(folder.path)/\($0).csv \($0)" }
      + ["INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');"]
    let input = try folder.write(commands.joined(separator: "\n") + "\n", to: "import.sql")
    return "rm -f \(beside); sqlite3 \(beside) < \(input)"
  }
}
