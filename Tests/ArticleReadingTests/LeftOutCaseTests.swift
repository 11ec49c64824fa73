import ArticleReading
import ClaimModel
import Testing

@Suite("What stands around a text is left out of it")
struct LeftOutCaseTests {
  @Test(
    "Links, buttons, comments and codes are left out, and said to be",
    arguments: [
      (">> Xem thêm: Giá vàng hôm nay tăng 2 triệu đồng", LeftOut.Cause.furniture),
      ("Xem thêm > > > Giá vàng hôm nay tăng 2 triệu đồng", .furniture),
      ("TIN LIÊN QUAN: Cháy chợ Bến Lam, 5 người chết", .furniture),
      ("Mời bạn đọc xem video: Hiện trường vụ cháy 12 giờ", .furniture),
      ("Bình luận (35)", .furniture), ("Chia sẻ Facebook Zalo", .furniture),
      ("Đọc thêm: Cầu mới thông xe", .furniture), ("Từ khóa: cháy kho, Hải Thành", .furniture),
      ("Read more: Storm hits the coast", .furniture),
      ("Related: Storm hits the coast", .furniture),
      ("Comments (12)", .furniture), ("Share this on Facebook", .furniture),
      ("ADVERTISEMENT", .furniture), ("Quảng cáo", .furniture),
      ("rsu/jfx/cwl", .deskCode), ("bur-ab/cd", .deskCode),
    ])
  func furniture(line: String, cause: LeftOut.Cause) {
    let article = ArticleReader.article(
      named: "a",
      text:
        "Cháy kho vải ở Hải Thành\n\nÔng Lê Văn Tám cho biết 3 người chết trong vụ cháy.\n\n\(line)\n"
    )
    #expect(
      article.body.map(article.text) == ["Ông Lê Văn Tám cho biết 3 người chết trong vụ cháy."])
    let leftOut = ArticleReader.leftOut(of: article)
    #expect(leftOut.map(\.cause) == [cause])
    #expect(leftOut.map { article.text($0.span) } == [line])
  }

  @Test("Headlines below `TIN LIÊN QUAN` are left out, the prose below them is not")
  func headlines() {
    let article = ArticleReader.article(
      named: "a",
      text: """
        Cháy kho vải ở Hải Thành

        Ông Lê Văn Tám cho biết 3 người chết trong vụ cháy.

        TIN LIÊN QUAN:
        Cháy chợ Bến Lam, 5 người chết
        Giá vàng hôm nay tăng mạnh

        Công an Hải Thành đang điều tra.
        """)
    #expect(
      article.body.map(article.text) == [
        "Ông Lê Văn Tám cho biết 3 người chết trong vụ cháy.", "Công an Hải Thành đang điều tra.",
      ])
    #expect(ArticleReader.leftOut(of: article).count == 3)
  }

  @Test(
    "Of a copied page the headline stands below section and day, the day alone may stand below it",
    arguments: [
      (
        "Thời sự\nThứ hai, 12/5/2025, 09:15 (GMT+7)\nCầu Bãi Dài thông xe\nCầu dài 4 km thông xe "
          + "sáng 12/5, rút ngắn 40 phút đi lại.\n",
        "Cầu Bãi Dài thông xe", ["Thời sự", "Thứ hai, 12/5/2025, 09:15 (GMT+7)"]
      ),
      (
        "Kinh doanh\n12/5/2025\nGiá gạo tăng mạnh ở Bãi Dài\n\nGạo tăng 12% trong tuần qua ở các "
          + "chợ đầu mối.\n\nNgười mua giảm hẳn.\n",
        "Giá gạo tăng mạnh ở Bãi Dài", ["Kinh doanh", "12/5/2025"]
      ),
      (
        "Giá gạo tăng mạnh\n12/5/2025\nGạo tăng 12% trong tuần qua.\nNgười mua giảm hẳn ở các chợ "
          + "đầu mối trong tỉnh.\n",
        "Giá gạo tăng mạnh", ["12/5/2025"]
      ),
      (
        "Giá gạo tăng mạnh\n12/5/2025\nTạ Văn Bền\nGạo tăng 12% trong tuần qua ở các chợ.\n",
        "Giá gạo tăng mạnh", ["12/5/2025"]
      ),
    ])
  func sections(text: String, title: String, leftOut: [String]) {
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.title.map(article.text) == title)
    #expect(article.date?.description == "2025-05-12")
    #expect(ArticleReader.leftOut(of: article).map { article.text($0.span) } == leftOut)
  }
}
