package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct ClaimsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "List claims.",
    discussion: """
      A selection is made of ids and ranges (c3, c3..c9, a1), of words (marks and case do not \
      matter in words typed without marks), of "phrases", and of field:value, as in speaker:, \
      via:, cue:, kind:, verdict:, tag:, in:, has: and worth:; and, or, not and brackets join \
      them, and -word leaves claims out. help query lists the fields. The article's id is a \
      column where claims of several are listed; data has its id and title always. \
      As csv or tsv, here and elsewhere, text that a spreadsheet would take for a formula \
      (= + - @ at its head) has an apostrophe before it; numbers stay numbers.
      """)
  package static let helpOrder = 210
  package static let examples = [
    Example("claims", "every claim"),
    Example("claims has:number --by worth --limit 4", "the four with figures to check first"),
    Example("claims speaker:\"Thu Ha\" verdict:unchecked", "by speaker and verdict"),
    Example("claims ferry -overcrowded worth>0.7", "one word and not the other, worth checking"),
    Example("claims --by speaker", "those of one person together"),
    Example("claims via:AFP --format csv > afp.csv", "for a spreadsheet"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @Option(help: "Order by id, worth, speaker, via, article, date, verdict or kind.")
  package var by: ClaimOrder = .id

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let wanted = try context.selection(orAll: selection, in: desk.store)
    let (shown, total) = claims(wanted, in: desk.store)
    var table = Table.claims
    var offsets = StoryOffsets()
    for id in shown {
      guard let facts = ClaimFacts(id, in: desk.store) else { continue }
      table.append(facts, ClaimChain(facts, offsets.take(facts), in: desk.store))
    }
    table.showArticles()
    if !selection.isEmpty, desk.store.claimCount > 0 {
      table.emptyMessage = "no claim matches"
    }
    table.footer = listing.footer(shown.count, of: total, "claims")
    return .table(table)
  }

  /// Those to show, and how many there are.
  private func claims(
    _ wanted: Selection, in store: FactStore
  ) -> (shown: [ClaimID], total: Int) {
    if by == .worth, listing.limit > 0 {
      let best = store.worthiest(of: wanted, limit: listing.limit)
      return (best.claims, best.total)
    }
    let all = store.select(wanted)
    return (Array(listing.cut(by.sorted(all, in: store))), all.count)
  }
}
