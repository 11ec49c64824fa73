import ClaimModel
import Commands
import Desk
import FactStore
import Shell

extension Benchmarks {
  /// Tab on 450,000 claims, beside sqlite3 looking for the same in a table of the same rows.
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
    ("show c449999", "select * from claims where id like 'c449999%' limit 200"),
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
        seconds {
          let found = Completions.candidates(
            line: line, cursor: line.utf8.count, desk: desk, .standard)
          precondition(!found.isEmpty, "nothing completes \(line)")
        })
      times.second.append(try await seconds { try await command.run() })
    }
    return times
  }
}
