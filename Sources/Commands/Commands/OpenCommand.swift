package import ArgumentParser
package import Desk
import Disk
package import Presentation
package import Shell
import TerminalText

package struct OpenCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a saved session.",
    discussion: "It takes the place of the one that is open, which has to be saved first.")
  package static let helpOrder = 720
  package static let examples = [
    Example("open cang-van-sa.json", "goes on with a session"),
    Example("open --discard other.json", "lets unsaved changes go"),
    Example("open log.json --stories wire/", "one that was saved with --compact"),
  ]

  @Argument(help: "The session file.")
  package var path: String

  @Flag(help: "Let unsaved changes go.")
  package var discard = false

  @OptionGroup package var given: GivenStories
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files([path] + given.stories) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard discard || !desk.isUnsaved else { throw DeskError.unsaved(count: desk.unsavedCount) }
    let path = UserPath.located(self.path)
    let findings = try desk.open(path, given: try given.bySHA256(of: path, desk, context))
    if !desk.leftovers.isEmpty {
      desk.note(RecoveryOffer.hint(path))
    }
    return .report(
      Report.session(
        "opened", path, desk.store, warnings: findings.map { StyledText("\($0)", .warning) }))
  }
}
