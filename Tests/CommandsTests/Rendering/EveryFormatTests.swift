import ClaimModel
import FactStore
import JSONText
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Every format")
struct EveryFormatTests {
  static let lines = [
    "claims", "show c2", "show c4", "why c2", "read a1", "source show AFP",
    "source show \"Trần Kha\"", "sources", "log", "log --branches", "stats", "stats --by source",
    "compare c2", "conflicts", "independence c2", "timeline", "words", "articles", "find cầu",
    "next", "query list", "help claims", "help", "help query", "help keys", "set",
    "annotate c1 --tag x", "annotate source AFP --note z", "attribute c1 Kyodo", "undo",
    "source add \"Sở Nước\"", "sources --graph", "recover", "alias", "claim drop c1",
  ]

  private func desk() -> Desk {
    var desk = testDesk(TestStory.both)
    _ = ran(
      "annotate c2 --verdict false --note \"a | b\" --tag hot --evidence https://example.org/1; "
        + "annotate c3 --verdict true; annotate source AFP --reliability B --note wire; "
        + "query save hot has:number", on: &desk)
    return desk
  }

  /// Texts and numbers in a value, however deep.
  private func leaves(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .integer(let number): ["\(number)"]
    case .number(let number): ["\(number)"]
    case .bool(let isSo): ["\(isSo)"]
    case .array(let items): items.flatMap(leaves)
    case .object(let object): object.members.flatMap { leaves($0.value) }
    default: []
    }
  }

  /// Without what the formats put between and around: marks of quotation, escapes, line breaks.
  private func plain(_ text: String) -> String {
    text.filter { !"\\\"\n".contains($0) && !$0.isWhitespace }
  }

  @Test("has every value that JSON has", arguments: lines)
  func values(line: String) throws {
    var first = desk()
    let json = ran(line + " --format json", on: &first)
    #expect(json.status == .done, "\(json.messages)")
    let wanted = leaves(try JSONReader.read(json.output)).filter { !plain($0).isEmpty }
    for format in ["jsonl", "csv", "tsv"] {
      var desk = desk()
      let found = plain(ran("\(line) --format \(format)", on: &desk).output)
      for leaf in wanted where !found.contains(plain(leaf)) {
        Issue.record("\(line) as \(format) lacks '\(leaf)'")
      }
    }
  }

  @Test(
    "of one thing has its values, Markdown too",
    arguments: ["show c2", "show c4", "why c2", "source show AFP", "source show \"Mara Quill\""])
  func markdown(line: String) throws {
    var desk = desk()
    let json = try JSONReader.read(ran(line + " --format json", on: &desk).output)
    let text = ran(line + " --format md", on: &desk).output
    guard case .object(let object) = json else { throw EmptyList() }
    let labels = [
      "reliability": "grade", "parent": "part of", "vietnamese_names": "vi names",
      "hops": "chain", "anonymous": "unnamed", "inner": "carries", "passed": "through it",
      "captures": "kept", "corrections": "corrected",
    ]
    for member in object.members {
      let label = labels[member.key] ?? member.key.replacing("_", with: " ")
      let head = "- **\(label)**: "
      let row = try #require(text.split(separator: "\n").first { $0.hasPrefix(head) }, "\(label)")
      #expect((row.dropFirst(head.count) == "–") == leaves(member.value).isEmpty, "\(row)")
      #expect(row.count > head.count, "\(row)")
    }
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- **") } == object.members.count)
  }

  private struct EmptyList: Error {}
}
