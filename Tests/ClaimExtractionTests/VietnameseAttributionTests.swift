import ClaimExtraction
import ClaimModel
import Testing

@Suite("Attribution in Vietnamese")
struct VietnameseAttributionTests {
  @Test(
    "A cue finds its source and its content",
    arguments: [
      (
        "Bà Lê Thị Hoa hôm 3/2 cho biết đê sẽ được sửa .",
        ["indirect | Bà Lê Thị Hoa | cho biết | đê sẽ được sửa"]
      ),
      (
        "Đê sẽ được sửa , bà Hoa cho biết .",
        ["indirect | bà Hoa | cho biết | Đê sẽ được sửa"]
      ),
      (
        "\" Đê sẽ được sửa \" , bà Hoa nói trong cuộc họp .",
        ["direct | bà Hoa | nói | \" Đê sẽ được sửa \""]
      ),
      (
        "Bà Hoa khẳng định rằng đê \" rất vững \" .",
        ["mixed | Bà Hoa | khẳng định | đê \" rất vững \""]
      ),
      (
        "Theo Đài Sông Lô , nước đã rút .",
        ["indirect | Đài Sông Lô | Theo | nước đã rút"]
      ),
      ("Nước đã rút , theo Đài Sông Lô .", ["indirect | Đài Sông Lô | theo | Nước đã rút"]),
      ("Nhà nước muốn dân chuyển lên đồi .", ["indirect | Nhà nước | muốn | dân chuyển lên đồi"]),
      ("Họ không muốn rời làng .", ["indirect | Họ | không muốn | rời làng"]),
      (
        "Công ty Nước An Khê bị cáo buộc xả lũ .",
        ["indirect |  | bị cáo buộc | Công ty Nước An Khê … xả lũ"]
      ),
      (
        "Hội Cứu hộ Sông Lô , nhóm tình nguyện ở hạ lưu , nhận trách nhiệm vụ mở cống .",
        [
          "indirect | Hội Cứu hộ Sông Lô , nhóm tình nguyện ở hạ lưu | nhận trách nhiệm | vụ mở cống"
        ]
      ),
      (
        "Ông Nam bác bỏ tin đồn và khẳng định đê an toàn .",
        [
          "indirect | Ông Nam | bác bỏ | tin đồn",
          "indirect | Ông Nam | khẳng định | đê an toàn",
        ]
      ),
      (
        "Đài Sông Lô dẫn lời quan chức tỉnh cho biết đê đã vỡ .",
        [
          "indirect | Đài Sông Lô | dẫn lời | quan chức tỉnh cho biết đê đã vỡ",
          "indirect | quan chức tỉnh | cho biết | đê đã vỡ",
        ]
      ),
    ])
  func cues(text: String, expected: [String]) {
    #expect(attributions(text, .vietnamese) == expected)
  }

  @Test(
    "What looks like a cue and is none attributes nothing",
    arguments: [
      "Dân làng theo dõi mực nước suốt đêm .",
      "Những yêu cầu của dân làng còn đó .",
      "Lời kêu gọi của ông được nhiều người nghe .",
      "Theo kế hoạch , cầu mở vào tháng sau .",
    ])
  func noCue(text: String) {
    #expect(attributions(text, .vietnamese) == [])
  }

  @Test("A further quotation without a cue is an attribution of its own")
  func continuation() {
    let text = "\" Nước lên nhanh lắm \" , bà Hoa nói .\n\" Chúng tôi chạy lên đồi cả đêm \" ."
    #expect(
      attributions(text, .vietnamese) == [
        "direct | bà Hoa | nói | \" Nước lên nhanh lắm \"",
        "direct |  |  | \" Chúng tôi chạy lên đồi cả đêm \"",
      ])
  }

  @Test("A content over several lines has one span a line")
  func lines() {
    let text = "\" Nước lên .\nChúng tôi chạy \" , bà Hoa nói ."
    #expect(
      attributions(text, .vietnamese)
        == ["direct | bà Hoa | nói | \" Nước lên . … Chúng tôi chạy \""])
  }

  @Test("Every attribution says why, with the span of its cue")
  func reasons() throws {
    let article = article("Bà Hoa cho biết đê sẽ được sửa .", .vietnamese)
    let claim = try #require(ClaimExtractor().claims(in: article).first)
    let cue = try #require(claim.reasons.first { $0.subject == .cue })
    #expect(cue.span == claim.cue.first)
    #expect(claim.reasons.contains { $0.subject == .source && $0.span == claim.source.first })
  }
}
