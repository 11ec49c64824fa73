package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ShowCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one claim in full.",
    discussion: """
      Its context with source, cue and content, who said it and through whom it came, \
      quantities and dates, and every annotation with who made it and when.
      """)
  package static let helpOrder = 220
  package static let examples = [
    Example("show c3", "the third claim"),
    Example("show c3 --format json", "all that is known of it, for a program"),
  ]

  @Argument(help: "The claim, as in c3.")
  package var claim: String

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let orphan = ClaimID(parsing: claim).flatMap(desk.store.orphan)
    let record = try orphan ?? context.claim(claim, of: Self.name, in: desk.store)
    guard let story = desk.store.article(record.articleID),
      let article = desk.store.story(of: record)
    else { return .nothing }
    var card = ClaimCard(ClaimFacts(record, in: article), story, desk.store).card()
    if let before = try? desk.checkedBefore(among: [record.id]), !before.isEmpty {
      card.fields.append(
        Card.Field(
          "checkedBefore", label: "before",
          [StyledText("checked in a past session: ", .dim) + StyledText("memory \(claim)", .id)],
          .bool(true)))
    }
    return .card(card)
  }
}
