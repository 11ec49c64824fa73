package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct VersionsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "versions", abstract: "List the versions of a story.",
    discussion: """
      When each came and by whom, how long it is, and what became of the claims: kept, with other \
      words, gone, new. Without a story, of all stories that changed. diff a3 a3@1 shows what \
      changed in the text; claims is:changed and claims is:gone list the claims.
      """)
  package static let helpOrder = 145
  package static let examples = [
    Example("versions a3", "what became of the third story"),
    Example("versions", "every story that changed"),
  ]

  @Argument(help: "The story, as in a3; without it all that changed.")
  package var article: String?

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let records =
      try article.map { [try context.article($0, of: Self.name, in: store)] }
      ?? store.articles.filter { $0.version > 1 }
    let versions = records.flatMap { record in (1...record.version).map { (record, $0) } }
    let times = TimeColumn(of: versions.map { $0.0.time(ofVersion: $0.1) })
    let shown = listing.cut(versions)
    var table = Table(
      columns: [
        .init("article", title: "story"), .init("version", right: true),
        .init("time", title: times.title("loaded")), .init("user", title: "by", flexible: true),
        .init("length", title: "letters", right: true), .init("kept", right: true),
        .init("changed", right: true), .init("gone", right: true), .init("new", right: true),
        .init("title", flexible: true, spare: true),
        .init("notices", flexible: true, foldsWhenShared: true),
        .init("changed_claims", forData: true), .init("gone_claims", forData: true),
        .init("new_claims", forData: true),
      ],
      footer: listing.footer(shown.count, of: versions.count, Self.name),
      emptyMessage: "no story changed; load PATH --update makes a new version of one")
    for (record, number) in shown { table.rows.append(row(record, number, times)) }
    return .table(table)
  }

  private func row(_ record: ArticleRecord, _ number: Int, _ times: TimeColumn) -> [Table.Cell] {
    let article = record.article(version: number) ?? record.article
    let version = number > 1 ? record.versions[number - 2] : nil
    func count(_ value: Int?, _ style: Style = .number) -> Table.Cell {
      value.map { .init(StyledText("\($0)", $0 > 0 ? style : .dim), .integer($0)) }
        ?? .init(StyledText(), .null)
    }
    func ids(_ claims: [ClaimID]?) -> Table.Cell {
      .init(StyledText(), JSONValue((claims ?? []).map(\.description)))
    }
    let length = article.text.unicodeScalars.count
    let notices = article.notices
    return [
      .init(record.id.description, .id), .init(StyledText("\(number)", .number), .integer(number)),
      times.cell(record.time(ofVersion: number)), .init(version?.user ?? record.loadedBy),
      .init(StyledText("\(length)", .number), .integer(length)),
      count(version?.kept), count(version?.changed.count, .warning),
      count(version?.gone.count, .failure), count(version?.added.count, .good),
      .init(
        StyledText(article.headline.map { ReadableText.text($0) } ?? ""),
        JSONValue(optional: article.headline)),
      .init(
        StyledText(joined(notices.map(\.sentence)), .warning), JSONValue(notices.map(\.sentence))),
      ids(version?.changed), ids(version?.gone), ids(version?.added.map { ClaimID($0) }),
    ]
  }
}

extension ArticleRecord {
  /// When a version came.
  func time(ofVersion number: Int) -> Timestamp {
    number > 1 && versions.indices.contains(number - 2) ? versions[number - 2].time : loadedAt
  }
}
