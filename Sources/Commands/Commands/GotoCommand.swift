package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct GotoCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "goto", abstract: "Go to the state after an operation.",
    discussion: """
      Changes made from there are a branch; those that were left are kept: log --branches lists \
      them, goto leads back to them. 0 is before the first operation.
      """)
  package static let helpOrder = 630
  package static let examples = [
    Example("goto 12", "all as it was after operation 12"),
    Example("goto 0", "as it was before the first"),
  ]

  @Argument(help: "The number of an operation, as log has it.")
  package var operation: Int

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    .report(try Report.undone(desk.perform(.goTo(operation: operation)), in: desk.store))
  }
}
