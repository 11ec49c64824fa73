import ArticleReading
import ClaimModel
import Testing

/// A small story and what its reading must give.
struct ReadingCase: Sendable, CustomTestStringConvertible {
  var text: String
  var author: String?
  var agencies: [String] = []
  var date: String?
  var captions: [String] = []
  /// Words that stand in the body.
  var body: [String] = []
  /// What is in no part, with its cause.
  var leftOut: [String] = []

  var testDescription: String { String(text.prefix(60)) }
}

private func check(_ one: ReadingCase) {
  let article = ArticleReader.article(named: "a", text: one.text)
  #expect(article.byline?.author == one.author)
  #expect(article.agencies == one.agencies)
  #expect(article.date?.description == one.date)
  #expect(article.captions.map { article.text($0.span) } == one.captions)
  let body = article.body.map(article.text).joined(separator: "\n")
  for words in one.body { #expect(body.contains(words)) }
  let leftOut = ArticleReader.leftOut(of: article).map { article.text($0.span) }
  #expect(leftOut == one.leftOut)
}

@Suite("Sign-offs, captions, bylines and datelines of all kinds")
struct ReadingCaseTests {
  @Test(
    "A line with `Theo` or `Nguồn` in the midst of a story ends nothing",
    arguments: [
      ReadingCase(
        text: """
          Giá xăng tăng

          Theo Bộ Tài chính:

          - Thuế giảm 2.000 đồng mỗi lít từ 1/5.

          Giá xăng tăng 5% hôm 3/4. Người dân chờ đợi. Các cây xăng đóng cửa sớm vì hết hàng.
          """, body: ["Theo Bộ Tài chính:", "Thuế giảm", "Người dân chờ đợi"]),
      ReadingCase(
        text: """
          Giá gạo tăng

          Theo Bộ Công Thương:

          "Giá gạo tăng 12% trong tháng 3", thông cáo có đoạn.

          Giá gạo ở Vân Sa là 20.000 đồng.
          """, body: ["Giá gạo tăng 12%", "là 20.000 đồng"]),
      ReadingCase(
        text: """
          Một ngày ở cảng

          Cảng Vân Sa mở cửa lúc 5h. Ông Lê Văn Tám nói cảng đón 30 tàu mỗi ngày.

          Theo chân đội cứu hộ Vân Sa

          Đội có 12 người. Đội trưởng Phan Thu Vân cho biết mỗi tháng đội cứu 40 người.

          "Chúng tôi thiếu 3 xuồng", bà Vân nói.
          """, body: ["Theo chân đội", "Đội có 12 người", "thiếu 3 xuồng"]),
      ReadingCase(
        text: """
          Cầu mới ở Vân Sa

          Cầu dài 12 km và có 3 nhịp.

          Nguồn: Bộ Giao thông

          Ông Lê Văn Tám nói cầu sẽ xong vào tháng 5. Người dân rất mừng.

          Xe tải vẫn đi phà.
          """, body: ["Ông Lê Văn Tám nói", "Xe tải vẫn đi phà"]),
      ReadingCase(
        text: """
          Đồn biên phòng rút về phía sau

          Hai bên giữ khoảng cách 30 km.

          Theo AFP, Norland sẽ rút quân.
          """, body: ["Theo AFP, Norland sẽ rút quân"]),
      ReadingCase(
        text: """
          Đồn biên phòng rút về phía sau

          Hai bên giữ khoảng cách 30 km.

          Theo Xinhua, Bắc Kinh không bình luận.
          """, body: ["Bắc Kinh không bình luận"]),
      ReadingCase(
        text: """
          Đồn biên phòng rút về phía sau

          Hai bên giữ khoảng cách 30 km.

          Theo Yonhap, Triều Tiên phóng tên lửa.
          """, body: ["Triều Tiên phóng tên lửa"]),
      ReadingCase(
        text: """
          Đồn biên phòng rút về phía sau

          Hai bên giữ khoảng cách 30 km.

          Theo AFP, Norland tăng thuế
          """, body: ["Norland tăng thuế"]),
      ReadingCase(
        text: """
          Theo dấu đàn sếu

          Đàn sếu về muộn.

          Theo bước kiểm lâm Vân Sa

          Họ đi 12 km mỗi ngày. Ông Tám cho biết rừng rộng 300 ha.
          """, body: ["Theo bước kiểm lâm", "Ông Tám cho biết"]),
      ReadingCase(
        text: """
          Đồn biên phòng rút về phía sau

          Hai bên giữ khoảng cách 30 km.

          Theo AFP, Reuters
          """, agencies: ["AFP", "Reuters"], body: ["khoảng cách 30 km"]),
    ])
  func signOffs(one: ReadingCase) { check(one) }

  @Test(
    "A credit makes a caption of its own sentence, not of the prose before it",
    arguments: [
      ReadingCase(
        text: """
          Tiệm bánh đắt khách

          Tiệm bánh mở cửa từ năm 2019. Bà Lê Thu Hà nói doanh thu tăng 30%. "Chúng tôi bán 500 ổ mỗi ngày", bà Hà nói. Bà Hà trong buổi họp báo sáng 5/3 ở Vân Sa. Ảnh: AFP

          Bà Hà nói thêm tiệm có 20 thợ.
          """, captions: ["Bà Hà trong buổi họp báo sáng 5/3 ở Vân Sa. Ảnh: AFP"],
        body: ["từ năm 2019", "doanh thu tăng 30%", "500 ổ mỗi ngày"]),
      ReadingCase(
        text: """
          Tiệm bánh đắt khách

          Bà Lê Thu Hà (ảnh: AFP) nói doanh thu tăng 30% trong năm nay.
          """, body: ["Bà Lê Thu Hà (ảnh: AFP) nói doanh thu"]),
      ReadingCase(
        text: """
          March in Van Sa

          The police said 300 people had marched in the city on Tuesday.

          People march in Van Sa on Tuesday. Anna Reed/AFP via Getty Images

          A woman waves a flag at the hall. TOM STONE/via REUTERS

          A boy looks on at the march. (AP Photo/Tom Stone)
          """,
        captions: [
          "People march in Van Sa on Tuesday. Anna Reed/AFP via Getty Images",
          "A woman waves a flag at the hall. TOM STONE/via REUTERS",
          "A boy looks on at the march. (AP Photo/Tom Stone)",
        ], body: ["300 people had marched"]),
      ReadingCase(
        text: """
          Người dân Kon Lam ăn mừng

          Hàng nghìn người xuống đường tối qua. Không khí kéo dài đến sáng.

          Ánh Ngọc

          Người dân ăn mừng tại Kon Lam. Nguồn: Guardian.
          Cổ động viên ăn mừng tại quảng trường.
          """, author: "Ánh Ngọc",
        captions: [
          "Người dân ăn mừng tại Kon Lam. Nguồn: Guardian.",
          "Cổ động viên ăn mừng tại quảng trường.",
        ], body: ["Hàng nghìn người"]),
      ReadingCase(
        text: """
          Người dân Kon Lam ăn mừng

          Hàng nghìn người xuống đường .

          Người dân ăn mừng tại Kon Lam .
          Không khí kéo dài đến sáng .
          Ánh Ngọc

          Người dân ăn mừng tại Kon Lam .
          Nguồn : Guardian .

          Cổ động viên ăn mừng tại quảng trường .
          """, author: "Ánh Ngọc",
        captions: [
          "Người dân ăn mừng tại Kon Lam .", "Cổ động viên ăn mừng tại quảng trường .",
        ], body: ["Không khí kéo dài"],
        leftOut: ["Người dân ăn mừng tại Kon Lam .", "Nguồn : Guardian ."]),
    ])
  func captions(one: ReadingCase) { check(one) }

  @Test(
    "A line above the story gives its authors, its agency and its day",
    arguments: [
      (
        "By Abby Goodwin, Thomas Kaplan and Robert Byrd",
        "Abby Goodwin, Thomas Kaplan and Robert Byrd", [], nil
      ),
      ("By Abby Goodwin, Education Correspondent", "Abby Goodwin", [], nil),
      ("By JOHN DOE, Associated Press", "JOHN DOE", ["AP"], nil),
      ("By Anna Reed and Tom Stone, Staff Writers", "Anna Reed and Tom Stone", [], nil),
      ("By Anna Reed | Van Sa Times", "Anna Reed", ["Van Sa Times"], nil),
      ("AFP | Updated: Feb 13, 2020, 13:10 IST", nil, ["AFP"], "2020-02-13"),
      ("Reuters - March 4, 2025 8:15 AM EST", nil, ["Reuters"], "2025-03-04"),
      ("Minh Anh - 12/03/2025 08:30 (GMT+7)", "Minh Anh", [], "2025-03-12"),
      ("2025-03-12T08:30:00+07:00", nil, [], "2025-03-12"),
      ("2025-03-12 08:30:00", nil, [], "2025-03-12"),
      ("Wed, 12 Mar 2025 08:30:00 +0700", nil, [], "2025-03-12"),
      ("Published: 12 March 2025, 10:00 GMT", nil, [], "2025-03-12"),
    ] as [(String, String?, [String], String?)])
  func heads(line: String, author: String?, agencies: [String], date: String?) {
    let text =
      "School opens\n\n\(line)\n\nThe school said that it had 300 pupils and 20 teachers.\n"
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.byline?.author == author)
    #expect(article.agencies == agencies)
    #expect(article.date?.description == date)
    #expect(
      article.body.map(article.text) == ["The school said that it had 300 pupils and 20 teachers."])
  }

  @Test(
    "A last line that says what the authors made names them",
    arguments: [
      ("Bài và ảnh: Minh Anh - Thu Trang", "Minh Anh - Thu Trang"),
      ("Bài, ảnh: Minh Anh", "Minh Anh"), ("Tin, ảnh: Thu Trang", "Thu Trang"),
      ("Tác giả: Thu Trang", "Thu Trang"),
      ("Thực hiện: Minh Anh", "Minh Anh"), ("Ảnh và bài: Thu Trang", "Thu Trang"),
    ])
  func works(line: String, author: String) {
    let text = "Trường mới\n\nTrường cho biết có 300 học sinh. Trường có 20 lớp.\n\n\(line)\n"
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.byline?.author == author)
    #expect(
      article.body.map(article.text).joined()
        == "Trường cho biết có 300 học sinh. Trường có 20 lớp.")
  }

  @Test(
    "What stands before the first dash is a dateline, whoever wrote it",
    arguments: [
      ("(Báo Tin Mới) - ", ["Báo Tin Mới"], nil, nil), ("TMO - ", ["TMO"], nil, nil),
      ("(VTN) – ", ["VTN"], nil, nil),
      ("VÂN SA, 12/3/2025 - ", [], "VÂN SA", "2025-03-12"),
      ("(Vân Sa, 12/3/2025) - ", [], "Vân Sa", "2025-03-12"),
      ("Vân Sa, ngày 12/3/2025 - ", [], "Vân Sa", "2025-03-12"),
      ("Vân Sa (Tạp chí Biển) - ", ["Tạp chí Biển"], "Vân Sa", nil),
      ("Hà Nội (TTXVN 5/1) - ", ["TTXVN"], "Hà Nội", nil),
    ] as [(String, [String], String?, String?)])
  func datelines(head: String, agencies: [String], place: String?, date: String?) {
    let article = ArticleReader.article(
      named: "a", text: "Nổ ở Vân Sa\n\n\(head)Bộ Nội vụ cho biết 12 người chết.\n")
    #expect(article.dateline?.agencies == agencies)
    #expect(article.dateline?.place == place)
    #expect(article.date?.description == date)
    #expect(article.body.map(article.text) == ["Bộ Nội vụ cho biết 12 người chết."])
  }

  @Test(
    "So it is in English",
    arguments: [
      ("Van Sa (Reuters Health) - ", ["Reuters"], "Van Sa", nil),
      ("NEW HARBOR and CLINTON (December 22, 2013) — ", [], "NEW HARBOR and CLINTON", "2013-12-22"),
      ("KENDARI (Indonesia), March 3, 2026 (AFP) - ", ["AFP"], "KENDARI (Indonesia)", "2026-03-03"),
      ("KENDARI, Indonesia, March 4 (Reuters) - ", ["Reuters"], "KENDARI, Indonesia", nil),
      ("(TMN) — ", ["TMN"], nil, nil),
    ] as [(String, [String], String?, String?)])
  func englishDatelines(head: String, agencies: [String], place: String?, date: String?) {
    let article = ArticleReader.article(
      named: "a",
      text: "Blast at the hall\n\n\(head)The interior ministry said that 12 people had died.\n")
    #expect(article.dateline?.agencies == agencies)
    #expect(article.dateline?.place == place)
    #expect(article.date?.description == date)
    #expect(
      article.body.map(article.text) == ["The interior ministry said that 12 people had died."])
  }

  @Test(
    "A dash in a first sentence makes no dateline",
    arguments: [
      "NATO - liên minh quân sự lớn nhất - cho biết sẽ rút quân.",
      "Ông Lê Văn Tám - giám đốc cảng - cho biết có 30 tàu.",
      "Hà Nội - thủ đô của Việt Nam - có 8 triệu dân.",
      "WHO - Tổ chức Y tế Thế giới - cho biết có 12 ca.",
    ])
  func noDateline(sentence: String) {
    let article = ArticleReader.article(named: "a", text: "Tin mới\n\n\(sentence)\n")
    #expect(article.dateline == nil)
    #expect(article.body.map(article.text) == [sentence])
  }

  @Test(
    "The time of an entry is no part of its sentence",
    arguments: ["14:05 ", "14:05 - ", "8h30: ", "08h30 - ", "14:05 | ", "9g15 - "])
  func entryTimes(time: String) {
    let article = ArticleReader.article(
      named: "a", text: "Bão số 3\n\n\(time)Cơ quan khí tượng cho biết gió giật cấp 12.\n")
    #expect(article.body.map(article.text) == ["Cơ quan khí tượng cho biết gió giật cấp 12."])
    #expect(ArticleReader.leftOut(of: article).map(\.cause) == [.entryTime])
  }

  @Test(
    "A year or a count at the head of a paragraph is no time",
    arguments: ["2025 ", "14 ", "3.000 "])
  func noEntryTime(head: String) {
    let article = ArticleReader.article(
      named: "a", text: "Bão số 3\n\n\(head)người dân Vân Sa cho biết gió giật cấp 12.\n")
    #expect(article.body.map(article.text) == ["\(head)người dân Vân Sa cho biết gió giật cấp 12."])
  }
}
