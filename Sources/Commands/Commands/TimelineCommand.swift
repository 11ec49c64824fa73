package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct TimelineCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "List claims by the date they speak of.",
    discussion: """
      A claim that speaks of several dates has several lines. A day without a year ("5/1") takes \
      the year of its story where that has a date; without one it stands at the end, as \
      "(no year) 01-05".
      """)
  package static let helpOrder = 280
  package static let examples = [
    Example("timeline", "every dated claim, the earliest first"),
    Example("timeline speaker:\"Thu Ha\" date:2024", "what she said of one year"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  private struct Entry {
    /// "2024-01-05", "2024-01", "2024"; "--01-05" for a day of no known year.
    var date: String
    var facts: ClaimFacts

    var hasYear: Bool { !date.hasPrefix("--") }

    /// Days of no known year last.
    var key: (Int, String, ClaimID) { (hasYear ? 0 : 1, date, facts.record.id) }

    var readableDate: String { hasYear ? date : "(no year) \(date.dropFirst(2))" }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let dated = Selection(.criterion(.has(.date)))
    let wanted = selection.isEmpty ? dated : try context.selection(selection, in: store).and(dated)
    let found = store.select(wanted).flatMap { entries(of: $0, in: store) }
      .sorted { $0.key < $1.key }
    let shown = listing.cut(found)
    var table = Table(
      columns: [
        .init("date"), .init("id"), .init("article", forData: true),
        .init("speaker", flexible: true),
        .init("text", title: "claim", flexible: true, least: 24), .init("verdict"),
      ],
      emptyMessage: "no claim speaks of a date")
    table.footer = listing.footer(shown.count, of: found.count, "timeline")
    for entry in shown { table.rows.append(row(entry)) }
    return .table(table)
  }

  /// One for each date of a claim.
  private func entries(of id: ClaimID, in store: FactStore) -> [Entry] {
    guard let facts = ClaimFacts(id, in: store) else { return [] }
    var seen = Set<String>()
    return facts.claim.dates.map { date($0, of: facts.article) }
      .filter { seen.insert($0).inserted }
      .map { Entry(date: $0, facts: facts) }
  }

  /// "--01-05" → "2024-01-05" where the story is of 2024.
  private func date(_ mention: DateMention, of article: Article) -> String {
    guard mention.iso.hasPrefix("--") else { return mention.iso }
    guard let date = article.date else { return mention.iso }
    return "\(date.description.prefix { $0 != "-" })-\(mention.iso.dropFirst(2))"
  }

  private func row(_ entry: Entry) -> [Table.Cell] {
    let record = entry.facts.record
    return [
      .init(StyledText(entry.readableDate, .number), .string(entry.date)),
      .init(record.id.description, .id),
      .init(record.articleID.description, .id),
      .init(
        StyledText(joined(entry.facts.speakers), .speaker), JSONValue(entry.facts.speakers)),
      .init(entry.facts.words, .string(entry.facts.exact(entry.facts.claim.content))),
      .init(verdictOf: record),
    ]
  }
}
