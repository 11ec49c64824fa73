package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct ClaimDropCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "claim drop", abstract: "Drop claims that are none.",
    discussion: "Their ids are not given out again; undo brings them back.")
  package static let helpOrder = 495
  package static let examples = [
    Example("claim drop c4", "one claim"),
    Example("claim drop c7..c9", "three of them"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims.")
  package var selection: [String]

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let claims = try context.select(selection, in: desk.store)
    guard bulk.isSure || context.mayChange(claims.count, verb: "drop", on: desk) else {
      return .report(.leftAlone)
    }
    return .report(Report(try desk.perform(.dropClaims(claims))))
  }
}
