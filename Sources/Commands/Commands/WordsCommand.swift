package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct WordsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "words", abstract: "List the names that claims speak of, the most frequent first.",
    discussion: "Names are runs of capitalised words; the number is that of claims with the name.")
  package static let helpOrder = 290
  package static let examples = [
    Example("words", "the forty most frequent names"),
    Example("words speaker:\"Thu Ha\" --limit 10", "whom and what she speaks of"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @Option(help: "Show at most so many names; 0 shows all.")
  package var limit = 40

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package mutating func validate() throws {
    guard limit >= 0 else { throw ValidationError("expected 0 or more after '--limit'") }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let claims = try context.select(orAll: selection, in: store)
    let names = store.names(in: claims)
    let bars = names.prefix(limit == 0 ? names.count : limit).map {
      CountBar(name: $0.name, shown: StyledText($0.name), count: $0.claims)
    }
    var table = Table.bars("name", bars[...], of: nil)
    if store.claimCount > 0 { table.emptyMessage = "no claim has a name" }
    if bars.count < names.count {
      table.footer = StyledText(
        "\(bars.count) of \(names.count) shown · words --limit 0 for all", .dim)
    }
    return .table(table)
  }
}
