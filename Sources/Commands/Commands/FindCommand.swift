package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct FindCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find words in the stories, claims or not.",
    discussion: """
      Stories that have all of the words are shown with each line where one stands. Words in \
      quotation marks stand one behind the other, prefix* begins a word; words typed without \
      marks find accented ones. claims WORDS looks in claims alone.
      """)
  package static let helpOrder = 240
  package static let examples = [
    Example("find cầu phà", "stories with both words"),
    Example("find \"ben lua\" --limit 5", "a phrase, marks or not"),
  ]

  @Argument(help: ArgumentHelp("What to find.", valueName: "words"))
  package var words: [String]

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let lines = HitLine.lines(try hits(in: desk.store), in: desk.store)
    let shown = listing.cut(lines)
    var table = Table(
      columns: [
        .init("article"), .init("claims", title: "claim"), .init("spans", forData: true),
        .init("text", flexible: true, least: 40),
      ],
      emptyMessage: desk.store.articles.isEmpty
        ? "no stories yet; load a story: load PATH" : "no story has these words")
    table.footer = listing.footer(shown.count, of: lines.count, "find")
    var offsets = [ArticleID: ScalarOffsets]()
    for line in shown {
      guard let article = desk.store.article(line.article)?.article else { continue }
      let counted = offsets[line.article] ?? ScalarOffsets(article.text)
      offsets[line.article] = counted
      table.rows.append([
        .init(line.article.description, .id),
        .init(StyledText(line.claims.joined(separator: " "), .id), JSONValue(line.claims)),
        .init("", JSONValue(line.spans, counted)),
        .init(
          line.context(in: article.text).styled(.hit),
          JSONValue(line.spans.map(article.text))),
      ])
    }
    return .table(table)
  }

  private func hits(in store: FactStore) throws -> [TextHit] {
    do throws(QueryError) { return try store.find(words) } catch {
      throw UsageError(command: Self.name, .rule("\(error.message); \(error.expected)"))
    }
  }
}
