import ClaimExtraction
import ClaimModel
import Testing

/// What stands at the edges of a claim: signs of numbers, and figures beside the claim.
@Suite struct NumberEdgeTests {
  @Test(
    "A content that begins with a number begins with its sign",
    arguments: [
      (
        ArticleLanguage.english,
        "Officials said $40 million had been taken from the vault and that nobody was hurt.",
        "$40 million had been taken from the vault and that nobody was hurt"
      ),
      (
        ArticleLanguage.english, "The ministry announced €9 million for the guards.",
        "€9 million for the guards"
      ),
      (
        ArticleLanguage.english, "Officials said US$7 million had gone from the vault.",
        "US$7 million had gone from the vault"
      ),
      (
        ArticleLanguage.english, "The weather office said -5 C was the lowest of the night.",
        "-5 C was the lowest of the night"
      ),
      (
        ArticleLanguage.english, "The school said #5 was the best room of all.",
        "#5 was the best room of all"
      ),
      (
        ArticleLanguage.english, "The mayor said €3.2 billion would be spent on roads.",
        "€3.2 billion would be spent on roads"
      ),
      (
        ArticleLanguage.english, "The union said £250 a week was not enough to live on.",
        "£250 a week was not enough to live on"
      ),
      (
        ArticleLanguage.english, "Analysts said HK$12 a share was a fair price for the firm.",
        "HK$12 a share was a fair price for the firm"
      ),
      (
        ArticleLanguage.english, "The bank said -$3 million was the result for the year.",
        "-$3 million was the result for the year"
      ),
      (
        ArticleLanguage.english, "The station said +4 C was the warmest reading of the month.",
        "+4 C was the warmest reading of the month"
      ),
      (
        ArticleLanguage.vietnamese, "Bộ Y tế cho biết €5 triệu đã được chuyển cho các bệnh viện.",
        "€5 triệu đã được chuyển cho các bệnh viện"
      ),
      (
        ArticleLanguage.vietnamese, "Đài khí tượng cho biết -2 độ C là mức thấp nhất trong đêm.",
        "-2 độ C là mức thấp nhất trong đêm"
      ),
    ])
  func contents(language: ArticleLanguage, text: String, expected: String) {
    #expect(contents(text, language).attributed == [expected])
  }

  @Test(
    "A figure that a source tells in passing is the story's own claim",
    arguments: [
      (
        ArticleLanguage.english,
        "Norland Post, which last week bought 15 percent of Blue Mail, said it would wait.",
        "15 percent"
      ),
      (
        .vietnamese, "Bà Phan Thu Vân, chủ của 12 tiệm bánh ở Vân Sa, cho biết giá đã tăng.",
        "12 tiệm bánh"
      ),
    ])
  func figuresOfSources(language: ArticleLanguage, text: String, figure: String) {
    #expect(contents(text, language).narrated.contains { $0.contains(figure) })
  }

  @Test("A source that is counted gives no claim of its own")
  func countedSources() {
    let text = "Three analysts said the price would fall."
    #expect(contents(text, .english).narrated == [])
  }

  private func contents(_ text: String, _ language: ArticleLanguage)
    -> (attributed: [String], narrated: [String])
  {
    let body = [TextSpan(0, text.utf8.count)]
    let article = Article(name: "test", text: text, language: language, body: body)
    let claims = ClaimExtractor().claims(in: article)
    let words = { (claim: Claim) in claim.content.map(article.text).joined(separator: " … ") }
    return (
      claims.filter { $0.kind != .narrated }.map(words),
      claims.filter { $0.kind == .narrated }.map(words)
    )
  }
}
