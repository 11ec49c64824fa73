import ClaimModel
import Desk
import Disk
import FactStore
import Foundation
import Lexicons
import Sessions
import SystemPackage
import TestSupport
import TerminalText
import Testing

@Suite("The folder of a newsroom's own words")
struct OwnWordsFolderTests {
  @Test func `that is not there costs one call, and the program's words are used`() {
    let disk = OneFault()
    let found = OwnWordsFolder(path: "/nowhere/theo/lexicons", calls: disk.calls).read()
    #expect(disk.count() == 1)
    #expect(found.newsroom.own.isEmpty && found.newsroom.folder == nil && found.problems.isEmpty)
  }

  @Test(
    "that cannot be read is told, and so is a table",
    arguments: [("readdir", ""), ("open", "/cues.tsv"), ("read", "/cues.tsv")])
  func unreadable(call: String, place: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "theo-own-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("vi\tsay\tnói toạc\n".utf8).write(to: folder.appendingPathComponent("cues.tsv"))
    var hits = [String]()
    for at in 1...12 {
      let disk = OneFault()
      disk.fail(at, with: .ioError)
      let found = OwnWordsFolder(path: folder.path, calls: disk.calls).read()
      guard disk.failed == call else { continue }
      hits.append(call)
      #expect(found.newsroom.own.isEmpty)
      let told = found.problems.map { $0.message.headline }
      #expect(told == ["'\(folder.path)\(place)': cannot be read: input/output error"])
    }
    #expect(!hits.isEmpty)
  }

  /// Whether the words that an operation rests on come back with it, and in its hash.
  @Test func `is not needed for what a session keeps of it`() throws {
    let (own, faults) = OwnWords.checked([
      .init(name: "cues.tsv", bytes: Array("vi\tsay\tnói toạc\nvi\tsay\trỉ tai\n".utf8)),
      .init(name: "units.tsv", bytes: Array("phên\tvi\tcount\n".utf8)),
    ])
    #expect(faults.map(\.description) == [] || faults.allSatisfy { $0.file == "units.tsv" })
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 0) }, user: "an", newsroom: Newsroom(own, folder: "/x")))
    let text = "Ông Hoàng Văn Đức nói toạc cầu phao đã hỏng từ hôm qua. Dân đi vòng."
    _ = try desk.load(["-"], input: { () in MappedFile(text.utf8) }, progress: { _ in })
    let kept = try #require(desk.store.log.first).operation.ownWords
    #expect(kept.map(\.description) == ["own cue 'nói toạc', cues.tsv line 1"])
    let bytes = SessionDocument.bytes(of: desk.store, theo: "1.0")
    let document = try SessionDocument(bytes, path: "s.json")
    #expect(document.operations.map(\.operation.ownWords) == [kept])
    #expect(document.operations.allSatisfy { $0.isChained })
    var replay = Replay(document)
    #expect(replay.firstDifference() == nil)
    #expect(SessionDocument.bytes(of: replay.store, theo: "1.0") == bytes)
    // A claim by hand of the same sentence rests on the same cue.
    let record = try #require(desk.store.claim(ClaimID(1)))
    _ = try desk.perform(.editClaim(record.id, record.claim))
    #expect(desk.store.log.last?.operation.ownWords == kept)
    #expect(desk.store.ownWords(of: record) == kept)
  }
}
