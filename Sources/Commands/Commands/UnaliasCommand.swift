package import ArgumentParser
package import Desk
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct UnaliasCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unalias", abstract: "Take aliases away.")
  package static let helpOrder = 930
  package static let examples = [Example("unalias top", "the name means nothing again")]

  @Argument(help: ArgumentHelp("The names.", valueName: "alias"))
  package var names: [String]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    for name in names where desk.settings.aliases[name] == nil {
      let known = Array(desk.settings.aliases.keys)
      throw SettingProblem.unknownAlias(name, known: known)
    }
    for name in names {
      desk.changeAlias(
        name, to: nil, from: context.settingOrigin, keeps: context.keepsSettings)
    }
    return .report(
      Report(
        names.map { StyledText("took the alias away: ", .dim) + StyledText($0, .command) },
        value: ["taken": .array(names.map { .string($0) })]))
  }
}
