import ArticleReading
import ClaimExtraction
import ClaimModel
import Testing

/// The attributed claims of a text: speaker, then content, one a line.
private func told(_ text: String) -> [String] {
  let article = ArticleReader.article(named: "a", text: text)
  return ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }.map { claim in
    let content = claim.content.map(article.text).joined(separator: " … ")
    return "\(claim.speaker?.name ?? "–") | \(content)"
  }
}

/// The story's own statements.
private func narrated(_ text: String) -> [String] {
  let article = ArticleReader.article(named: "a", text: text)
  return ClaimExtractor().claims(in: article).filter { $0.kind == .narrated }.map { claim in
    claim.content.map(article.text).joined(separator: " … ")
  }
}

@Suite("Who speaks where no tagger is asked")
struct ReadingCaseClaimTests {
  @Test(
    "A speaker's name before a colon speaks",
    arguments: [
      (
        """
        Phỏng vấn chuyên gia hạn mặn

        Phóng viên: Thưa ông, mùa khô năm nay ra sao?

        Ông Trần Hữu Phước: Lượng nước giảm 42% so với năm 2022. Tỉnh đã chi 300 tỷ đồng.

        Bà Lê Thu Hà: 1,7 triệu người thiếu nước sạch.
        """,
        [
          "Trần Hữu Phước | Lượng nước giảm 42% so với năm 2022",
          "Trần Hữu Phước | Tỉnh đã chi 300 tỷ đồng", "Lê Thu Hà | 1,7 triệu người thiếu nước sạch",
        ]
      ),
      (
        "Bộ Y tế: 300 ca ngộ độc trong tháng 3\n\nSố ca ngộ độc tăng nhanh.\n",
        ["Bộ Y tế | 300 ca ngộ độc trong tháng 3"]
      ),
      (
        "Reuters: 3 người chết ở Vân Sa\n\nVụ nổ xảy ra tối qua.\n",
        ["Reuters | 3 người chết ở Vân Sa"]
      ),
      (
        "Dams for the province\n\nAnna Reed: \"The province has spent 300 million dollars on dams.\"\n",
        ["Anna Reed | \"The province has spent 300 million dollars on dams.\""]
      ),
      (
        "Dams for the province\n\nThe dams were built in the north.\n\nHARRIS: We will see what comes of it.\n",
        ["HARRIS | We will see what comes of it"]
      ),
      (
        "Cháy chợ Bến Lam\n\n\"Chín ngày cháy không ai tới giúp\" - bà Phan Thu Vân, đầu bếp.\n",
        ["Phan Thu Vân | \"Chín ngày cháy không ai tới giúp\""]
      ),
      (
        "Cháy chợ Bến Lam\n\n- Bà Phan Thu Vân (45 tuổi, ở xã Bãi Dài): \"Tôi mất 2 tỷ đồng\".\n",
        ["Phan Thu Vân | \"Tôi mất 2 tỷ đồng\""]
      ),
      (
        "Mayor Reed: 'We have no money left'\n\nThe mayor spoke to the council on Monday.\n",
        ["Reed | 'We have no money left'"]
      ),
      (
        "Depot to open again\n\nMayor Tom Reed turned to the crowd. \"The depot will reopen.\"\n\nThe crowd cheered and went home in the rain.\n",
        ["– | \"The depot will reopen.\""]
      ),
    ] as [(String, [String])])
  func labels(text: String, expected: [String]) { #expect(told(text) == expected) }

  @Test(
    "A word before a colon that names nobody does not speak",
    arguments: [
      "World Cup: 3 bàn thắng trong một trận\n\nTrận đấu diễn ra tối qua.\n",
      "Bóng đá: Vân Sa thắng lớn\n\nTrận đấu diễn ra tối qua.\n",
      "Storm Ada: 3 killed in Van Sa\n\nThe storm hit the north of the province in the night.\n",
      "Kết quả\n\nBảng A: Vân Sa 3, Bến Lam 2.\n\nThời gian: sáng 5/3.\n",
    ])
  func noLabels(text: String) { #expect(told(text).isEmpty) }

  @Test("An interviewer's question is no claim")
  func questions() {
    let text =
      "Phỏng vấn\n\nPV: Thưa bà, cầu dài bao nhiêu?\n\nBà Lê Thu Hà: Cầu dài 12 km.\n\nPhóng viên Báo Tin Mới: Bao giờ xong?\n"
    #expect(narrated(text) == ["Phỏng vấn"])
    #expect(told(text) == ["Lê Thu Hà | Cầu dài 12 km"])
  }

  @Test(
    "A line with a source leads in the list below it",
    arguments: [
      (
        "Giá xăng tăng\n\nTheo Bộ Tài chính:\n\n- Thuế giảm 2.000 đồng mỗi lít từ 1/5.\n\n- Phí giảm 5%.\n\nNgười dân chờ đợi.\n",
        [
          "Bộ Tài chính | Thuế giảm 2.000 đồng mỗi lít từ 1/5", "Bộ Tài chính | Phí giảm 5%",
        ]
      ),
      (
        "Prices rise in the province\n\nAccording to the ministry:\n\n- Taxes fell by 5 percent in May.\n\nThe people of the city waited for the bus.\n",
        ["the ministry | Taxes fell by 5 percent in May"]
      ),
    ] as [(String, [String])])
  func leadIns(text: String, expected: [String]) { #expect(told(text) == expected) }

  @Test(
    "Sentences end where a letter tells one of a kind, not at initials",
    arguments: [
      ("Đội Vân Sa đứng đầu bảng A. HLV Lê Văn Tám nói đội ghi 12 bàn.", 2),
      ("Nhiệt độ là -5 độ C. Đài khí tượng cho biết trời sẽ ấm lên.", 2),
      ("Quán thu 20tr. Ban tổ chức cho biết có 300 khách.", 2),
      ("Bà Đ.T.H. cho biết đã mất 2 tỷ đồng.", 1), ("Công ty Đ.A.T. cho biết sẽ trả.", 1),
      ("Ông Ng.V.A. khai nhận đã lấy 3 xe.", 1), ("Ông Ph.Đ.T. nói mất xe.", 1),
      ("Ông Tramp (TT. Norland) nói có 12 ca.", 1), ("Bà Hoa (GĐ. Sở Y tế) cho biết có 12 ca.", 1),
      ("Phó CT. UBND tỉnh Lê An nói có 12 ca.", 1), ("Th.S Lan cho biết có 12 ca.", 1),
      ("Ông Tám (sn. 1980) nói mất 2 xe.", 1), ("Cổ phiếu (FPT.HM) tăng 3%.", 1),
      ("Người bệnh bị viêm gan B. Bác sĩ Lê An nói có 12 ca.", 2),
      ("Trận đấu thuộc bảng B. Trọng tài Lê An cho biết có 3 thẻ đỏ.", 2),
      ("Nhà ở lô C. Bà Hoa nói giá tăng.", 2),
    ] as [(String, Int)])
  func splitting(text: String, count: Int) {
    #expect(sentences(text, .vietnamese).count == count)
  }

  @Test(
    "So they do in English",
    arguments: [
      ("The ministry said 300 people had hepatitis B. Reed said the vaccine was gone.", 2),
      ("A dispute that U.S. President Reed called big is over.", 1),
      ("J. K. Rowe said so.", 1), ("Supermarket group J. Sainsbury Plc reported a fall.", 1),
      ("Shares in FPT (FPT.HM) rose 3 percent.", 1), ("Shares in FPT.HM rose.", 1),
      ("The flight left from gate C. Officials said it was late.", 2),
      ("He lacked vitamin D. Doctor Reed said so.", 2),
      ("The rally (it had 300 people. Police counted 200) ended.", 1),
    ] as [(String, Int)])
  func englishSplitting(text: String, count: Int) {
    #expect(sentences(text, .english).count == count)
  }

  @Test(
    "Marks of two kinds part where the speech ends",
    arguments: [
      (
        "“Pupils may not wear boots,\" Mayor Tom Reed said on Monday. Anna Lowe said that the school had 40 pupils. \"We fined 3 of them,” she said.",
        ["“Pupils may not wear boots,\"", "\"We fined 3 of them,”"]
      ),
      ("“He said \"no\" and left,” she said.", ["“He said \"no\" and left,”"]),
      ("“One pair alone,\" he said.", ["“One pair alone,\""]),
      ("\"One pair alone,” he said.", ["\"One pair alone,”"]),
      (
        "\"We left,” he said. She asked: \"Why?\"", ["\"We left,”", "\"Why?\""]
      ),
    ] as [(String, [String])])
  func mixedMarks(text: String, expected: [String]) { #expect(quotations(text) == expected) }

  @Test(
    "A nickname in marks is part of its name",
    arguments: [
      (
        "Fire at the hotel\n\nTom “Lefty” Reed, a cook, said 60 rooms burnt.\n",
        ["Tom “Lefty” Reed | 60 rooms burnt"]
      ),
      (
        "Phim mới\n\nĐại diện hãng phim \"Sông Trăng\" cho biết phim thu 60 tỷ đồng.\n",
        ["Đại diện hãng phim \"Sông Trăng\" | phim thu 60 tỷ đồng"]
      ),
    ] as [(String, [String])])
  func nicknames(text: String, expected: [String]) { #expect(told(text) == expected) }

  @Test(
    "Verbs of telling attribute before a clause",
    arguments: [
      ("Bà Phan Thu Vân khai đã nhận 2 tỷ đồng.", ["Phan Thu Vân | đã nhận 2 tỷ đồng"]),
      ("Công ty Hải Vân nói không xả thải.", ["Công ty Hải Vân | không xả thải"]),
      ("Bà Lê Thu Hà kể đã gặp ông hai lần.", ["Lê Thu Hà | đã gặp ông hai lần"]),
      ("Ông Lê Văn Tám than không có tiền.", ["Lê Văn Tám | không có tiền"]),
      ("Ông Tám (sn. 1980) nói mất 2 xe.", ["Tám | mất 2 xe"]),
    ] as [(String, [String])])
  func telling(text: String, expected: [String]) {
    #expect(told("Tin ngắn\n\n\(text)\n") == expected)
  }

  @Test(
    "A quotation over two paragraphs with a cue before and one behind is one claim",
    arguments: [
      (
        "No money\n\nMayor Tom Reed said: \"We have no money for the bridge.\n\n\"We have no money for the school,\" he added.\n",
        "Tom Reed | \"We have no money for the bridge. … \"We have no money for the school,\""
      ),
      (
        "Hết tiền\n\nÔng Lê Văn Tám nói: \"Chúng tôi không có tiền xây cầu.\n\n\"Chúng tôi không có tiền xây trường\", ông nói thêm.\n",
        "Lê Văn Tám | \"Chúng tôi không có tiền xây cầu. … \"Chúng tôi không có tiền xây trường\""
      ),
    ])
  func framed(text: String, expected: String) { #expect(told(text) == [expected]) }

  @Test(
    "What a speaker says is not cut, lost or told twice",
    arguments: [
      (
        "Storm hits the northern coast\n\nAt least 25 people died when a storm hit the northern coast on Tuesday, rescuers said.\n",
        ["rescuers | At least 25 people died when a storm hit the northern coast on Tuesday"]
      ),
      (
        "Captain held\n\nPolice have detained the captain for questioning, local media reported, citing an unnamed officer.\n",
        ["local media | Police have detained the captain for questioning"]
      ),
      (
        "Revenue rises\n\nRevenue rose 12.5% to 9.7 trillion dong, the company said in a filing to the Ho Chi Minh Stock Exchange.\n",
        ["the company | Revenue rose 12.5% to 9.7 trillion dong"]
      ),
      (
        "Cầu mới\n\nÔng Lê Văn Tám khẳng định trong một tuyên bố rằng cầu dài 12 km.\n",
        ["Lê Văn Tám | cầu dài 12 km"]
      ),
      (
        "Viện trợ\n\nBà Lê Thị Thu cho biết nước này \"đánh giá cao lời đề nghị\", nhưng quyết định từ chối khoản viện trợ 22 triệu USD.\n",
        [
          "Lê Thị Thu | nước này \"đánh giá cao lời đề nghị\", nhưng quyết định từ chối khoản viện trợ 22 triệu USD"
        ]
      ),
      (
        "Con tin\n\nMột con tin cho biết nghi phạm khoảng 20 tuổi, ít nói.\n",
        ["Một con tin | nghi phạm khoảng 20 tuổi, ít nói"]
      ),
      ("Chính sách, chỉ đạo nổi bật\n\nCầu dài 12 km.\n", []),
      (
        "Máy bay rơi\n\n\"Ít nhất 12 người cũng bị thương\", Hồ Văn Sáu, phát ngôn viên lực lượng cứu hộ thành phố Vinh, phía bắc Nghệ An hôm nay cho biết.\n",
        ["Hồ Văn Sáu | \"Ít nhất 12 người cũng bị thương\""]
      ),
    ] as [(String, [String])])
  func whole(text: String, expected: [String]) { #expect(told(text) == expected) }

  @Test("What stands before a speaker's clause is the story's own statement")
  func remainder() {
    let text =
      "Rates rise\n\nThe central bank raised rates by a quarter point on Wednesday, and Governor Le Van Tam said inflation was 4 percent.\n"
    #expect(
      narrated(text).contains("The central bank raised rates by a quarter point on Wednesday"))
  }

  @Test(
    "Vietnamese typed without marks is read by the rules",
    arguments: [
      (
        "My cho biet luc luong nuoc nay tai Iraq da bi tan cong hon 100 lan",
        "My | luc luong nuoc nay tai Iraq da bi tan cong hon 100 lan"
      ),
      (
        "Theo Bo Y te, benh vien da nhan 15 nguoi trong vu chay o tinh.",
        "Bo Y te | benh vien da nhan 15 nguoi trong vu chay o tinh"
      ),
    ])
  func withoutMarks(text: String, expected: String) { #expect(told(text) == [expected]) }
}
