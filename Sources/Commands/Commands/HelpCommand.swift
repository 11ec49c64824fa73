package import ArgumentParser
package import Desk
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct HelpCommand: HelpingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Say what the commands do.", aliases: ["?"])
  package static let helpOrder = 940
  package static let examples = [
    Example("help", "every command in a line"),
    Example("help claims", "one command in full, with examples"),
    Example("help query", "the words of a selection"),
    Example("help keys", "the keys of the prompt and of a review"),
  ]

  @Argument(help: "A command, query or keys.")
  package var topic: [String] = []

  @Flag(help: ArgumentHelp("Write the manual page (roff).", visibility: .hidden))
  package var man = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let catalogue = context.interpreter.catalogue
    if man { return .raw(Array(ManualPage.text(catalogue).utf8)) }
    let name = topic.joined(separator: " ")
    if topic.isEmpty { return .table(HelpText.overview(catalogue.all)) }
    if name == "query" { return .table(HelpText.query()) }
    if name == "keys" { return .table(KeyHelp.table()) }
    if let alias = desk.settings.aliases[name] {
      let words = StyledText(name, .command) + StyledText(" is an alias of: " + alias.line)
      return .text(TextView(paragraphs: [words], value: ["alias": .string(alias.line)]))
    }
    guard let (type, count) = catalogue.command(topic), count == topic.count else {
      let family = Set(catalogue.family(of: name))
      guard family.isEmpty else {
        return .table(HelpText.overview(catalogue.all.filter { family.contains($0.name) }))
      }
      throw catalogue.unknown(name)
    }
    return .text(HelpText.command(CommandDeclaration(type)))
  }
}
