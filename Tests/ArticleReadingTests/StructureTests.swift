import ArticleReading
import ClaimModel
import Testing

/// An article's parts as text.
private struct Parts: Equatable {
  var title: String?
  var body: [String]
  var captions: [String] = []
  var credits: [String?] = []
  var author: String?
  var agencies: [String] = []

  init(_ article: Article) {
    title = article.title.map(article.text)
    body = article.body.map(article.text)
    captions = article.captions.map { article.text($0.span) }
    credits = article.captions.map(\.credit)
    author = article.byline?.author
    agencies = article.byline?.agencies ?? []
  }

  init(
    title: String?, body: [String], captions: [String] = [], credits: [String?] = [],
    author: String? = nil, agencies: [String] = []
  ) {
    self.title = title
    self.body = body
    self.captions = captions
    self.credits = credits
    self.author = author
    self.agencies = agencies
  }
}

@Suite("What a story is cut into")
struct StructureTests {
  private func parts(_ text: String) -> Parts {
    Parts(ArticleReader.article(named: "a", text: text))
  }

  @Test("A story in blocks: title, lead, prose, sign-off, captions listed below")
  func blocks() {
    let text = """
      Lũ quét cuốn trôi cầu treo ở miền núi

      Cây cầu bị cuốn trôi trong đêm , ba xã bị cô_lập .

      Cây cầu treo trước trận lũ .
      Chính_quyền cho biết sẽ dựng cầu tạm trong tuần này .
      Khoảng 400 hộ dân phải đi đường vòng .
      Trần_Lam ( Theo AFP , Tân_Hoa_Xã )


      Cây cầu treo trước trận lũ .
      Vị_trí cây cầu .
      Đồ_hoạ : Reuters .
      """
    #expect(
      parts(text)
        == Parts(
          title: "Lũ quét cuốn trôi cầu treo ở miền núi",
          body: [
            "Cây cầu bị cuốn trôi trong đêm , ba xã bị cô_lập .",
            "Chính_quyền cho biết sẽ dựng cầu tạm trong tuần này .",
            "Khoảng 400 hộ dân phải đi đường vòng .",
          ],
          captions: ["Cây cầu treo trước trận lũ .", "Vị_trí cây cầu ."],
          credits: [nil, "Reuters"], author: "Trần Lam", agencies: ["AFP", "Xinhua"]))
  }

  @Test("A story in one line: title glued to the lead, caption and sign-off in the midst")
  func oneLine() {
    let text =
      "Nepal muốn các nước hoãn mùa leo núi Thủ_tướng Nepal cho biết sẽ hoãn mùa leo núi vì "
      + "tuyết lở liên_tiếp ở vùng núi phía bắc . Người leo núi ở trại nền hồi tháng 4 . "
      + "Ảnh : Nepal_Army Quyết_định được đưa ra sau khi hai người mất_tích . "
      + "Trần_Lam ( Theo AFP , Reuters )"
    let expected = Parts(
      title: "Nepal muốn các nước hoãn mùa leo núi",
      body: [
        "Thủ_tướng Nepal cho biết sẽ hoãn mùa leo núi vì tuyết lở liên_tiếp ở vùng núi phía bắc .",
        "Quyết_định được đưa ra sau khi hai người mất_tích .",
      ],
      captions: ["Người leo núi ở trại nền hồi tháng 4 . Ảnh : Nepal_Army"],
      credits: ["Nepal Army"], author: "Trần Lam", agencies: ["AFP", "Reuters"])
    #expect(parts(text) == expected)
    let plain = parts(text.replacing("_", with: " "))
    #expect(
      plain.body.map { $0.replacing(" ", with: "") }
        == expected.body.map { $0.replacing("_", with: "").replacing(" ", with: "") })
    #expect(plain.title == expected.title)
    #expect(plain.credits == expected.credits)
    #expect(plain.author == expected.author)
  }

  static let signOffs: [(String, String?, [String])] = [
    ("Trần_Lam ( Theo AFP , Reuters )", "Trần Lam", ["AFP", "Reuters"]),
    ("Vũ Lam (Theo AFP)", "Vũ Lam", ["AFP"]),
    ("Minh LamTheo AP", "Minh Lam", ["AP"]),
    ("Minh Lam\nTheo Sputnik, The Sun", "Minh Lam", ["Sputnik", "The Sun"]),
    ("Minh Lam\nTổng hợp", "Minh Lam", []),
    ("Theo Reuters", nil, ["Reuters"]),
    ("Theo Bảo Lam\nDân Việt", "Bảo Lam", ["Dân Việt"]),
    ("Trần Lam/VOV.VN", "Trần Lam", ["VOV.VN"]),
    ("TTXVN/Tin tức", nil, ["TTXVN", "Tin tức"]),
    ("N.L", "N.L", []),
    ("TRẦN LAM", "TRẦN LAM", []),
    ("Lam Giang (tổng hợp)", "Lam Giang", []),
    ("(Reporting by Ann Poe; Editing by Jo Roe)", "Ann Poe", []),
    ("© 2024 Agence France-Presse", nil, ["AFP"]),
    ("- AFP", nil, ["AFP"]),
  ]

  @Test("A sign-off gives the author as written and the agencies", arguments: signOffs)
  func signOff(text: String, author: String?, agencies: [String]) {
    let prose = "Cầu đã sập\nCây cầu của xã đã sập trong đêm mưa.\nKhông có ai bị thương.\n"
    let article = ArticleReader.article(named: "a", text: prose + text)
    #expect(article.byline?.author == author)
    #expect(article.byline?.agencies == agencies)
    #expect(article.body.count == 2)
  }

  static let captions: [(String, String?)] = [
    ("Cây cầu sau trận lũ. Ảnh: Reuters.", "Reuters"),
    ("Cây cầu sau trận lũ (Ảnh: Getty).", "Getty"),
    ("Cây cầu sau trận lũ - Ảnh: XUÂN LAM", "XUÂN LAM"),
    ("Cây_cầu sau trận lũ . Ảnh : Xuân_Lam", "Xuân Lam"),
    ("The bridge after the flood (Photo by Ann Poe/AFP)", "Ann Poe/AFP"),
    ("The bridge after the flood. Photo: Ann Poe", "Ann Poe"),
  ]

  @Test("A caption is known by its credit", arguments: captions)
  func caption(line: String, credit: String?) {
    let text = "Cầu đã sập\n\nCây cầu của xã đã sập trong đêm.\n\(line)\nKhông ai bị thương.\n"
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.captions.map { article.text($0.span) } == [line])
    #expect(article.captions.first?.credit == credit)
    #expect(article.body.count == 2)
  }

  static let datelines: [(String, String?, [String], String?)] = [
    ("PARIS (AFP) - The river rose again", "PARIS", ["AFP"], nil),
    ("WASHINGTON, Jan 5, 2024 (Reuters) - The river rose", "WASHINGTON", ["Reuters"], "2024-01-05"),
    ("(AP) — The river rose again on Friday", nil, ["AP"], nil),
    ("Hà Nội (TTXVN 5/1/2024) - Nước sông lại dâng", "Hà Nội", ["TTXVN"], "2024-01-05"),
  ]

  @Test("A dateline is no prose", arguments: datelines)
  func dateline(lead: String, place: String?, agencies: [String], date: String?) {
    let text = "River rises\n\n\(lead), and the people of the town were told to leave.\n"
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.dateline?.place == place)
    #expect(article.dateline?.agencies == agencies)
    #expect(article.date?.description == date)
    #expect(article.body.first.map(article.text)?.contains("(") == false)
  }

  @Test("A date line gives the story's date and is no prose")
  func dateLine() {
    let text = "Nước sông lại dâng\nThứ sáu, 5/1/2024, 10:00 (GMT+7)\nNước sông dâng nửa mét."
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.date?.description == "2024-01-05")
    #expect(article.title.map(article.text) == "Nước sông lại dâng")
    #expect(article.body.map(article.text) == ["Nước sông dâng nửa mét."])
  }

  @Test("A title from elsewhere is marked only where the text starts with it")
  func givenTitle() {
    let text = "Nước_sông lại dâng\nNước sông dâng nửa mét."
    let marked = ArticleReader.article(named: "a", text: text, title: "Nước sông lại dâng")
    #expect(marked.title.map(marked.text) == "Nước_sông lại dâng")
    let other = ArticleReader.article(named: "a", text: text, title: "Tin khác")
    #expect(other.title == nil)
    #expect(other.body.count == 2)
  }

  @Test("Carriage returns change nothing")
  func carriageReturns() {
    let text = "Nước sông lại dâng\n\nNước sông dâng nửa mét.\nLam Giang (Theo AFP)\n"
    #expect(parts(text) == parts(text.replacing("\n", with: "\r\n")))
  }
}
