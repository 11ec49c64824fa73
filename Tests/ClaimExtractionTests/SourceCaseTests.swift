import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// What a reader of forty stories found wrong beside claims, as small stories.
@Suite("Words around a name")
struct SourceCaseTests {
  typealias Case = SpeakerCaseTests.Case

  /// A name behind these words is not the one who speaks.
  static let others = [
    Case("Con trai bà Hale cho biết mẹ anh mất ngày 5/3.", "Con trai bà Hale"),
    Case("Cha mẹ Tom Reed nói con họ 12 tuổi.", "Cha mẹ Tom Reed"),
    Case("Cháu Lê Văn Tám cho biết có 12 bạn.", "Lê Văn Tám"),
    Case("Phát ngôn viên Anna Reed cho biết có 12 tàu.", "Anna Reed"),
    Case("Đại diện Sao Mai Air nói hãng có 12 tàu bay.", "Đại diện Sao Mai Air"),
    Case(
      "Nhân chứng tại căn cứ La Carda kể có 3 tiếng nổ.", "Nhân chứng tại căn cứ La Carda"),
    Case("CEO Sao Mai - Lê Văn Tám - viết rằng hãng sẽ mua 3 tàu.", "Lê Văn Tám"),
    Case("Luật sư của ông Trần Văn Khải nói có 12 nhà.", "Luật sư của ông Trần Văn Khải"),
    Case(
      english: "Robert Hale, director of Tamart's relations, said it had 30 stores.", "Robert Hale"),
  ]

  /// The name itself may stand behind "named", beside another one, or behind a document.
  static let names = [
    Case("Một hành khách tên Pyotr Orlov cho biết máy bay rung 2 lần.", "Pyotr Orlov"),
    Case("Fred và Cindy Hale nói họ mất 3 ngày.", "Fred và Cindy Hale"),
    Case(
      "Phó tư lệnh hải quân Lê Văn Bằng và người đồng cấp Norland Alexander Vitkov cho biết có 12 "
        + "tàu.", "Lê Văn Bằng và Alexander Vitkov"),
    Case("Theo số liệu do Sở Y tế Vân Sa công bố, có 12 ca bệnh mới.", "Sở Y tế Vân Sa"),
    Case(
      "Cảng vụ Vân Sa, Hải quan Vân Sa và Biên phòng Vân Sa cho biết có 12 tàu.",
      "Cảng vụ Vân Sa, Hải quan Vân Sa và Biên phòng Vân Sa"),
    Case("Tổng thống Hàn Moon Jae-in cho biết có 3 điểm chung.", "Moon Jae-in"),
    Case(
      english: "\"We found 12 farms,\" said interviewer Xie Fangli. \"There are 30,\" Xie said.",
      "Xie Fangli", "Xie Fangli"),
    Case(
      english: "Tamart Corp. said Monday it had 12 stores. Tamart said the sale took 3 months.",
      "Tamart Corp", "Tamart Corp"),
  ]

  /// Adverbs, times and the words of another clause are no part of a source.
  static let clauses = [
    Case("Hải Thành trong khi đó cũng nhiều lần tuyên bố sẽ xây 3 cầu.", "Hải Thành"),
    Case(
      "Mạng xã hội này có trên 100 triệu thành viên và Durov cho rằng con số sẽ tăng gấp 2.",
      "Durov"),
    Case(english: "Vaclav Reed however said that 3 trains would stay.", "Vaclav Reed"),
    Case(english: "Sears on Oct. 28 said it had 12 stores.", "Sears"),
  ]

  /// Who a description, a headline's word or a pronoun in a quotation means.
  static let references = [
    Case(
      "Thợ lặn người Đan Mạch Erik Holm cho biết có 3 người. Thợ lặn Đan Mạch nói thêm nước sâu "
        + "12 m.", "Erik Holm", "Erik Holm"),
    Case(
      "Tổng thống Hàn Moon Jae-in cho biết có 3 điểm chung. Tổng thống Hàn Quốc cho biết đàm phán "
        + "Mỹ - Triều có 12 vòng.", "Moon Jae-in", "Moon Jae-in"),
  ]

  /// Two people bear one name; a place before a title bears no office; a verb's own words go.
  static let namesakes = [
    Case(
      "Ông Kim Jong-nam chết ngày 13/2. Kim In Ryong, phó đại sứ Triều Tiên, cho biết có 2 chất. "
        + "Ông Kim nói thêm có 3 người.", "Kim In Ryong", "Kim In Ryong"),
    Case(
      english: "Peter Lee said 12 ships had sunk. Martin Lee said 30 had not. Lee said the port "
        + "would open at noon.", "Peter Lee", "Martin Lee", "Martin Lee"),
    Case(
      "Tổng thống Mỹ Tom Hale cho biết có 12 tàu. Tại căn cứ MacDill, Tampa, Florida, tổng thống "
        + "tuyên bố sẽ mua 3 tàu.", "Tom Hale", "Tom Hale"),
    Case("Hải Thành không lâu sau đó thông báo sẽ xây 3 cầu.", "Hải Thành"),
    Case("Thay vào đó, ông Lê Văn Tám kêu gọi người dân trồng 12 cây.", "Lê Văn Tám"),
  ]

  @Test(
    "do not make the one named the one who speaks, or hide the one who does",
    arguments: others + names + clauses + references + namesakes)
  func speakers(example: Case) {
    let article = ArticleReader.article(named: "a", text: example.story)
    let claims = ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }
    #expect(claims.map { $0.speaker?.name } == example.speakers)
  }

  @Test("in a headline mean the first to speak below it")
  func headline() {
    let article = ArticleReader.article(
      named: "a",
      text: """
        Thợ lặn Đan Mạch kể có 3 người kẹt trong hầm

        Anna Reed kể lại rằng có 3 người kẹt trong hầm.

        "Chúng tôi mất 12 giờ", Reed nói.
        """)
    let claims = ClaimExtractor().claims(in: article).filter { $0.kind != .narrated }
    #expect(Set(claims.map { $0.speaker?.name }) == ["Anna Reed"])
    #expect(claims.first?.speaker?.isDoubtful == true)
  }

  @Test("that a passive puts beside what somebody is accused of are not who says it")
  func passive() {
    let article = ArticleReader.article(
      named: "a",
      text: "Tin trong ngày\n\nÔng Lê Văn Tám bị cáo buộc đã lấy 12 tỷ đồng của công ty Sao Mai.\n")
    let claims = ClaimExtractor().claims(in: article)
    #expect(claims.allSatisfy { $0.speaker?.name != "Lê Văn Tám" })
  }
}
