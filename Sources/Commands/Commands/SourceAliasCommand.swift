package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct SourceAliasCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "source alias", abstract: "Give a source more names.",
    discussion: "Names of another source are refused: source merge makes two sources one.")
  package static let helpOrder = 460
  package static let examples = [
    Example("source alias AFP \"thông tấn Pháp\"", "another name for it"),
    Example("source alias \"Lê Thu Hà\" \"bà Hà\" \"Thu Hà\"", "two more names"),
  ]

  @Argument(help: "The source, by any of its names.")
  package var source: String

  @Argument(help: ArgumentHelp("Its other names.", valueName: "alias"))
  package var aliases: [String]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    .report(Report(try desk.perform(.addAliases(source: source, aliases: aliases))))
  }
}
