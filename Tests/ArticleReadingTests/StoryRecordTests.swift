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
    #expect(record.date?.description == "2024-01-05")
    #expect(record.language == .vietnamese)
  }

  static let faults: [(String, ReadingError.RecordFault)] = [
    (#"{"id":"1"}"#, .missing(field: "text")),
    (#"{"text":"Tin."}"#, .missing(field: "id")),
    (#"{"id":1,"text":"Tin."}"#, .wrongType(field: "id", expected: "a string")),
    (#"{"id":"1","text":"  "}"#, .emptyText),
    (#"{"id":"1","text":"Tin.","date":"5/1/2024"}"#, .badDate("5/1/2024")),
    (#"{"id":"1","text":"Tin.","language":"fr"}"#, .badLanguage("fr")),
    ("[1]", .notJSON),
  ]

  @Test("A bad record is refused with its line", arguments: faults)
  func fault(line: String, fault: ReadingError.RecordFault) {
    #expect(
      throws: ReadingError(input: "-", kind: .record(line: 7, column: nil, fault))
    ) { try record(line) }
  }

  @Test("Broken JSON is told from a record")
  func broken() {
    let error = #expect(throws: ReadingError.self) { try record(#"{"id":"1","text":"#) }
    guard case .record(7, _, .notJSON) = error?.kind else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
  }
}
