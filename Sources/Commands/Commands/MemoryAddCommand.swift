package import ArgumentParser
package import Desk
package import Presentation
package import Shell

package struct MemoryAddCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "memory add", abstract: "Remember what was found in past sessions.",
    discussion: """
      All claims of the sessions, with their verdicts, notes and evidence, go into one file. A \
      session that was added before is taken anew. Those that cannot be read are named; the others \
      are added. The file is replaced whole: whoever looks something up meanwhile is not disturbed, \
      and after a crash the old one is there. Beside it stands FILE.sessions, the list of what was \
      added.
      """)
  package static let helpOrder = 346
  package static let examples = [
    Example("memory add 2023/*.json", "all sessions of a year"),
    Example("memory add cang-van-sa.json --memory desk.memory", "into a file of your own"),
  ]

  @Argument(help: "Session files, folders of them, patterns with * and ?.")
  package var session: [String]

  @Option(help: ArgumentHelp("The file of past claims.", valueName: "file"))
  package var memory: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(session) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let place = try desk.memoryPlace(memory)
    let done = try desk.remember(session, at: place) {
      try context.console.step($0)
    }
    return try context.report(done, at: place)
  }
}
