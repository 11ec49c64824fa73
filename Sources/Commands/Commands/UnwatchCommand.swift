package import ArgumentParser
package import Desk
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct UnwatchCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unwatch", abstract: "Watch folders no longer.")
  package static let helpOrder = 116
  package static let examples = [
    Example("unwatch wire/", "what comes there stays where it is"),
    Example("unwatch", "ends all watches"),
  ]

  @Argument(help: "The folders; all without one.")
  package var folder: [String] = []

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let folders = folder.isEmpty ? desk.watches.map(\.folder) : folder
    var lines = [StyledText]()
    for folder in folders {
      let watch = try desk.unwatch(folder)
      // What was read already is not lost.
      while watch.hasArrivals {
        let arrivals = desk.takeArrivals(of: watch, whole: true)
        lines += arrivals.lines(in: desk.store)
        if arrivals.isHeldUp { break }
      }
      lines.append(
        StyledText("no longer watched: ", .dim) + StyledText(watch.folder)
          + StyledText(" · " + counted(watch.counts.stories, "story"), .dim))
    }
    if lines.isEmpty { lines = ["no folder is watched"] }
    return .report(Report(lines, value: ["ended": .array(folders.map { .string($0) })]))
  }
}
