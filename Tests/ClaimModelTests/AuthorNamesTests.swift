import Testing

@testable import ClaimModel

@Suite("The authors of a story")
struct AuthorNamesTests {
  @Test(
    "are told apart where a byline joins them",
    arguments: [
      ("An Nguyên - Bình Minh", ["An Nguyên", "Bình Minh"]),
      ("Thu Hà, Bình Minh và Lê An", ["Thu Hà", "Bình Minh", "Lê An"]),
      ("Ann Lee and Bob Ray", ["Ann Lee", "Bob Ray"]),
      ("Ann Lee, Bob Ray & J. K. Moss", ["Ann Lee", "Bob Ray", "J. K. Moss"]),
      ("THU HÀ – LÊ AN", ["THU HÀ", "LÊ AN"]),
    ])
  func several(author: String, names: [String]) {
    #expect(Article(name: "a", text: "", givenAuthor: author).authors == names)
  }

  @Test(
    "stay one where a part is no name, and where a hyphen is within one",
    arguments: ["Ann Lee, staff writer", "Jean-Marie Poe", "T.Tuyền", "Lê An - 24h", "Ban Thời sự"])
  func one(author: String) {
    #expect(Article(name: "a", text: "", givenAuthor: author).authors == [author])
  }

  @Test("are those of its form where that lists them, and nobody where none is named")
  func listed() {
    var article = Article(
      name: "a", text: "", byline: Byline(span: TextSpan(0, 0), author: "A Lee and B Ray"))
    #expect(article.authors == ["A Lee", "B Ray"])
    article.origin = StoryOrigin(form: "html", authors: ["The A and B Desk"])
    #expect(article.authors == ["The A and B Desk"])
    #expect(Article(name: "a", text: "").authors.isEmpty)
  }
}
