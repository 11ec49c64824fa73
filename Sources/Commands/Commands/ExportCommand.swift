package import ArgumentParser
import ClaimModel
package import Desk
import Disk
import Exchange
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ExportCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hand the work on: table, workbook, database, annotations.",
    discussion: """
      All that is known of each claim: words and sentence, speaker and chain, figures and dates, \
      verdict, credibility, note, evidence, tags, who gave them and when, the story with its date \
      and link. The form follows from the file's ending (.csv, .xlsx, .json, .jsonl, .sqlite, \
      .jsonld) or from --as; brat and cas are several files, in a folder or a .zip. The old file \
      stays until the new one is whole. '-' and no file write to the output, for > and |. In csv, \
      text that a spreadsheet would take for a formula has an apostrophe before it, which import \
      takes off. Offsets are code points, in cas UTF-16 units.
      """)
  package static let helpOrder = 715
  package static let examples = [
    Example("export claims.xlsx", "for a colleague; import reads it back"),
    Example("export checked.csv verdict:false,misleading", "some claims"),
    Example("export desk.sqlite", "for sqlite3, DuckDB, Datasette"),
    Example("export - --as jsonl | duckdb", "to another program"),
    Example("export corpus.zip --as brat", "for annotators"),
    Example(
      "export reviews.json --as claimreview --site https://example.org/checks",
      "for search engines and archives"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "The file, a folder for brat and cas, or '-' for the output.")
  package var path = "-"

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @Option(
    name: .customLong("as"), help: "The form, where the file's ending does not tell it.")
  package var form: DeskFormName?

  @Option(help: "For claimreview: the page where the checks are published.")
  package var site: String?

  @Flag(help: "For csv: begin with a byte order mark, by which Excel tells UTF-8.")
  package var bom = false

  @Flag(
    name: [.customLong("yes"), .customShort("y")],
    help: "Replace a file that is there without asking.")
  package var isSure = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(isToOutput ? [] : [path]) }

  private var isToOutput: Bool { path == "-" || isQuery }

  /// Whether the first word is no file but claims: `export --as jsonl c2`.
  private var isQuery: Bool {
    guard form != nil, DeskForms.ofFile(path) == nil else { return false }
    return QueryText.isIDs(path) || (path.hasPrefix("@") && path.count > 1)
  }

  private var query: [String] { isQuery ? [path] + selection : selection }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let type = try formType()
    let claims = try context.select(orAll: query, in: desk.store)
    let target = UserPath.located(path)
    if !isToOutput, try !mayWrite(target, on: desk, in: context) { return .report(.notWritten) }
    var file =
      isToOutput
      ? DeskFile.output { try context.emit($0) }
      : try DeskFile(target, type.kind, desk.surroundings.calls)
    var form = type.init(DeskHead(desk, site: site, isMarked: bom))
    var out = DeskOutput()
    var (stories, done) = (0, 0)
    defer { context.console.show(nil) }
    try DeskStory.forEach(claims, in: desk.store, withEmpty: query.isEmpty) { story in
      try context.console.step(
        Progress(work: "exporting", done: done, total: claims.count, unit: "claims"))
      try form.add(story, to: &out)
      try file.take(&out)
      stories += 1
      done += story.claims.count
    }
    try form.finish(&out)
    try file.take(&out)
    for loss in try file.finish() { desk.note(loss.words(path)) }
    guard !isToOutput else { return .nothing }
    return .report(report(type.name, stories: stories, claims: done - out.leftOut, out.leftOut))
  }

  private func mayWrite(
    _ target: String, on desk: Desk, in context: CommandContext
  ) throws(UserError) -> Bool {
    if desk.isOwn(target) { throw UserError(DeskError.copyOverItself(path)) }
    try desk.checkNoKeptWork(path)
    if isSure { return true }
    return try context.mayReplace(target, on: desk, bySession: false)
  }

  private func formType() throws(UserError) -> any DeskForm.Type {
    guard let type = form?.type ?? (isToOutput ? nil : DeskForms.ofFile(path)) else {
      let names = DeskForms.all.map { $0.name }
      throw UserError(
        UsageError(
          command: Self.name,
          .rule(
            isToOutput
              ? "expected a file, or --as and one of \(joined(names))"
              : "the ending of '\(path)' says no form; give --as and one of \(joined(names))")))
    }
    if isToOutput, type.kind != .text {
      throw UserError(
        UsageError(
          command: Self.name,
          .rule("\(type.name) is no text; give a file, as in: export desk --as \(type.name)")))
    }
    return type
  }

  /// "wrote claims.xlsx · xlsx, 4 stories, 37 claims"
  private func report(_ form: String, stories: Int, claims: Int, _ leftOut: Int) -> Report {
    var counts = [form, counted(stories, "story"), counted(claims, "claim")]
    if leftOut > 0 { counts.append("\(counted(leftOut, "claim")) without a verdict left out") }
    return Report(
      [StyledText("wrote ") + StyledText(path, .heading) + StyledText(" · " + joined(counts))],
      value: [
        "path": .string(path), "form": .string(form), "articles": .integer(stories),
        "claims": .integer(claims),
      ])
  }
}

/// A form by its name.
package struct DeskFormName: ExpressibleByArgument, Sendable {
  let type: any DeskForm.Type

  package init?(argument: String) {
    guard let type = DeskForms.named(argument) else { return nil }
    self.type = type
  }

  package static var allValueStrings: [String] { DeskForms.all.map { $0.name } }
}
