package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct RedoCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what undo took back.")
  package static let helpOrder = 620
  package static let examples = [
    Example("redo", "does again what was taken back last"),
    Example("redo 2", "does again the last two"),
  ]

  @Argument(help: "How many changes.")
  package var steps = 1

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    try checkSteps(steps, of: Self.name, possible: desk.store.redoableCount)
    return .report(try Report.undone(desk.perform(.redo(steps: steps)), in: desk.store))
  }
}
