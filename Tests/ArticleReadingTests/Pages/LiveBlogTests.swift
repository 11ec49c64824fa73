import ArticleReading
import ClaimModel
import Testing

@Suite("Live blogs keep the times of their entries")
struct LiveBlogTests {
  /// Time and first words of each entry.
  static func entries(_ page: String) -> [String] {
    PageReading(page).articles.flatMap { article in
      (article.origin?.entries ?? []).map { entry in
        let text = article.text(entry.span)
        return "\(entry.time?.description ?? "-") \(text.prefix { $0 != "\n" }.prefix(12))"
      }
    }
  }

  static let newest = """
    <p>The wall at Port Alder held when the tide peaked, the coastguard said on Friday evening.</p>\
    <p>“We got away with it,” the harbour master, Denny Prowse, told reporters on the quay.</p>
    """
  static let oldest = """
    <p>Trains between Alder and Marlow are suspended until Saturday, the operator of the line said.</p>
    """

  private func page(
    _ first: String, _ second: String, wrapped: Bool = true, head: String = "", lang: String = "en"
  ) -> String {
    let (open, close) = wrapped ? ("<div class=item>", "</div>") : ("", "")
    return """
      <html lang=\(lang)><head><title>Storm Ines – as it happened</title>\(head)</head><body>\
      <h1>Storm Ines – as it happened</h1><div class=date>9/2/2024 06:01 GMT</div><main>\
      \(open)\(first)\(Self.newest)\(close)\(open)\(second)\(Self.oldest)\(close)</main></body></html>
      """
  }

  @Test(
    "A time is told from the text however a site marks it",
    arguments: [
      (
        "<time datetime='2024-02-09T21:50:00Z'>21.50 GMT</time>",
        "<time datetime='2024-02-09T18:02:00Z'>18.02 GMT</time>", "21:50", "18:02"
      ),
      ("<p>21:50</p>", "<p>18:02</p>", "21:50", "18:02"),
      ("<span class=hour>21h50</span>", "<span class=hour>18h02</span>", "21:50", "18:02"),
      ("<p class=t>9.50pm GMT</p>", "<p class=t>6.02pm GMT</p>", "21:50", "18:02"),
      ("<p class=t>9:50 p.m.</p>", "<p class=t>6:02 p.m.</p>", "21:50", "18:02"),
      ("<span>Cập nhật lúc 21:50</span>", "<span>Cập nhật lúc 18:02</span>", "21:50", "18:02"),
      ("<span>Updated at 21.50 GMT</span>", "<span>Updated at 18.02 GMT</span>", "21:50", "18:02"),
      (
        "<div class=time-live><b class=hour>21h50</b> <i>09/02</i></div>",
        "<div class=time-live><b class=hour>18h02</b> <i>09/02</i></div>", "21:50", "18:02"
      ),
      ("<p class=t>21 giờ 50</p>", "<p class=t>18 giờ 02</p>", "21:50", "18:02"),
      (
        "<time datetime='2024-02-09T21:50:00Z'>2 hours ago</time>",
        "<time datetime='2024-02-09T18:02:00Z'>6 hours ago</time>", "21:50", "18:02"
      ),
    ])
  func kinds(first: String, second: String, newest: String, oldest: String) throws {
    for wrapped in [true, false] {
      let page = page(first, second, wrapped: wrapped)
      #expect(
        Self.entries(page) == [
          "2024-02-09T\(newest)+00:00 The wall at ", "2024-02-09T\(oldest)+00:00 Trains betwe",
        ])
      let text = try #require(PageReading(page).articles.first).text
      #expect(text.split(separator: "\n").count == 4, "\(text)")
    }
  }

  @Test("A time in front of a paragraph goes, and the paragraphs behind it are of its entry")
  func leadingTimes() throws {
    let page = """
      <html lang=vi><head><title>Trực tiếp: Lũ ở Sơn Hạ | Báo Đồng Lũng</title></head><h1>Lũ ở Sơn Hạ\
      </h1><div class=date>17/09/2024 01:20 (GMT+7)</div><div><p><b>01h10:</b> Nước sông Hạ rút 20 cm, \
      đội cứu hộ Sơn Hạ cho biết, và 120 hộ dân đã về nhà.</p><p>Cầu Đá Bạc vẫn cấm xe tải trên 5 tấn, \
      theo ban chỉ huy phòng chống thiên tai.</p><p><b>23h50:</b> Đỉnh lũ qua trạm Hạ Kiều ở mức 7,2 m, \
      đài khí tượng thông báo với báo chí.</p></div></html>
      """
    #expect(
      Self.entries(page) == [
        "2024-09-17T01:10+07:00 Nước sông Hạ", "2024-09-16T23:50+07:00 Đỉnh lũ qua ",
      ])
    let article = try #require(PageReading(page).articles.first)
    #expect(!article.text.contains("01h10") && !article.text.contains("23h50"))
    #expect(
      article.origin?.entries.first.map { article.text($0.span).hasSuffix("thiên tai.") } == true)
  }

  @Test("A day alone stands over the entries of that day, and is part of none")
  func dayHeadings() {
    let page = """
      <html lang=en><title>Valdoria floods – as it happened</title><h1>Valdoria floods</h1>\
      <p class=date>Published 8 March 2024 07:00 GMT</p><div><h2>Saturday 9 March</h2><p>14:05</p>\
      \(Self.newest)<p>08:10</p>\(Self.oldest)<h2>Friday 8 March</h2><p>23:30</p>\(Self.oldest)</div></html>
      """
    #expect(
      Self.entries(page) == [
        "2024-03-09T14:05+00:00 The wall at ", "2024-03-09T08:10+00:00 Trains betwe",
        "2024-03-08T23:30+00:00 Trains betwe",
      ])
  }

  private static let linked = """
    <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry aground off Marlow",\
    "datePublished":"2024-05-03T08:00:00+01:00","liveBlogUpdate":[{"@type":"BlogPosting","headline":\
    "All passengers off","datePublished":"2024-05-04T00:20:00Z","articleBody":"The last of the 212 \
    passengers were taken off the ferry Merle by lifeboat, the coastguard said.\\nNobody was hurt, \
    and the ship lies upright on the sand of the bay."},{"@type":"BlogPosting","headline":"Tug on its \
    way","datePublished":"2024-05-03T21:00:00Z","articleBody":"A tug from Port Alder is expected to \
    reach the ferry today at high water, the company told reporters."}]}</script>
    """

  @Test(
    "Times that only the page's data have are found by headline or text",
    arguments: [
      "<div><h2>All passengers off</h2>%1</div><div><h2>Tug on its way</h2>%2</div>",
      "<div>%1</div><div>%2</div>", "<div id=app></div>",
    ])
  func dataTimes(markup: String) {
    let body =
      markup
      .replacing(
        "%1",
        with: "<p>The last of the 212 passengers were taken off the ferry Merle by lifeboat.</p>"
      )
      .replacing(
        "%2",
        with: "<p>A tug from Port Alder is expected to reach the ferry today at high water.</p>")
    let page = """
      <html lang=en><head><title>Ferry aground off Marlow</title>\(Self.linked)</head><body>\
      <h1>Ferry aground off Marlow</h1><main>\(body)</main></body></html>
      """
    let times = PageReading(page).articles.first?.origin?.entries.map { $0.time?.description }
    #expect(times == ["2024-05-04T01:20+01:00", "2024-05-03T22:00+01:00"])
  }

  @Test("The samples have the entries that a reader sees on them", arguments: ownSamples)
  func samples(name: String, expected: [String]) throws {
    let sample = try #require(PageSample.own.first { $0.name == name })
    #expect(Self.entries(String(decoding: sample.bytes, as: UTF8.self)) == expected)
  }

  private static let ownSamples: [(String, [String])] = [
    ("live.html", ["2024-02-09T21:50+00:00 Harbour wall", "2024-02-09T18:02+00:00 Rail line cl"]),
    (
      "live-oldest-first.html",
      ["2024-06-02T07:05-04:00 Ballot opens", "2024-06-02T12:38-04:00 Turnout pass"]
    ),
    (
      "live-standfirst.html",
      [
        "2024-01-19T13:02+00:00 Northbound b", "2024-01-19T09:15+00:00 All drivers ",
        "2024-01-19T08:00+00:00 Good morning",
      ]
    ),
  ]

  @Test(
    "Other pages have none",
    arguments: PageSample.own.filter { !$0.name.hasPrefix("live") })
  func otherPages(sample: PageSample) {
    #expect(Self.entries(String(decoding: sample.bytes, as: UTF8.self)) == [])
  }

  @Test("A story with a time of its last change, or with counted pictures, is no live blog")
  func noLiveBlog() {
    let page = """
      <html lang=vi><title>Xe khách lật - Báo Sông Hạ</title><h1>Xe khách lật trên đèo Cổng Gió</h1>\
      <div class=date>16/09/2024 05:00</div><div>\(Self.newest)<p>Cập nhật lúc 14:05</p><figure>\
      <img src=a.jpg><figcaption>Hiện trường.</figcaption></figure><p>1/5</p>\(Self.oldest)<p>2/5</p>\
      </div></html>
      """
    #expect(Self.entries(page) == [])
  }
}
