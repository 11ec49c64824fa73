import ClaimModel
import FactStore
import JSONText
import Sessions
import SystemPackage
import Testing

@Suite("History that was cut off")
struct CutHistoryTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// What somebody with an editor, and no way to compute a hash, does to the sample.
  struct Cut: Sendable, CustomTestStringConvertible {
    var words: String
    var operations = 0
    var members: [String] = []
    /// Set to what the file is to say.
    var edits: @Sendable (inout JSONObject) -> Void = { _ in }
    var testDescription: String { words }
  }

  /// Makes `end` that of the operations left, without its hash.
  private static let edited: @Sendable (inout JSONObject) -> Void = { root in
    guard case .object(var end)? = root["end"], case .array(let operations)? = root["operations"],
      case .object(let last)? = operations.last
    else { return }
    end["operations"] = .integer(operations.count)
    end["head"] = last["hash"]
    root["end"] = .object(end)
  }

  static let cuts = [
    Cut(words: "the last operation", operations: 1),
    Cut(words: "three operations", operations: 3),
    Cut(words: "the state", members: ["state"]),
    Cut(words: "the end", members: ["end"]),
    Cut(words: "the end and the state", members: ["end", "state"]),
    Cut(words: "the last operation and the state", operations: 1, members: ["state"]),
    Cut(words: "the last operation and the end", operations: 1, members: ["end"]),
    Cut(words: "two operations, the end and the state", operations: 2, members: ["end", "state"]),
    Cut(
      words: "the last operation, with a number and a head to match", operations: 1,
      edits: edited),
    Cut(
      words: "two operations and the state, with a number and a head to match", operations: 2,
      members: ["state"], edits: edited),
    Cut(
      words: "two operations and all that version 3 has, as a file of version 2", operations: 2,
      members: ["end", "state"], edits: { $0["version"] = 2 }),
    Cut(
      words: "a verdict in the state",
      edits: { root in
        guard case .object(var state)? = root["state"] else { return }
        state["verdicts"] = ["unchecked": 3]
        root["state"] = .object(state)
      }),
    Cut(words: "the end, put to null", edits: { $0["end"] = .null }),
    Cut(words: "the state, put to nothing", edits: { $0["state"] = [:] }),
  ]

  private func text(_ cut: Cut) throws -> [UInt8] {
    guard case .object(var root) = try JSONReader.read(Array(SampleFile.text.utf8)),
      case .array(let operations)? = root["operations"]
    else { return [] }
    root["operations"] = .array(operations.dropLast(cut.operations))
    for member in cut.members { root[member] = nil }
    cut.edits(&root)
    return JSONWriter(pretty: true).bytes(.object(root))
  }

  @Test("Whatever is cut off is seen by opening and by verifying", arguments: cuts)
  func isSeen(cut: Cut) throws {
    defer { folder.remove() }
    let bytes = try text(cut)
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "s.json")
    let file = SessionFile(theo: "1.0")
    let path = FilePath(folder.file("s.json"))
    let opened = try file.open(path)
    #expect(opened.findings.contains { $0.isBreak })
    #expect(try file.verify(path).firstBreak != nil)
    // Saving elsewhere does not wipe the trace.
    let copy = FilePath(folder.file("copy.json"))
    try file.save(opened.store, carrying: opened.carriedOver, to: copy)
    let again = try file.open(copy)
    #expect(again.findings.contains { $0.isBreak })
    #expect(try file.verify(copy).firstBreak != nil)
  }

  @Test("How many operations are missing is told")
  func counts() throws {
    defer { folder.remove() }
    func words(_ count: Int) throws -> String? {
      let document = try SessionDocument(
        try text(Cut(words: "", operations: count)), path: "s.json")
      return try OpenedSession(document, path: "s.json").findings.first?.description
    }
    #expect(
      try words(1)
        == "the last operation is missing: the file says that it has 6, and has 5")
    #expect(
      try words(4)
        == "the last 4 operations are missing: the file says that it has 6, and has 2")
  }

  @Test("Files of version 2 open as they were, and are written with an end")
  func migrates() throws {
    defer { folder.remove() }
    let document = try SessionDocument(Array(SampleFileTwo.text.utf8), path: "s.json")
    let opened = try OpenedSession(document, path: "s.json")
    #expect(opened.findings == [])
    try folder.write(SampleFileTwo.text, to: "two.json")
    let verified = try SessionFile(theo: "1.0").verify(FilePath(folder.file("two.json")))
    #expect(verified.findings.map(\.finding) == [.migrated(from: 2)])
    #expect(verified.firstBreak == nil)
    let bytes = SessionDocument.bytes(of: opened.store, carrying: opened.carriedOver, theo: "1.0")
    #expect(String(decoding: bytes, as: UTF8.self) == SampleFile.text)
  }

  @Test("A journal of a new theo follows a file of an old one")
  func journalOnOldFile() throws {
    defer { folder.remove() }
    try folder.write(SampleFileTwo.text, to: "s.json")
    let file = SessionFile(theo: "1.0")
    let session = FilePath(folder.file("s.json"))
    var opened = try file.open(session)
    let saved = opened.store.log.count
    let holder = LockHolder(
      user: "an", host: "desk", process: 1, since: Timestamp(seconds: 0))
    var journal = try Journal(
      Journal.Start(
        path: FilePath(folder.file(".s.json.theo-journal")), session: session, holder: holder,
        saved: saved, carried: opened.carriedOver), log: opened.store.log)
    _ = try opened.store.apply(
      Operation(
        user: "an", time: Timestamp(seconds: 1_704_500_000),
        action: .annotateSource("Associated Press", SourceMark(note: "x"))))
    try journal.append(opened.store.log)
    journal.close()
    let recovered = try file.recover(
      try JournalFile(FilePath(folder.file(".s.json.theo-journal"))), catalogue: .empty)
    #expect(recovered.recovered == 1)
    #expect(recovered.problem == nil)
    #expect(recovered.opened.store.digest == opened.store.digest)
  }
}
