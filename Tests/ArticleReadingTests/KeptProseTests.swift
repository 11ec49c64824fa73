import ArticleReading
import ClaimModel
import Testing

@Suite("Prose is kept, and short text is told")
struct KeptProseTests {
  @Test(
    "A credit behind prose takes the last sentence alone, or nothing of it where somebody speaks",
    arguments: [
      ReadingCase(
        text: """
          Quán cà phê

          Quán mở năm 2018 và có 6 thợ. Bà Trần Hoa nói quán đông. Bà Hoa bên quầy sáng 2/2. Ảnh: Huy

          Bà Hoa nói thêm sẽ mở quán mới.
          """, captions: ["Bà Hoa bên quầy sáng 2/2. Ảnh: Huy"],
        body: ["quán đông", "có 6 thợ"]),
      ReadingCase(
        text: """
          Quán cà phê

          Quán mở năm 2018 . Khách đến từ sáng . Bà_Hoa bên quầy sáng 2/2 . Ảnh : Quang_Huy

          Quán sẽ mở thêm.
          """, captions: ["Bà_Hoa bên quầy sáng 2/2 . Ảnh : Quang_Huy"],
        body: ["Khách đến từ sáng"]),
      ReadingCase(
        text: """
          Cầu mới

          Cầu dài 3 km. Chủ tịch tỉnh Lê Nam nói cầu thông xe ngày 3/4. (Ảnh: TTXVN)

          Cầu có hai làn.
          """, captions: ["(Ảnh: TTXVN)"], body: ["thông xe ngày 3/4"]),
      ReadingCase(
        text: """
          Sales

          The shop opened in 2018. Owner Ann Moss said sales fell 20 percent. (AP Photo/Tom Stone)

          The shop will close.
          """, captions: ["(AP Photo/Tom Stone)"], body: ["sales fell 20 percent"]),
    ])
  func creditBehindProse(_ one: ReadingCase) {
    let article = ArticleReader.article(named: "a", text: one.text)
    #expect(article.captions.map { article.text($0.span) } == one.captions)
    let body = article.body.map(article.text).joined(separator: "\n")
    for words in one.body { #expect(body.contains(words)) }
  }

  @Test(
    "A sentence in which somebody speaks is prose below a line of a source or an author too",
    arguments: [
      "Nguồn: Chi cục Kiểm lâm", "Thu Hà (Theo AFP)", "Theo Chi cục Kiểm lâm",
      "Nguồn: Bộ Công Thương", "Minh Anh",
    ])
  func prose(belowLine line: String) {
    let text =
      "Cháy rừng\n\nRừng cháy suốt ba ngày qua.\n\n\(line)\n\nÔng Lê Nam nói 3 người chết.\n"
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.captions.isEmpty)
    #expect(article.body.map(article.text).contains("Ông Lê Nam nói 3 người chết."))
  }

  @Test(
    "Short Vietnamese with its marks is told as Vietnamese, and no other language is",
    arguments: [
      (
        "Công ty Gió báo lãi\n\nCông ty Gió báo lãi 3 tỷ đồng, theo báo cáo tài chính. Theo "
          + "Bloomberg, Gió sẽ bán nhà máy.", ArticleLanguage.vietnamese
      ),
      ("Sao Mai tăng giá\n\nHãng Sao Mai tăng giá vé 5%, theo thông cáo của hãng.", .vietnamese),
      ("Mưa to\n\nMưa to ở Vân Sa làm ba xã mất điện, theo Sở Y tế.", .vietnamese),
      ("Kärlek och sol\n\nHon sade att de hade gått hem före midnatt.", .unknown),
      ("Vijesti\n\nGrađani su došli na trg, rekao je gradonačelnik.", .unknown),
    ])
  func shortText(text: String, language: ArticleLanguage) {
    #expect(ArticleReader.article(named: "a", text: text).language == language)
  }
}
