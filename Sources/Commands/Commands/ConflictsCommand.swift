package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct ConflictsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List figures and dates that stories on one event disagree in.",
    discussion: """
      Every figure of a story counts, in its title and its own sentences as well. Two exact \
      figures of one thing contradict each other however near they are; so do a figure and a \
      bound or range that it lies outside of. What may both be true is a difference: "at least \
      14" and 20, "about 300" and 265, the dead at noon and in the evening; --all lists these \
      too. Other days, places, quarters and parts ("including 5 children") are other things. \
      Claims that were confirmed to be the same are always held against each other, rejected \
      ones never: compare c12 --reject c31.
      """)
  package static let helpOrder = 340
  package static let examples = [
    Example("conflicts", "in all stories, with who said which"),
    Example("conflicts --all", "with what differs and may both be true"),
    Example("conflicts a1", "those that a1 takes part in"),
    Example("conflicts --within", "each story against itself: its title, its parts and wholes"),
    Example("conflicts has:number --format csv", "for a spreadsheet"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Claims that take part; all without it.")
  package var selection: [String] = []

  @Flag(help: "List differences as well.")
  package var all = false

  @Flag(help: "Hold each story against itself.")
  package var within = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let found = try within ? inner(desk, context) : between(desk, context)
    context.console.show(nil)
    return .table(Table(found, all: all, isWithin: within, in: desk.store))
  }

  private func between(_ desk: Desk, _ context: CommandContext) throws -> [Conflict] {
    let claims = selection.isEmpty ? nil : try context.select(selection, in: desk.store)
    return try desk.store.conflicts(among: claims) { done, total throws(UserError) in
      try context.console.step(
        Progress(work: "comparing", done: done, total: total, unit: "pairs of stories"))
    }
  }

  private func inner(_ desk: Desk, _ context: CommandContext) throws -> [Conflict] {
    var articles = desk.store.articles.map(\.id)
    if !selection.isEmpty {
      let claims = try context.select(selection, in: desk.store)
      let wanted = Set(claims.compactMap { desk.store.claim($0)?.articleID })
      articles.removeAll { !wanted.contains($0) }
    }
    return try desk.store.conflictsWithin(articles) { done, total throws(UserError) in
      try context.console.step(
        Progress(work: "reading", done: done, total: total, unit: "stories"))
    }
  }
}
