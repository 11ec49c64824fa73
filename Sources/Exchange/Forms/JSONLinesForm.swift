internal import JSONText

/// JSON Lines, a record a claim. Every record has all members, and each member is of one type in
/// all of them, so that DuckDB, Spark and pandas make the same columns of any part of the file:
/// lists are never null, a quantity's value is a list always, days are whole days with their
/// precision beside them.
package struct JSONLinesForm: DeskForm {
  package static let name = "jsonl"
  package static let summary = "a record a claim, for DuckDB, Spark and pandas"
  package static let endings = [".jsonl", ".ndjson"]
  package static let kind = DeskFormKind.text

  package init(_ head: DeskHead) {}

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    var writer = JSONWriter()
    writer.keepsPoints = true
    for claim in story.claims {
      writer.write(
        .object(DeskRecord.claim(claim, in: story, beside: true)), level: 0, into: &out.bytes)
      out.bytes.append(0x0A)
    }
  }

  package mutating func finish(_ out: inout DeskOutput) {}
}
