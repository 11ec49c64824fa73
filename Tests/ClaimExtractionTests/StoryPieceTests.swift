import ArticleReading
import ClaimExtraction
import ClaimModel
import Testing

@Suite("Lines longer than a piece")
struct StoryPieceTests {
  @Test("A line of hundreds of kilobytes is cut between sentences alone")
  func giantLine() {
    let line = (1...7_000).map { "Bà Mận thấy \($0) ghe ở Vân Sa." }.joined(separator: " ")
    let article = ArticleReader.article(named: "a", text: "Ghe ở Vân Sa\n\n\(line)\n")
    let claims = ClaimExtractor().claims(in: article)
    #expect(claims.count == 7_001)
    let ends = claims.dropFirst().allSatisfy { claim in
      claim.content.map(article.text).joined().hasSuffix("ghe ở Vân Sa")
    }
    #expect(ends)
  }
}
