package import ArgumentParser
package import Desk
package import Presentation
package import Shell

package struct QuitCommand: LeavingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "quit", abstract: "Leave theo.",
    discussion: "At the prompt it asks first, where there are changes that are not saved.",
    aliases: ["exit", "bye"])
  package static let helpOrder = 950
  package static let examples = [
    Example("quit", "leaves, after asking about unsaved changes"),
    Example("quit --discard", "leaves and lets unsaved changes go"),
  ]

  @Flag(help: "Let unsaved changes go without asking.")
  package var discard = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    Self.leave(&desk, discarding: discard, console: context.console)
    return .nothing
  }

  /// Asks first where somebody is there to answer and changes would be lost.
  package static func leave(_ desk: inout Desk, discarding: Bool, console: any Console) {
    let mayLeave =
      discarding || !desk.isUnsaved || !console.isInteractive
      || console.confirm(
        "\(counted(desk.unsavedCount, "change")) not saved. Leave all the same?")
    if mayLeave { desk.leave() }
  }
}
