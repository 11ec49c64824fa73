package import ArgumentParser
package import Desk
import Disk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct TranscriptCommand: ShellCommand {
  package enum Switch: String, CaseIterable, ExpressibleByArgument { case on, off }

  package static let configuration = CommandConfiguration(
    commandName: "transcript", abstract: "Take down commands and what they give, as a text.",
    discussion: """
      Command by command, 100 columns wide and without colour; 'session check' runs them again \
      and compares. What is sent to a file or a program is not in it. Without a word, says \
      whether one is kept.
      """)
  package static let helpOrder = 810
  package static let examples = [
    Example("transcript on morning.txt", "from now on"),
    Example("transcript off", "no longer"),
    Example("transcript", "whether and where"),
  ]

  @Argument(help: "on or off.")
  package var turn: Switch?

  @Argument(help: "The file, for on.")
  package var path: String?

  @Flag(help: "Write over a file that is there.")
  package var replace = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package func validate() throws {
    guard (turn == .on) == (path != nil) else {
      throw ValidationError(
        turn == .on
          ? "expected a file: transcript on morning.txt" : "expected a file behind 'on' alone")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let old = desk.transcript?.path
    if turn == .off { desk.transcript = nil }
    if turn == .on, let path {
      guard old == nil else {
        throw UsageError(
          command: Self.name, .rule("'\(old ?? "")' is being written; transcript off ends that"))
      }
      guard try !replace || desk.maySend(to: path, console: context.console) else {
        return .report(.notWritten)
      }
      let start = desk.store.digest == StateDigest() ? nil : desk.store.digest.description
      desk.transcript = try TranscriptRecorder(
        path: UserPath.located(path), start: start, origins: desk.origins, replaces: replace,
        calls: desk.surroundings.calls)
    }
    let words =
      switch turn {
      case .off: old.map { "wrote \($0)" } ?? "no transcript was kept"
      case .on, nil: desk.transcript?.path.map { "writing to \($0)" } ?? "no transcript is kept"
      }
    return .report(
      Report(
        [StyledText(words)],
        value: ["on": .bool(desk.transcript != nil), "path": JSONValue(optional: path ?? old)]))
  }
}
