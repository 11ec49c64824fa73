import ClaimModel
import FactStore
import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A desk that watches a folder")
struct WatchTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(harbour, to: "wire/old.txt")
  }

  private var wire: String { folder.path + "/wire/" }

  /// What is told until there are so many stories and failures, and nothing more for a moment.
  private func told(
    _ desk: inout Desk, stories: Int, failures: Int = 0
  ) -> [String] {
    var lines = [String]()
    let (before, deadline) = (desk.store.articles.count, Date().addingTimeInterval(60))
    var failed = 0
    while Date() < deadline,
      desk.store.articles.count < before + stories || failed < failures
    {
      Thread.sleep(forTimeInterval: 0.01)
      while let arrivals = desk.takeArrivals() {
        failed += arrivals.failures.count
        lines += arrivals.lines(in: desk.store).map(\.plain)
        if arrivals.isHeldUp { break }
      }
    }
    Thread.sleep(forTimeInterval: 0.4)
    while let arrivals = desk.takeArrivals(), !arrivals.isHeldUp {
      lines += arrivals.lines(in: desk.store).map(\.plain)
    }
    return lines.map(folder.hidden)
  }

  @Test("takes what comes within a short time as one operation, told in one line")
  func together() throws {
    var desk = testDesk()
    let watch = try desk.watch(wire)
    #expect(watch.existing == 1)
    for number in 1...3 { try folder.write(harbour, to: "wire/\(number).txt") }
    #expect(
      told(&desk, stories: 3) == ["3 stories from $DIR/wire/: a1–a3, 6 claims · via AFP"])
    #expect(desk.store.log.count == 1)
    #expect(desk.store.articles.map(\.article.name) == (1...3).map { "\(wire)\($0).txt" })
    try folder.write(harbour, to: "wire/sub/4.txt")
    #expect(
      told(&desk, stories: 1) == [
        "1 story from $DIR/wire/: a4 Cháy kho gỗ ở bến Sen, 2 claims · via AFP"
      ])
    #expect(watch.counts.stories == 4)
    _ = ran("undo", on: &desk)
    #expect(desk.store.articles.count == 3)
  }

  @Test("does not load a file again whose bytes are the same")
  func unchanged() throws {
    var desk = testDesk()
    _ = try desk.watch(wire)
    try folder.write(harbour, to: "wire/a.txt")
    #expect(told(&desk, stories: 1).count == 1)
    try folder.write(harbour, to: "wire/a.txt")
    #expect(told(&desk, stories: 0) == [])
    try folder.write(harbour + "\nTin thêm.", to: "wire/a.txt")
    #expect(told(&desk, stories: 1).count == 1)
  }

  @Test("tells a bad file once, and goes on")
  func bad() throws {
    var desk = testDesk()
    let watch = try desk.watch(wire)
    let bytes = Array("Cháy kho ".utf8) + [0xFF, 0x41]
    try folder.write(bytes, to: "wire/bad.txt")
    let lines = told(&desk, stories: 0, failures: 1)
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("theo: '$DIR/wire/bad.txt': not UTF-8: ") == true)
    try folder.write(bytes, to: "wire/bad.txt")
    #expect(told(&desk, stories: 0) == [])
    try folder.write(harbour, to: "wire/a.txt")
    #expect(told(&desk, stories: 1).count == 1)
    #expect((watch.counts.stories, watch.counts.failures) == (1, 1))
    let listed = folder.hidden(ran("watch", on: &desk).output)
    #expect(listed.contains("'$DIR/wire/bad.txt': not UTF-8"))
  }

  @Test("of very many bad files tells the first, and how many more there are")
  func manyBad() {
    let failures = (1...30).map { UserError(FileError.notFound("\($0).txt")) }
    let arrivals = WatchedArrivals(folder: "wire/", failures: failures, notes: [.gone])
    let lines = arrivals.lines(in: testDesk().store).map(\.plain)
    #expect(lines.count == 10)
    #expect(lines[8] == "theo: 22 more files could not be read; watch lists them")
    #expect(lines[9] == "theo: 'wire/' is gone; it is watched again when it is back")
  }

  @Test("at the prompt goes on in the background, and can be ended")
  func prompt() throws {
    var desk = testDesk()
    let console = TestConsole()
    console.isInteractive = true
    let begun = ran("watch \(wire) --every 0.1", on: &desk, console: console)
    #expect(
      folder.hidden(begun.output) == """
        watching $DIR/wire/ · looks every 0.1 s
        1 story file lies there already: load $DIR/wire/ loads it

        """)
    try folder.write(harbour, to: "wire/a.txt")
    #expect(told(&desk, stories: 1).count == 1)
    for other in ["\(wire)sub", folder.path, wire] {
      #expect(ran("watch \(other)", on: &desk).messages.contains("is watched already"))
    }
    #expect(ran("watch \(wire)a.txt", on: &desk).status == .failed)
    #expect(ran("watch \(folder.path)/nix", on: &desk).status == .noInput)
    let ended = ran("unwatch \(folder.path)/wire", on: &desk)
    #expect(folder.hidden(ended.output) == "no longer watched: $DIR/wire/ · 1 story\n")
    try folder.write(harbour, to: "wire/b.txt")
    #expect(told(&desk, stories: 0) == [])
  }

  @Test("ends when another session is opened, and says so")
  func opened() throws {
    var desk = testDesk([("a.txt", TestStory.bridge)])
    let session = folder.path + "/s.json"
    #expect(ran("save \(session)", on: &desk).status == .done)
    _ = try desk.watch(wire)
    let ran = ran("open \(session)", on: &desk)
    #expect(
      folder.hidden(ran.messages)
        == "theo: '$DIR/wire/' is no longer watched, since another session is on the desk\n")
    #expect(desk.watches.isEmpty)
  }

  @Test("loses nothing of what comes while it cannot be taken")
  func heldUp() throws {
    var desk = testDesk()
    desk.readOnly = .taken(by: nil)
    _ = try desk.watch(wire)
    try folder.write(harbour, to: "wire/a.txt")
    let deadline = Date().addingTimeInterval(60)
    while !desk.hasArrivals, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
    let first = desk.takeArrivals()
    let second = desk.takeArrivals()
    #expect(first?.isHeldUp == true && first?.failures.count == 1)
    #expect(second?.isHeldUp == true && second?.failures.isEmpty == true)
    desk.readOnly = nil
    #expect(told(&desk, stories: 1).count == 1)
  }

  @Test("has each load taken down as a load, which a check of the dialogue does again")
  func takenDown() throws {
    var desk = testDesk()
    let path = folder.path + "/t.txt"
    #expect(ran("transcript on \(path)", on: &desk).status == .done)
    let console = TestConsole()
    console.isInteractive = true
    #expect(ran("watch \(wire)", on: &desk, console: console).status == .done)
    try folder.write(harbour, to: "wire/a.txt")
    try folder.write("{\"id\":\"n1\",\"text\":\"The dam holds.\"}\n{}\n", to: "wire/b.jsonl")
    let deadline = Date().addingTimeInterval(60)
    while desk.store.articles.count < 2, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.01)
      _ = ArrivalTranscript.taken(on: &desk)
    }
    #expect(ran("articles", on: &desk).status == .done)
    #expect(ran("transcript off", on: &desk).status == .done)
    let text = try folder.text("t.txt")
    #expect(!text.contains("watching"))
    #expect(folder.hidden(text).contains("an> load $DIR/wire/a.txt"))
    var other = testDesk()
    #expect(ran("session check \(path) \(wire)", on: &other).status == .done)
  }

  @Test("takes no more at once than a typist's patience has room for")
  func pace() {
    var pace = LoadPace()
    pace.note(32, took: .milliseconds(90))
    #expect(pace.stories == 16)
    pace.note(16, took: .milliseconds(40))
    pace.note(3, took: .milliseconds(1))
    #expect(pace.stories == 16)
    pace.note(16, took: .milliseconds(5))
    #expect(pace.stories == 32)
    for _ in 0..<20 { pace.note(pace.stories, took: .microseconds(1)) }
    #expect(pace.stories == 512)
    for _ in 0..<20 { pace.note(pace.stories, took: .seconds(1)) }
    #expect(pace.stories == 4)
  }
}
