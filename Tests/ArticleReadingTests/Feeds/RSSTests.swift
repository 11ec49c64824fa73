import ClaimModel
import Testing

@testable import ArticleReading

@Suite("RSS feeds")
struct RSSTests {
  static let feed = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- made by hand -->
    <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
      xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Tin Vân Sa</title><link>https://tin.example</link><language>vi-vn</language>
    <item>
      <media:content url="a.jpg"><media:description>Cây cầu sau lũ</media:description>
        <media:credit>TTXVN</media:credit></media:content>
      <title>Cầu Vân Sa hỏng &amp;amp; cấm xe</title>
      <link>https://tin.example/cau.html</link><guid isPermaLink="false">tin-1</guid>
      <pubDate>Fri, 05 Jan 2024 10:00:00 GMT+7</pubDate>
      <author>an@tin.example (An)</author><category>Thời sự</category>
      <itunes:summary>không phải tóm tắt</itunes:summary>
      <description><![CDATA[<a href="https://tin.example/cau.html"><img src="a.jpg" ></a></br>Mưa lớn làm
        hỏng cầu Vân Sa, chủ tịch xã cho biết.<br/>Xe phải đi đường vòng.]]></description>
    </item>
    <item>
      <title>Giá vé tăng</title><guid>https://tin.example/gia-ve</guid>
      <dc:creator>Bình</dc:creator><dc:date>2024-01-06T08:30:00+07:00</dc:date>
      <description>Giá vé tăng 5%. [&amp;#8230;]</description>
      <content:encoded>&lt;p&gt;Giá vé tăng 5%, sở cho biết.&lt;/p&gt;&lt;p&gt;Vé tháng vẫn giữ giá 200.000 đồng.&lt;/p&gt;</content:encoded>
    </item>
    <item><guid>trống</guid></item>
    </channel></rss>
    """

  @Test("are told by their first element, whatever stands before it")
  func recognised() {
    #expect(Reading.form(of: Self.feed) == "rss")
    #expect(Reading.form(of: "\u{FEFF}\n<rss version='0.91'/>") == "rss")
    #expect(
      Reading.form(
        of: "<!DOCTYPE rss [<!ENTITY a 'b'>]><rdf:RDF "
          + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
          + "xmlns='http://purl.org/rss/1.0/'>") == "rss")
    #expect(Reading.form(of: "<rssi>") == "text")
    #expect(Reading.form(of: "<3 RSS is what she likes, she said.") == "text")
    #expect(Reading.form(of: "rss feeds are old, the editor said.") == "text")
  }

  @Test("have a story an item, with all that is said of it")
  func stories() throws {
    let reading = Reading(Self.feed, named: "feed.xml")
    #expect(reading.errors.isEmpty)
    #expect(reading.told == ["1 item without text, left out"])
    try #require(reading.articles.count == 2)
    let (first, second) = (reading.articles[0], reading.articles[1])
    #expect(first.name == "feed.xml#1")
    #expect(
      first.text == """
        Cầu Vân Sa hỏng & cấm xe
        Mưa lớn làm hỏng cầu Vân Sa, chủ tịch xã cho biết.
        Xe phải đi đường vòng.
        Cây cầu sau lũ
        """)
    #expect(first.url == "https://tin.example/cau.html")
    #expect(first.language == .vietnamese)
    #expect(first.captions.map(\.credit) == ["TTXVN"])
    #expect(first.origin?.authors == ["An"])
    #expect(first.origin?.identifier == "tin-1")
    #expect(first.origin?.section == "Thời sự")
    #expect(first.origin?.published?.description == "2024-01-05T10:00+07:00")
    #expect(first.date == CalendarDay(year: 2024, month: 1, day: 5))
    #expect(
      second.text == """
        Giá vé tăng
        Giá vé tăng 5%, sở cho biết.
        Vé tháng vẫn giữ giá 200.000 đồng.
        """)
    #expect(second.url == "https://tin.example/gia-ve")
    #expect(second.origin?.authors == ["Bình"])
    #expect(second.origin?.published?.description == "2024-01-06T08:30+07:00")
    #expect(second.origin?.lead == nil)
  }

  @Test("of version 1.0 have their items beside the channel")
  func rdf() {
    let reading = Reading(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://a.example/"><title>A</title><dc:language>en</dc:language></channel>
      <item rdf:about="https://a.example/1"><title>River rises</title><link>https://a.example/1</link>
      <description>The river rose, the mayor said.</description><dc:creator>Ann Poe</dc:creator></item>
      </rdf:RDF>
      """)
    #expect(reading.articles.map(\.text) == ["River rises\nThe river rose, the mayor said."])
    #expect(reading.articles.first?.origin?.identifier == "https://a.example/1")
    #expect(reading.articles.first?.language == .english)
  }

  @Test(
    "that are bad are refused as a whole, with place and what is wrong",
    arguments: [
      (
        "<rss><channel><item><title>A</title></item><item><title>B",
        "an RSS feed, line 1, column 58: the document ends within <title> of line 1: it is cut off"
      ),
      ("<rss version='2.0'></rss>", "an RSS feed, line 1: no <channel> in <rss>"),
      (
        "<rss><channel>\n<title>A</title></channel></rss>",
        "an RSS feed, line 1: no <item> in <channel>"
      ),
      ("<rss><channel><item/></channel></rss>", "an RSS feed: no text in it"),
      (
        "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'>]><rss/>",
        "an RSS feed, line 1, column 27: &a; is declared to stand for more than a few characters"
      ),
      (
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss/>",
        "an RSS feed, line 1, column 54: &a; is declared as another file, which is not read"
      ),
      (
        "<rss>" + String(repeating: "<a>", count: 300),
        "an RSS feed, line 1, column 603: elements are more than 200 deep"
      ),
    ])
  func bad(_ text: String, _ problem: String) {
    let reading = Reading(text)
    #expect(reading.problem == problem)
    #expect(reading.articles.isEmpty)
  }

  @Test("never crash, whatever is cut off or changed")
  func mutations() {
    #expect(survives(Self.feed, as: RSSFormat.self))
  }
}
