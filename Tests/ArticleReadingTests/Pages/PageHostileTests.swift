import ArticleReading
import ClaimModel
import Foundation
import TestSupport
import Testing

@Suite("Pages of any bytes")
struct PageHostileTests {
  private func check(_ bytes: [UInt8]) {
    let reading = PageReading(bytes)
    #expect(reading.articles.count + reading.errors.count == 1)
    for article in reading.articles {
      let count = article.text.utf8.count
      let spans = article.body + article.captions.map(\.span)
      #expect(spans.allSatisfy { $0.start >= 0 && $0.end <= count && !$0.isEmpty })
    }
  }

  @Test("Cut and changed pages are read or refused", arguments: 0..<8)
  func mutated(seed: UInt64) {
    var dice = SplitMix(seed: seed)
    let pages = PageSample.own.map(\.bytes)
    for page in pages {
      check(Array(page.prefix(Int.random(in: 0...page.count, using: &dice))))
      var bytes = page
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 20))
        case 2: bytes.insert(contentsOf: Array("<table><b x='".utf8), at: at)
        case 3: bytes.insert(0x3C, at: at)
        default: bytes.insert(contentsOf: Array("&#xF0000;\u{F0001}&".utf8), at: at)
        }
      }
      check(bytes)
    }
  }

  static let odd: [(String, String)] = [
    ("deep", String(repeating: "<div>", count: 100_000) + "word"),
    (
      "deep and closed",
      String(repeating: "<b>", count: 50_000) + "a" + String(repeating: "</b>", count: 50_000)
    ),
    ("misnested", String(repeating: "<a><b><p>", count: 20_000)),
    ("tables", String(repeating: "<table><tr><td>", count: 5000)),
    ("one large attribute", "<p class='" + String(repeating: "a b ", count: 500_000) + "'>word"),
    ("many attributes", "<p " + (0..<50_000).map { "a\($0)=1 " }.joined() + ">word"),
    ("references without end", String(repeating: "&amp", count: 100_000) + "&#"),
    ("an open comment", "<html><!--" + String(repeating: "-", count: 100_000)),
    ("open quotes", "<html><p class=\"" + String(repeating: "<p>", count: 50_000)),
    ("open drawings", String(repeating: "<svg>", count: 20_000)),
    ("scripts in scripts", String(repeating: "<script><!--<script>", count: 5000)),
    ("formats", (0..<3000).map { "<b id=\($0)><p>x" }.joined()),
    ("formats alike", String(repeating: "<p><font size=2 class=a>x", count: 20_000)),
    ("lists", String(repeating: "<ul><li>", count: 20_000)),
  ]

  @Test("Hostile pages end", .timeLimit(.minutes(1)), arguments: odd.map(\.0))
  func hostile(name: String) throws {
    let page = try #require(Self.odd.first { $0.0 == name }).1
    check(Array(("<!doctype html>" + page).utf8))
  }

  @Test("A page that is too large is refused with the limit")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x20, count: (64 << 20) + 1)
    #expect(PageReading(bytes).errors.first?.problem == "a web page: larger than 64 MB")
  }
}
