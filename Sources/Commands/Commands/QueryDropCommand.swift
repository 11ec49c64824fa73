package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct QueryDropCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "query drop", abstract: "Take a saved query away.")
  package static let helpOrder = 530
  package static let examples = [Example("query drop hot", "@hot stands for nothing again")]

  @Argument(help: ArgumentHelp("The name.", valueName: "saved"))
  package var name: String

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
    return .report(Report(try desk.perform(.dropQuery(bare))))
  }
}
