import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// Stories in which readers found the wrong name beside a claim, and what they expect.
@Suite("The name beside a claim")
struct SpeakerCaseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var story: String
    /// Of the attributed claims, in text order.
    var speakers: [String]
    var testDescription: String { String(story.split(separator: "\n").last ?? "").prefix(60) + "…" }

    init(_ story: String, _ speakers: String...) {
      self.story = "Tin trong ngày\n\n" + story
      self.speakers = speakers
    }

    init(english story: String, _ speakers: String...) {
      self.story = "News of the day\n\n" + story
      self.speakers = speakers
    }
  }

  /// A syllable that is a country, a capital or a title ends no Vietnamese name.
  static let syllables = [
    Case(
      "Ông Phạm Nhật Vinh cho biết có 12 người. Phó thủ tướng Vũ Đức Đạo yêu cầu làm rõ vụ việc.",
      "Phạm Nhật Vinh", "Vũ Đức Đạo"),
    Case(
      "Ông Nguyễn Đức Chính khẳng định không có ai chết. Bà Nguyễn Thị Kim Anh nói có 2 người chết. "
        + "Thiếu tướng Võ Anh Tuấn, phó giám đốc công an tỉnh, cho biết có 3 người bị thương.",
      "Nguyễn Đức Chính", "Nguyễn Thị Kim Anh", "Võ Anh Tuấn"),
    Case(
      "Ông Trần Đức Lâm nói có 12 nhà. Bà Lê Mỹ Duyên nói có 13 nhà. Cô Đỗ Nga Thúy nói có 14 nhà. "
        + "Ca sĩ Quỳnh Anh nói có 15 nhà. Bà Nguyễn Mỹ Linh nói có 16 nhà.",
      "Trần Đức Lâm", "Lê Mỹ Duyên", "Đỗ Nga Thúy", "Quỳnh Anh", "Nguyễn Mỹ Linh"),
    Case("Ông Hoàng Văn Đức cho biết có 12 nhà.", "Hoàng Văn Đức"),
    Case("Bà Phan Hà Nội nói có 12 nhà.", "Phan Hà Nội"),
    Case(
      "Ông Đoàn Thái Hàn nói có 12 nhà. Ông Hàn nói thêm có 3 người.", "Đoàn Thái Hàn",
      "Đoàn Thái Hàn"),
  ]

  /// Offices, places and brackets around a name are no part of it.
  static let offices = [
    Case("Ông Trần Văn Khải - Giám đốc Sở Y tế Vân Sa - cho biết có 12 ca.", "Trần Văn Khải"),
    Case(
      "Ông Lý Văn Tám, Tổ trưởng tổ dân phố 3, TP. Vinh, tỉnh Nghệ An cho biết có 12 ca.",
      "Lý Văn Tám"),
    Case(
      "Chủ tịch huyện Lê Văn Tám nói đê dài 12 km. Ông Tám nói thêm đê cao 3 m.", "Lê Văn Tám",
      "Lê Văn Tám"),
    Case(
      "Trưởng công an xã Phan Văn Bảy cho biết có 12 người. Bí thư xã Hồ Thị Sáu nói có 13 người. "
        + "Chủ tịch UBND tỉnh Đỗ Minh Hải cho biết có 14 người.", "Phan Văn Bảy", "Hồ Thị Sáu",
      "Đỗ Minh Hải"),
    Case(
      "Cơ quan dự báo khí tượng cho hay có 3 cơn bão. "
        + "Trung tâm cảnh báo sóng thần cho biết không có sóng thần.",
      "Cơ quan dự báo khí tượng", "Trung tâm cảnh báo sóng thần"),
    Case("Hà Nội thông báo đã chọn 6 đơn vị thi công.", "Hà Nội"),
    Case(
      "Trong một dòng trạng thái trên Twitter, người đứng đầu ngành ngoại giao Lào cáo buộc nước "
        + "láng giềng dựng 3 trạm.", "người đứng đầu ngành ngoại giao Lào"),
    Case(
      "Bà Đ.T.H. cho biết đã mất 2 tỷ đồng. Ông Đ.V.N. cho biết đã nhận 1 tỷ đồng.", "Đ.T.H",
      "Đ.V.N"),
    Case("Thị trưởng Houston Mira Kessel nói có 12 nhà.", "Mira Kessel"),
    Case("Luật sư của ông Trần Văn Khải nói có 12 nhà.", "Luật sư của ông Trần Văn Khải"),
  ]

  static let references = [
    Case(
      "Nguyễn Thị Lan nói cầu dài 12 km. Lê Văn Tám nói cầu dài 10 km. Bà cho biết có 3 nhịp. "
        + "Ông cho biết có 4 nhịp.", "Nguyễn Thị Lan", "Lê Văn Tám", "Nguyễn Thị Lan",
      "Lê Văn Tám"),
    Case(
      "Giám đốc Nguyễn Thị Lan nói cầu dài 12 km. Kỹ sư Lê Văn Tám nói cầu dài 10 km. "
        + "Bà cho biết có 3 nhịp. Ông cho biết có 4 nhịp.", "Nguyễn Thị Lan", "Lê Văn Tám",
      "Nguyễn Thị Lan", "Lê Văn Tám"),
    Case(
      "Thứ trưởng Trịnh Thị Hoa đến nơi. Bộ trưởng Mai Văn Hùng cũng lên tiếng. "
        + "Ông nói số tiền là 26 tỷ đồng.", "Mai Văn Hùng"),
    Case(
      english: "Governor Tom Lowe said it was 10 km. Anna Reed, a baker, said the bridge was 12 km "
        + "long. \"It has 3 spans,\" she said.", "Tom Lowe", "Anna Reed", "Anna Reed"),
    Case(
      english: "Dr. Moss said the patient was stable. Meanwhile, the nurse noted that 12 beds were "
        + "free. \"Let us go on with the tests at once,\" she added.", "Moss", "the nurse",
      "the nurse"),
    Case(
      english: "John Miller said on Monday that repairs to the old bridge would take nine months. "
        + "He said the cost had doubled to $4 million. Miller said nobody had been told.",
      "John Miller", "John Miller", "John Miller"),
    Case(
      english: "\"We are safe,\" said Tran Thi Mai, a resident of the port.\n\nMinister Le Van "
        + "Nguyen met the crew. Nguyen said he would not resign. \"I have done nothing wrong,\" he "
        + "added.", "Tran Thi Mai", "Le Van Nguyen", "Le Van Nguyen"),
    Case(
      english: "Last night Mira Kessel said the port would close at noon. Kessel said the ferries "
        + "would stop.", "Mira Kessel", "Mira Kessel"),
    Case(
      english: "Norland's transport minister, Ilya Sorokin, said 25 people had died in the water. "
        + "Sorokin said the search would go on.", "Ilya Sorokin", "Ilya Sorokin"),
    Case(
      english: "Van Sa Shipping analyst Bette Kolm of brokers Deer Lane said that profits would "
        + "fall. Kolm said that it was too early to sell.", "Bette Kolm", "Bette Kolm"),
  ]

  @Test(
    "is whole, and whose a reader would say it is", arguments: syllables + offices + references)
  func speakers(example: Case) {
    let article = ArticleReader.article(named: "case", text: example.story)
    let claims = ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }
    #expect(claims.map { $0.speaker?.name } == example.speakers)
  }

  @Test("is in doubt where several people may be meant, and says who they are")
  func doubt() throws {
    let text =
      "Tin trong ngày\n\nÔng Lê Văn Tám và ông Trần Văn Khải gặp nhau. Ông nói cầu dài 10 km."
    let claims = ClaimExtractor().claims(in: ArticleReader.article(named: "case", text: text))
    let speaker = try #require(claims.last?.speaker)
    #expect(speaker.isDoubtful)
    #expect(speaker.others.last == "Ông")
    #expect(speaker.others.contains { $0.hasPrefix("Trần") || $0.hasPrefix("Lê") })
    #expect(claims.last?.reasons.contains { $0.words == speaker.doubt } == true)
  }

  @Test("is sure where the name stands beside the cue, and has nobody else")
  func sure() throws {
    let text = "Tin trong ngày\n\nÔng Lê Văn Tám nói cầu dài 10 km."
    let claims = ClaimExtractor().claims(in: ArticleReader.article(named: "case", text: text))
    let speaker = try #require(claims.last?.speaker)
    #expect(!speaker.isDoubtful)
    #expect(speaker.confidence > Speaker.sure)
    #expect(speaker.others.isEmpty)
  }

  @Test(
    "A word is of Vietnamese form or not",
    arguments: [
      ("tuan", true), ("nghieng", true), ("gia", true), ("quynh", true), ("y", true),
      ("trump", false), ("abe", false), ("moon", false), ("park", false), ("", false),
      ("johnson", false), ("an", true), ("ch", false),
    ])
  func syllable(letters: String, isOne: Bool) {
    #expect(VietnameseSyllable.isOne(Array(letters.utf8)) == isOne)
  }

  @Test("Every way of finding a speaker has its share of right ones in the list, in both languages")
  func confidence() {
    for language in [Language.vietnamese, Language.english] {
      for way in SpeakerWay.allCases {
        let share = language.titles.confidence[way] ?? -1
        #expect((0...1).contains(share), "\(way)")
      }
    }
  }
}
