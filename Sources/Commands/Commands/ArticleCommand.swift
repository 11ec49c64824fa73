package import ArgumentParser
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct ArticleCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Show what is known of a story, and put it right.",
    discussion: """
      Without options it shows the story's card. With another date, "hôm qua", "thứ hai" and 12/3 \
      in its claims are read by that; in another language its claims are found anew: those found \
      again keep their ids and all that was said of them, and those that people worked on stay. \
      An empty text takes away what was given: --url "". Undo takes all of it back.
      """)
  package static let helpOrder = 130
  package static let examples = [
    Example("article a1", "what is known of the first story"),
    Example("article a6 --date 2024-01-06 --url https://wire.example/6", "its day and its link"),
    Example("article a6 --lang en", "it is English: finds its claims by that"),
  ]

  @Argument(help: "The story, as in a1.")
  package var article: String

  @OptionGroup package var given: ArticleFactOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.article(article, of: Self.name, in: desk.store)
    let facts = try given.facts(of: Self.name)
    guard !facts.isEmpty else { return .card(ArticleCard(record, in: desk.store).card()) }
    let revision = ArticleRevision(record, facts, in: desk.store, by: desk.newsroom)
    let outcome = try desk.perform(.editArticle(record.id, revision.edit))
    return .report(Report(outcome, revision))
  }
}

extension Report {
  /// What an edit of a story changed: the story, and its claims in numbers where they are many.
  fileprivate init(_ outcome: OperationOutcome, _ revision: ArticleRevision) {
    self.init(outcome)
    let claims = revision.edit.claims
    if outcome.claims.count > 5 {
      lines = Array(lines.prefix(outcome.articles.count))
      let parts = [
        (claims.changed.count, "read anew"), (claims.added.count, "new"),
        (claims.dropped.count, "dropped"),
      ]
      let words = parts.filter { $0.0 > 0 }.map { counted($0.0, "claim") + " " + $0.1 }
      lines.append(StyledText(joined(words)))
    }
    guard !revision.kept.isEmpty else { return }
    let stay = revision.kept.count == 1 ? "stays" : "stay"
    warnings.append(
      StyledText(
        "\(ranges(revision.kept)): not found any more, but \(stay), since people worked on "
          + (revision.kept.count == 1 ? "it" : "them"), .warning))
  }
}
