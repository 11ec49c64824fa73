package import ArgumentParser
import ClaimModel
import FactStore
import JSONText

package struct HistoryCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Say who did what, and when.",
    discussion: "Every change since the session began; times are UTC.")
  package static let examples = [
    Example("history", "every change, oldest first"),
    Example("history --limit 5", "the last five"),
  ]

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let log = desk.store.log
    let shown = listing.limit == 0 ? log[...] : log.suffix(listing.limit)
    var table = Table(
      columns: [
        .init("number", title: "no", right: true), .init("time"),
        .init("user", title: "who", flexible: true),
        .init("change", title: "what", flexible: true), .init("status"),
        .init("digest", forData: true),
      ],
      footer: listing.footer(shown.count, of: log.count, "history"),
      emptyMessage: "nothing was done yet")
    for logged in shown { table.rows.append(row(logged)) }
    return .table(table)
  }

  private func row(_ logged: LoggedOperation) -> [Table.Cell] {
    let operation = logged.operation
    let isUndone = logged.status == .undone
    return [
      .init(StyledText("\(logged.number)", .id), .integer(logged.number)),
      .init(
        StyledText("\(operation.time.day) \(operation.time.clock)", .dim),
        .string(operation.time.description)),
      .init(operation.user),
      .init(operation.action.words, isUndone ? .dim : .plain),
      .init(StyledText(isUndone ? "taken back" : "", .dim), .string(logged.status.rawValue)),
      .init(logged.digest.description),
    ]
  }
}
