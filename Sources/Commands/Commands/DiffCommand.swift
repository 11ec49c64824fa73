package import ArgumentParser
package import Desk
package import Presentation
import Sessions
package import Shell

package struct DiffCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say in what two sessions differ, and who made the difference.",
    discussion: """
      Of one file, what is open is compared with it. Stories are matched by their text and claims \
      by where they stand in it, whatever their ids. < stands before what the first alone has, > \
      before what the second has.
      """)
  package static let helpOrder = 770
  package static let examples = [
    Example("diff binh.json", "what is open, and what Bình has"),
    Example("diff an.json binh.json --format json", "two files, for other programs"),
  ]

  @Argument(help: "One or two session files.")
  package var path: [String]

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(path) }

  package func validate() throws {
    guard (1...2).contains(path.count) else {
      throw ValidationError("expected one or two session files")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let sessions = try desk.sessions(path)
    sessions.tellFindings(context.console)
    let difference = SessionDifference(ours: sessions[0].store, theirs: sessions[1].store)
    var table = Table(difference, names: [.ours: sessions[0].name, .theirs: sessions[1].name])
    let count = table.rows.count
    table.rows = Array(listing.cut(table.rows))
    if let more = listing.footer(table.rows.count, of: count, Self.name) { table.footer = more }
    return .table(table)
  }
}
