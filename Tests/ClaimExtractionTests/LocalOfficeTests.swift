import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// Speaker and content of the claims of a text that stand for themselves, one a line.
private func told(_ text: String) -> [String] {
  let article = ArticleReader.article(named: "a", text: text)
  return ClaimExtractor().claims(in: article)
    .filter { $0.kind != .narrated && $0.inner == nil }
    .map { "\($0.speaker?.name ?? "–") | \($0.content.map(article.text).joined(separator: " "))" }
}

@Suite("Who speaks for an office, by a label, by initials")
struct LocalOfficeTests {
  @Test(
    "A place that no list has is no person behind a body of a place",
    arguments: [
      ("Nguồn tin từ Công an Phú Lộc", "Nguồn tin từ Công an Phú Lộc"),
      ("Lãnh đạo UBND Bến Mây", "Lãnh đạo UBND Bến Mây"),
      ("Phó giám đốc Sở Y tế Bãi Dài", "Phó giám đốc Sở Y tế Bãi Dài"),
      ("Phó giám đốc Sở Y tế Bãi Dài Tạ Bền", "Tạ Bền"),
      ("Trưởng Công an Phú Lộc, đại tá Lê Bền,", "Lê Bền"),
      ("Đồn phó Đồn Biên phòng Cửa Lân, trung tá Ngô Duy Mạnh,", "Ngô Duy Mạnh"),
      ("Giám đốc Sở Y tế Lê Nga", "Lê Nga"),
      ("Phát ngôn viên Bộ Ngoại giao Hoa Xuân Oánh", "Hoa Xuân Oánh"),
      ("Bộ trưởng Quốc phòng Tia Ban", "Tia Ban"),
    ])
  func places(source: String, speaker: String) {
    #expect(told("Ngộ độc\n\n\(source) cho hay có 3 ca.") == ["\(speaker) | có 3 ca"])
  }

  @Test("Initials that end in a stop tell what happened as names do")
  func initials() {
    let text = "Lừa đảo\n\nBà Đ.K.L. khai đã chuyển 3 tỷ đồng. Chị M.L. kể đã trả 2 tỷ đồng."
    #expect(told(text) == ["Đ.K.L | đã chuyển 3 tỷ đồng", "M.L | đã trả 2 tỷ đồng"])
  }

  @Test("A pronoun means who is told to be of its gender before who may be")
  func genders() {
    let text =
      "Họp báo\n\nBộ trưởng Mai Thị Nga đến trường. Thứ trưởng Lê Nhật Đức cũng dự. Bà nói học phí "
      + "tăng 9%."
    #expect(told(text) == ["Mai Thị Nga | học phí tăng 9%"])
  }

  @Test(
    "What somebody speaks in says nothing a second time",
    arguments: ["một thông cáo", "một báo cáo", "một tuyên bố", "cuộc phỏng vấn với đài"])
  func media(medium: String) {
    #expect(
      told("Họp\n\nÔng Voss cảnh báo trong \(medium) rằng 4 đập sắp vỡ.")
        == ["Voss | 4 đập sắp vỡ"])
  }

  @Test(
    "A quotation behind an office, or behind a word that is a name elsewhere, is theirs",
    arguments: [
      ("The mayor: \"We shall see.\"", ["The mayor | \"We shall see.\""]),
      (
        "Calder: \"We are full.\" The smoke came near Calder in the night.",
        ["Calder | \"We are full.\""]
      ),
    ])
  func labels(line: String, expected: [String]) {
    #expect(told("Hospital talk\n\n\(line)\n\nThe beds are not there yet.") == expected)
  }

  @Test("A verb at the head of what a label introduces makes nobody else speak")
  func imperatives() {
    let text =
      "Họp\n\nĐB Tạ Quang Mỹ (Hải Trung): Đề nghị dừng 3 dự án.\n\nBà Hà Thu Nga: Yêu cầu vào cuộc."
    #expect(told(text) == ["Tạ Quang Mỹ | Đề nghị dừng 3 dự án", "Hà Thu Nga | Yêu cầu vào cuộc"])
  }

  @Test(
    "Words behind a name before a colon tell how somebody speaks, and are no part of the name",
    arguments: [
      ("Ông Lê Văn Kèo (bản Xốp, xã Lưu Kiền) bức xúc", "Lê Văn Kèo"),
      ("Bà Đỗ Thị Nhài ngậm ngùi", "Đỗ Thị Nhài"), ("Đại sứ Danny Dale lên tiếng", "Danny Dale"),
      ("Ông Lê Văn Kèo (bản Xốp)", "Lê Văn Kèo"),
    ])
  func mannersOfSpeaking(head: String, speaker: String) {
    #expect(
      told("Lũ\n\n\(head): \"Nước lên nhanh quá\".") == ["\(speaker) | \"Nước lên nhanh quá\""])
  }

  @Test("Who is addressed before a comma is not who speaks behind it")
  func addressees() {
    let text =
      "Họp báo\n\nGiám đốc Phạm Thu Hạnh nói có 3 ca. Trả lời câu hỏi của phóng viên, bà Hạnh khẳng "
      + "định sẽ họp."
    #expect(told(text) == ["Phạm Thu Hạnh | có 3 ca", "Phạm Thu Hạnh | sẽ họp"])
  }

  @Test(
    "What is reckoned says nothing",
    arguments: [
      "Thiệt hại ước tính khoảng 210 tỷ đồng.", "Doanh thu dự kiến đạt 3 tỷ đồng.",
      "Damage was estimated at 3 million dollars in the town.",
    ])
  func sums(sentence: String) {
    #expect(told("Tin\n\n\(sentence)").allSatisfy { $0.hasPrefix("–") })
  }

  @Test("Who reckons does")
  func reckoners() {
    #expect(
      told("Tin\n\nBộ Tài chính ước tính khoảng 3 tỷ đồng thất thoát.")
        == ["Bộ Tài chính | khoảng 3 tỷ đồng thất thoát"])
  }

  @Test(
    "A name with what tells of its bearer behind it is nobody named before",
    arguments: ["Bà Mai bán vé số gần đó", "Bà Mai ở nhà đối diện", "Bà Mai sống sau đó"])
  func described(source: String) {
    #expect(told("Xóm\n\nÔng Tư nói có 3 nhà. \(source) nói có 4 nhà.").last == "Mai | có 4 nhà")
  }

  @Test(
    "A country's short name opens the name of an artist, and stands before a name",
    arguments: [
      ("Đạo diễn Việt Tú nói có 3 vai.", "Việt Tú"),
      ("Ca sĩ Trung Quân nói có 3 vai.", "Trung Quân"),
      ("Tổng thống Hàn Moon Jae-in nói có 3 vai.", "Moon Jae-in"),
    ])
  func shortCountries(sentence: String, speaker: String) {
    #expect(told("Phim\n\n\(sentence)") == ["\(speaker) | có 3 vai"])
  }

  @Test("Two sides are both of them, and not who spoke last")
  func sides() {
    let text =
      "Hội đàm\n\nTổng thống Lan Whitmore nói sẽ giúp. Hai bên nhất trí nâng kim ngạch lên 9 tỷ USD."
    #expect(told(text).last == "Hai bên | nâng kim ngạch lên 9 tỷ USD")
  }
}
