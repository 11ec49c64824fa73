import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// The attributed claims of a text that stand for themselves.
private func told(_ text: String) -> [(claim: Claim, content: String)] {
  let article = ArticleReader.article(named: "a", text: text)
  return ClaimExtractor().claims(in: article)
    .filter { $0.kind != .narrated && $0.inner == nil }
    .map { claim in (claim, claim.content.map(article.text).joined(separator: " … ")) }
}

/// Speaker, or chain, then content, one a line.
private func speakers(_ text: String) -> [String] {
  told(text).map { "\($0.claim.speaker?.name ?? "–") | \($0.content)" }
}

private func chains(_ text: String) -> [String] {
  told(text).map { one in
    one.claim.hops.map(\.name).joined(separator: " → ")
      + (one.claim.anonymity == nil ? "" : " (unnamed)")
  }
}

/// Small stories, each with what it must give.
private typealias Cases = [(story: String, expected: [String])]

/// What a reader of many stories found wrong about who speaks and through whom.
@Suite("Who speaks, and through whom")
struct WhoSpeaksCaseTests {
  @Test(
    "Somebody named behind an office and a body is not unnamed",
    arguments: [
      (
        "Họp\n\nGiám đốc Sở Cứu hoả Phạm Quang Lâm nói với AFP rằng có 3 ca bệnh.",
        ["Phạm Quang Lâm → AFP"]
      ),
      ("Họp\n\nNgười phát ngôn Bộ Ngoại giao Lê Thu Hằng cho hay sẽ họp.", ["Lê Thu Hằng"]),
      ("Họp\n\nChủ tịch Hội đồng EU Donald Tusk nói có 3 nước.", ["Donald Tusk"]),
      (
        "Họp\n\nGiám_đốc Bệnh_viện Vân_Sa Lê_Thị_Hoa cho biết có 3 ca .", ["Lê Thị Hoa"]
      ),
      ("Ferry\n\nA survivor, who gave her name only as Sari, said the boat sank.", ["Sari"]),
      (
        "Ferry\n\n\"It was loud,\" said Anna Bell, 30, who lives nearby.", ["Anna Bell"]
      ),
      ("Họp\n\nMột quan chức cho biết có 3 ca.", ["quan chức (unnamed)"]),
    ] as Cases)
  private func namedBehindOffice(story: String, expected: [String]) {
    #expect(chains(story) == expected)
  }

  @Test(
    "It is the body that spoke in the sentence before, named or described",
    arguments: [
      (
        "Airline\n\nThe airline said 12 flights were cut. It said 3 more would follow. It added "
          + "that 400 passengers were stranded.",
        [
          "The airline | 12 flights were cut", "The airline | 3 more would follow",
          "The airline | 400 passengers were stranded",
        ]
      ),
      (
        "Airline\n\nBlue Sky said 12 flights were cut. The union said 3 strikes were planned. It "
          + "added that 400 workers would join.",
        [
          "Blue Sky | 12 flights were cut", "The union | 3 strikes were planned",
          "The union | 400 workers would join",
        ]
      ),
    ] as Cases)
  private func bodyBefore(story: String, expected: [String]) {
    #expect(speakers(story) == expected)
  }

  @Test(
    "What was said above is said by nobody who would be called so",
    arguments: [
      ("Y tế\n\nNhư trên đã nói, có 3 ca mắc ở Vân Sa.", ["– | có 3 ca mắc ở Vân Sa"]),
      ("Y tế\n\nNhư đã nêu trên, có 3 ca mắc ở Vân Sa.", []),
      ("Y tế\n\nNhư đã đưa tin, có 3 ca mắc ở Vân Sa.", ["– | có 3 ca mắc ở Vân Sa"]),
    ] as Cases)
  private func saidAbove(story: String, expected: [String]) {
    #expect(speakers(story) == expected)
  }

  @Test(
    "Whose lawyer, doctor or mayor somebody is does not make him speak",
    arguments: [
      (
        "Court\n\nThe lawyer for John Moss said he was innocent. The defence rested. Prosecutor Ann "
          + "Vale said Moss had lied.",
        ["The lawyer for John Moss | he was innocent", "Ann Vale | Moss had lied"]
      ),
      (
        "Họp báo\n\nLuật sư của ông Nam nói ông vô tội. Bác sĩ cho biết vết thương sâu.",
        ["Luật sư của ông Nam | ông vô tội", "Bác sĩ | vết thương sâu"]
      ),
      (
        "Court\n\nJudge Ann Vale said the court would sit. The doctor said he was fine.",
        ["Ann Vale | the court would sit", "The doctor | he was fine"]
      ),
      (
        "Phà chìm\n\nThị trưởng thành phố nói 9 người đã chết. Cầu đã đóng. Đường đã đóng. Chợ đã "
          + "đóng. Ga đã đóng. Bà Trần Lan, thị trưởng, thông báo cầu mở lại.",
        ["Thị trưởng thành phố | 9 người đã chết", "Trần Lan | cầu mở lại"]
      ),
      (
        "Bóng đá\n\nHuấn luyện viên Đỗ Văn Minh vắng mặt. Nữ cầu thủ nói: \"Chúng tôi thắng\".",
        ["Nữ cầu thủ | \"Chúng tôi thắng\""]
      ),
    ] as Cases)
  private func somebodyElse(story: String, expected: [String]) {
    #expect(speakers(story) == expected)
  }

  @Test(
    "Who has just spoken by a surname is whom he or she points at",
    arguments: [
      (
        "Minister\n\nTran Thi Mai, the trade minister, said exports rose. Nguyen said he would not "
          + "resign. \"I have done nothing wrong,\" he added.",
        [
          "Tran Thi Mai | exports rose", "Nguyen | he would not resign",
          "Nguyen | \"I have done nothing wrong,\"",
        ]
      ),
      (
        "Wave\n\n\"We saw the wave,\" said Lisa Grant. Brown said she had lost the house. \"I have "
          + "nothing left,\" she added.",
        [
          "Lisa Grant | \"We saw the wave,\"", "Brown | she had lost the house",
          "Brown | \"I have nothing left,\"",
        ]
      ),
      (
        "Fire\n\n\"It was loud,\" said Anna Bell, 30, who lives nearby. Carter said he saw smoke. \"I "
          + "called the police,\" he added.",
        [
          "Anna Bell | \"It was loud,\"", "Carter | he saw smoke",
          "Carter | \"I called the police,\"",
        ]
      ),
      (
        "Mine\n\nPolice said he was hurt. Tom Reed, a miner, said it was dark. \"I ran,\" he added.",
        ["Police | he was hurt", "Tom Reed | it was dark", "Tom Reed | \"I ran,\""]
      ),
    ] as Cases)
  private func surnames(story: String, expected: [String]) {
    #expect(speakers(story) == expected)
  }

  @Test(
    "Two people of one family or given name are two",
    arguments: [
      (
        "Hội\n\nBà Nguyễn Thị Kim Anh nói có mưa. Theo Nguyễn Ngọc Anh, 30 người đã đến.",
        ["Nguyễn Thị Kim Anh | có mưa", "Nguyễn Ngọc Anh | 30 người đã đến"]
      ),
      (
        "Vote\n\nJohn Reed said 3 died. Mary Reed said 4 died. Mr Reed said he was tired. Mrs Reed "
          + "said she was home.",
        [
          "John Reed | 3 died", "Mary Reed | 4 died", "John Reed | he was tired",
          "Mary Reed | she was home",
        ]
      ),
      (
        "Vote\n\nMr John Hale said 3 died. Mrs Hale said 4 died.",
        ["John Hale | 3 died", "Mrs Hale | 4 died"]
      ),
      (
        "Họp\n\nBà Lê Thị Hoa nói có mưa. Bộ trưởng Y tế Lê Hoa nói 5 người chết.",
        ["Lê Thị Hoa | có mưa", "Lê Thị Hoa | 5 người chết"]
      ),
    ] as Cases)
  private func namesakes(story: String, expected: [String]) {
    #expect(speakers(story) == expected)
  }

  @Test(
    "Where two people bear a name, it is in doubt",
    arguments: [
      "Họp\n\nÔng Lê Văn Tám nói có mưa. Ông Nguyễn Văn Tám nói có nắng. Ông Tám nói sẽ chờ.",
      "Họp\n\nÔng Nguyễn Đức Trung nói có mưa. Bà Nguyễn Đức Lan nói có nắng. Theo Nguyễn Đức, 3 "
        + "người đã đi.",
      "Vote\n\nJohn Reed said 3 died. Mary Reed said 4 died. Reed said nobody knew.",
      "Vote\n\nPaul Dunn said 3 died. Peter Dunn said 4 died. Mr Dunn said nobody knew.",
    ])
  func doubt(story: String) throws {
    let last = try #require(told(story).last?.claim.speaker)
    #expect(last.isDoubtful)
    #expect(last.others.count >= 2)
  }

  @Test(
    "A newsroom's noun belongs to its name where a country stands behind it",
    arguments: [
      ("Tin\n\nTheo Thông tấn xã Việt Nam, có 4 ca bệnh.", ["Thông tấn xã Việt Nam"]),
      ("Tin\n\nTheo Thông_tấn_xã Việt_Nam , có 4 ca bệnh .", ["Thông tấn xã Việt Nam"]),
      ("Tin\n\nTheo Đài Truyền hình Việt Nam, có 5 ca bệnh.", ["Đài Truyền hình Việt Nam"]),
      ("Tin\n\nTheo Đài Tiếng nói Việt Nam, có 6 ca bệnh.", ["Đài Tiếng nói Việt Nam"]),
      ("Tin\n\nTheo Thông tấn xã Triều Tiên, có 7 ca bệnh.", ["Thông tấn xã Triều Tiên"]),
      ("Tin\n\nTheo hãng tin AP, có 8 ca bệnh.", ["AP"]),
      ("Tin\n\nTT Trump nói thuế tăng 3%.", ["Trump"]),
      ("Tin\n\nHãng tin TT cho biết có 3 người chết.", ["TT"]),
      ("Tin\n\nĐài khí tượng cho biết có mưa.", ["Đài khí tượng"]),
    ] as Cases)
  private func newsrooms(story: String, expected: [String]) {
    #expect(chains(story) == expected)
  }

  @Test(
    "Weather and star stations are no newsrooms",
    arguments: [
      "Đài khí tượng cho biết có mưa.", "Đài Khí tượng Thủy văn khu vực Bắc cho biết có lũ.",
      "Đài dự báo thời tiết cho biết có gió.", "Đài thiên văn Hòa Lạc cho biết có sao băng.",
      "Đài kiểm soát không lưu nói máy bay mất tích.",
    ])
  func stations(sentence: String) {
    #expect(!told("Mưa\n\n" + sentence).contains { $0.claim.hops.contains { $0.kind.isNewsroom } })
  }

  @Test(
    "The bracket of a short form belongs to the source",
    arguments: [
      (
        "Tin\n\nTheo Thông tấn xã Việt Nam (TTXVN), có 8 ca bệnh.", ["TTXVN | có 8 ca bệnh"]
      ),
      (
        "Tin\n\nTheo Tổ chức Khí tượng Sao Mai (TKS), mưa kéo dài 3 ngày.",
        ["Tổ chức Khí tượng Sao Mai | mưa kéo dài 3 ngày"]
      ),
      (
        "Tin\n\nTheo Thông_tấn_xã Việt_Nam ( TTXVN ) , có 8 ca bệnh .", ["TTXVN | có 8 ca bệnh"]
      ),
    ] as Cases)
  private func brackets(story: String, expected: [String]) {
    #expect(speakers(story) == expected)
  }
}
