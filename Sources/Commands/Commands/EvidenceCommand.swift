package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct EvidenceCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "List the evidence of claims, and what was kept of it.",
    discussion: """
      Each piece of evidence with the claim that it is of. Of a file that was kept (annotate c3 \
      --evidence FILE --capture) also the beginning of its SHA-256, when it was kept, by whom, and \
      where and when a saved page was taken, as the page says itself.
      """)
  package static let helpOrder = 350
  package static let examples = [
    Example("evidence", "of all claims"),
    Example("evidence c3", "of one"),
    Example("evidence verdict:false --format csv > evidence.csv", "for a spreadsheet"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let claims =
      selection.isEmpty ? store.workedClaims : try context.select(selection, in: store)
    let records = claims.compactMap(store.claimOrOrphan).filter { !$0.evidence.isEmpty }
    let times = TimeColumn(of: records.flatMap(\.captures).map(\.time))
    var table = Table(
      columns: [
        .init("id"), .init("evidence", flexible: true, least: 12, wraps: true),
        .init("digest", title: "SHA-256"),
        .init("length", title: "bytes", right: true, spare: true),
        .init("time", title: times.title("kept")),
        .init("user", title: "by", flexible: true, least: 4),
        .init("saved_from", title: "saved from", flexible: true, least: 28, wraps: true),
        .init("saved_at", title: "saved at", foldsWhenShared: true, spare: true),
        .init("stamp", title: "stamped", foldsWhenShared: true), .init("name", forData: true),
        .init("form", forData: true),
      ],
      emptyMessage: StyledText("no claim has evidence · annotate c3 --evidence FILE --capture"))
    for record in records { table.append(record, times) }
    return .table(table)
  }
}

extension Table {
  /// A row for each piece, and for each file that it was kept as.
  fileprivate mutating func append(_ record: ClaimRecord, _ times: TimeColumn) {
    var told = false
    for item in record.evidence {
      let kept = record.captures.filter { $0.mark.evidence == item }
      for capture in kept.isEmpty ? [nil] : kept.map(Optional.some) {
        rows.append(
          [
            Cell(
              StyledText(told ? "" : record.id.description, .id), .string(record.id.description)),
            Cell(item),
          ] + Self.cells(capture, times))
        told = true
      }
    }
  }

  private static func cells(
    _ kept: SignedMark<EvidenceCapture>?, _ times: TimeColumn
  ) -> [Cell] {
    let capture = kept?.mark
    func cell(_ text: String?) -> Cell {
      Cell(StyledText(text ?? ""), JSONValue(optional: text))
    }
    return [
      Cell(StyledText(capture?.shortDigest ?? "", .dim), JSONValue(optional: capture?.sha256)),
      Cell(
        StyledText(capture.map { "\($0.length)" } ?? "", .number),
        capture.map { .integer($0.length) } ?? .null),
      times.cell(kept?.time), cell(kept?.user), cell(capture?.savedFrom),
      cell(capture?.savedAt?.description),
      Cell(
        StyledText(capture?.stamp?.time.local.description ?? "", .good),
        JSONValue(optional: capture?.stamp?.time.description)),
      cell(capture?.name), cell(capture?.form),
    ]
  }
}
