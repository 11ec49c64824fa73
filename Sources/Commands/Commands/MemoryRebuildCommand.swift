package import ArgumentParser
package import Desk
package import Presentation
package import Shell

package struct MemoryRebuildCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "memory rebuild", abstract: "Make the file of past claims anew.",
    discussion: """
      Reads every session of FILE.sessions again: after the file was damaged, or when sessions were \
      changed since. Sessions that are not there any more are named; they stay in the list, and \
      what they held is not in the new file.
      """)
  package static let helpOrder = 347
  package static let examples = [Example("memory rebuild", "from the sessions in its list")]

  @Option(help: ArgumentHelp("The file of past claims.", valueName: "file"))
  package var memory: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let place = try desk.memoryPlace(memory)
    let done = try desk.rebuildMemory(at: place) { try context.console.step($0) }
    return try context.report(done, at: place)
  }
}
