import ArticleReading
import ClaimExtraction
import ClaimModel
import Foundation
import Lexicons
import Testing

@Suite struct WorthTests {
  @Test(
    "A claim of fact is worth more than what nobody can check",
    arguments: [
      (
        "Số ca nhiễm tăng gấp đôi so với năm ngoái , khiến 120 người tử_vong",
        "Xin cảm_ơn tất_cả các bạn đã đến", ArticleLanguage.vietnamese
      ),
      ("Công_ty này đã hối_lộ 3 quan_chức", "Tôi hy_vọng mọi việc sẽ tốt_đẹp", .vietnamese),
      ("Unemployment fell to 3.5 percent last year", "I hope we will meet again soon", .english),
      ("The mayor stole two million dollars", "What a beautiful day is this?", .english),
    ])
  func order(higher: String, lower: String, language: ArticleLanguage) {
    #expect(score(higher, language).value > score(lower, language).value + 0.2)
  }

  @Test("Of two labelled sentences the one that is worth more comes first, 97 times of 100")
  func labelled() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "worth-sentences.tsv")
    let rows = WordList(name: "sentences", text: try String(contentsOf: path, encoding: .utf8)).rows
    let less: Set = [
      "promise", "private", "opinion", "greeting", "question", "scene", "feeling",
    ]
    var worths: [Bool: [Double]] = [:]
    for row in rows {
      let article = ArticleReader.article(
        named: row[0], text: row[2], language: row[1] == "en" ? .english : .vietnamese)
      let best = ClaimExtractor().claims(in: article).map(\.worth).max() ?? 0
      worths[!less.contains(row[0]), default: []].append(best)
    }
    let (more, fewer) = (worths[true] ?? [], worths[false] ?? [])
    #expect(more.count + fewer.count > 400)
    let right = more.reduce(0) { sum, worth in sum + fewer.count { worth > $0 } }
    #expect(Double(right) > 0.97 * Double(more.count * fewer.count))
  }

  @Test(
    "A digit alone makes nothing worth more",
    arguments: [
      ("Nhà máy xả chất thải ra sông", "Anh có 2 con mèo và dậy lúc 5 giờ", .vietnamese),
      ("The mine hid its accidents", "She baked 3 cakes for her 2 daughters", .english),
    ] as [(String, String, ArticleLanguage)])
  func digits(higher: String, lower: String, language: ArticleLanguage) {
    #expect(score(higher, language).value > score(lower, language).value)
  }

  @Test(
    "A word counts with its endings, and at a claim's beginning by itself",
    arguments: [
      ("They were poisoning wells", "speaks of poison, dirt or what is unfit", true),
      ("Who would do that", "begins as a question", true),
      ("Nobody knows who would do that", "begins as a question", false),
    ])
  func words(text: String, reason: String, isThere: Bool) {
    #expect(score(text, .english).reasons.contains { $0.words == reason } == isThere)
  }

  @Test("The reasons add up to the worth, the weightiest first")
  func reasons() {
    let (value, reasons) = score("Giá gạo tăng 12 % so với tháng trước", .vietnamese)
    let weights = reasons.compactMap(\.weight)
    #expect(abs(weights.reduce(0, +) - value) < 0.006)
    #expect(weights.map(abs) == weights.map(abs).sorted(by: >))
    #expect(reasons.allSatisfy { $0.subject == .worth })
    #expect(reasons.map(\.words).contains("states a number"))
    #expect(reasons.map(\.words).contains("compares or tells a change"))
  }

  @Test("Who says it matters")
  func speakers() {
    let text = "Đê đã vỡ ở ba nơi trong đêm"
    let named = score(text, .vietnamese, Speaker(name: "Lê Thu Hà", kind: .person)).value
    let unnamed = score(text, .vietnamese, nil).value
    #expect(named > unnamed)
  }

  @Test("A feature counts once, at its first words")
  func once() {
    let text = "Giá tăng , lương tăng , thuế tăng"
    let comparisons = score(text, .vietnamese).reasons.filter {
      $0.words == "compares or tells a change"
    }
    #expect(comparisons.map(\.span) == [TextSpan(5, 10)])
  }

  @Test(
    "Plain, segmented and decomposed twins are worth the same",
    arguments: ["Chính_quyền che_giấu 1.200 ca tử_vong , theo thống_kê năm 2023"])
  func twins(text: String) {
    let plain = text.replacingOccurrences(of: "_", with: " ")
    let expected = score(text, .vietnamese).value
    #expect(score(plain, .vietnamese).value == expected)
    #expect(score(plain.decomposedStringWithCanonicalMapping, .vietnamese).value == expected)
  }

  @Test(
    "Worth lies between 0 and 1, whatever the text",
    arguments: ["", "?", "Cảm ơn ?", "Xin chào , tôi hy vọng , có lẽ , chúc mừng ?", "12 12 12"])
  func bounds(text: String) {
    for language in ArticleLanguage.allCases {
      let value = score(text, language).value
      #expect((0...1).contains(value))
    }
  }

  private func score(
    _ text: String, _ language: ArticleLanguage, _ speaker: Speaker? = nil
  ) -> (value: Double, reasons: [Reason]) {
    withTokens(of: text, language) { story in
      let all = story.tokens.indices
      let facts = Worth.Facts(
        speaker: speaker, quantities: QuantityFinder.quantities(in: all, of: story),
        dates: DateFinder.dates(in: all, of: story, storyDate: nil))
      return Worth.score(content: [all], in: story, facts)
    }
  }
}
