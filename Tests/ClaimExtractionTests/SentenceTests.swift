import ClaimExtraction
import ClaimModel
import Testing

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "A stop ends a Vietnamese sentence, segmented or plain, set apart or glued",
    arguments: [
      ("Đê đã vỡ. Dân chạy lên đồi.", ["Đê đã vỡ.", "Dân chạy lên đồi."]),
      ("Đê đã vỡ . Dân chạy lên đồi .", ["Đê đã vỡ .", "Dân chạy lên đồi ."]),
      (
        "Họ chống lũ ở VK._Các làng khác thì không .",
        ["Họ chống lũ ở VK.", "Các làng khác thì không ."]
      ),
      (
        "Giá tăng 2.500 đồng, tức 3,5 %. Rồi thôi.",
        ["Giá tăng 2.500 đồng, tức 3,5 %.", "Rồi thôi."]
      ),
      ("Ông ở TP. Vinh đã lâu.", ["Ông ở TP. Vinh đã lâu."]),
      ("PGS.TS. Lê Văn An dự họp.", ["PGS.TS. Lê Văn An dự họp."]),
      ("Xem trang tinlang.vn để biết.", ["Xem trang tinlang.vn để biết."]),
      ("Chờ mãi... Rồi tàu cũng đến.", ["Chờ mãi...", "Rồi tàu cũng đến."]),
      ("\" Nước rút rồi . \" Ông cười .", ["\" Nước rút rồi . \"", "Ông cười ."]),
      ("Ai đã mở cống ? Không ai biết !", ["Ai đã mở cống ?", "Không ai biết !"]),
      ("\" Nước rút rồi . \" , Hoa nói .", ["\" Nước rút rồi . \" , Hoa nói ."]),
      ("Câu đầu\nCâu hai", ["Câu đầu", "Câu hai"]),
    ])
  func vietnamese(text: String, expected: [String]) {
    #expect(sentences(text, .vietnamese) == expected)
  }

  @Test(
    "A stop ends an English sentence, not an abbreviation or an initial",
    arguments: [
      ("The dam broke. They ran.", ["The dam broke.", "They ran."]),
      ("Mr. Hale met Gov. Orr on Monday.", ["Mr. Hale met Gov. Orr on Monday."]),
      ("J. P. Moor runs Moor Inc. in Leeds.", ["J. P. Moor runs Moor Inc. in Leeds."]),
      (
        "He left the U.S. The next day he was back.",
        ["He left the U.S.", "The next day he was back."]
      ),
      ("The U.S. Senate met at 9 a.m. Tuesday.", ["The U.S. Senate met at 9 a.m. Tuesday."]),
      ("It cost $3.5 million. Nobody paid.", ["It cost $3.5 million.", "Nobody paid."]),
      ("“It is over.” She left.", ["“It is over.”", "She left."]),
      ("\"Is it over?\" he asked.", ["\"Is it over?\" he asked."]),
      ("\"Is it over?\" Dana Reed asked.", ["\"Is it over?\" Dana Reed asked."]),
      ("1. Close the dam. 2. Warn the town.", ["1. Close the dam.", "2. Warn the town."]),
      ("He left at 6 P.M. Monday.", ["He left at 6 P.M. Monday."]),
      ("Write to Dana.Reed@song.vn. She reads.", ["Write to Dana.Reed@song.vn.", "She reads."]),
      ("See www.dam.Song.vn today.", ["See www.dam.Song.vn today."]),
      ("Hale et al., 2003, saw it.", ["Hale et al., 2003, saw it."]),
      ("They met (see No. 5). It rained.", ["They met (see No. 5).", "It rained."]),
    ])
  func english(text: String, expected: [String]) {
    #expect(sentences(text, .english) == expected)
  }

  @Test("The title is one sentence, whatever stops stand in it")
  func title() {
    let article = article("Nước lên.", .vietnamese, title: "Đê vỡ. Dân chạy")
    let found = withStory(article) { story in
      story.sentences.map { ($0.region, article.text(story.span($0.tokens))) }
    }
    #expect(found.map(\.1) == ["Đê vỡ. Dân chạy", "Nước lên."])
    #expect(found.map(\.0) == [.title, .body])
  }

  @Test(
    "A line break behind an abbreviation or inside a machine's sentence ends nothing",
    arguments: [
      ("Ông ở TP.\nVinh đã lâu.", ["Ông ở TP.\nVinh đã lâu."]),
      ("Bà V.\nHoa vắng mặt.", ["Bà V.\nHoa vắng mặt."]),
      ("Họ thắng ở Thế vận hội II.\nDân mừng.", ["Họ thắng ở Thế vận hội II.", "Dân mừng."]),
      ("Xe_máy biển_số 12A ,\nmàu xanh , bị giữ .", ["Xe_máy biển_số 12A ,\nmàu xanh , bị giữ ."]),
      ("Đê_điều đã vỡ .\nDân_làng chạy .", ["Đê_điều đã vỡ .", "Dân_làng chạy ."]),
      ("Hướng_đi mới\nDân_làng chạy .", ["Hướng_đi mới", "Dân_làng chạy ."]),
    ])
  func joinedLines(text: String, expected: [String]) {
    #expect(sentences(text, .vietnamese) == expected)
  }

  @Test("Hard-wrapped lines are no sentences")
  func wrapped() {
    let text =
      "The river rose over\nthe lower town and\ncarried off the bridge\nthat the king built. It\nrained on."
    let whole = TextSpan(0, text.utf8.count)
    let article = Article(name: "wrapped", text: text, language: .english, body: [whole])
    #expect(withStory(article) { $0.sentences.count } == 2)
  }
}
