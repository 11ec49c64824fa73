internal import ClaimModel
internal import JSONText
internal import Presentation

/// One JSON document: the desk, its stories with their texts, their claims, the sources.
package struct JSONForm: DeskForm {
  package static let name = "json"
  package static let summary = "one document with stories, claims and sources"
  package static let endings = [".json"]
  package static let kind = DeskFormKind.text

  private let head: DeskHead
  private var count = 0

  package init(_ head: DeskHead) { self.head = head }

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    begin(&out)
    out.bytes += (count > 0 ? ",\n" : "\n").utf8
    count += 1
    JSONWriter().write(.object(DeskRecord.story(story)), level: 0, into: &out.bytes)
  }

  package mutating func finish(_ out: inout DeskOutput) {
    begin(&out)
    out.bytes += "],\n\"sources\":".utf8
    JSONWriter().write(.array(head.sources.map(DeskRecord.source)), level: 0, into: &out.bytes)
    out.bytes += "}\n".utf8
  }

  private func begin(_ out: inout DeskOutput) {
    guard count == 0 else { return }
    let facts: JSONObject = [
      "program": .string(head.program), "user": .string(head.user),
      "time": .string(head.time.description), "session": .init(optional: head.session),
    ]
    out.bytes += "{\"desk\":".utf8
    JSONWriter().write(.object(facts), level: 0, into: &out.bytes)
    out.bytes += ",\n\"stories\":[".utf8
  }
}
