import ClaimModel
import Testing

@testable import ArticleReading

@Suite("Atom and JSON feeds")
struct AtomTests {
  static let atom = """
    <?xml version='1.0' encoding='utf-8'?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://a.example/feed/">
    <title>A</title><id>urn:a</id><updated>2024-01-06T00:00:00Z</updated>
    <author><name>The A Desk</name></author>
    <entry><id>urn:a:1</id><title type="html">River &amp;amp; bridge</title>
    <link rel="self" href="/self"/><link href="/1"/>
    <published>2024-01-05T10:00:00+07:00</published><updated>2024-01-06T10:00:00+07:00</updated>
    <author><name>Ann Poe</name></author><category term="n" label="News"/>
    <summary>The bridge is closed.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
      <p>The river rose on Friday, the <em>mayor</em> said.</p>
      <ul><li>Ten houses are empty.</li><li>One road is shut.</li></ul></div></content></entry>
    <entry><id>urn:a:2</id><title>Fares rise</title><link href="https://a.example/2"/>
    <updated>2024-01-06T11:00:00Z</updated>
    <content type="html">&lt;p&gt;Fares rise by 5%.&lt;/p&gt;</content></entry>
    </feed>
    """

  @Test("have a story an entry")
  func atom() throws {
    let reading = Reading(Self.atom, named: "a.atom")
    #expect(reading.errors.isEmpty)
    try #require(reading.articles.map(\.name) == ["a.atom#1", "a.atom#2"])
    let first = reading.articles[0]
    #expect(
      first.text == """
        River & bridge
        The bridge is closed.
        The river rose on Friday, the mayor said.
        Ten houses are empty.
        One road is shut.
        """)
    #expect(first.url == "https://a.example/1")
    #expect(first.origin?.authors == ["Ann Poe"])
    #expect(first.origin?.section == "News")
    #expect(first.origin?.identifier == "urn:a:1")
    #expect(first.origin?.published?.description == "2024-01-05T10:00+07:00")
    #expect(first.origin?.updated?.description == "2024-01-06T10:00+07:00")
    #expect(first.origin?.lead.map { first.text.utf8Slice($0) } == "The bridge is closed.")
    #expect(reading.articles[1].origin?.authors == ["The A Desk"])
  }

  static let json = """
    {"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "title": "A", "language": "en",
     "authors": [{"name": "The A Desk"}],
     "items": [
      {"id": "1", "url": "https://a.example/1", "title": "River rises", "tags": ["News"],
       "content_html": "<p>The river rose.</p><p>Roads are shut, the mayor said.</p>",
       "date_published": "2024-01-05T10:00:00+07:00", "authors": [{"name": "Ann Poe"}]},
      {"id": 2, "content_text": "Fares rise.\\nTickets cost 5% more, the firm said."}]}
    """

  @Test("in JSON have a story an item")
  func jsonFeed() throws {
    #expect(Reading.form(of: Self.json) == "jsonfeed")
    let reading = Reading(Self.json, named: "f.json")
    try #require(reading.articles.map(\.name) == ["f.json#1", "f.json#2"])
    let first = reading.articles[0]
    #expect(first.text == "River rises\nThe river rose.\nRoads are shut, the mayor said.")
    #expect(first.origin?.authors == ["Ann Poe"])
    #expect(first.origin?.published?.description == "2024-01-05T10:00+07:00")
    #expect(reading.articles[1].text == "Fares rise.\nTickets cost 5% more, the firm said.")
    #expect(reading.articles[1].origin?.identifier == "2")
    #expect(reading.articles[1].origin?.authors == ["The A Desk"])
  }

  @Test(
    "that are bad are refused as a whole",
    arguments: [
      ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "an Atom feed, line 1: no <entry> in <feed>"),
      (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title></entry>",
        "an Atom feed, line 1, column 74: the document ends within <feed> of line 1: it is cut off"
      ),
      (
        #"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"A"},3]}"#,
        "a JSON feed, item 2: no object"
      ),
      (
        #"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":5}]}"#,
        "a JSON feed, item 1: \"title\" is no string"
      ),
      (#"{"version":"https://jsonfeed.org/version/1"}"#, "a JSON feed: no list \"items\""),
      (
        #"{"version":"https://jsonfeed.org/version/1","items":[]}"#,
        "a JSON feed: no item in \"items\""
      ),
      (
        #"{"version":"https://jsonfeed.org/version/1","items":[{"id""#,
        "a JSON feed, line 1, column 59: expected ':' after the key, found the end of the text"
      ),
    ])
  func bad(_ text: String, _ problem: String) {
    let reading = Reading(text)
    #expect(reading.problem == problem)
    #expect(reading.articles.isEmpty)
  }

  @Test("never crash, whatever is cut off or changed")
  func mutations() {
    #expect(survives(Self.atom, as: AtomFormat.self))
    #expect(survives(Self.json, as: JSONFeedFormat.self))
  }
}
