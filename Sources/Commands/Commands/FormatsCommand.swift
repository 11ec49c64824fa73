package import ArgumentParser
import ArticleReading
package import Desk
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct FormatsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the forms of stories that are read.",
    discussion: """
      The form of an input is told from its bytes, whatever its name; `load --as` forces one. \
      Folders are searched for names that end as listed.
      """)
  package static let helpOrder = 115
  package static let examples = [Example("formats", "all of them")]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var table = Table(
      columns: [.init("name"), .init("what", flexible: true), .init("endings", flexible: true)])
    for format in StoryFormats.all.sorted(by: { $0.name < $1.name }) {
      table.rows.append([
        .init(format.name, .typedID), .init(format.summary),
        .init(StyledText(format.endings.joined(separator: " ")), JSONValue(format.endings)),
      ])
    }
    return .table(table)
  }
}
