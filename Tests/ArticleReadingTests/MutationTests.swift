import ArticleReading
import ClaimModel
import Foundation
import TestSupport
import Testing

@Suite("Spans of any text")
struct MutationTests {
  static let stories = [
    """
    Lũ quét cuốn trôi cầu treo ở miền núi

    Cây cầu bị cuốn trôi trong đêm , ba xã bị cô_lập .

    Cây cầu treo trước trận lũ .
    " Chúng_tôi sẽ dựng cầu tạm " , chủ_tịch xã cho_biết . Ảnh : Xuân_Lam
    Khoảng 400 hộ dân phải đi đường vòng (Ảnh: TTXVN).
    Trần_Lam ( Theo AFP , Tân_Hoa_Xã )


    Cây cầu treo trước trận lũ .
    Đồ_hoạ : Reuters .
    """,
    """
    River rises again
    By Ann Poe
    GENEVA, Jan 5, 2024 (Reuters) - The river rose again, the mayor said.
    The bridge after the flood (Photo by Ann Poe/AFP)
    “We will rebuild,” she said.
    (Reporting by Ann Poe; Editing by Jo Roe)
    """,
  ]

  private func mutated(_ story: String, _ dice: inout SplitMix) -> String {
    var scalars = Array(story.unicodeScalars)
    for _ in 0...Int.random(in: 0...3, using: &dice) {
      let at = Int.random(in: 0..<max(1, scalars.count), using: &dice)
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: scalars = Array(scalars.prefix(at))
      case 1: scalars = Array(scalars.dropFirst(at))
      case 2: scalars = scalars.map { $0 == "\n" ? " " : $0 }
      case 3:
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        scalars = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
      case 4: scalars.removeAll { $0 == "_" || $0 == "." }
      case 5: scalars.insert(contentsOf: "( Ảnh : ".unicodeScalars, at: min(at, scalars.count))
      default: scalars += scalars.suffix(at)
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private func check(_ text: String) {
    let article = ArticleReader.article(named: "a", text: text)
    let bytes = Array(text.utf8)
    var spans = article.body + article.captions.map(\.span)
    spans += [article.title, article.byline?.span, article.dateline?.span].compactMap { $0 }
    for span in spans {
      let isInside = span.start >= 0 && span.end <= bytes.count && !span.isEmpty
      #expect(isInside, "\(span) of \(bytes.count) in \(text)")
      guard isInside else { return }
      #expect(bytes[span.start] & 0xC0 != 0x80, "\(span) in \(text)")
      #expect(span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80, "\(span) in \(text)")
    }
    let sorted = spans.sorted()
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      #expect(a.end <= b.start, "\(article.text(a)) and \(article.text(b)) in \(text)")
    }
    #expect(article.body == article.body.sorted())
    #expect(article.captions.map(\.span) == article.captions.map(\.span).sorted())
  }

  @Test("Spans lie in the text, on letters' bounds, in order and apart", arguments: 0..<40)
  func spansHold(seed: UInt64) {
    var dice = SplitMix(seed: seed)
    for _ in 0..<25 { for story in Self.stories { check(mutated(story, &dice)) } }
  }

  @Test(
    "Odd texts are read",
    arguments: [
      "", " ", "\n\n", ".", "(", "((((", "Ảnh:", "Ảnh :\nẢnh :", "Theo", "(Theo AFP)", "(Theo",
      "- AFP", "©", "A", "\u{301}", "\u{FEFF}", "Theo AFP\nTheo AFP\nTheo AFP", "By", "5/1/2024",
      String(repeating: "a", count: 100_000), String(repeating: "(", count: 100_000),
      String(repeating: "Ảnh: ", count: 2000), String(repeating: "Ảnh:\n", count: 2000),
    ])
  func oddTexts(text: String) { check(text) }
}

@Suite("Stories of the corpus", .enabled(if: Corpus.isThere, "needs ../shared/corpus"))
struct CorpusTests {
  @Test("Plain and segmented twins have the same title, author and prose")
  func twins() throws {
    let squeeze = { (text: String) in
      String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic }))
    }
    var same = 0
    let plain = try Corpus.twins()
    for url in plain {
      let twin = URL(
        fileURLWithPath: url.path.replacing(".body.txt", with: ".body.tok.txt"))
      let read = { (url: URL) in
        let article = ArticleReader.article(
          named: url.path, text: try String(contentsOf: url, encoding: .utf8))
        return [article.title.map(article.text) ?? "", article.byline?.author ?? ""].map(squeeze)
          + [squeeze(article.body.map(article.text).joined())]
      }
      if try read(url) == read(twin) { same += 1 }
    }
    #expect(same * 100 >= plain.count * 95, "\(same) of \(plain.count)")
  }
}

private enum Corpus {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/corpus/vi-twins/clusters")

  static var isThere: Bool { FileManager.default.fileExists(atPath: root.path) }

  static func twins() throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".body.txt") }.sorted()
      .map { root.appendingPathComponent($0) }
  }
}
