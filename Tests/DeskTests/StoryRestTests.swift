import ArticleReading
import ClaimExtraction
import ClaimModel
import Desk
import Foundation
import TestSupport
import Testing

@Suite("Nothing of a story vanishes")
struct StoryRestTests {
  /// The words of a text that are in no claim, no claim's sentence, no part of the story, and not in
  /// the list of what was left out.
  private func lost(_ text: String) -> [Substring] {
    let article = ArticleReader.article(named: "a", text: text)
    let claims = ClaimExtractor().claims(in: article)
    var covered = claims.flatMap { $0.content + $0.cue + $0.source + [$0.context] }
    covered += article.captions.map(\.span)
    covered += [article.title, article.byline?.span, article.dateline?.span].compactMap { $0 }
    covered += StoryRest(article, claims: claims, by: .standard).items.map(\.span)
    covered.sort()
    return article.text.split { !$0.isLetter && !$0.isNumber }.filter { word in
      let from = article.text.utf8.distance(
        from: article.text.startIndex, to: word.startIndex)
      let to = from + word.utf8.count
      return !covered.contains { $0.start <= from && to <= $0.end }
    }
  }

  /// Paragraphs of our own, of every kind that has been lost before.
  private static let pieces = [
    "Theo Bộ Tài chính:", "- Thuế giảm 2.000 đồng mỗi lít từ 1/5.", "Theo chân đội cứu hộ Vân Sa",
    "Nguồn: Bộ Giao thông", "Theo AFP, Norland sẽ rút quân.", "Ảnh: AFP",
    "Bà Hà trong buổi họp báo sáng 5/3 ở Vân Sa. Ảnh: AFP",
    "Bà Lê Thu Hà nói doanh thu tăng 30%. \"Chúng tôi bán 500 ổ\", bà Hà nói. Bà Hà ở cửa hàng. Ảnh: AFP",
    "Phóng viên: Thưa ông, mùa khô năm nay ra sao?", "Ông Phước: Nước giảm 42%. Tỉnh đã chi 3 tỷ.",
    "\"Không ai tới giúp\" - bà Phan Thu Vân, đầu bếp.", ">> Xem thêm: Giá vàng tăng 2 triệu đồng",
    "TIN LIÊN QUAN:", "Cháy chợ Bến Lam, 5 người chết", "Bình luận (35)", "rsu/jfx/cwl",
    "14:05 Cơ quan khí tượng cho biết gió giật cấp 12.", "Thứ sáu, 5/1/2024, 10:00 (GMT+7)",
    "Người dân ăn mừng tại Kon Lam.", "Minh Anh", "Minh Anh (Theo AFP, Reuters)",
    "Bài và ảnh: Minh Anh - Thu Trang", "Một dòng không có dấu chấm ở giữa bài báo này",
    "The bank raised rates on Monday, and Governor Le said inflation was 4 percent.",
    "People march in Van Sa. Anna Reed/AFP via Getty Images",
    "By Anna Reed, Education Correspondent",
    "KENDARI (Indonesia), March 3, 2026 (AFP) - At least 25 people died, rescuers said.",
    "“We may not,\" Reed said. Lowe spoke. \"We may,” she said.", "... — ...", "(Ảnh: AFP)",
  ]

  @Test("Every word of a story is in a claim, a part, or the list of the rest", arguments: 1...300)
  func generated(seed: Int) {
    var numbers = SplitMix(seed: seed)
    let count = Int.random(in: 1...9, using: &numbers)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
      .joined(separator: Bool.random(using: &numbers) ? "\n\n" : "\n")
    #expect(lost(text).isEmpty, "\(text)")
  }

  private static let gold = ["vi", "vi-train", "wire-en", "wire-en-train"].flatMap { set in
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/gold/\(set)")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0) }
  }

  @Test("So it is in stories of others", .enabled(if: !gold.isEmpty, "needs ../shared/gold"))
  func others() throws {
    for file in Self.gold {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(lost(text).isEmpty, "\(file.lastPathComponent)")
    }
  }
}
