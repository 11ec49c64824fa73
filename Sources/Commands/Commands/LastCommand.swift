package import ArgumentParser
package import Desk
package import Presentation
package import Shell

package struct LastCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "last", abstract: "Show the last result again, in full or in another form.",
    discussion: """
      As it was when the command ran. In a listing fitted to the window a cell that was cut ends \
      in …; --full cuts nothing.
      """)
  package static let helpOrder = 650
  package static let examples = [
    Example("last --full", "with nothing cut"),
    Example("last --format csv > claims.csv", "the same result for a spreadsheet"),
  ]

  @Flag(help: "Whole, however wide it is.")
  package var full = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }
  package var isRecorded: Bool { false }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let last = desk.lastResult else { throw LastResultError.nothingShown }
    guard !last.isTooLong else { throw LastResultError.tooLong(last.line) }
    for output in last.outputs { try context.emit(output, isWhole: full) }
    return .nothing
  }
}
