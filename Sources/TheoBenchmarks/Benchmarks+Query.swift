import ClaimModel
import FactStore
internal import FoundationEssentials
internal import Subprocess
internal import SystemPackage

extension Benchmarks {
  /// Twelve queries on a large desk, beside SQLite's FTS5 in memory on the same texts: how many,
  /// and the best twenty.
  static let query: @Sendable () async throws -> Void = {
    let store = try RealDesk.make()
    let folder = try ScratchFolder()
    let text = rows(of: store)
    let file = try folder.write(text, to: "claims.tsv")
    let before = residentBytes()
    let word = try Selection.parse("nguoi")
    let first = seconds { _ = store.count(word) }
    let taken = Double(residentBytes() - before) / 1e6
    let size = Double(text.utf8.count) / 1e6
    print(
      "query: the first one, which makes the index, takes \(rounded(first * 1000)) ms and",
      "\(rounded(taken)) MB for \(rounded(size)) MB of claims")
    let theirs = try await sqliteTimes(file, folder)
    for (number, pair) in queries.enumerated() {
      let selection = try Selection.parse(pair.theo)
      var counts = [Double]()
      var bests = [Double]()
      var total = 0
      for _ in 0..<15 {
        counts.append(seconds { total = store.count(selection) })
        bests.append(seconds { _ = store.worthiest(of: selection, limit: 20) })
      }
      let other = number < theirs.count ? theirs[number] : SQLiteTimes()
      print(
        "query: \(pair.theo): \(total) of \(store.claimCount) in \(milliseconds(median(counts))) ms,",
        "\(rounded(median(counts) / other.counted)) times FTS5 (\(other.count));",
        "best twenty \(milliseconds(median(bests))) ms, \(rounded(median(bests) / other.best)) times",
        "(goal 16 ms, 1.00 times)")
    }
  }

  /// FTS5 folds marks always; so does the query beside it where it has none.
  private static let queries: [(theo: String, match: String, filter: String)] = [
    ("nguoi", "{text source} : nguoi", ""),
    ("người", "{text source} : người", ""),
    ("\"ngoai giao\"", "{text source} : \"ngoai giao\"", ""),
    ("\"thủ tướng\"", "{text source} : \"thủ tướng\"", ""),
    ("chin*", "{text source} : chin*", ""),
    ("ho*", "{text source} : ho*", ""),
    ("tan cong", "{text source} : (tan AND cong)", ""),
    ("(nga or my) -trung", "{text source} : ((nga OR my) NOT trung)", ""),
    ("cue:\"cho biết\"", "cue : \"cho biết\"", ""),
    ("said:bo", "speaker : bo", ""),
    ("via:AFP nguoi", "via : AFP AND {text source} : nguoi", ""),
    (
      "\"viet nam\" kind:indirect has:number", "{text source} : \"viet nam\"",
      "and kind = 'indirect' and cast(figures as int) > 0"
    ),
  ]

  /// Of memory, as /proc has it; 0 where there is none.
  private static func residentBytes() -> Int {
    let words = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ")
    return (words?.dropFirst().first).flatMap { Int($0) }.map { $0 * 4096 } ?? 0
  }

  private static func milliseconds(_ time: Double) -> String { rounded(time * 1000) }

  private static func rows(of store: FactStore) -> String {
    var rows = ""
    for id in store.claims {
      guard let record = store.claim(id), let article = store.article(record.articleID)?.article
      else { continue }
      let claim = record.claim
      func text(_ spans: [TextSpan]) -> String {
        spans.map(article.text).joined(separator: " ").split { "\t\n\r_".contains($0) }
          .joined(separator: " ")
      }
      func names(_ role: AttributionRole) -> String {
        record.attributions.filter { $0.role == role }.map(\.source).joined(separator: " ")
      }
      let cells = [
        text(claim.content), text(claim.source), text(claim.cue), names(.saidBy),
        names(.reportedBy), claim.kind.rawValue, "\(claim.quantities.count)",
        "\(Int(claim.worth * 1000))",
      ]
      rows += cells.joined(separator: "\t") + "\n"
    }
    return rows
  }
}

struct SQLiteTimes {
  var count = 0
  /// Seconds.
  var counted = Double.nan
  var best = Double.nan
}

extension Benchmarks {
  /// Runs the same queries in one process of Python's sqlite3; medians of 15.
  private static func sqliteTimes(
    _ file: String, _ folder: ScratchFolder
  ) async throws -> [SQLiteTimes] {
    let list = queries.map { "(\(quoted($0.match)), \(quoted($0.filter)))" }
      .joined(separator: ",\n")
    let script = """
      import sqlite3, statistics, sys, time
      base = sqlite3.connect(":memory:")
      base.execute('''create virtual table claims using fts5(text, source, cue, speaker, via,
        kind unindexed, figures unindexed, worth unindexed,
        tokenize = "unicode61 remove_diacritics 2")''')
      with open(sys.argv[1], encoding="utf-8") as rows:
          base.executemany("insert into claims values (?,?,?,?,?,?,?,?)",
            (row.rstrip("\\n").split("\\t") for row in rows))
      base.commit()
      def timed(statement, match):
          times = []
          for _ in range(15):
              start = time.perf_counter()
              rows = base.execute(statement, (match,)).fetchall()
              times.append(time.perf_counter() - start)
          return statistics.median(times), rows
      for match, more in [\(list)]:
          counted, rows = timed(f"select count(*) from claims where claims match ? {more}", match)
          best, _ = timed(
            f"select rowid from claims where claims match ? {more} order by rank limit 20", match)
          print(rows[0][0], counted, best)
      """
    let path = try folder.write(script, to: "fts.py")
    let result = try await Subprocess.run(
      .name("python3"), arguments: [path, file], output: .string(limit: 1 << 16),
      error: .discarded)
    return result.standardOutput.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: " ").map(String.init)
      guard cells.count == 3, let count = Int(cells[0]), let counted = Double(cells[1]),
        let best = Double(cells[2])
      else { return nil }
      return SQLiteTimes(count: count, counted: counted, best: best)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}

extension Benchmarks {
  /// Words and the mentions of a source in all stories of a large desk.
  static let find: @Sendable () async throws -> Void = {
    let store = try RealDesk.make()
    var found = 0
    let first = try seconds { found = try store.find(["nguoi"]).count }
    print(
      "find: the first one, which makes the index of stories, takes \(rounded(first * 1000)) ms",
      "for \(found) places in \(store.articles.count) stories")
    for items in [["biển đông", "ngư"], ["bien dong"], ["tàu", "chin*"], ["người"]] {
      let times = try (0..<5).map { _ in
        try seconds { found = try store.find(items).count }
      }
      print("find: \(items): \(found) places in \(rounded(median(times) * 1000)) ms")
    }
    for name in ["AFP", "Sputnik", "Donald Trump"] {
      guard let source = store.source(named: name) else { continue }
      let times = (0..<5).map { _ in seconds { found = store.mentions(of: source).count } }
      print("find: mentions of \(name): \(found) in \(rounded(median(times) * 1000)) ms")
    }
  }
}
