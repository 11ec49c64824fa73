package import ArgumentParser
import ClaimModel
import FactStore

package struct ClaimsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "List claims.",
    discussion: """
      A selection is made of ids and ranges (c3, c3..c9, a1), of words (marks and case do not \
      matter in words typed without marks), of "phrases", and of field:value, as in said:, \
      via:, cue:, kind:, verdict:, tag:, in:, has: and worth:; and, or, not and brackets join \
      them.
      """)
  package static let examples = [
    Example("claims", "every claim"),
    Example("claims has:number --by worth --limit 4", "the four with figures to check first"),
    Example("claims said:\"Thu Ha\" verdict:unchecked", "by speaker and verdict"),
    Example("claims via:AFP --format csv > afp.csv", "for a spreadsheet"),
  ]
  package static var takesSelection: Bool { true }

  package enum Order: String, CaseIterable, ExpressibleByArgument, Sendable {
    case id, worth
  }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @Option(help: "Order by id, or by worth: what deserves checking most comes first.")
  package var by: Order = .id

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var claims =
      selection.isEmpty ? Array(desk.store.claims) : try context.select(selection, in: desk.store)
    if by == .worth { claims = desk.store.worthiestFirst(claims) }
    let shown = listing.cut(claims)
    var table = Table.claims
    for id in shown {
      if let facts = ClaimFacts(id, in: desk.store) { table.append(facts) }
    }
    if !selection.isEmpty, desk.store.claimCount > 0 {
      table.emptyMessage = "no claim matches"
    }
    table.footer = listing.footer(shown.count, of: claims.count, "claims")
    return .table(table)
  }
}
