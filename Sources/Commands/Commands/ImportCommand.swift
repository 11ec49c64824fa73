package import ArgumentParser
package import Desk
import Disk
import Exchange
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ImportCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in verdicts, notes and claims that others made.",
    discussion: """
      Sheets (csv, xlsx) that came back: claims by id and words, columns by their names in English \
      or Vietnamese, in any order. Web Annotation and brat: claims by their place in a story; one \
      that is not here yet is added. ClaimReview: by id or words. All changes are shown before \
      they are made; they are ordinary operations, which undo takes back. What has no place, and \
      each row that does not fit, is listed with the reason. An empty cell leaves things as they \
      are.
      """)
  package static let helpOrder = 716
  package static let examples = [
    Example("import claims.xlsx", "a sheet that a colleague filled in"),
    Example("import corpus.zip", "brat standoff, as from 'export corpus.zip --as brat'"),
    Example("import notes.jsonld --dry-run", "what it would change"),
    Example("import claims.csv --yes", "in a script"),
  ]

  @Argument(help: "The file; for brat a folder, a .zip or one .ann.")
  package var path: String

  @Option(
    name: .customLong("as"),
    help: "csv, xlsx, webannotation, brat or claimreview, where the ending does not tell it.")
  package var form: ImportFormName?

  @Flag(name: .customLong("dry-run"), help: "Show what would change, and change nothing.")
  package var isDry = false

  @Flag(
    name: [.customLong("yes"), .customShort("y")], help: "Make the changes without asking.")
  package var isSure = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files([path]) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let located = UserPath.located(path)
    let (form, file) = try ImportForm.read(located, named: path, as: form?.form)
    let plan = ImportPlan(file, form, on: desk)
    guard !plan.steps.isEmpty else {
      let words = StyledText("nothing to change: the desk has all that fits", .dim)
      return .report(Report([words], warnings: plan.remarkLines, value: plan.value(made: 0)))
    }
    if context.isForPeople { try show(plan, in: context) }
    if isDry { return context.isForPeople ? .nothing : Self.value(plan, made: 0) }
    if !isSure {
      guard context.console.isInteractive else { throw ImportError.unconfirmed(plan.changeCount) }
      let question = "make \(plan.changeCount == 1 ? "this change" : "these changes")?"
      guard context.console.confirm(question) else { return .report(.leftAlone) }
    }
    let made = try plan.perform(on: &desk)
    guard context.isForPeople else { return Self.value(plan, made: made) }
    let line =
      "took in \(counted(plan.changeCount, "change")) of \(counted(plan.steps.count, "claim"))"
    return .report(
      Report(
        [StyledText(line) + StyledText(" · undo \(made) takes them back", .dim)],
        value: plan.value(made: made)))
  }

  private func show(_ plan: ImportPlan, in context: CommandContext) throws {
    try context.emit(.table(plan.table))
    guard !plan.remarks.isEmpty else { return }
    let heading = StyledText("left out, or not as the file has it:", .heading)
    try context.emit(
      .text(TextView(paragraphs: [heading] + plan.remarkLines, value: .null)))
  }

  private static func value(_ plan: ImportPlan, made: Int) -> CommandOutput {
    .report(Report([], value: plan.value(made: made)))
  }
}

/// A form that comes back, by its name.
package struct ImportFormName: ExpressibleByArgument, Sendable {
  let form: ImportForm

  package init?(argument: String) {
    guard let form = ImportForm(rawValue: argument) else { return nil }
    self.form = form
  }

  package static var allValueStrings: [String] { ImportForm.allCases.map(\.rawValue) }
}
