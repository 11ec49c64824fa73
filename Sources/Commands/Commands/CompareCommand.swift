package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct CompareCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Find the same claim in other articles, or say whether two are the same.",
    discussion: """
      The likeliest come first, each with who says it, through whom, and why: the words they \
      share, speaker, names, dates, and whether the articles are on one event. A figure stands \
      beside it only where it counts the same thing, with how the two stand to each other. \
      Between Vietnamese and English, figures, names and dates alone can tell. What you confirm \
      comes first from then on and counts in independence and conflicts; what you reject is \
      left out.
      """)
  package static let helpOrder = 330
  package static let examples = [
    Example("compare c12", "where else it is said"),
    Example("compare c12 --confirm c40", "the same claim"),
    Example("compare c12 --reject c31", "another claim: no longer listed"),
    Example("compare c12 --all", "with those rejected"),
  ]

  @Argument(help: "The claim, as in c12.")
  package var claim: String

  @Option(help: "Say that this claim is the same.")
  package var confirm: String?

  @Option(help: "Say that this claim is another.")
  package var reject: String?

  @Flag(help: "List rejected claims as well.")
  package var all = false

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package mutating func validate() throws {
    if confirm != nil, reject != nil {
      throw ValidationError("expected either '--confirm' or '--reject', found both")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.claim(claim, of: Self.name, in: desk.store)
    if let other = confirm ?? reject {
      let second = try context.claim(other, of: Self.name, in: desk.store)
      let ruling = confirm == nil ? MatchRuling.rejected : .confirmed
      return .report(Report(try desk.perform(.ruleMatch(record.id, second.id, ruling))))
    }
    let matches = desk.store.matches(of: record.id, includingRejected: all)
    let shown = listing.cut(matches)
    var table = Table(Array(shown), of: record.id, in: desk.store)
    table.footer = listing.footer(shown.count, of: matches.count, "compare \(record.id)")
    return .table(table)
  }
}
