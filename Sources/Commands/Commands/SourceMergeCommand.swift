package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell

package struct SourceMergeCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "source merge", abstract: "Make two sources one.",
    discussion: """
      The first one stays; the other becomes a name of it, with its claims, grades and notes. \
      undo makes them two again.
      """)
  package static let helpOrder = 470
  package static let examples = [
    Example("source merge \"al-Sudani\" \"Thủ tướng al-Sudani\"", "one person under two names")
  ]

  @Argument(help: ArgumentHelp("The source that stays.", valueName: "source"))
  package var kept: String

  @Argument(help: ArgumentHelp("The one that becomes a name of it.", valueName: "other-source"))
  package var other: String

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let count = claims(of: other, in: desk.store)
    guard bulk.isSure || context.mayChange(count, verb: "merge", on: desk) else {
      return .report(.leftAlone)
    }
    return .report(Report(try desk.perform(.mergeSources(into: kept, from: other))))
  }

  /// Claims that go over to the source that stays.
  private func claims(of name: String, in store: FactStore) -> Int {
    guard let record = store.source(named: name) else { return 0 }
    let summary = store.sourceSummaries.first { $0.source.name == record.name }
    return summary?.verdicts.total ?? 0
  }
}
