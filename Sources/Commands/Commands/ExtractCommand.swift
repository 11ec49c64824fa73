package import ArgumentParser
import ArticleReading
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
      input is one story, or JSON Lines with a story a line, told from the first byte, and is read \
      as it comes. Every record has every member, empty where it has no use for it; `load` \
      takes such a file again without finding its claims anew.
      """)
  package static let helpOrder = 540
  package static let examples = [
    Example("extract cang-van-sa.txt", "one story"),
    Example("extract wire/ > claims.jsonl", "every story in a folder"),
    Example("extract cang-van-sa.txt --format csv", "the claims as a table"),
    Example("extract stories.jsonl --on-error record", "a bad record is a record as well"),
  ]

  @Argument(help: "Files, folders, patterns; standard input without any.")
  package var file: [String] = ["-"]

  @Option(name: .customLong("as"), help: "The form to write, instead of --format.")
  package var export: ExportName?

  @Option(name: .customLong("from"), help: "The form of the inputs, whatever they look like.")
  package var form: String?

  @Option(
    name: .customLong("on-error"),
    help: ArgumentHelp(
      "What becomes of records that are no stories: records in the output, nothing, or status 65.",
      valueName: "record|skip|fail"))
  package var onError = FaultPolicy.fail

  @Option(
    help: ArgumentHelp(
      "Write what a line of standard input gives before the next is read, or block by block.",
      valueName: "line|block"))
  package var flush = FlushPolicy.block

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

  package static func plain(_ operands: [String]) -> ExtractCommand? {
    var command = ExtractCommand()
    command.file = operands.isEmpty ? ["-"] : operands
    (command.export, command.form, command.deep) = (nil, nil, false)
    (command.onError, command.flush) = (.fail, .block)
    (command.columns, command.output) = (.none, .none)
    return command
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let format = output.format ?? context.interpreter.format ?? .jsonl
    let failures: InputFailures?
    if let export = export?.type ?? ClaimExports.named(format.rawValue) {
      try refuseRecords(of: export)
      try context.emit(export.head())
      failures = try forEachStory(desk, context, export.bytes, { export.bytes(of: $0) ?? [] }) {
        let bytes = $0.count == 1 ? $0[0] : Array($0.joined())
        if !bytes.isEmpty { try context.emit(bytes) }
      }
      try context.emit(export.tail())
    } else {
      var records = [JSONValue]()
      failures = try forEachStory(desk, context, ExtractRecords.values, ExtractRecords.values) {
        records += $0.joined()
      }
      try context.emit(Self.output(records, format))
    }
    if let failures { throw failures }
    return .nothing
  }

  /// Tables have claims alone.
  private func refuseRecords(of export: any ClaimExport.Type) throws(UserError) {
    let example = ErrorRecord(article: nil, line: nil, words: "")
    guard onError == .record, export.bytes(of: example) == nil else { return }
    throw UserError(
      UsageError(
        command: Self.name,
        .rule("\(export.name) has no records of errors; say --on-error skip, or write jsonl")))
  }

  /// Hands over what `value` makes of each story, in order, and, where they are wanted, what
  /// `fault` makes of what is none; gives back the inputs that are none.
  private func forEachStory<Value: Sendable>(
    _ desk: Desk, _ context: CommandContext,
    _ value: @escaping @Sendable (Article, [Claim]) -> Value,
    _ fault: @escaping @Sendable (ErrorRecord) -> Value, take: ([Value]) throws -> Void
  ) throws -> InputFailures? {
    let plan = try StoryPlan(
      file, reading: try reading(desk, context), input: context.console.standardInput)
    let extractor = try desk.extractor(deep: deep)
    let heard = Mutex((languages: Set<ArticleLanguage>(), faults: 0))
    let keepsFaults = onError == .record
    let faulty: @Sendable (ReadingError) -> [Value] = { error in
      heard.withLock { $0.faults += 1 }
      return keepsFaults ? [fault(ErrorRecord(error))] : []
    }
    var count = 0
    let failures = try plan.run(
      workers: desk.surroundings.workers, faulty: onError == .fail ? nil : faulty
    ) { story, done in
      var claims = [Claim]()
      heard.withLock { _ = $0.languages.insert(story.article.language) }
      extractor.extract(story.article, progress: done) { claims.append($0) }
      return [value(story.article, claims)]
    } show: {
      try context.console.step($0)
    } take: { values in
      count += values.count
      try take(values.flatMap { $0 })
    }
    context.console.show(nil)
    let (languages, faults) = heard.withLock { ($0.languages, $0.faults) }
    var notes = plan.reading.heard.lines
    if let notice = desk.finderNotice(deep: deep, languages: Array(languages)) {
      notes.insert(notice, at: 0)
    }
    if faults > 0 { notes.append("\(counted(faults, "record")) could not be read") }
    context.console.tell(notes.map { StyledText("theo: \($0)", .warning) })
    return failures.isEmpty ? nil : InputFailures(failures, of: count + failures.count)
  }

  private func reading(_ desk: Desk, _ context: CommandContext) throws(UserError) -> StoryReading {
    var reading = try columns.reading(form: form, on: desk, for: Self.name, option: "--from")
    reading.takesNothing = true
    reading.lines = context.console.standardInput(inBlocksOf: flush == .line ? 1 : 1 << 16)
    return reading
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

extension ErrorRecord {
  fileprivate init(_ error: ReadingError) {
    self.init(
      article: error.record ?? (error.input == "-" ? nil : error.input), line: error.line,
      words: "\(error.problem); \(error.remedy)")
  }
}
