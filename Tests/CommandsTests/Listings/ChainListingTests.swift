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

@Suite("Claims of a story that cites agencies")
struct ChainListingTests {
  private static let text =
    "Theo AFP, cảnh sát địa phương cho biết 40 người mất tích. "
    + "Reuters dẫn lời ông Lê Văn Tám nói 12 người đã chết."

  private func desk() throws -> Desk {
    let folder = try TestFolder()
    let path = try folder.write(Self.text, to: "via.txt")
    var desk = testDesk()
    _ = ran("load \(path)", on: &desk)
    return desk
  }

  @Test(
    "are each said once, and found by the agency that they came through",
    arguments: [
      ("claims", ["40 người mất tích", "12 người đã chết"]),
      ("claims via:AFP", ["40 người mất tích"]), ("claims via:Reuters", ["12 người đã chết"]),
      ("claims --by worth --limit 2", ["12 người đã chết", "40 người mất tích"]),
    ])
  func listed(_ line: String, _ texts: [String]) throws {
    var desk = try desk()
    let csv = ran(line + " --format csv", on: &desk).output
    let rows = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.map { String($0[6]) } == texts)
  }

  @Test(
    "come from that agency alone",
    arguments: [("40 người mất tích", "AFP"), ("12 người đã chết", "Reuters")])
  func independence(_ words: String, _ root: String) throws {
    let store = try desk().store
    let id = try #require(
      store.claims.first { store.claim($0).map { store.text(of: $0) } == words })
    let found = try #require(store.independence(of: [id]).first)
    #expect(found.count.roots.map(\.name) == [root])
  }
}
