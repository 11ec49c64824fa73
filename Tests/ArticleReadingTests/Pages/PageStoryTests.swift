import ArticleReading
import ClaimModel
import Foundation
import Testing

@Suite("Stories on pages")
struct PageStoryTests {
  @Test("The whole story of a page is found, and nothing else", arguments: PageSample.own)
  func wholeStory(sample: PageSample) throws {
    let reading = PageReading(sample.bytes)
    #expect(reading.errors.isEmpty)
    let article = try #require(reading.articles.first)
    #expect(PageSample.Expected(article) == sample.expected)
  }

  @Test("What is no part of the story is listed with its cause")
  func removed() throws {
    let sample = try #require(PageSample.own.first { $0.name == "paper-vi.html" })
    let removed = PageReading(sample.bytes).articles.first?.origin?.removed ?? []
    let causes = Set(removed.map(\.cause))
    #expect(causes.isSuperset(of: [.related, .comments, .navigation]))
    #expect(removed.count <= 100)
    #expect(removed.allSatisfy { $0.words.unicodeScalars.count <= 120 })
  }

  static let prose =
    "<p>The council voted on Monday to rebuild the old bridge over the river for $4 million.</p>"
    + "<p>Work begins in May and is to end before the winter, the mayor told reporters at noon.</p>"

  @Test(
    "The last lines are kept whatever their markup",
    arguments: [
      "<strong>%</strong>", "<i>%</i>", "<b>%</b>", "<em>%</em>", "<a href='/x'>The</a> %", "%",
    ])
  func lastLine(markup: String) throws {
    let last = markup.replacing("%", with: "bridge of 1931 will stay until then.")
    let page = "<html><h1>Bridge to be rebuilt</h1><div>\(Self.prose)<p>\(last)</p></div></html>"
    let article = try #require(PageReading(page).articles.first)
    #expect(article.text.hasSuffix("bridge of 1931 will stay until then."))
  }

  @Test(
    "Sign-offs at the end give author and agencies",
    arguments: [
      ("<p align=right><b>Lê Minh</b> (Theo AFP, Reuters)</p>", ["Lê Minh"], ["AFP", "Reuters"]),
      ("<p style='text-align:right'>(Theo TTXVN)</p>", [], ["TTXVN"]),
      ("<p class=author>Bài, ảnh: TRẦN QUÝ</p>", ["TRẦN QUÝ"], []),
      ("<p><strong>Thu Hà - Văn Nam</strong></p>", ["Thu Hà", "Văn Nam"], []),
      ("<p class=author>THU HÀ - VĂN NAM <i>(tổng hợp)</i></p>", ["THU HÀ", "VĂN NAM"], []),
      ("<div align=right>Mã Thị Dung - Cục Thủy văn</div>", ["Mã Thị Dung"], []),
    ] as [(String, [String], [String])])
  func signOffs(markup: String, authors: [String], agencies: [String]) throws {
    let page = """
      <html lang=vi><h1>Cầu cũ sẽ được dựng lại</h1><div><p>Hội đồng thị trấn hôm thứ hai bỏ phiếu \
      dựng lại cây cầu cũ qua sông với kinh phí 4 triệu đồng.</p><p>Công việc bắt đầu vào tháng năm \
      và phải xong trước mùa đông, thị trưởng nói với báo chí.</p>\(markup)</div></html>
      """
    let article = try #require(PageReading(page).articles.first)
    #expect(article.origin?.authors == authors)
    #expect(article.agencies == agencies)
  }

  @Test("A link that is never closed makes no links of all behind it")
  func openLinks() throws {
    let page = """
      <html><h1>Bridge to be rebuilt</h1><div><ul><li><a href=/1>Ferry sinks<li><a href=/2>Storm \
      over</ul></div><div>\(Self.prose)</div></html>
      """
    let article = try #require(PageReading(page).articles.first)
    #expect(article.text.hasSuffix("the mayor told reporters at noon."))
    #expect(article.text.split(separator: "\n").count == 3)
  }

  @Test(
    "A list of cards of other stories gives neither captions nor text",
    arguments: [3, 12])
  func cards(count: Int) throws {
    let card = """
      <div class=x><a href=/9><img src=9.jpg></a><h5><a href=/9>Ferry sinks at its dock in Ashby</a>\
      </h5><time>3 hours ago</time><p>Nobody was hurt, and the captain's dog swam ashore at noon, \
      the port said.</p></div>
      """
    let page = """
      <html><body><div><h1>Bridge to be rebuilt</h1><div>\(Self.prose)</div></div><div>\
      \(String(repeating: card, count: count))</div></html>
      """
    let article = try #require(PageReading(page).articles.first)
    #expect(article.captions.isEmpty)
    #expect(article.text.split(separator: "\n").count == 3)
  }

  @Test("Which picture of how many is no caption; one text and its credit belong to a picture")
  func counters() throws {
    let page = """
      <html><h1>Bridge to be rebuilt</h1><div>\(Self.prose)<div class=item><img src=1.jpg>\
      <span>1/2</span><p align=center><i>The old bridge at dawn.</i></p><p align=center>\
      <i>Photo: Ann Poe</i></p></div><p>The council meets again in June.</p></div></html>
      """
    let article = try #require(PageReading(page).articles.first)
    #expect(article.captions.map { article.text($0.span) } == ["The old bridge at dawn."])
    #expect(article.captions.map(\.credit) == ["Ann Poe"])
    #expect(article.text.hasSuffix("The council meets again in June."))
  }

  @Test("A page without text of an article is refused, and what to do is said")
  func noText() {
    for page in [
      "<html></html>", "<!doctype html><body><nav><a href=/>Home</a></nav>",
      "<html><head><script>var a = 1</script></head><body></body></html>",
    ] {
      let reading = PageReading(page)
      #expect(reading.articles.isEmpty)
      #expect(reading.errors.map(\.problem) == ["a web page: no text of an article in it"])
      #expect(reading.errors.allSatisfy { $0.remedy.contains("--as text") })
    }
  }

  @Test("Text between blocks is a paragraph, and what a table throws out is not lost")
  func looseText() throws {
    let page = """
      <html><h1>Bridge to be rebuilt</h1><div id=c>Loose words stand here.\(Self.prose)<table>thrown \
      out of it<tr><td>a cell</td></tr></table>Words behind it</div></html>
      """
    let text = try #require(PageReading(page).articles.first).text
    for words in ["Loose words stand here.", "thrown out of it", "Words behind it"] {
      #expect(text.contains(words))
    }
  }

  @Test("A picture in a noscript of the head does not move metadata out of reach")
  func noscriptInHead() throws {
    let page = """
      <!doctype html><html><head><noscript><img src=x></noscript><meta property="og:title" \
      content="Bridge to be rebuilt"><link rel=canonical href="https://a.example/1"></head><body>\
      <h1>Bridge to be rebuilt</h1>\(Self.prose)</body></html>
      """
    let article = try #require(PageReading(page).articles.first)
    #expect(article.url == "https://a.example/1")
  }

  @Test("One broken block of JSON-LD loses no other one")
  func brokenData() throws {
    let page = """
      <html><script type="application/ld+json">{"@type":"NewsArticle","headline":"a "b" c"}</script>\
      <script type="application/ld+json">{"@graph":[{"@type":["Thing","NewsArticle"],"author":\
      [{"@type":"Person","name":"Ann Poe"}],"datePublished":"2024-01-05T10:00:00+07:00"}]}</script>\
      <h1>Bridge to be rebuilt</h1>\(Self.prose)</html>
      """
    let article = try #require(PageReading(page).articles.first)
    #expect(article.origin?.authors == ["Ann Poe"])
    #expect(article.origin?.published?.description == "2024-01-05T10:00+07:00")
  }
}

@Suite(
  "Pages of the corpus",
  .enabled(
    if: FileManager.default.fileExists(atPath: PageSample.shared.path),
    "needs ../shared/corpus/pages"))
struct PageCorpusTests {
  @Test(
    "Title, day, people, agencies, captions and paragraphs are right",
    arguments: PageSample.samples(in: PageSample.shared))
  func story(sample: PageSample) throws {
    let found = PageSample.Expected(try #require(PageReading(sample.bytes).articles.first))
    let expected = sample.expected
    #expect(found.title == expected.title)
    #expect(found.date?.prefix(10) == expected.date?.prefix(10))
    #expect(
      Set(found.author.map { $0.lowercased() }) == Set(expected.author.map { $0.lowercased() }))
    #expect(Set(found.agencies) == Set(expected.agencies))
    #expect(found.captions == expected.captions)
    #expect(found.body == expected.body)
  }
}
