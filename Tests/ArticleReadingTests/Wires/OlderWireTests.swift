import ClaimModel
import Testing

@testable import ArticleReading

@Suite("NITF, NewsML 1.2 and IPTC 7901")
struct OlderWireTests {
  static let nitf = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.2//EN" "nitf-3-2.dtd">
    <nitf><head><title>River</title><docdata><doc-id id-string="a-1" regsrc="AP"/>
    <date.issue norm="20240105T100000+0700"/><date.release norm="20310106T050000Z"/>
    <du-key key="river" version="2"/><correction info="Wrong figure"/></docdata></head>
    <body><body.head><hedline><hl1>River rises</hl1><hl2>Roads are shut</hl2></hedline>
    <byline>By <person>Ann Poe</person><byttl>Staff Writer</byttl></byline>
    <distributor>The Associated Press</distributor>
    <dateline><location>VAN SA</location></dateline></body.head>
    <body.content><block><p lede="true">The river rose, the <person>mayor</person> said.</p>
    <media media-type="image"><media-reference source="a.jpg" alternate-text="no"/>
    <media-caption><p>A bridge.</p></media-caption><media-producer>AFP</media-producer></media>
    <hl2>What is next</hl2><p>Roads stay shut&nbsp;until Monday.</p>
    <table><tr><td>Friday</td><td>3 m</td></tr></table></block></body.content>
    <body.end><tagline>(Reporting by Joe Roe)</tagline></body.end></body></nitf>
    """

  @Test("NITF tells its parts apart")
  func nitf() throws {
    #expect(Reading.form(of: Self.nitf) == "nitf")
    let article = try #require(Reading(Self.nitf).articles.first)
    #expect(
      article.text == """
        River rises
        Roads are shut
        By Ann Poe, Staff Writer
        VAN SA - The river rose, the mayor said.
        A bridge.
        What is next
        Roads stay shut until Monday.
        Friday | 3 m
        (Reporting by Joe Roe)
        """)
    #expect(article.captions.map(\.credit) == ["AFP"])
    let origin = try #require(article.origin)
    #expect(origin.authors == ["Ann Poe"])
    #expect(origin.agencies == ["AP"])
    #expect(origin.identifier == "a-1")
    #expect(origin.version == "2")
    #expect(origin.published?.description == "2024-01-05T10:00+07:00")
    #expect(origin.notices.map(\.kind) == [.embargo, .correction])
    #expect(origin.notices.first?.until?.description == "2031-01-06T05:00+00:00")
  }

  static let newsML = """
    <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20240105T100000+0700</DateAndTime></NewsEnvelope>
    <NewsItem><Identification><NewsIdentifier><RevisionId>3</RevisionId>
    <PublicIdentifier>urn:a:1:3</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><FirstCreated>20240105T100000+0700</FirstCreated>
    <ThisRevisionCreated>20240105T113000+0700</ThisRevisionCreated><Status FormalName="Canceled"/>
    </NewsManagement><NewsComponent><NewsLines><HeadLine>River rises</HeadLine>
    <ByLine>Ann Poe</ByLine><DateLine>VAN SA, Jan 5 (AFP) -</DateLine></NewsLines>
    <AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
    <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
    <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>
    <p>The river rose, the mayor said.</p><p>Roads are shut.</p></DataContent></ContentItem>
    </NewsComponent>
    <NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent>
    <p>A bridge.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
    """

  @Test("NewsML 1.2 has the text in components")
  func newsML() throws {
    #expect(Reading.form(of: Self.newsML) == "newsml")
    let article = try #require(Reading(Self.newsML).articles.first)
    #expect(
      article.text == """
        River rises
        Ann Poe
        VAN SA, Jan 5 (AFP) - The river rose, the mayor said.
        Roads are shut.
        A bridge.
        """)
    #expect(article.captions.count == 1)
    let origin = try #require(article.origin)
    #expect(origin.agencies == ["AFP"])
    #expect(origin.identifier == "urn:a:1:3")
    #expect(origin.version == "3")
    #expect(origin.updated?.description == "2024-01-05T11:30+07:00")
    #expect(origin.notices == [StoryNotice(.kill, words: "pubStatus canceled")])
  }

  static let message = """
    \u{1}eca0124 3 i 93  dpa 1888\r
    \r
    Norland/flood/\r
    \u{2}EXTRA\r
    (Corrects figure in paragraph 2)\r
    River rises in Van Sa, three\r
    roads are shut =\r
    \r
    Van Sa (dpa) - The river rose on Friday and three roads are shut\r
    in the north, the mayor said.\r
    \r
    Trains run as planned.\r
    \r
    # Notebook\r
    - call the mayor\r
    \r
    dpa grj rmo\r
    \u{3}212101 GMT Nov 18\r
    \u{4}
    """

  @Test("IPTC 7901 parts header, headline, text, notes and date")
  func iptc7901() throws {
    #expect(Reading.form(of: Self.message) == "iptc7901")
    #expect(Reading.form(of: "Police 1 i 93 reports\n") == "text")
    #expect(Reading.form(of: "eca0124 is a code\n") == "text")
    let plain = Self.message.filter { !"\u{1}\u{2}\u{3}\u{4}".contains($0) }
    for text in [Self.message, plain] {
      let article = try #require(Reading(text).articles.first)
      #expect(
        article.text == """
          River rises in Van Sa, three roads are shut
          Van Sa (dpa) - The river rose on Friday and three roads are shut in the north, the mayor said.
          Trains run as planned.
          """)
      #expect(article.origin?.published?.description == "2018-11-21T21:01+00:00")
      #expect(article.origin?.agencies == ["DPA"])
      #expect(article.origin?.section == "i")
      #expect(article.origin?.notices.map(\.kind) == [.correction])
    }
  }

  @Test(
    "that are bad are refused, with what is wrong",
    arguments: [
      ("<nitf><head/></nitf>", "an NITF document, line 1: no <body.content> in <body>"),
      (
        "<nitf><body><body.content><p>A",
        "an NITF document, line 1, column 31: the document ends within <p> of line 1: it is cut off"
      ),
      ("<nitf><body><body.content/></body></nitf>", "an NITF document: no text in it"),
      ("<NewsML/>", "a NewsML document, line 1: no <NewsItem>"),
      (
        "<NewsML>\n<NewsItem/></NewsML>",
        "a NewsML document, line 2: no <Identification> in <NewsItem>"
      ),
      (
        "<NewsML><NewsItem><Identification/><NewsManagement/></NewsItem></NewsML>",
        "a NewsML document: no text in it"
      ),
      (
        "\u{1}eca0124 3 i 93  dpa 1888\r\nA/\r\n",
        "an IPTC 7901 message, line 2: no start of text (STX, byte 02)"
      ),
      (
        "\u{1}eca0124 3 i 93  dpa 1888\r\n\u{2}A =\r\n",
        "an IPTC 7901 message: no end of text (ETX, byte 03): it is cut off"
      ),
    ])
  func bad(_ text: String, _ problem: String) {
    let reading = Reading(text)
    #expect(reading.problem == problem)
    #expect(reading.articles.isEmpty)
  }

  @Test("never crash, whatever is cut off or changed")
  func mutations() {
    #expect(survives(Self.nitf, as: NITFFormat.self))
    #expect(survives(Self.newsML, as: NewsML1Format.self))
    #expect(survives(Self.message, as: IPTC7901Format.self))
  }
}
