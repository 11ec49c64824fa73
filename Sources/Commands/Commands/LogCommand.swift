package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct LogCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Say who did what, when and why.",
    discussion: """
      Every change since the session began, or those that concern some claims; times \
      are those of the clocks here, with their zone (data has UTC), the reason is the note that was given. --branches lists what undo or goto left behind.
      """,
    aliases: ["history"])
  package static let helpOrder = 640
  package static let examples = [
    Example("log", "every change, oldest first"),
    Example("log --limit 5", "the last five"),
    Example("log c12", "what was done with one claim"),
    Example("log --branches", "changes that were left, to go back to"),
  ]

  @Argument(help: "Claims, also dropped ones.")
  package var claim: [String] = []

  @Flag(help: "List the branches.")
  package var branches = false

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func validate() throws {
    guard !branches || claim.isEmpty else {
      throw ValidationError("expected claims or --branches, not both")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    if branches { return .table(branchTable(desk.store)) }
    let log = claim.isEmpty ? desk.store.log : desk.store.log(concerning: try claims(desk.store))
    let shown = listing.limit == 0 ? log[...] : log.suffix(listing.limit)
    let times = TimeColumn(of: shown.map(\.operation.time))
    var table = Table(
      columns: [
        .init("number", title: "no", right: true), .init("time", title: times.title("time")),
        .init("user", title: "who", flexible: true),
        .init("change", title: "what", flexible: true, least: 30, wraps: true),
        .init("why", flexible: true, foldsWhenShared: true, least: 12, wraps: true),
        .init("status", foldsWhenShared: true), .init("digest", forData: true),
      ],
      footer: listing.footer(shown.count, of: log.count, Self.name),
      emptyMessage: "nothing was done yet")
    for logged in shown { table.rows.append(row(logged, times)) }
    return .table(table)
  }

  private func row(_ logged: LoggedOperation, _ times: TimeColumn) -> [Table.Cell] {
    let operation = logged.operation
    let isUndone = logged.status == .undone
    return [
      .init(StyledText("\(logged.number)", .id), .integer(logged.number)),
      times.cell(operation.time),
      .init(operation.user),
      .init(operation.action.words, isUndone ? .dim : .plain),
      .init(
        StyledText(operation.action.note ?? "", .quotation),
        JSONValue(optional: operation.action.note)),
      .init(StyledText(isUndone ? "taken back" : "", .dim), .string(logged.status.rawValue)),
      .init(logged.digest.description),
    ]
  }
}

// One claim, or a few.
extension LogCommand {
  private func claims(_ store: FactStore) throws(UserError) -> Set<ClaimID> {
    var ids = Set<ClaimID>()
    for word in claim.flatMap({ $0.split(separator: ",") }) {
      guard let id = ClaimID(parsing: word) else {
        throw UserError(
          UsageError(command: Self.name, .rule("expected a claim such as c3, found '\(word)'")))
      }
      guard let last = store.lastClaim, id <= last else {
        throw UserError(OperationError.noSuchClaim(id, last: store.lastClaim))
      }
      ids.insert(id)
    }
    return ids
  }
}

extension LogCommand {
  private func branchTable(_ store: FactStore) -> Table {
    let times = TimeColumn(of: store.branches.map { store.log[$0.tip - 1].operation.time })
    var table = Table(
      columns: [
        .init("tip", title: "goto", right: true), .init("from", right: true),
        .init("operations", flexible: true), .init("user", title: "who", flexible: true),
        .init("time", title: times.title("time")),
        .init("change", title: "last change", flexible: true),
        .init("current", title: ""),
      ],
      emptyMessage: "nothing was done yet")
    for branch in store.branches {
      let last = store.log[branch.tip - 1].operation
      table.rows.append([
        .init(StyledText("\(branch.tip)", .id), .integer(branch.tip)),
        .init(StyledText(branch.from > 0 ? "\(branch.from)" : "–"), .integer(branch.from)),
        .init(
          StyledText(ranges(branch.changes, prefix: "")),
          .array(branch.changes.map { .integer($0) })),
        .init(last.user),
        times.cell(last.time),
        .init(last.action.words),
        .init(StyledText(branch.isCurrent ? "stands" : "", .good), .bool(branch.isCurrent)),
      ])
    }
    return table
  }
}
