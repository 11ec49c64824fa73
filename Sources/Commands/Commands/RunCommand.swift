package import ArgumentParser
package import Desk
import Disk
package import Presentation
package import Shell
import TerminalText

package struct RunCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the commands of a script.",
    discussion: """
      One command a line, or several with ; between them; # starts a comment. It stops at the \
      first error, unless --keep-going says otherwise; then it says at the end how many failed, \
      and ends with the status of the first of them.
      """)
  package static let helpOrder = 830
  package static let examples = [
    Example("run morning.theo", "the commands in a file"),
    Example("run --keep-going morning.theo", "goes on after a command that fails"),
  ]

  @Flag(help: "Go on after a command that fails.")
  package var keepGoing = false

  @Argument(help: "The script; - reads standard input.")
  package var script: String

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files([script]) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var interpreter = context.interpreter
    interpreter.depth += 1
    guard interpreter.depth <= CommandInterpreter.depthLimit else {
      throw ScriptError.tooDeep(limit: CommandInterpreter.depthLimit)
    }
    interpreter.script = script
    interpreter.scriptLine = nil
    interpreter.linesBefore = 0
    interpreter.expandsAliases = false
    interpreter.keepsGoing = interpreter.keepsGoing || keepGoing
    interpreter.countsFailures = interpreter.keepsGoing
    interpreter.format = output.format ?? interpreter.format
    let file =
      script == "-"
      ? try context.console.standardInput() : try MappedFile(UserPath.located(script))
    let text = try file.text(named: script)
    let status = interpreter.run(text, on: &desk, console: context.nestedConsole)
    if status != .done { throw ScriptError.alreadyTold(status) }
    return .nothing
  }
}
