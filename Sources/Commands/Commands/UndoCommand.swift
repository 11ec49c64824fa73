package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct UndoCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change, or the last few.")
  package static let helpOrder = 610
  package static let examples = [
    Example("undo", "takes back the last change, whatever it was"),
    Example("undo 3", "takes back the last three"),
  ]

  @Argument(help: "How many changes.")
  package var steps = 1

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    try checkSteps(steps, of: Self.name, possible: desk.store.undoableCount)
    return .report(try Report.undone(desk.perform(.undo(steps: steps)), in: desk.store))
  }
}

/// Says how many there are where more are asked for.
func checkSteps(_ steps: Int, of command: String, possible: Int) throws(UserError) {
  guard steps > 0 else {
    throw UserError(UsageError(command: command, .rule("expected 1 or more changes")))
  }
  guard steps == 1 || steps <= possible else {
    throw UserError(
      UsageError(
        command: command,
        .rule("there are \(counted(possible, "change")) to \(command), not \(steps)")))
  }
}

extension Report {
  /// Which operations an undo or a redo touched, and what changed by it.
  static func undone(_ outcome: OperationOutcome, in store: FactStore) -> Report {
    let heads = outcome.steps.map { number in
      let logged = store.log[number - 1]
      let verb = logged.status == .undone ? "took back" : "did again"
      return StyledText("\(verb) \(number): ", .dim) + StyledText(logged.operation.action.words)
    }
    var report = Report(outcome)
    report.lines = heads + report.lines
    return report
  }
}
