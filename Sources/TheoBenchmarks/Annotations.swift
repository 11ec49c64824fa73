internal import FoundationEssentials

/// A script of annotations on a session of one shipped story, as a pipe hands it to theo: every
/// change is in the journal on the disk before the next is read.
struct Annotations {
  static let count = 1000

  let folder: String
  private var session: String { folder + "/annotated.json" }
  private var script: String { folder + "/annotations.theo" }
  private var inserts: String { folder + "/inserts.sql" }

  static func make() throws -> Annotations {
    let folder = ".build/benchmarks"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let annotations = Annotations(folder: folder)
    try annotations.write()
    return annotations
  }

  private func write() throws {
    let notes = (1...Self.count).map { "annotate c\($0 % 9 + 1) --tag \"lần-\($0)\"\n" }
    try Data(notes.joined().utf8).write(to: URL(filePath: script))
    let rows = (1...Self.count).map { "insert into notes values (\($0 % 9 + 1), 'Lần \($0)');\n" }
    let table = "create table notes (claim, note);\n"
    try Data((table + rows.joined()).utf8).write(to: URL(filePath: inserts))
  }

  /// Has `program` make the session, of the version that it writes.
  func prepare(_ program: String) async throws {
    try? FileManager.default.removeItem(atPath: session)
    let story = "sessions/stories/van-sa-port-fire.txt"
    try await shell("save", "'\(program)' -l \(story) -c 'save \(session)'").run()
  }

  /// `program` does the script, and saves at its end.
  func command(of program: String) -> TimedCommand {
    shell("\(program) annotations", "'\(program)' '\(session)' < '\(script)'")
  }

  /// SQLite keeps as many rows, each committed by itself.
  var sqlite: TimedCommand {
    let database = folder + "/notes.db"
    return shell("sqlite3 inserts", "rm -f '\(database)'; sqlite3 '\(database)' < '\(inserts)'")
  }

  /// What one annotation costs the disk: bytes written to the journal, and syncs, by strace.
  func diskCost(of program: String) async throws -> (bytes: Double, syncs: Double) {
    let trace = folder + "/annotations.strace"
    let calls = "write,pwrite64,writev,fsync,fdatasync"
    try await shell(
      "strace",
      "strace -f -y -e trace=\(calls) -o '\(trace)' '\(program)' '\(session)' < '\(script)'"
    ).run()
    var (bytes, syncs) = (0, 0)
    for line in try String(decoding: Data(contentsOf: URL(filePath: trace)), as: UTF8.self)
      .split(separator: "\n") where line.contains(".theo-journal>")
    {
      if line.contains("sync(") { syncs += 1 } else { bytes += Self.answer(of: line) }
    }
    return (Double(bytes) / Double(Self.count), Double(syncs) / Double(Self.count))
  }

  /// "… = 128" → 128.
  private static func answer(of line: Substring) -> Int {
    line.split(separator: " ").last.flatMap { Int($0) } ?? 0
  }

  private func shell(_ name: String, _ line: String) -> TimedCommand {
    TimedCommand(name: name, program: "sh", arguments: ["-c", line])
  }
}
