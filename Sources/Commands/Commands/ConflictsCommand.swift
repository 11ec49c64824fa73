package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ConflictsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List numbers, units and dates that articles on one event disagree in.",
    discussion: """
      "At least 14" and 20 agree; 14 and 11 do not. Where a story has several figures of one \
      thing, one that agrees is enough. Numbers of other days, of other occasions and of parts \
      ("including 5 children") are not held against a total. Claims that were confirmed to be \
      the same are always held against each other, rejected ones never: compare c12 --reject c31.
      """)
  package static let helpOrder = 340
  package static let examples = [
    Example("conflicts", "in all stories, with who said which"),
    Example("conflicts a1", "those that a1 takes part in"),
    Example("conflicts has:number --format csv", "for a spreadsheet"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Claims that take part; all without it.")
  package var selection: [String] = []

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let claims = selection.isEmpty ? nil : try context.select(selection, in: desk.store)
    var table = Table.conflicts
    let found = try desk.store.conflicts(among: claims) { done, total throws(UserError) in
      try context.console.step(
        Progress(work: "comparing", done: done, total: total, unit: "pairs of stories"))
    }
    context.console.show(nil)
    for (place, conflict) in found.enumerated() {
      table.append(conflict, number: place + 1, in: desk.store)
    }
    return .table(table)
  }
}

extension Table {
  fileprivate static var conflicts: Table {
    Table(
      columns: [
        Column("conflict", title: "", right: true), Column("subject", title: "on", flexible: true),
        Column("kind", forData: true), Column("says"), Column("id"),
        Column("speaker", flexible: true, spare: true), Column("article"),
        Column("via", flexible: true, spare: true),
        Column("text", title: "claim", flexible: true, least: 24),
      ],
      emptyMessage: "no two articles contradict each other in a number, a unit or a date")
  }

  /// A row for each claim; number, subject and what is said stand once.
  fileprivate mutating func append(_ conflict: Conflict, number: Int, in store: FactStore) {
    let subject = conflict.subject.isEmpty ? conflict.kind.rawValue : conflict.subject
    var isFirst = true
    for side in conflict.sides {
      var says: String?
      for statement in side.statements {
        guard let facts = ClaimFacts(statement.claim, in: store) else { continue }
        let figure = statement.quantity?.readable ?? statement.date.map(readableDate) ?? ""
        rows.append([
          Cell(StyledText(isFirst ? "\(number)" : "", .dim), .integer(number)),
          Cell(StyledText(isFirst ? subject : "", .heading), .string(subject)),
          Cell(conflict.kind.rawValue),
          Cell(StyledText(says == figure ? "" : figure, .warning), .string(figure)),
          Cell(statement.claim.description, .id),
          Cell(who(facts), JSONValue(facts.speakers)),
          Cell(statement.article.description, .id),
          Cell(StyledText(joined(facts.agencies), .agency), JSONValue(facts.agencies)),
          Cell(facts.words, .string(facts.exact(facts.claim.content))),
        ])
        says = figure
        isFirst = false
      }
    }
  }

  private func who(_ facts: ClaimFacts) -> StyledText {
    if !facts.speakers.isEmpty { return StyledText(joined(facts.speakers), .speaker) }
    let source = facts.readable(facts.claim.source)
    return source.isEmpty ? StyledText("–", .dim) : StyledText(source)
  }
}
