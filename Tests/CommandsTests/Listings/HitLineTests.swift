import ClaimModel
import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Found places")
struct HitLineTests {
  /// Each line with its hits in brackets.
  private func found(_ words: [String], in text: String) throws -> [String] {
    var desk = testDesk([])
    let article = Article(name: "h.txt", text: text, language: .vietnamese)
    try desk.perform(
      .load([LoadedArticle(article: article, claims: PackedClaims([Claim]()))]))
    return HitLine.lines(try desk.store.find(words), in: desk.store).map { line in
      line.context(in: text).styled(.hit).runs.map { $0.style == .hit ? "[\($0.text)]" : $0.text }
        .joined()
    }
  }

  @Test("of a phrase are one each, of one line together, with both marked")
  func lines() throws {
    let text = "Tàu rời Biển Bạc. Tàu khác ở Biển_Bạc.\nSóng lớn trên Biển Bạc."
    #expect(
      try found(["Biển Bạc"], in: text) == [
        "Tàu rời [Biển Bạc]. Tàu khác ở [Biển Bạc].", "Sóng lớn trên [Biển Bạc].",
      ])
    #expect(
      try found(["sóng", "bạc"], in: text).last == "[Sóng] lớn trên Biển [Bạc].")
  }

  @Test("far apart in one line have what stands between them cut")
  func gap() throws {
    let middle = Array(repeating: "và nói", count: 20).joined(separator: " ")
    let text = "Ông \"thấy Mây\" rồi \(middle) với Mây đó."
    #expect(
      try found(["mây"], in: text) == [
        "Ông \"thấy [Mây]\" rồi và nói và nói … và nói và nói với [Mây] đó."
      ])
  }

  @Test("are at most four in a line")
  func most() throws {
    let lines = try found(["mây"], in: Array(repeating: "Mây", count: 9).joined(separator: " "))
    #expect(lines.count == 3)
    #expect(lines[0].split(separator: "[").count == 4)
  }
}
