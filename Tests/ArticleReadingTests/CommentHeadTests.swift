import ArticleReading
import ClaimModel
import Testing

@Suite("Lines above a story that tell of it")
struct CommentHeadTests {
  private static let body = """
    Cầu gãy ở Kinbu
    Cây cầu dài 40 m gãy hôm qua, cảnh sát Norvane cho biết. Không ai bị thương.
    Công việc dọn dẹp kéo dài ba ngày.
    """

  @Test(
    "are no part of it, and may say its day",
    arguments: [
      ("# doc_id = news_1\n# url = https://a.example/1\n# date = 20210427\n", "2021-04-27"),
      ("# date=2021-04-27\n", "2021-04-27"),
      ("# date = 2021-04-27T10:00\n", "2021-04-27"),
      ("# url = https://a.example/1\n", nil),
      ("# date = hôm qua\n", nil),
    ])
  func members(head: String, day: String?) {
    let plain = ArticleReader.article(named: "a", text: Self.body)
    let article = ArticleReader.article(named: "a", text: head + Self.body)
    #expect(article.date.map { "\($0)" } == day)
    #expect(article.title.map(article.text) == plain.title.map(plain.text))
    #expect(article.body.map(article.text) == plain.body.map(plain.text))
    let left = ArticleReader.leftOut(of: article).map { article.text($0.span) }
    #expect(left.contains { $0.hasPrefix("#") })
  }

  @Test(
    "are told from headings and hash tags",
    arguments: ["# Cầu gãy ở Kinbu\n", "#kinbu #cau\n", "# 2 + 2 = 4, ông nói\n"])
  func others(line: String) {
    let article = ArticleReader.article(named: "a", text: line + Self.body)
    #expect(!ArticleReader.leftOut(of: article).contains { article.text($0.span).contains("=") })
  }
}
