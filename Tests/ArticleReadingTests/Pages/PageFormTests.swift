import ArticleReading
import ClaimModel
import Testing

@Suite("Forms that pages give to one thing")
struct PageFormTests {
  private static let vietnamese = [
    "Sáng 3/4, hơn 200 hộ dân xã Hòa Lạc Trung nhận những chiếc bồn chứa nước đầu tiên của tỉnh.",
    "Bà Lý Thị Sáu, 58 tuổi, cho biết gia đình phải mua nước với giá 90.000 đồng một khối.",
    "Chủ tịch xã Trần Đức Thọ khẳng định số bồn còn lại sẽ được phát trước ngày 20/4.",
  ]
  private static let english = [
    "The first water tanks reached more than 200 households in Ellmoor on Thursday, the town said.",
    "Mary Sexton, 58, said her family had been paying nine pounds a barrel since February.",
    "The board's chairman, Alan Trowe, told residents the rest would arrive by April 20.",
  ]

  private static func page(
    _ language: String, head: String = "", middle: String = "", end: String = "", after: String = ""
  ) -> String {
    let texts = (language == "vi" ? vietnamese : english).map { "<p>\($0)</p>" }
    let title = language == "vi" ? "Nước sạch về Hòa Lạc Trung" : "Water tanks reach Ellmoor"
    return """
      <html lang=\(language)><title>\(title)</title><div class=w><h1>\(title)</h1>\(head)\
      <div class=c>\(texts[0])\(texts[1])\(middle)\(texts[2])\(end)</div>\(after)</div></html>
      """
  }

  private static func story(_ page: String) throws -> PageSample.Expected {
    PageSample.Expected(try #require(PageReading(page).articles.first))
  }

  @Test(
    "A byline in the head gives authors and agencies",
    arguments: [
      ("vi", "<div>Hà Lan • 03/04/2025 10:15</div>", ["Hà Lan"], []),
      ("vi", "<div><i></i>Hà Lan<i></i>03/04/2025 10:15</div>", ["Hà Lan"], []),
      ("vi", "<div>PV Hà Lan | 03/04/2025 10:15</div>", ["Hà Lan"], []),
      ("vi", "<ul><li>Hà Lan</li><li>3/4/2025</li></ul>", ["Hà Lan"], []),
      ("vi", "<p>(Báo Lúa) - 03/04/2025 10:15 - <b>Hà Lan</b></p>", ["Hà Lan"], []),
      ("vi", "<p>3/4/2025</p><p class=byl>Bởi <b>Hà Lan</b> - CTV</p>", ["Hà Lan"], []),
      (
        "en", "<p class=x>By <a href=/by/a>Ann Poe</a> and <i class=last-byline>Ben Roe</i></p>",
        ["Ann Poe", "Ben Roe"], []
      ),
      (
        "en", "<p><b class=byline-prefix>By </b><a href=/by/a>Ann Poe</a> and Ben Roe</p>",
        ["Ann Poe", "Ben Roe"], []
      ),
      ("en", "<div><a href=/author/a>Ann Poe</a><i>Sound engineer</i></div>", ["Ann Poe"], []),
      ("en", "<p>ANN POE<br>Valley Echo staff</p><p>April 3, 2025</p>", ["ANN POE"], []),
      ("en", "<p>Ann Poe<i>Nature correspondent</i></p><p>April 3, 2025</p>", ["Ann Poe"], []),
      ("en", "<address>Ann Poe in Ellmoor</address><p>April 3, 2025</p>", ["Ann Poe"], []),
      ("en", "<p>By ANN POE Associated Press</p>", ["ANN POE"], ["Associated Press"]),
      ("en", "<p>Posted by: Ann Poe on April 3, 2025</p>", ["Ann Poe"], []),
      ("en", "<p>Written by <a>Ann Poe</a> <i>Updated April 3, 2025</i></p>", ["Ann Poe"], []),
      ("en", "<div>Reuters</div><div>April 3, 2025</div>", [], ["Reuters"]),
      ("en", "<div class=source-tags><h4>Topics</h4></div><p>April 3, 2025</p>", [], []),
      ("en", "<div><a href=/world>World News</a></div><p>April 3, 2025</p>", [], []),
    ] as [(String, String, [String], [String])])
  func bylines(language: String, head: String, authors: [String], agencies: [String]) throws {
    let story = try Self.story(Self.page(language, head: head))
    #expect(story.author == authors)
    #expect(story.agencies == agencies)
    #expect(story.body == (language == "vi" ? Self.vietnamese : Self.english))
  }

  @Test(
    "The date near a headline is found whatever stands beside it",
    arguments: [
      "<div><a href=/the-gioi>Thế giới</a></div><div>3/4/2025, 10:15 (GMT+7)</div>",
      "<div><div>3/4/2025, 10:15</div><div><a href=#c><i></i>3</a></div></div>",
      "<div class=x7ad1c1>3/4/2025 10:15</div>",
      "<p>Sau hai tháng chờ đợi, hàng trăm hộ dân vùng hạn mặn đã có bồn chứa nước.</p><div>3/4/2025</div>",
    ])
  func dates(head: String) throws {
    let story = try Self.story(Self.page("vi", head: head))
    #expect(story.date?.hasPrefix("2025-04-03") == true)
    #expect(story.body.suffix(3) == Self.vietnamese[...])
    #expect(story.body.allSatisfy { !$0.contains("2025") })
  }

  @Test(
    "Letters between the digits of a class are no word",
    arguments: ["css-7ad1c1", "x1ad2", "sc-3cmt9", "_9au0"])
  func hashes(name: String) throws {
    let story = try Self.story(
      Self.page("en", middle: "<div class=\(name)><p>The tanks hold 1,000 litres each.</p></div>"))
    #expect(story.body.count == Self.english.count + 1)
  }

  @Test(
    "A byline at the end gives authors and agencies",
    arguments: [
      (
        "<p align=right><i>Theo</i> <b>Hà Lan</b> - AFP, Reuters</p>", ["Hà Lan"],
        ["AFP", "Reuters"]
      ),
      ("<p><b>Phóng viên Hà Lan</b></p>", ["Hà Lan"], []),
      ("<p>Nguồn: <i>Báo Đồng Bằng</i></p>", [], ["Báo Đồng Bằng"]),
      ("<p>HÀ LAN <i>(từ Osterhavn, Norvane)</i></p>", ["HÀ LAN"], []),
      ("<p><b>ThS. Hà Lan</b></p><p>(Giảng viên Đại học Tân Hải)</p>", ["ThS. Hà Lan"], []),
    ] as [(String, [String], [String])])
  func signatures(end: String, authors: [String], agencies: [String]) throws {
    let story = try Self.story(Self.page("vi", end: end))
    #expect(story.author == authors)
    #expect(story.agencies == agencies)
    #expect(story.body == Self.vietnamese)
  }

  private static let picture = "<img src=a.jpg>"

  @Test(
    "A caption is found with its credit",
    arguments: [
      ("<div class=x>%<p>Two men at a well.</p><p>LÊ BA</p></div>", "LÊ BA"),
      ("<div>%<div><i>Two men at a well.</i><b>Lê Ba</b></div></div>", "Lê Ba"),
      (
        "<figure>%<figcaption><b>Two men at a well.</b><u>Ann Poe</u></figcaption></figure>",
        "Ann Poe"
      ),
      (
        "<figure>%<figcaption>Two men at a well. Ann Poe / WXY News</figcaption></figure>",
        "Ann Poe / WXY News"
      ),
      ("<figure>%<figcaption><h2>Two men at a well.</h2></figcaption></figure>", nil),
      ("<figure><p>Reuters</p>%<figcaption>Two men at a well.</figcaption></figure>", "Reuters"),
      ("<p class=y>%</p><p class=y>Two men at a well.</p>", nil),
      (
        "<div><amp-img src=a.jpg></amp-img><p>Two men at a well. Photo: Ann Poe</p></div>",
        "Ann Poe"
      ),
      ("<div><div>%<b>Reuters</b></div><p>Two men at a well.</p></div>", "Reuters"),
      ("<div>%<div><b>2/5</b> Two men at a well.</div></div>", nil),
      ("<div><div role=button>%</div><p>Two men at a well. Photo by Ann Poe</p></div>", "Ann Poe"),
    ] as [(String, String?)])
  func captions(markup: String, credit: String?) throws {
    let middle = markup.replacing("%", with: Self.picture)
    let story = try Self.story(Self.page("en", middle: middle))
    #expect(story.captions == [PageSample.Picture(text: "Two men at a well.", credit: credit)])
    #expect(story.body == Self.english)
  }

  @Test(
    "What stands by a picture is no caption where it names an author or another story",
    arguments: [
      "<div class=author>%<span>Ann Poe</span></div>",
      "<figure>%<figcaption><a href=/film>Ferry sinks at its dock in Ashby</a></figcaption></figure>",
    ])
  func noCaptions(markup: String) throws {
    let middle = markup.replacing("%", with: Self.picture)
    let story = try Self.story(Self.page("en", head: "<p>By Ann Poe</p>", middle: middle))
    #expect(story.captions.isEmpty)
    #expect(story.body == Self.english)
  }

  @Test(
    "What follows a story's links and buttons and is unlike it is no part of it",
    arguments: [
      "<div class=f><p>Help us to improve this site, and tell us what you were looking for today.</p></div>",
      "<div class=k><span>I grew up two streets from there and nobody ever told us about it.</span></div>",
      "<h3>Forum</h3>",
    ])
  func tails(rest: String) throws {
    let share = "<div class=share-bar><a href=/s>Facebook</a> <a href=/t>Twitter</a></div>"
    let story = try Self.story(Self.page("en", end: share + rest))
    #expect(story.body == Self.english)
  }

  @Test(
    "What follows a link and is like the story before it belongs to it",
    arguments: [
      "<p>The tanks hold 1,000 litres each.</p>",
      "<p>In the end they won.</p>",
      "<h3>What is next</h3><p>The tanks hold 1,000 litres each, and the town is to fill them twice a week.</p>",
    ])
  func rests(rest: String) throws {
    let link = "<div class=related><a href=/9>Ferry sinks at its dock in Ashby</a></div>"
    let story = try Self.story(Self.page("en", end: link + rest))
    #expect(story.body.count > Self.english.count)
    #expect(story.body.prefix(3) == Self.english[...])
  }

  @Test(
    "A last sentence that begins like a label is one of the story",
    arguments: [
      ("vi", "Bình luận về việc này, bà Sáu chỉ cười."), ("vi", "Nguồn nước lấy từ hồ Bàu Sen."),
      ("vi", "Liên hệ với các xã khác, ông Thọ cho hay nơi nào cũng thiếu."),
      ("vi", "Tài liệu đính kèm công văn ghi rõ số bồn."),
      ("en", "Comments from the board were brief."), ("en", "In the end they won."),
      ("en", "Share prices did not move."), ("en", "Live wires had fallen on the road."),
    ])
  func sentences(language: String, text: String) throws {
    let story = try Self.story(Self.page(language, end: "<p>\(text)</p>"))
    #expect(story.body.last == text)
  }

  @Test(
    "Short comments below their label are no part of the story",
    arguments: ["Bình luận (3)", "Ý kiến (3)", "Bình luận"])
  func comments(label: String) throws {
    let said = "<div class=k><b>lan97</b><p>Mong cả tỉnh đều có nước sạch như xã này.</p></div>"
    let story = try Self.story(Self.page("vi", end: "<div>\(label)</div>\(said)\(said)"))
    #expect(story.body == Self.vietnamese)
  }

  @Test(
    "Cards that have a class each are a list of other stories",
    arguments: [3, 6])
  func cards(count: Int) throws {
    let names = ["ab", "cd", "ef", "gh", "ij", "kl"]
    let cards = names.prefix(count).map {
      """
      <div class=c\($0)><a href=/\($0)><h4>Ferry sinks at its dock in Ashby</h4></a><p>Here is what \
      the figures show, and what they leave out of the account.</p><span>Ben Roe</span></div>
      """
    }
    let story = try Self.story(
      Self.page("en", after: "<div class=z><div class=q>Latest</div>\(cards.joined())</div>"))
    #expect(story.body == Self.english)
    #expect(story.author.isEmpty)
  }

  @Test(
    "A note by the desk is no last paragraph",
    arguments: [
      "A correction was made on March 5, 2025: An earlier version of this text misstated the year.",
      "When we learn of a mistake, we acknowledge it. If you spot an error, let us know.",
    ])
  func notes(text: String) throws {
    let story = try Self.story(Self.page("en", end: "<p>\(text)</p>"))
    #expect(story.body == Self.english)
  }
}
