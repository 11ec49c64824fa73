import ArticleReading
import ClaimModel
import Testing

@Suite("One story a line")
struct StoryRecordTests {
  private func record(_ line: String) throws(ReadingError) -> StoryRecord {
    let bytes = Array(line.utf8)
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(ReadingError) in
        try StoryRecord(line: bytes, number: 7, input: "-")
      }
    }
    return try result.get()
  }

  @Test("A record has an id and a text, and may have more")
  func fields() throws {
    let line =
      #"{"id":"1","text":"Tin.","title":"T","date":"2024-01-05T10:00:00Z","language":"vi","x":1}"#
    let record = try record(line)
    #expect(record.id == "1" && record.text == "Tin." && record.title == "T")
    #expect(record.unused == ["x"])
    #expect(record.date?.description == "2024-01-05")
    #expect(record.language == .vietnamese)
  }

  @Test(
    "Members are known by the names that crawlers and feeds give them",
    arguments: [
      (#""headline":"T","author":"An","url":"u","date":"2024-01-05","language":"vi""#, [String]()),
      (#""Title":"T","authors":["An"],"link":"u","published_at":"2024-01-05T01:02:03Z""#, []),
      (
        #""title":"T","byline":"An","source_url":"u","datePublished":"2024-01-05 10:00","lang":"vi-VN""#,
        []
      ),
      (
        #""title":" T ","creator":{"name":"An","id":4},"canonical-url":"u","date":"2024-01-05","section":"x""#,
        ["section"]
      ),
      (
        #""title":"T","headline":"H","author":"An","url":"u","pubDate":"2024-01-05","tags":["a"],"n":null"#,
        ["headline", "tags"]
      ),
    ])
  func otherNames(members: String, unused: [String]) throws {
    let record = try record(#"{"id":"1","text":"Tin.","# + members + "}")
    #expect([record.title, record.author, record.url] == ["T", "An", "u"])
    #expect(record.date?.description == "2024-01-05")
    #expect(record.unused == unused)
  }

  @Test("Several authors are one text, and blank members are none")
  func authors() throws {
    let line =
      #"{"id":"1","content":"Tin.","authors":["An",{"name":"Bình"}],"url":" ","title":null}"#
    let record = try record(line)
    #expect([record.title, record.author, record.url] == [nil, "An, Bình", nil])
    #expect(record.text == "Tin." && record.unused.isEmpty)
  }

  static let faults: [(String, ReadingError.RecordFault)] = [
    (#"{"id":"1"}"#, .missing(field: "text")),
    (#"{"text":"Tin."}"#, .missing(field: "id")),
    (
      #"{"id":1.5,"text":"Tin."}"#,
      .wrongType(field: "id", expected: "a string or a whole number")
    ),
    (#"{"id":"1","text":"  "}"#, .emptyText),
    (#"{"id":"1","text":"Tin.","date":"5/1/2024"}"#, .badDate("5/1/2024")),
    (#"{"id":"1","text":"Tin.","language":"fr"}"#, .badLanguage("fr")),
    (#"{"id":"1","text":"Tin.","url":7}"#, .wrongType(field: "url", expected: "a string")),
    (
      #"{"id":"1","text":"Tin.","authors":[7]}"#, .wrongType(field: "authors", expected: "a string")
    ),
    (
      #"{"id":"1","text":"Tin.","headline":["T"]}"#,
      .wrongType(field: "headline", expected: "a string")
    ),
    ("[1]", .notJSON),
  ]

  @Test("A bad record is refused with its line", arguments: faults)
  func fault(line: String, fault: ReadingError.RecordFault) {
    do {
      _ = try record(line)
      Issue.record("read \(line)")
    } catch {
      #expect(error.kind == .record(line: 7, column: nil, fault))
      #expect(error.line == 7)
    }
  }

  @Test("A bad record is known by its id, where it has one")
  func faultyID() {
    #expect(
      throws: ReadingError(
        input: "-", kind: .record(line: 7, column: nil, .missing(field: "text")), record: "n1")
    ) { try record(#"{"id":"n1"}"#) }
  }

  @Test(
    "An id may be a number, as engines write them",
    arguments: [
      ("17", "17"), ("-3", "-3"), ("17.0", "17"), ("9007199254740993", "9007199254740993"),
    ])
  func numbers(_ id: String, _ name: String) throws {
    #expect(try record("{\"id\":\(id),\"text\":\"Tin.\"}").id == name)
  }

  @Test(
    "Broken JSON is told from a record, with the column in characters",
    arguments: [
      (#"{"id":"1","text":"#, nil), (#"{"id":"1","text":"Tin.""#, 24),
      (#"{"id":"Hải","text":"Tin." "url":"u"}"#, 27), (#"{"id":"1","text":"Tin."} x"#, 26),
      (#"{"id":"1","text":"a\qb"}"#, 20), (#"{'id':"1"}"#, 2),
    ])
  func broken(line: String, column: Int?) {
    let column = column ?? line.count + 1
    #expect(
      throws: ReadingError(input: "-", kind: .record(line: 7, column: column, .notJSON))
    ) { try record(line) }
  }

  @Test("Of two members of one name the first one counts")
  func twins() throws {
    let record = try record(#"{"id":"1","text":"Tin.","id":"2","x":{"a":1,"a":[2]},"text":3}"#)
    #expect(record.id == "1" && record.text == "Tin.")
  }
}
