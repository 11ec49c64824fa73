import Foundation
import Testing

@testable import LineEditor

@Suite("History is shared and loses nothing")
struct HistoryTests {
  /// A path in a folder that does not exist yet.
  private func freshPath() -> String {
    FileManager.default.temporaryDirectory.path + "/theo-\(UUID().uuidString)/state/history.jsonl"
  }

  @Test(
    "An entry comes back as it was",
    arguments: ["list claims", "note c1 \"a\\b\"\nhai dòng", "đắk \u{1}\t漢字 👨‍👩‍👧", "\u{2028}/"])
  func roundTrip(_ entry: String) throws {
    let file = HistoryFile(path: freshPath())
    try file.append("trước")
    try file.append(entry)
    #expect(try file.newest(9).strings == ["trước", entry])
  }

  @Test(
    "An entry that another program wrote is read, anything else passed over",
    arguments: [
      ("{\"line\":\"a\\\\b\\n\\\"c\"}", "a\\b\n\"c"),
      ("{ \"time\": 17, \"line\" : \"\\u0111\\ud83d\\udc4d\" }\r", "đ👍"),
      ("{\"line\":\"a\",\"tags\":[\"b\"]}", "a"),
      ("{\"line\":\"a", nil), ("{\"line\":\"a\\\"}", nil), ("{\"line\":1}", nil),
      ("{\"time\":1}", nil), ("[\"a\"]", nil), ("", nil),
    ])
  func foreignEntries(_ text: String, _ line: String?) {
    let read = HistoryEntry.line(Array(text.utf8)[...])
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == line)
  }

  @Test("The file and its folder are their owner's alone")
  func permissions() throws {
    let path = freshPath()
    try HistoryFile(path: path).append("x")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let folder = (path as NSString).deletingLastPathComponent
    let folderAttributes = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(folderAttributes[.posixPermissions] as? Int == 0o700)
  }

  @Test("A torn last line costs itself only")
  func torn() throws {
    let path = freshPath()
    let file = HistoryFile(path: path)
    try file.append("một")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"line\":\"ha".utf8))
    try handle.close()
    try file.append("ba")
    #expect(try file.newest(9).strings == ["một", "ba"])
  }

  @Test("Writers at once lose no entry")
  func concurrentWriters() async throws {
    let path = freshPath()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let file = HistoryFile(path: path)
          for number in 0..<1000 { try file.append("shell \(writer) lệnh \(number)") }
        }
      }
      try await group.waitForAll()
    }
    let entries = try HistoryFile(path: path).newest(3000).strings
    #expect(entries.count == 2000)
    for writer in 0..<2 {
      let own = entries.filter { $0.hasPrefix("shell \(writer) ") }
      #expect(own == (0..<1000).map { "shell \(writer) lệnh \($0)" })
    }
  }

  @Test("A shell's own lines are the nearest, those of others are there from the next start")
  func ownFirst() throws {
    let path = freshPath()
    try HistoryFile(path: path).append("cũ")
    var first = History(file: HistoryFile(path: path))
    var second = History(file: HistoryFile(path: path))
    first.add("một")
    second.add("hai")
    first.add("ba")
    #expect(first.lines == ["cũ", "một", "ba"])
    #expect(second.lines == ["cũ", "hai"])
    #expect(History(file: HistoryFile(path: path)).lines == ["cũ", "một", "hai", "ba"])
  }

  @Test("Repeated lines are folded to the last one, blank-led ones are kept out")
  func folding() throws {
    let path = freshPath()
    var history = History(file: HistoryFile(path: path))
    for line in ["a", "b", "a", "a", " secret", "", "  ", "c"] { history.add(line) }
    #expect(history.lines == ["b", "a", "c"])
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      written == """
        {"line":"a"}
        {"line":"b"}
        {"line":"a"}
        {"line":"c"}

        """)
    #expect(History(file: HistoryFile(path: path)).lines == ["b", "a", "c"])
  }

  @Test("A file that cannot be read or written is a problem told, not a failure")
  func unusable() {
    var history = History(file: HistoryFile(path: "/dev/null/history.jsonl"))
    history.add("a")
    #expect(history.lines == ["a"])
    #expect(history.problem != nil)
  }

  @Test("Going back keeps what was typed and what was changed on the way")
  func recall() {
    var recall = Recall(TextArena(["một", "hai"]))
    var line = LineBuffer("dở dang")
    line = recall.previous(from: line)
    #expect(line.text == "hai")
    line.insert("!")
    line = recall.previous(from: line)
    #expect(line.text == "một")
    #expect(recall.previous(from: line) == line)
    line = recall.next(from: line)
    #expect(line.text == "hai!")
    line = recall.last(from: line)
    #expect(line.text == "dở dang")
  }

  @Test("Last arguments go back line by line")
  func lastArguments() {
    var recall = Recall(TextArena(["show c1", "", "note c2 \"x y\""]))
    #expect(recall.lastArgument(again: false) == "\"x y\"")
    #expect(recall.lastArgument(again: true) == "c1")
    #expect(recall.lastArgument(again: true) == nil)
    #expect(recall.lastArgument(again: false) == "\"x y\"")
  }
}

@Suite("History is searched without regard to marks")
struct HistorySearchTests {
  private func makeHistory() -> History {
    var history = History(file: nil)
    for line in lines { history.add(line) }
    return history
  }

  private let lines = ["find \"Bộ Ngoại giao Mỹ\"", "list claims", "find đắk lắk", "find Dak"]

  @Test(
    "A plain query finds marked text, a marked one just itself",
    arguments: [
      ("bo ngoai", "find \"Bộ Ngoại giao Mỹ\"", 6..<14), ("dak", "find Dak", 5..<8),
      ("đắk", "find đắk lắk", 5..<8), ("NGOẠI", "find \"Bộ Ngoại giao Mỹ\"", 9..<14),
      ("lak", "find đắk lắk", 9..<12),
    ])
  func finds(_ query: String, _ match: String, _ range: Range<Int>) {
    var history = makeHistory()
    var search = history.search(from: LineBuffer("x"))
    for scalar in query.decomposed.unicodeScalars { search.type(String(scalar)) }
    #expect(search.shownLine.text == match)
    #expect(search.matchedRange == range)
  }

  @Test("Older and newer matches, and none at all")
  func steps() {
    var history = makeHistory()
    var search = history.search(from: LineBuffer("x"))
    search.type("dak")
    search.older()
    #expect(search.shownLine.text == "find đắk lắk")
    search.older()
    #expect(search.shownLine.text == "find đắk lắk")
    search.newer()
    #expect(search.shownLine.text == "find Dak")
    search.type("ă")
    #expect(search.shownLine.text == "x")
    #expect(search.matchedRange == nil)
  }
}

extension String {
  fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
