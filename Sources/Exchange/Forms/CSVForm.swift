internal import JSONText
internal import Presentation

/// CSV as RFC 4180 has it, a line a claim. Text that a spreadsheet would take for a formula has an
/// apostrophe before it, which `import` takes off again; numbers stay numbers.
package struct CSVForm: DeskForm {
  package static let name = "csv"
  package static let summary = "a table, a line a claim"
  package static let endings = [".csv"]
  package static let kind = DeskFormKind.text

  private let isMarked: Bool
  private var isAtStart = true

  package init(_ head: DeskHead) { isMarked = head.isMarked }

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    begin(&out)
    out.bytes += DelimitedRenderer.csv.lines(
      story.claims.map { claim in ClaimColumn.allCases.map { $0.value(claim, in: story) } })
  }

  package mutating func finish(_ out: inout DeskOutput) { begin(&out) }

  private mutating func begin(_ out: inout DeskOutput) {
    guard isAtStart else { return }
    isAtStart = false
    if isMarked { out.bytes += [0xEF, 0xBB, 0xBF] }
    let names = ClaimColumn.allCases.map { JSONValue.string($0.rawValue) }
    out.bytes += DelimitedRenderer.csv.lines([names])
  }
}
