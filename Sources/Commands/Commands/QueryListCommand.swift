package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct QueryListCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "query list", abstract: "List the saved queries with how many claims each selects."
  )
  package static let helpOrder = 520
  package static let examples = [Example("query list", "every one, by name")]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var table = Table(
      columns: [
        .init("name"), .init("query", flexible: true), .init("claims", right: true), .init("by"),
        .init("time", forData: true),
      ],
      emptyMessage: "no queries yet; query save NAME QUERY keeps one")
    let saved = desk.store.savedQueryTexts
    for query in desk.store.savedQueries {
      let selection = try? Selection.parse("@" + query.name, saved: saved)
      let count = selection.map(desk.store.count)
      table.rows.append([
        .init("@" + query.name, .typedID), .init(query.text),
        .init(
          count.map { StyledText("\($0)", .number) } ?? StyledText("cannot be read", .failure),
          count.map(JSONValue.integer) ?? .null),
        .init(query.user), .init(query.time.description),
      ])
    }
    return .table(table)
  }
}
