package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ArticlesCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "articles", abstract: "List the stories.", aliases: ["stories"])
  package static let helpOrder = 120
  package static let examples = [
    Example("articles", "every story, with its claims and where it came from"),
    Example("articles --format csv > stories.csv", "the same for a spreadsheet"),
  ]

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let records = desk.store.articles
    let shown = listing.cut(records)
    var table = Table(
      columns: [
        .init("id"), .init("language", title: "lang"), .init("claims", right: true),
        .init("unchecked", right: true), .init("title", flexible: true, least: 36),
        .init("author", flexible: true, foldsWhenShared: true, spare: true),
        .init("agencies", title: "via", flexible: true, foldsWhenShared: true),
        .init("date", foldsWhenShared: true, spare: true), .init("credits", forData: true),
        .init("encoding", forData: true),
        .init("name", title: "file", flexible: true, spare: true), .init("url", forData: true),
        .init(
          "version", right: true, forData: !records.contains { $0.version > 1 }),
      ],
      footer: listing.footer(shown.count, of: records.count, "articles"),
      emptyMessage: "no stories yet; load some: load PATH")
    for record in shown { table.rows.append(row(record, in: desk.store)) }
    return .table(table)
  }

  private func row(_ record: ArticleRecord, in store: FactStore) -> [Table.Cell] {
    let article = record.article
    let claims = store.listedClaims(in: record.id)
    let unchecked = claims.count { store.claim($0)?.assessment.group == .verdict(.unchecked) }
    let credits = article.captions.compactMap(\.credit)
    return [
      .init(record.id.description, .id), .init(article.language.rawValue),
      .init(StyledText("\(claims.count)", .number), .integer(claims.count)),
      .init(StyledText("\(unchecked)", .number), .integer(unchecked)),
      .init(StyledText(record.title), JSONValue(optional: article.headline)),
      .init(
        StyledText(article.author ?? ""), JSONValue(optional: article.author)),
      .init(StyledText(joined(article.agencies), .agency), JSONValue(article.agencies)),
      .init(
        StyledText(article.date?.description ?? ""),
        JSONValue(optional: article.date?.description)),
      .init(StyledText(joined(credits)), JSONValue(credits)), .init(article.encoding),
      .init(article.name),
      .init(StyledText(article.url ?? ""), JSONValue(optional: article.url)),
      .init(StyledText("\(record.version)", .number), .integer(record.version)),
    ]
  }
}
