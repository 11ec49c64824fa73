package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct QuerySaveCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "query save", abstract: "Give a query a name.",
    discussion: """
      From then on @NAME stands for it in any selection, joined with other words as in: claims \
      @hot via:AFP. It is kept in the session; undo takes it back. A query of that name gives \
      way. One query may be made of others, but not of itself.
      """)
  package static let helpOrder = 510
  package static let examples = [
    Example("query save hot \"verdict:unchecked worth:0.7..\"", "then: claims @hot"),
    Example("query save wires via:AFP,Reuters", "then: review @wires has:number"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "The name: letters, digits, - and _.")
  package var name: String

  @Argument(help: "What it stands for.")
  package var selection: [String]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let query = QueryText(whole: selection, in: context.statement)
    let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
    _ = try context.parse(query, saved: desk.store.savedQueryTexts.saving(as: bare))
    return .report(Report(try desk.perform(.saveQuery(name: bare, query: query.text))))
  }
}
