import ClaimModel
import Testing

@testable import ArticleReading

@Suite("ninjs")
struct NinjsTests {
  static let first = #"""
    {"uri": "https://a.example/1", "type": "text", "version": "2", "language": "en",
     "firstcreated": "2024-01-05T10:00:00+07:00", "versioncreated": "2024-01-05T12:00:00+07:00",
     "byline": "By Ann Poe", "headline": "River rises", "copyrightholder": "Reuters",
     "ednote": "Adds figure", "infosource": [{"name": "Kyodo News"}],
     "body_text": "The river rose.", "body_html": "<p>The river rose, the mayor said.</p><p>Roads are shut.</p>",
     "description_text": "Three roads are closed."}
    """#

  static let third = #"""
    {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "urn:a:1", "by": "Ann Poe",
     "headlines": [{"role": "sub", "value": "Roads shut"}, {"role": "main", "value": "River rises"}],
     "bodies": [{"role": "main", "contentType": "text/plain", "value": "The river rose.\nRoads are shut."}],
     "versionCreated": "2024-01-05T12:00:00+07:00", "pubStatus": "withheld",
     "embargoedUntil": "2031-01-06T05:00:00+07:00"}
    """#

  @Test("of all generations is told by its members")
  func recognised() {
    #expect(Reading.form(of: Self.first) == "ninjs")
    #expect(Reading.form(of: Self.third) == "ninjs")
    #expect(Reading.form(of: #"{"uri":"a","text":"b"}"#) == "jsonl")
    #expect(Reading.form(of: #"{"id":"a","text":"b"}"#) == "jsonl")
    #expect(Reading.form(of: #"{"id":"a","text":"b","uri":"c"}"#) == "jsonl")
  }

  @Test("1.x gives the text and all that is said of it")
  func generation1() throws {
    let reading = Reading(Self.first, named: "a.json")
    #expect(reading.errors.isEmpty)
    let article = try #require(reading.articles.first)
    #expect(
      article.text == """
        River rises
        Three roads are closed.
        By Ann Poe
        The river rose, the mayor said.
        Roads are shut.
        """)
    #expect(article.url == "https://a.example/1")
    let origin = try #require(article.origin)
    #expect(origin.agencies == ["Kyodo", "Reuters"])
    #expect(origin.authors == ["Ann Poe"])
    #expect(origin.version == "2")
    #expect(origin.notices == [StoryNotice(.update, words: "Adds figure")])
    #expect(origin.removed == [RemovedText(.deskNote, words: "Adds figure")])
    #expect(origin.updated?.description == "2024-01-05T12:00+07:00")
  }

  @Test("3.x gives the same, and an embargo to come with its end")
  func generation3() throws {
    let article = try #require(Reading(Self.third).articles.first)
    #expect(article.text == "River rises\nAnn Poe\nThe river rose.\nRoads are shut.")
    #expect(
      article.origin?.notices == [
        StoryNotice(.withheld, words: "pubStatus withheld"),
        StoryNotice(
          .embargo, words: "2031-01-06T05:00:00+07:00",
          until: StoryTime(iso: "2031-01-06T05:00:00+07:00")),
      ])
  }

  @Test("of a picture is its caption")
  func picture() {
    let article = Reading(
      #"""
      {"uri":"urn:a","type":"picture","headlines":[{"value":"Bridge"}],"descriptions":
      [{"role":"creditline","value":"AFP"},{"role":"caption","value":"A bridge."}]}
      """#
    ).articles.first
    #expect(article?.text == "Bridge\nA bridge.")
    #expect(article?.captions.map(\.credit) == ["AFP"])
  }

  @Test("in a list is a story each")
  func list() {
    let reading = Reading("[" + Self.first + "," + Self.third + "]", named: "l.json")
    #expect(reading.articles.map(\.name) == ["l.json#1", "l.json#2"])
  }

  @Test(
    "is refused where the schema is not kept, by what is wrong",
    arguments: [
      (
        #"{"uri":"a","headline":"x","colour":"red"}"#,
        "\"colour\" is no member that ninjs has there"
      ),
      (#"{"uri":"a","headline":5}"#, "\"headline\" is not a string"),
      (#"{"headline":"x","versioncreated":"2024"}"#, "it has no \"uri\""),
      (
        #"{"uri":"a","headline":"x","pubstatus":"cancelled"}"#,
        "\"pubstatus\" is not one of usable,withheld,canceled"
      ),
      (#"{"uri":"a","headline":"x","person":"Ann"}"#, "\"person\" is no list"),
      (#"{"uri":"a","headlines":[{"role":"main"}]}"#, "\"headlines[0]\" has no \"value\""),
      (
        #"{"uri":"a","headlines":[{"value":"x"}],"associations":[{"name":"b"}]}"#,
        "\"associations[0]\" has no \"uri\""
      ),
      (
        #"{"uri":"a","headline":"x","associations":{"m":{"uri":"b","c":1}}}"#,
        "\"associations.m.c\" is no member that ninjs has there"
      ),
      (
        #"{"uri":"a","headline":"x","rightsinfo":{"langid":"b"}}"#,
        "\"rightsinfo\" has none of \"linkedrights\" and \"encodedrights\""
      ),
      (
        #"{"standard":{"name":"ninjs","version":"3.1"},"uri":"a","headlines":[{"value":"x"}],"urgency":11}"#,
        "\"urgency\" is not integer 1-9"
      ),
      (
        #"{"uri":"a","headlines":[{"value":"x"}],"places":[{"geojson":{"type":"Foo"}}]}"#,
        "\"places[0].geojson\" is not GeoJSON"
      ),
      (#"{"uri":"a","type":"component","headline":"x"}"#, "no text in it"),
      (#"{"uri":"a"}"#, "no text in it"),
    ])
  func refused(_ text: String, _ problem: String) {
    let reading = Reading(text, as: NinjsFormat.self)
    #expect(reading.problem?.hasSuffix(": " + problem) == true, "\(reading.problem ?? "")")
    #expect(reading.articles.isEmpty)
  }

  @Test("may name a schema that adds to the standard's")
  func extended() {
    let text = #"""
      {"uri":"a","headlines":[{"value":"x"}],"colour":1,
      "standard":{"name":"own","version":"2.1","schema":"https://a.example/schema.json"}}
      """#
    #expect(Reading(text).articles.map(\.text) == ["x"])
  }

  @Test("never crashes, whatever is cut off or changed")
  func mutations() {
    #expect(survives(Self.first, as: NinjsFormat.self))
    #expect(survives(Self.third, as: NinjsFormat.self))
  }
}
