package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct NextCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Show the unchecked claim that deserves checking most.")
  package static let helpOrder = 250
  package static let examples = [
    Example("next", "what to check now"),
    Example("next via:AFP has:number", "of what AFP gave figures for"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let open = Selection(.criterion(.verdict(.unchecked)))
    let wanted = selection.isEmpty ? open : try context.selection(selection, in: store).and(open)
    let found = store.worthiest(of: wanted, limit: 1)
    guard let first = found.claims.first, let record = store.claim(first),
      let article = store.article(record.articleID)
    else {
      let words = store.claimCount == 0 ? "no claims yet · load PATH" : "nothing is left to check"
      return .report(Report([StyledText(words, .dim)], value: .null))
    }
    return .card(ClaimCard(ClaimFacts(record, in: article.article), article, store).card())
  }
}
