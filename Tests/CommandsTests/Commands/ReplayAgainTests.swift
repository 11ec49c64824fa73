import ClaimModel
import FactStore
import Synchronization
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Replaying against the world of today")
struct ReplayAgainTests {
  private func session(_ folder: TestFolder) throws -> Desk {
    try folder.write(
      "Cầu Bến Lụa sập một nhịp.\nÔng Trần Kha cho biết 3 xe tải rơi xuống sông.\nSông đang lên.\n",
      to: "cau.txt")
    try folder.write("Ferry line reopens.\nMara Quill said the ferry runs hourly.\n", to: "f.txt")
    try folder.write("Trời đẹp ở Bến Lụa. Bà Mai Hoa nói hội chợ vẫn mở.\n", to: "troi.txt")
    var desk = testDesk()
    #expect(ran(folder.filled("load $DIR/*.txt; save $DIR/s.json"), on: &desk).status == .done)
    return desk
  }

  @Test("What changed in the stories is told: claims that stand elsewhere, and those that are gone")
  func reloads() throws {
    let folder = try TestFolder()
    var desk = try session(folder)
    try folder.write(
      "Cầu Bến Lụa sập một nhịp.\nÔng Trần Kha cho biết 4 xe tải rơi xuống sông.\nSông đang lên.\n",
      to: "cau.txt")
    try folder.write("", to: "f.txt")
    let before = desk.store.digest
    let found = ran(folder.filled("replay $DIR/s.json --reload --format csv"), on: &desk)
    let rows = folder.hidden(found.output).split(separator: "\n").map(String.init)
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("a1,$DIR/cau.txt,changed,'+1 -1,"))
    #expect(rows[2].hasPrefix("a2,$DIR/f.txt,gone,,"))
    #expect(rows[3] == "a3,$DIR/troi.txt,same,,,,")
    let trucks = try #require(
      desk.store.claims.first { id in
        desk.store.claim(id).map { desk.store.text(of: $0).contains("xe tải") } ?? false
      })
    // None is elsewhere; one has other words.
    #expect(rows[1].hasPrefix("a1,$DIR/cau.txt,changed,'+1 -1,,\(trucks): 3 → 4"))
    #expect(desk.store.digest == before)
  }

  @Test("Today's extractor finds what it found a moment ago")
  func extractsTheSame() throws {
    let folder = try TestFolder()
    var desk = try session(folder)
    let found = ran(folder.filled("replay $DIR/s.json --extract-again"), on: &desk)
    #expect(found.output == "every claim is found as it was\n")
  }

  @Test("What is found otherwise is told claim by claim")
  func extractsOtherwise() throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    _ = ran(folder.filled("save $DIR/s.json"), on: &desk)
    let found = ran(
      folder.filled("replay $DIR/s.json --extract-again --format jsonl"), on: &desk)
    #expect(found.output.contains("\"id\":\"c2\",\"article\":\"a1\",\"change\":\"changed\""))
    // The claims of these stories are marked by hand, with a worth that no extractor gives.
    #expect(found.output.contains("worth 0.86 → "))
    #expect(found.status == .done)
  }

  @Test("The time between operations is kept, as many times as fast, up to five seconds")
  func speed() throws {
    let waited = Mutex(0)
    let times = Mutex([0, 10, 10, 4000])
    let folder = try TestFolder()
    var surroundings = Surroundings(
      now: { Timestamp(seconds: times.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }) },
      user: "an")
    surroundings.pause = { milliseconds in waited.withLock { $0 += milliseconds } }
    var desk = Desk(store: FactStore(catalogue: .agencies), surroundings: surroundings)
    try desk.perform(.load([TestStory.ferry.loaded(as: "f.txt")]))
    for tag in ["x", "y", "z"] {
      try desk.perform(.annotateClaims([ClaimID(1)], ClaimMark(tags: [tag])))
    }
    let found = ran(folder.filled("save $DIR/s.json; replay $DIR/s.json --speed 20"), on: &desk)
    #expect(found.status == .done)
    #expect(found.output.contains("4 operations replayed"))
    #expect(waited.withLock { $0 } == 500 + 5000)
  }

  @Test(
    "Modes that exclude each other are told",
    arguments: ["--reload --extract-again", "--reload --verify", "--speed 0", "--speed x"])
  func excludes(_ options: String) throws {
    var desk = testDesk()
    #expect(ran("replay s.json " + options, on: &desk).status == .usage)
  }
}
