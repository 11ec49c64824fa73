package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct SourceShowCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "source show", abstract: "Show one source in full.",
    discussion: """
      Its names, what it is a part of, how it was graded by whom and when, its claims by verdict, \
      and every place where a story names it.
      """)
  package static let helpOrder = 440
  package static let examples = [
    Example("source show AFP", "an agency, by any of its names"),
    Example("source show \"le thu ha\" --mentions 0", "with every mention; marks do not matter"),
  ]

  @Argument(help: "The source, by any of its names.")
  package var source: String

  @Option(help: "Show at most so many mentions; 0 shows all.")
  package var mentions = 10

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package mutating func validate() throws {
    guard mentions >= 0 else { throw ValidationError("expected 0 or more after '--mentions'") }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let record = desk.store.source(named: source) else {
      throw OperationError.noSuchSource(source, nearest: desk.store.nearestSources(to: source))
    }
    return .card(SourceCard(record, desk.store, mentionLimit: mentions).card())
  }
}
