package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct SourceAddCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "source add", abstract: "Add a source before any story names it.")
  package static let helpOrder = 450
  package static let examples = [
    Example("source add \"Sở Y tế Vân Sa\" --kind government --country VN", "an office"),
    Example(
      "source add \"Lê Thu Hà\" --kind person --alias \"bà Hà\" --parent \"Sở Y tế Vân Sa\"",
      "a person with another name, and whom she speaks for"),
  ]

  @Argument(help: "Its name, as it is to be shown.")
  package var name: String

  @Option(help: "What it is.")
  package var kind: SourceKind = .unknown

  @Option(parsing: .singleValue, help: "Another name; may be given several times.")
  package var alias: [String] = []

  @Option(help: "Two letters, as in VN.")
  package var country: String?

  @Option(help: ArgumentHelp("The source that it is a part of.", valueName: "source"))
  package var parent: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let code = country?.uppercased()
    if let code, code.utf8.count != 2 || !code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      throw UsageError(
        command: Self.name, .rule("'\(code)' is no country; expected two letters, as in VN"))
    }
    let source = Source(name: name, kind: kind, aliases: alias, country: code, parent: parent)
    let outcome = try desk.perform(.addSource(source))
    let added = desk.store.source(named: name)?.name ?? name
    let line = StyledText(added, .agency) + StyledText("  added, \(kind.rawValue)")
    return .report(Report([line], value: Report(outcome).value))
  }
}
