import ArticleReading
import ClaimExtraction
import ClaimModel
import Testing

@Suite("Bodies that tell figures, heads of tables")
struct BodyReportTests {
  private static func claims(_ text: String) -> [String] {
    let article = ArticleReader.article(named: "a", text: text)
    return ClaimExtractor().claims(in: article).map { claim in
      let content = claim.content.map(article.text).joined(separator: " … ")
      return "\(claim.speaker?.name ?? "–") | \(content)"
    }
  }

  @Test(
    "A body and a verb by which bodies tell figures attribute, before the figure and behind it",
    arguments: [
      ("Cục Thống kê công bố lạm phát 3%.", "Cục Thống kê | lạm phát 3%"),
      ("Bộ Y tế báo cáo có 3 ca mắc sởi.", "Bộ Y tế | có 3 ca mắc sởi"),
      ("Dân số tỉnh tăng 2%, Sở Nội vụ công bố.", "Sở Nội vụ | Dân số tỉnh tăng 2%"),
      (
        "Có 30 người nhập viện, Trung tâm Y tế Bến Thông ghi nhận.",
        "Trung tâm Y tế Bến Thông | Có 30 người nhập viện"
      ),
      (
        "Ban nhạc “Đêm Trắng” khẳng định không hủy 3 buổi diễn.",
        "Ban nhạc “Đêm Trắng” | không hủy 3 buổi diễn"
      ),
    ])
  func reports(line: String, claim: String) {
    #expect(Self.claims("Tin trong ngày\n\n\(line)\n").last == claim)
  }

  @Test(
    "What a body publishes is no statement of it",
    arguments: ["Bộ Y tế công bố danh sách 3 bệnh viện.", "Cục Thống kê công bố báo cáo."])
  func published(line: String) {
    #expect(Self.claims("Tin trong ngày\n\n\(line)\n").last?.hasPrefix("– | ") == true)
  }

  @Test("The head of a table is no claim, its rows are")
  func heads() {
    let story = "Thiệt hại do bão\n\nHuyện | Nhà đổ\nBến Thông | 2\nĐồi Sim | 1\n"
    #expect(
      Self.claims(story) == [
        "– | Thiệt hại do bão", "– | Bến Thông | 2", "– | Đồi Sim | 1",
      ])
  }

  @Test("A curly mark that a straight one closes before a comma does not swallow the next speaker")
  func mixedMarks() {
    let story = """
      Hồ ở Bến Thông

      “Hồ rất sâu", ông Vũ Đình Cát nói. Bà Lò Thị Mây nói hồ có 40 thuyền. "Tôi phạt 3 người”, bà nói.
      """
    #expect(
      Self.claims(story).dropFirst() == [
        "Vũ Đình Cát | “Hồ rất sâu\"", "Lò Thị Mây | hồ có 40 thuyền",
        "Lò Thị Mây | \"Tôi phạt 3 người”",
      ])
  }
}
