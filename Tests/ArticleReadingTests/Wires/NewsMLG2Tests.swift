import ClaimModel
import Testing

@testable import ArticleReading

@Suite("NewsML-G2")
struct NewsMLG2Tests {
  /// An item with these pieces put in.
  static func item(
    attributes: String = #"guid="urn:a:1" version="3" standard="NewsML-G2" standardversion="2.35""#,
    head: String = "", meta: String = "<pubStatus qcode=\"stat:usable\"/>", content: String = "",
    set: String =
      "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>The river rose, the mayor said."
      + "</p><p>Roads are shut.</p></body></html></inlineXML>"
  ) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" \(attributes) xml:lang="en-GB">\(head)
    <rightsInfo><copyrightNotice>(c) A 2024</copyrightNotice></rightsInfo>
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"/>
    <versionCreated>2024-01-05T12:00:00+07:00</versionCreated>
    <firstCreated>2024-01-05T10:00:00+07:00</firstCreated>\(meta)</itemMeta>
    <contentMeta><urgency>4</urgency>\(content)<headline>River rises</headline></contentMeta>
    <contentSet>\(set)</contentSet></newsItem>
    """
  }

  static let hops = """
    <hopHistory><hop seq="2"><party qcode="comp:x"><name>Tin Vân Sa</name></party></hop>
    <hop seq="1"><party qcode="comp:TR"><name>Thomson Reuters</name></party></hop>
    <hop seq="3"><party literal="AP"/></hop></hopHistory>
    """

  @Test("gives the text and all that is said of it")
  func whole() throws {
    let reading = Reading(
      Self.item(
        head: Self.hops,
        content: """
          <contentCreated>2024-01-05T09:00:00+07:00</contentCreated>
          <creator><name>Ann Poe</name></creator><infoSource literal="Kyodo"/>
          <language tag="en"/><dateline>VAN SA, Jan 5 (Reuters)</dateline><by>By Ann Poe</by>
          <description role="drol:summary">Three roads are closed.</description>
          """), named: "a.xml")
    #expect(reading.errors.isEmpty)
    let article = try #require(reading.articles.first)
    #expect(article.name == "a.xml")
    #expect(
      article.text == """
        River rises
        Three roads are closed.
        By Ann Poe
        VAN SA, Jan 5 (Reuters) - The river rose, the mayor said.
        Roads are shut.
        """)
    let origin = try #require(article.origin)
    #expect(origin.agencies == ["Reuters", "Tin Vân Sa", "AP", "Kyodo", "AFP"])
    #expect(origin.authors == ["Ann Poe"])
    #expect(origin.identifier == "urn:a:1")
    #expect(origin.version == "3")
    #expect(origin.published?.description == "2024-01-05T10:00+07:00")
    #expect(origin.updated?.description == "2024-01-05T12:00+07:00")
    #expect(origin.removed == [RemovedText(.legal, words: "(c) A 2024")])
    #expect(origin.notices.isEmpty)
  }

  @Test(
    "says what to do with a story",
    arguments: [
      (#"<pubStatus qcode="stat:canceled"/>"#, [StoryNotice(.kill, words: "pubStatus canceled")]),
      (
        #"<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>"#,
        [StoryNotice(.withheld, words: "pubStatus withheld")]
      ),
      (
        "<embargoed>2031-01-06T05:00:00+07:00</embargoed>",
        [
          StoryNotice(
            .embargo, words: "2031-01-06T05:00:00+07:00",
            until: StoryTime(iso: "2031-01-06T05:00:00+07:00"))
        ]
      ),
      ("<embargoed/>", [StoryNotice(.embargo, words: "embargoed")]),
      (
        #"<edNote>Wrong figure in paragraph 2</edNote><signal qcode="sig:correction"/>"#,
        [StoryNotice(.correction, words: "Wrong figure in paragraph 2")]
      ),
      (#"<signal qcode="sig:update"/>"#, [StoryNotice(.update, words: "signal sig:update")]),
      (#"<signal qcode="sig:atomic"/>"#, []),
    ])
  func notices(_ meta: String, _ notices: [StoryNotice]) {
    let reading = Reading(Self.item(meta: meta))
    #expect(reading.articles.first?.origin?.notices == notices)
  }

  @Test("holds NITF, plain text and HTML as well")
  func contents() {
    let nitf = """
      <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
      <body><body.head><hedline><hl1>River rises</hl1></hedline><byline>By Ann Poe</byline></body.head>
      <body.content><p>The river rose.</p></body.content></body></nitf></inlineXML>
      """
    let cases = [
      (nitf, "River rises\nBy Ann Poe\nThe river rose."),
      ("<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>", "River rises\nOne.\nTwo."),
      (
        "<inlineData contenttype='text/html'>&lt;p&gt;One.&lt;/p&gt;</inlineData>",
        "River rises\nOne."
      ),
      ("<inlineData encoding='encd:base64'>aGVsbG8=</inlineData>", "River rises"),
      ("<remoteContent href='a.jpg'/>", "River rises"),
      (
        "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Jan 5 (Reuters) - The river\n"
          + "rose.\n    Roads are\nshut.\n</p></body></html></inlineXML>",
        "River rises\nJan 5 (Reuters) - The river rose.\nRoads are shut."
      ),
    ]
    for (set, text) in cases {
      #expect(Reading(Self.item(set: set)).articles.map(\.text) == [text], "\(set)")
    }
  }

  @Test("has captions of pictures")
  func pictures() {
    let item = Self.item(
      content:
        "<creditline>AFP</creditline><description role='drol:caption'>A bridge.</description>",
      set: "<remoteContent href='a.jpg'/>"
    ).replacing("ninat:text", with: "ninat:picture")
    let article = Reading(item).articles.first
    #expect(article?.text == "River rises\nA bridge.")
    #expect(article?.captions.map(\.credit) == ["AFP"])
  }

  @Test("has several stories in a message, and tells what else is in it")
  func message() {
    let reading = Reading(
      "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>"
        + Self.item() + "<packageItem/>" + Self.item() + "</itemSet></newsMessage>", named: "m.xml")
    #expect(reading.articles.map(\.name) == ["m.xml#1", "m.xml#2"])
    #expect(reading.told == ["1 packageItem without a story, left out"])
  }

  @Test("takes elements of other namespaces")
  func extensions() {
    let item = Self.item(
      head: "<x:a xmlns:x='urn:x'><x:b/></x:a>", meta: "<x:a xmlns:x='urn:x' y='1'/>")
    #expect(Reading(item).articles.count == 1)
  }

  private static let standard = #"standard="NewsML-G2" standardversion="2.35""#

  @Test(
    "is refused where the schema is not kept, by what is wrong",
    arguments: [
      (item(attributes: standard), "<newsItem>: no attribute guid"),
      (item(attributes: #"guid="a" standardversion="2.35""#), "<newsItem>: no attribute standard"),
      (
        item(attributes: #"guid="a" standard="Mine" standardversion="1""#),
        "<newsItem>: standard=\"Mine\", where NewsML-G2 is expected"
      ),
      (
        item(attributes: #"guid="a" standard="NewsML-G2" standardversion="2.29""#),
        "<newsItem>: no <catalogRef>, which version 2.29 demands"
      ),
      (item(meta: "<status/>"), "<status>: <status> has no place in <itemMeta>"),
      (item(content: "<title/>"), "<title>: <title> has no place in <contentMeta>"),
      (item(head: "<body/>"), "<body>: <body> has no place in <newsItem>"),
      (item(set: ""), nil),
      (
        item().replacing("<urgency>4", with: "<urgency>11"),
        "<urgency>: \"11\" is no urgency from 1 to 9"
      ),
      (
        item().replacing("2024-01-05T12:00:00+07:00", with: "soon"),
        "<versionCreated>: \"soon\" is no date and time"
      ),
      (
        item().replacing("<itemClass qcode=\"ninat:text\"/>", with: ""),
        "<itemMeta>: no <itemClass>"
      ),
      (
        item(
          content:
            "<subject><related><related><related><related/></related></related></related></subject>"
        ),
        "<related>: <related> stands in more than 2 others"
      ),
    ] as [(String, String?)])
  func refused(_ text: String, _ problem: String?) {
    let reading = Reading(text)
    if let problem {
      #expect(reading.problem?.hasSuffix(": " + problem) == true, "\(reading.problem ?? "")")
      #expect(reading.articles.isEmpty)
    } else {
      #expect(reading.errors.isEmpty)
    }
  }

  @Test("is refused by its name where it holds no story")
  func others() {
    for name in ["packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"] {
      let reading = Reading("<\(name) xmlns='http://iptc.org/std/nar/2006-10-01/'/>")
      #expect(reading.problem?.contains("this is a <\(name)>") == true)
      #expect(reading.articles.isEmpty)
    }
  }

  @Test("never crashes, whatever is cut off or changed")
  func mutations() {
    #expect(survives(Self.item(head: Self.hops), as: NewsMLG2Format.self))
  }
}
