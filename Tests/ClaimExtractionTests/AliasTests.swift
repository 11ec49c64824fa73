import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

private func speakers(_ text: String) -> [String] {
  ClaimExtractor().claims(in: ArticleReader.article(named: "a", text: text))
    .filter { $0.kind != .narrated }.map { $0.speaker?.name ?? "–" }
}

/// People told by a nickname.
@Suite("Other names of people")
struct AliasTests {
  @Test(
    "A nickname that the story gives somebody speaks for the bearer",
    arguments: [
      (
        "Xe\n\nLê Văn Thành, biệt danh \"Tèo lì\", ra đầu thú. Tèo lì cho biết xe chở thuốc lá.",
        "Lê Văn Thành"
      ),
      (
        "Xe\n\nĐồng phạm là Phạm Quốc Bảo, còn gọi là Bảo Đen. Bảo Đen nói không biết lô hàng.",
        "Phạm Quốc Bảo"
      ),
      (
        "Fire\n\nRobert Allan Stone, known as \"The Fox\", fled. The Fox said he would return.",
        "Robert Allan Stone"
      ),
      (
        "Fire\n\nWilliam \"Big Bill\" Turner was held. Big Bill said he was at home.",
        "William \"Big Bill\" Turner"
      ),
    ])
  private func nickname(story: String, speaker: String) {
    #expect(speakers(story) == [speaker])
  }

  @Test("A nickname that two people bear is nobody's")
  private func shared() {
    let story =
      "Fire\n\nTom Allan Stone, known as \"Ace\", fled. Ben Carl Wood, known as \"Ace\", stayed. "
      + "Ace said he was cold."
    #expect(!speakers(story).contains { $0.hasSuffix("Stone") || $0.hasSuffix("Wood") })
  }
}
