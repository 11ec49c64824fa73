package import ArgumentParser
import ClaimExtraction
import ClaimModel
package import Desk
import Disk
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ExtractCommand: TakesManyWords {
  package static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Write the claims of stories as JSON Lines.",
    discussion: """
      For each story an article record and then its claim records, as soon as it is read; \
      offsets are Unicode code points into the story. The session stays as it is. Standard \
      input is one story, or JSON Lines with a story a line, told from the first byte.
      """)
  package static let helpOrder = 540
  package static let examples = [
    Example("extract cang-van-sa.txt", "one story"),
    Example("extract wire/ > claims.jsonl", "every story in a folder"),
    Example("extract cang-van-sa.txt --format csv", "the claims as a table"),
  ]

  @Argument(help: "Files, folders, patterns; standard input without any.")
  package var file: [String] = ["-"]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(file) }

  package var operands: [String] {
    get { file }
    set { file = newValue }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let plan = try StoryPlan(file, input: context.console.standardInput)
    let format = output.format ?? context.interpreter.format ?? .jsonl
    let workers = desk.surroundings.workers
    var count = 0
    var records = [JSONValue]()
    let failures = try plan.run(workers: workers) { article, done in
      var claims = [Claim]()
      ClaimExtractor().extract(article, progress: done) { claims.append($0) }
      var bytes = [UInt8]()
      ExtractRecords.append(article, claims: claims, to: &bytes)
      return bytes
    } show: {
      try context.console.step($0)
    } take: { pieces in
      count += pieces.count
      guard format == .jsonl else { return records += pieces.flatMap(Self.values) }
      try context.emit(pieces.count == 1 ? pieces[0] : Array(pieces.joined()))
    }
    context.console.show(nil)
    if let words = UnusedMembers.words(plan.unused.sorted) {
      context.console.tell([StyledText("theo: \(words)", .warning)])
    }
    if format != .jsonl { try context.emit(Self.output(records, format)) }
    if !failures.isEmpty { throw InputFailures(failures, of: count + failures.count) }
    return .nothing
  }

  private static func values(_ lines: [UInt8]) -> [JSONValue] {
    lines.split(separator: 0x0A).compactMap { try? JSONReader.read(Array($0)) }
  }

  /// All records as one JSON list; in the other formats the claims alone.
  private static func output(_ records: [JSONValue], _ format: OutputFormat) -> CommandOutput {
    if format == .json { return .raw(JSONWriter().bytes(.array(records)) + [0x0A]) }
    let keys = [
      "article", "id", "kind", "speaker", "text", "agencies", "quantities", "dates", "worth",
    ]
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
