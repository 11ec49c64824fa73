package import ArgumentParser
import ClaimExtraction
import ClaimModel
package import Desk
import Disk
import Exchange
import JSONText
package import Presentation
package import Shell
import Synchronization
import TerminalText

package struct ExtractCommand: TakesManyWords {
  package static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Write the claims of stories as JSON Lines.",
    discussion: """
      For each story an article record and then its claim records, as soon as it is read; \
      offsets are Unicode code points into the story. The session stays as it is. Standard \
      input is one story, or JSON Lines with a story a line, told from the first byte. The record of \
      a story that is no plain text has its text, authors, date, link and lead as well.
      """)
  package static let helpOrder = 540
  package static let examples = [
    Example("extract cang-van-sa.txt", "one story"),
    Example("extract wire/ > claims.jsonl", "every story in a folder"),
    Example("extract cang-van-sa.txt --format csv", "the claims as a table"),
  ]

  @Argument(help: "Files, folders, patterns; standard input without any.")
  package var file: [String] = ["-"]

  @Option(name: .customLong("as"), help: "The form to write, instead of --format.")
  package var export: ExportName?

  @Option(name: .customLong("from"), help: "The form of the inputs, whatever they look like.")
  package var form: String?

  @Flag(help: "Find more in English stories, with the deep finder; slower.")
  package var deep = false

  @OptionGroup package var columns: ReadingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(file) }

  package var operands: [String] {
    get { file }
    set { file = newValue }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let format = output.format ?? context.interpreter.format ?? .jsonl
    let failure: InputFailures?
    if let export = export?.type ?? ClaimExports.named(format.rawValue) {
      try context.emit(export.head())
      failure = try forEachStory(desk, context, export.bytes) {
        try context.emit($0.count == 1 ? $0[0] : Array($0.joined()))
      }
      try context.emit(export.tail())
    } else {
      var records = [JSONValue]()
      failure = try forEachStory(desk, context, ExtractRecords.values) { records += $0.joined() }
      try context.emit(Self.output(records, format))
    }
    if let failure { throw failure }
    return .nothing
  }

  /// Hands over what `value` makes of each story, in order; gives back the
  /// inputs that are none.
  private func forEachStory<Value: Sendable>(
    _ desk: Desk, _ context: CommandContext,
    _ value: @escaping @Sendable (Article, [Claim]) -> Value, take: ([Value]) throws -> Void
  ) throws -> InputFailures? {
    let reading = try columns.reading(form: form, on: desk, for: Self.name, option: "--from")
    let plan = try StoryPlan(file, reading: reading, input: context.console.standardInput)
    let extractor = try desk.extractor(deep: deep)
    let languages = Mutex([ArticleLanguage]())
    var count = 0
    let failures = try plan.run(workers: desk.surroundings.workers) { article, done in
      var claims = [Claim]()
      languages.withLock { $0.append(article.language) }
      extractor.extract(article, progress: done) { claims.append($0) }
      return value(article, claims)
    } show: {
      try context.console.step($0)
    } take: { values in
      count += values.count
      try take(values)
    }
    context.console.show(nil)
    if let notice = desk.finderNotice(deep: deep, languages: languages.withLock { $0 }) {
      context.console.tell([StyledText("theo: \(notice)", .warning)])
    }
    for note in plan.reading.heard.lines {
      context.console.tell([StyledText("theo: \(note)", .warning)])
    }
    return failures.isEmpty ? nil : InputFailures(failures, of: count + failures.count)
  }

  /// All records as one JSON list; in the other formats the claims alone.
  private static func output(_ records: [JSONValue], _ format: OutputFormat) -> CommandOutput {
    if format == .json { return .raw(JSONWriter().bytes(.array(records)) + [0x0A]) }
    let keys = CSVExport.columns
    let flexible: Set = ["article", "speaker", "text", "agencies", "quantities", "dates"]
    var table = Table(
      columns: keys.map { .init($0, flexible: flexible.contains($0)) },
      emptyMessage: "no claims found")
    for case .object(let record) in records where record["record"] == .string("claim") {
      table.rows.append(keys.map { cell($0, record[$0] ?? .null) })
    }
    return .table(table)
  }

  private static func cell(_ key: String, _ value: JSONValue) -> Table.Cell {
    let shown = value.cellText
    return .init(StyledText(key == "text" ? ReadableText.text(shown) : shown), value)
  }
}

/// An export by its name.
package struct ExportName: ExpressibleByArgument, Sendable {
  let type: any ClaimExport.Type

  package init?(argument: String) {
    guard let type = ClaimExports.named(argument) else { return nil }
    self.type = type
  }

  package static var allValueStrings: [String] { ClaimExports.all.map { $0.name } }
}
