package import ArgumentParser
import ClaimModel
package import Desk
import Disk
import Exchange
import FactStore
import JSONText
package import Presentation
import Sessions
package import Shell
import SystemPackage
import TerminalText

package struct ReportCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report that can be handed on, and checked without theo.",
    discussion: """
      The end of the file's name says the form: .html (one page that needs no network), .md, .docx \
      or .txt. It has the stories with their claims marked, what was found about each and from whom \
      it comes, contradictions, what was not checked and why, how it was done and who changed what. \
      For readers (--for reader) notes, tags, names of staff and the log are left out. Beside it a \
      folder FILE.verify is written: with python3 FILE.verify/verify.py anybody can check that \
      every quotation stands in its text and that nothing was changed since; tell them the seal \
      by another way than the report. A report that is there is written over; at the prompt after \
      a yes, or with --yes.
      """)
  package static let helpOrder = 745
  package static let examples = [
    Example("report cang-van-sa.html", "everything, as a page for the editor"),
    Example("report cong-bo.html --for reader --lang vi", "for publication, in Vietnamese"),
    Example("report hai-cau.docx verdict:false", "some claims, as a Word document"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "The file: .html, .md, .docx or .txt.")
  package var file: String

  @Argument(help: "Claims that it is of; all without it.")
  package var selection: [String] = []

  @Option(name: .customLong("for"), help: "For whom: editor or reader.")
  package var audience: ReportAudience = .editor

  @Option(help: "In which language it speaks: en or vi.")
  package var lang: ReportLanguage = .en

  @Flag(
    name: [.customLong("yes"), .customShort("y")],
    help: "Replace a report that is there without asking.")
  package var isSure = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files([file, file + ".verify"]) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let path = UserPath.located(file)
    let form: ReportForm
    do throws(ReportError) { form = try ReportForm(path: path) } catch { throw UserError(error) }
    try desk.checkNoKeptWork(file)
    if !isSure, try !context.mayReplace(path, on: desk, bySession: false) {
      return .report(.notWritten)
    }
    let copy = try desk.copy(forReaders: audience == .reader)
    let claims = selection.isEmpty ? nil : try context.select(selection, in: copy.store)
    let builder = ReportBuilder(
      copy.store, claims: claims, audience: audience.model, newsroom: desk.newsroom)
    defer { context.console.show(nil) }
    let model = try builder.model(
      language: lang.model, query: claims == nil ? nil : context.query(selection).text,
      head: copy.head.description
    ) { done, total throws(UserError) in
      try context.console.step(
        Progress(work: "reporting", done: done, total: total, unit: "stories"))
    }
    let report = FinishedReport(model, form, path: path, session: copy.bytes)
    for loss in try report.write(desk.surroundings.calls) { desk.note(loss.words(file)) }
    return .report(told(report, model))
  }

  private func told(_ report: FinishedReport, _ model: ReportModel) -> Report {
    let checked = model.claims.count { $0.verdict != .unchecked }
    let counts = [
      counted(model.stories.count, "story"), counted(model.claims.count, "claim"),
      "\(checked) with a verdict",
    ]
    let lines = [
      StyledText("wrote ") + StyledText(report.path, .heading) + StyledText(" · " + joined(counts)),
      StyledText("to check it without theo: python3 \(report.folder)/verify.py", .dim),
      StyledText("seal ") + StyledText(report.seal, .id),
      StyledText("head ") + StyledText(model.head, .id),
    ]
    return Report(
      lines,
      value: [
        "path": .string(report.path), "verify": .string(report.folder),
        "seal": .string(report.seal), "head": .string(model.head),
        "articles": .integer(model.stories.count), "claims": .integer(model.claims.count),
        "checked": .integer(checked), "bytes": .integer(report.bytes.count),
      ])
  }
}

/// For whom a report is made.
package enum ReportAudience: String, CaseIterable, ExpressibleByArgument, Sendable {
  case editor, reader

  var model: ReportModel.Audience { self == .reader ? .reader : .editor }
}

/// The languages that reports are written in.
package enum ReportLanguage: String, CaseIterable, ExpressibleByArgument, Sendable {
  case en, vi

  var model: ArticleLanguage { self == .vi ? .vietnamese : .english }
}
