package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct SourcesCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List agencies and speakers with their claims and verdicts.",
    discussion: """
      Those with most claims come first; with words, those alone that have them in a name, \
      marks and case apart where the words have none. Grades are those of the Admiralty code. --graph draws \
      which articles come from which agency, and which article is a copy of which. --doubtful \
      lists pairs of sources that may be one, and sources that may be two, the surest first, with \
      what stories say of each and the command that makes them one; nothing is changed.
      """)
  package static let helpOrder = 310
  package static let examples = [
    Example("sources", "every source"),
    Example("sources ngoai giao", "those with both words in a name"),
    Example("sources \"Thu Ha\" an*", "a phrase, and a word that starts so"),
    Example("sources --kind agency", "agencies alone"),
    Example("sources --grade ..C", "those graded A, B or C"),
    Example("sources --doubtful", "those that may be one, and the command to merge them"),
    Example("sources --graph", "articles below the sources they come from"),
    Example("sources --dot > sources.dot", "the same for Graphviz"),
    Example("sources --limit 10 --format md", "the ten with most claims, for a report"),
  ]

  @Argument(help: "Words of a name; all sources without them.")
  package var words: [String] = []

  @Option(help: "Only sources of this kind.")
  package var kind: SourceKind?

  @Option(help: "Only sources with this reliability, as in B, A..C or ..C.")
  package var grade: String?

  @Flag(help: "List sources that may be one, or two under one name.")
  package var doubtful = false

  @Flag(help: "Draw which articles come from which source.")
  package var graph = false

  @Flag(help: "The drawing in the DOT language of Graphviz.")
  package var dot = false

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    if dot { return .raw(Array(SourceGraph(desk.store).dot.utf8)) }
    if graph {
      let graph = SourceGraph(desk.store)
      return .report(Report(graph.lines(width: context.renderOptions.width), value: graph.json))
    }
    if doubtful { return .table(try doubts(in: desk.store)) }
    let tallies = SourceTallies(desk.store)
    let added = desk.store.addedSources
    let sources = try fitting(in: desk.store)
      .map { (record: $0, tally: tallies[$0.name]) }
      .filter {
        !words.isEmpty || $0.tally.total > 0 || !$0.record.marks.isEmpty
          || added.contains($0.record.name)
      }
      .sorted { ($1.tally.total, $0.record.name) < ($0.tally.total, $1.record.name) }
    let shown = listing.cut(sources)
    var table = Table.sources
    table.footer = listing.footer(shown.count, of: sources.count, "sources")
    for source in shown { table.append(source.record, source.tally) }
    if isNarrowed {
      let nearest = words.isEmpty ? [] : desk.store.nearestSources(to: joinedWords)
      table.emptyMessage = StyledText(
        "no source matches" + (nearest.isEmpty ? "" : "." + suggestion(nearest)))
    }
    return .table(table)
  }
}

extension SourcesCommand {
  private var joinedWords: String { words.joined(separator: " ") }

  private var isNarrowed: Bool { kind != nil || grade != nil || !words.isEmpty }

  /// Pairs in which one of the sources is among those that are asked for.
  private func doubts(in store: FactStore) throws -> Table {
    let names = isNarrowed ? Set(try fitting(in: store).map(\.name)) : nil
    let doubts = store.sourceDoubts.filter { doubt in
      names.map { $0.contains(doubt.source.name) || $0.contains(doubt.other?.name ?? "") } ?? true
    }
    let shown = listing.cut(doubts)
    var table = Table.doubts
    table.footer = listing.footer(shown.count, of: doubts.count, "sources --doubtful")
    for doubt in shown { table.append(doubt) }
    return table
  }

  /// The sources with the words, of the kind and with the grade that are asked for.
  private func fitting(in store: FactStore) throws -> [SourceRecord] {
    let grades = try grade.map(reliability)
    return try named(in: store)
      .filter { kind == nil || $0.source.kind == kind }
      .filter { source in grades.map { source.isGraded(in: $0) } ?? true }
  }

  private func named(in store: FactStore) throws(UserError) -> [SourceRecord] {
    guard !words.isEmpty else { return store.sources }
    guard let found = store.sources(withWords: words) else {
      throw UserError(
        UsageError(
          command: Self.name, .rule("no letter or digit in '\(joinedWords)'; expected a name")))
    }
    return found
  }

  /// "..C" → A to C.
  private func reliability(_ text: String) throws(UserError) -> ClosedRange<Character> {
    guard let range = GradeRange(parsing: text), let letters = range.reliability,
      range.credibility == nil
    else {
      throw UserError(
        UsageError(
          command: Self.name,
          .rule("'\(text)' is no value of --grade; expected A to F or a range: B, A..C, ..C")))
    }
    return letters
  }
}

extension SourceRecord {
  fileprivate func isGraded(in range: ClosedRange<Character>) -> Bool {
    reliability.map { range.contains(Character($0.rawValue)) } ?? false
  }
}

extension SourceKind: ExpressibleByArgument {}

/// Numbers of claims by source and verdict.
struct SourceTallies {
  private let tallies: [String: VerdictTally]

  init(_ store: FactStore) {
    let summaries = store.sourceSummaries.map { ($0.source.name, $0.verdicts) }
    tallies = Dictionary(summaries) { first, _ in first }
  }

  subscript(name: String) -> VerdictTally { tallies[name] ?? VerdictTally() }
}

extension Table {
  fileprivate static var sources: Table {
    Table(
      columns: [
        Column("name", title: "source", flexible: true), Column("kind"), Column("country"),
        Column("claims", right: true), Column("verdicts", flexible: true),
        Column("reliability", title: "grade"),
        Column("parent", forData: true), Column("aliases", forData: true),
        Column("notes", forData: true),
        Column("tags", forData: true),
      ],
      emptyMessage: "no sources yet; stories bring them, and attribute: load PATH")
  }

  fileprivate mutating func append(_ record: SourceRecord, _ tally: VerdictTally) {
    let style: Style =
      record.source.kind == .agency || record.source.kind == .outlet ? .agency : .speaker
    let (words, counts) = tally.counts
    rows.append([
      Cell(record.name, style), Cell(record.source.kind.rawValue),
      Cell(StyledText(record.source.country ?? ""), JSONValue(optional: record.source.country)),
      Cell(StyledText("\(tally.total)", .number), .integer(tally.total)),
      Cell(words, .object(counts)),
      Cell(
        StyledText(record.reliability?.rawValue ?? ""),
        JSONValue(optional: record.reliability?.rawValue)),
      Cell("", JSONValue(optional: record.source.parent)),
      Cell("", JSONValue(record.source.aliases)), Cell("", JSONValue(record.notes)),
      Cell("", JSONValue(record.tags)),
    ])
  }
}
