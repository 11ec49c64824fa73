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

@Suite("A live blog on the desk")
struct LiveBlogDeskTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private static func page(_ more: String = "") -> String {
    """
    <html lang=vi><head><title>Trực tiếp: Lũ ở Sơn Hạ</title><link rel=canonical \
    href="https://dong-lung.example/lu-son-ha.html"></head><h1>Lũ ở Sơn Hạ</h1>\
    <div class=date>16/09/2024 20:00 (GMT+7)</div><main>\(more)<article><p class=t>01h10</p>\
    <p>Đội cứu hộ Sơn Hạ cho biết chiều nay 120 hộ dân ở ba thôn thấp sẽ được về nhà.</p></article>\
    <article><p class=t>22h30</p><p>Ông Lò Văn Sính nói đỉnh lũ hôm nay ở mức 7,2 m tại trạm Hạ Kiều \
    và đang xuống chậm.</p></article></main></html>
    """
  }

  private func loaded() throws -> Desk {
    var desk = testDesk([])
    let path = try folder.write(Self.page(), to: "lu.html")
    let done = ran("load '\(path)'", on: &desk)
    #expect(done.status == .done, "\(done.messages)")
    return desk
  }

  private func times(_ desk: Desk) -> [String] {
    desk.store.article(ArticleID(1))?.article.origin?.entries.map { $0.time?.description ?? "-" }
      ?? []
  }

  @Test("is read with the time of each entry beside it, and told by its source")
  func read() throws {
    var desk = try loaded()
    let shown = ran("read a1", on: &desk).output
    #expect(shown.contains("2024-09-17 01:10  "))
    #expect(shown.contains("2024-09-16 22:30  "))
    let source = ran("read a1 --source", on: &desk).output
    #expect(source.contains("2024-09-16 22:30  Ông Lò Văn Sính"))
  }

  @Test("has the days of its claims counted from their entries")
  func days() throws {
    let desk = try loaded()
    let dates = desk.store.claims.compactMap { desk.store.claim($0)?.claim.dates.map(\.iso) }
    #expect(dates.flatMap { $0 } == ["2024-09-17", "2024-09-16"])
  }

  @Test("keeps its entries through a session and a replay")
  func session() throws {
    var desk = try loaded()
    let path = folder.path + "/s.json"
    #expect(ran("save '\(path)'", on: &desk).status == .done)
    var other = testDesk([])
    #expect(ran("open '\(path)'", on: &other).status == .done)
    #expect(other.store.digest == desk.store.digest)
    #expect(times(other) == ["2024-09-17T01:10+07:00", "2024-09-16T22:30+07:00"])
    let checked = ran("session verify '\(path)'", on: &other)
    #expect(checked.status == .done, "\(checked.messages)")
  }

  @Test("has the entries of its new version when it is updated, and those before on undo")
  func update() throws {
    var desk = try loaded()
    let more = """
      <article><p class=t>05h45</p><p>Trạm Hạ Kiều thông báo nước đã xuống dưới báo động một, và cầu \
      Đá Bạc mở lại cho xe con.</p></article>
      """
    let path = try folder.write(Self.page(more), to: "lu.html")
    let done = ran("load '\(path)' --update", on: &desk)
    #expect(done.status == .done, "\(done.messages)")
    #expect(desk.store.articles.count == 1)
    #expect(
      times(desk) == [
        "2024-09-17T05:45+07:00", "2024-09-17T01:10+07:00", "2024-09-16T22:30+07:00",
      ])
    #expect(ran("undo", on: &desk).status == .done)
    #expect(times(desk).count == 2)
  }

  @Test("is written by extract with places in code points")
  func extracted() throws {
    var desk = testDesk([])
    let path = try folder.write(Self.page(), to: "lu.html")
    let line = ran("extract '\(path)'", on: &desk).output.split(separator: "\n").first ?? ""
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let text = Array((record["text"] as? String ?? "").unicodeScalars)
    let entries = record["entries"] as? [[String: Any]] ?? []
    #expect(
      entries.map { $0["time"] as? String } == ["2024-09-17T01:10+07:00", "2024-09-16T22:30+07:00"])
    #expect(entries.map { $0["words"] as? String } == ["01h10", "22h30"])
    let words = entries.map { entry in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: text[(entry["start"] as? Int ?? 0)..<(entry["end"] as? Int ?? 0)])
      return String(words)
    }
    #expect(words.map { $0.prefix(6) } == ["Đội cứ", "Ông Lò"])
    #expect(words.allSatisfy { $0.hasSuffix(".") })
  }
}
