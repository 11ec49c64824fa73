import ClaimMemory
import ClaimModel
import Foundation
import Subprocess

/// How many of 200 claims told again are found among past ones, and how long one takes,
/// beside SQLite's full-text search (FTS5, bm25) of the same claims.
enum MemoryRecall {
  private static let sessions = BenchmarkSize.isFull ? 1000 : 100
  private static let claims = 450
  private static let questions = 200

  @Sendable static func measure() async throws {
    let folder = try ScratchFolder()
    var builder = MemoryBuilder()
    var lines = ""
    let asked = GeneratedClaims.fill(
      sessions: sessions, claims: claims, questions: questions, seed: 7
    ) { claim in
      builder.add(claim)
      lines += "\(claim.session)/\(claim.number)\t\(claim.text)\n"
    }
    let path = folder.path + "/claims.memory"
    var bytes = [UInt8]()
    let building = try seconds { bytes = try builder.bytes(for: path) }
    try Data(bytes).write(to: URL(filePath: path))
    _ = try folder.write(lines, to: "claims.tsv")
    let questions = asked.map { "\($0.session)/\($0.number)\t\($0.question.text)\n" }.joined()
    _ = try folder.write(questions, to: "questions.tsv")
    let memory = try ClaimMemory(path)
    var found: [GeneratedClaims.Change: Int] = [:]
    var times = [Double]()
    for one in asked {
      times.append(
        try seconds {
          let past = try memory.recollections(of: one.question)
          if past.contains(where: {
            $0.claim.session == one.session && $0.claim.number == one.number
          }) {
            found[one.change, default: 0] += 1
          }
        })
    }
    let mean = times.reduce(0, +) / Double(times.count) * 1000
    print(
      "memory: \(memory.claimCount) claims of \(memory.sessions.count) sessions,",
      "\(bytes.count / 1_000_000) MB, laid out in \(rounded(building)) s; recall@5",
      "\(share(found.values.reduce(0, +), asked.count)) (goal 0.90),",
      "\(rounded(mean)) ms a look-up, \(rounded((times.max() ?? 0) * 1000)) ms at most (goal 50)")
    for change in GeneratedClaims.Change.allCases {
      let all = asked.count { $0.change == change }
      print("memory: recall@5 of \(change) \(share(found[change] ?? 0, all)) of \(all)")
    }
    try await peer(folder, mean)
  }

  private static func share(_ part: Int, _ all: Int) -> String {
    rounded(all == 0 ? 0 : Double(part) / Double(all))
  }

  /// The same in SQLite: a row a claim, any of the question's words, the five best by bm25.
  private static func peer(_ folder: ScratchFolder, _ mean: Double) async throws {
    let script = try folder.write(python, to: "fts.py")
    let result = try await Subprocess.run(
      .name("python3"), arguments: [script, folder.path], output: .string(limit: 1 << 12),
      error: .discarded)
    let words = result.standardOutput.split(whereSeparator: \.isWhitespace).compactMap {
      Double($0)
    }
    guard words.count == 2 else {
      throw BenchmarkFailure(words: "python3 has no sqlite3 with FTS5")
    }
    print(
      "memory: SQLite's FTS5 has recall@5 \(rounded(words[0])) and takes \(rounded(words[1])) ms:",
      "theo \(rounded(words[1] / mean)) times as fast")
  }

  private static let python = """
    import re, sqlite3, sys, time
    d = sys.argv[1]; c = sqlite3.connect(d + "/fts.db")
    c.execute("create virtual table t using fts5(id unindexed, x, tokenize='unicode61 remove_diacritics 2')")
    c.executemany("insert into t values (?, ?)", (l.rstrip("\\n").replace("_", " ").split("\\t") for l in open(d + "/claims.tsv")))
    c.commit(); hits = n = 0; took = 0.0
    for l in open(d + "/questions.tsv"):
        gold, text = l.rstrip("\\n").split("\\t")
        q = " OR ".join('"%s"' % w for w in set(re.findall(r"\\w+", text.replace("_", " "))))
        t = time.monotonic()
        rows = c.execute("select id from t where t match ? order by bm25(t) limit 5", (q,)).fetchall()
        took += time.monotonic() - t; n += 1; hits += any(r[0] == gold for r in rows)
    print(hits / n, took / n * 1000)
    """
}
