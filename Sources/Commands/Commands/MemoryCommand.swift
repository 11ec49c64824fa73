package import ArgumentParser
import ClaimMemory
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct MemoryCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Say whether a claim was checked before, in past sessions.",
    discussion: """
      What people found of claims in past sessions is kept in one file (memory add). A claim is \
      found again without its marks, cut into words or not, in other words, and in the other \
      language by its names, figures and common words of the news; figures that are not what they \
      were are shown: then 12, now 14. The likest come first, those that somebody judged or noted; \
      --all shows the others as well. Without a claim it says what is remembered. The file is \
      $XDG_DATA_HOME/theo/claims.memory, else ~/.local/share/theo/claims.memory, or what \
      `set memory` or --memory names.
      """)
  package static let helpOrder = 345
  package static let examples = [
    Example("memory c3", "what was found of it in past sessions"),
    Example("memory c3 --limit 20 --all", "more, and what nobody judged"),
    Example("memory", "which sessions are remembered"),
  ]

  @Argument(help: "The claim, as in c3.")
  package var claim: String?

  @Option(help: ArgumentHelp("The file of past claims.", valueName: "file"))
  package var memory: String?

  @Option(help: "Show at most so many.")
  package var limit = 5

  @Flag(help: "List claims that nobody judged as well.")
  package var all = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package mutating func validate() throws {
    guard limit > 0 else { throw ValidationError("expected 1 or more after '--limit'") }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let place = try desk.memoryPlace(memory)
    guard let claim else {
      guard let memory = try desk.memoryIfAny(memory) else { throw MemoryError.missing(place.path) }
      return .table(Table(memory))
    }
    let record = try context.claim(claim, of: Self.name, in: desk.store)
    let past = try ClaimMemory(place.path)
    guard
      let asked = RememberedClaim(record, in: desk.store, session: desk.rememberedPath)
    else { return .nothing }
    var reach = ClaimMemory.Reach()
    reach.takesUnchecked = all
    let found = try past.recollections(of: asked, limit: limit, reach: reach)
    return .table(Table(found, of: record.id, in: past))
  }
}
