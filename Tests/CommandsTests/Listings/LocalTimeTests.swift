import ClaimModel
import FactStore
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("The time at the desk")
struct ShownTimeTests {
  private static let hanoi = LocalZone(hours: 7)

  @Test(
    "stands with its zone wherever people read one",
    arguments: [
      ("log", "time (+07)", "2026-03-18 16:00:0"),
      ("log --branches", "time (+07)", "2026-03-18 16:00:0"),
      ("show c2", "2026-03-18 16:00:0", " +07  an"),
      ("source show AFP", "2026-03-18 16:00:0", " +07  an"),
      ("why c1", "put right by an, 2026-03-18 16:00:0", " +07"),
      ("log --format csv", "2026-03-18T09:00:01Z", ""), ("log --format json", "T09:00:01Z\"", ""),
      ("show c2 --format json", "T09:00:01Z\"", ""), ("log --format jsonl", "T09:00:01Z\"", ""),
    ])
  func shown(line: String, first: String, second: String) {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c2 --note x; annotate source AFP --note y; attribute c2 Kyodo", on: &desk)
    _ = ran("claim edit c1 --kind indirect", on: &desk)
    let shown = ran(line, on: &desk, zone: Self.hanoi).output
    #expect(shown.contains(first) && shown.contains(second), "\(shown)")
    #expect(line.contains("format") || !shown.contains("09:00:0"), "\(shown)")
  }

  @Test("has the zone in each row where clocks were put forward between them")
  func summerTime() {
    var desk = testDesk(TestStory.both)
    for _ in 1...3 { _ = ran("annotate c2 --note x", on: &desk) }
    let change = 1_773_824_402
    let shown = ran("log", on: &desk, zone: LocalZone { $0.seconds < change ? 3600 : 7200 }).output
    #expect(shown.contains(" +01 ") && shown.contains(" +02 "), "\(shown)")
    #expect(!shown.contains("(+0"))
  }

  @Test("in what is taken down is UTC, so that a check elsewhere finds it the same")
  func transcripts() throws {
    let folder = try TestFolder()
    var desk = testDesk()
    try folder.write("Cầu sập. Ông Kha nói 3 người chết.\n", to: "a.txt")
    let lines =
      "transcript on $DIR/t.txt; load $DIR/a.txt; annotate c1 --note x; log; show c1; transcript off"
    let ran1 = ran(folder.filled(lines), on: &desk, zone: Self.hanoi)
    #expect(ran1.status == .done, "\(ran1.messages)")
    let text = try folder.text("t.txt")
    #expect(text.contains("(UTC)") && !text.contains("+07"), "\(text)")
  }
}
