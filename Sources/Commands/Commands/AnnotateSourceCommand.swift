package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct AnnotateSourceCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "annotate source", abstract: "Grade a source, give it a note, tags or a parent.",
    discussion: """
      Reliability is the letter of the Admiralty code: A completely reliable, B usually, \
      C fairly, D not usually, E unreliable, F cannot be judged.
      """)
  package static let helpOrder = 430
  package static let examples = [
    Example("annotate source AFP --reliability B", "grades an agency"),
    Example("annotate source \"Lê Thu Hà\" --note \"speaks for the harbour\"", "a remark"),
    Example("annotate source \"Cục Thống kê\" --parent \"Bộ Tài chính\"", "what it is a part of"),
  ]

  @Argument(help: "The source, by any of its names.")
  package var source: String

  @Option(help: "A to F.")
  package var reliability: Reliability?

  @Option(help: "A remark, in the place of your own earlier one; an empty one takes it away.")
  package var note: String?

  @Flag(name: .customLong("no-note"), help: "Take all notes away, whoever wrote them.")
  package var noNote = false

  @Option(parsing: .singleValue, help: "A tag; may be given several times.")
  package var tag: [String] = []

  @Option(parsing: .singleValue, help: "A tag to take away.")
  package var untag: [String] = []

  @Option(help: ArgumentHelp("The source that it is a part of.", valueName: "source"))
  package var parent: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func validate() throws {
    try checkWords(tag, of: "--tag", "a word, as in: --tag urgent")
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let notes = desk.store.source(named: source)?.assessment.signedNotes
    var mark = SourceMark(
      reliability: reliability, note: note.flatMap { $0.isBlank ? nil : $0 }, tags: tag,
      removedTags: untag, parent: parent)
    if note != nil, notes?.texts(by: desk.user).isEmpty == false { mark.removedNotes = .own }
    if noNote, notes?.texts.isEmpty == false { mark.removedNotes = .all }
    guard !mark.isEmpty else {
      if note != nil || noNote {
        return .report(Report([StyledText("nothing changed: there is none", .dim)], value: .null))
      }
      throw UsageError(
        command: Self.name, .rule("nothing to set; give --reliability, --note, --tag or --parent"))
    }
    return .report(Report(try desk.perform(.annotateSource(source, mark))))
  }
}

extension Reliability: ExpressibleByArgument {
  /// Either case does: "b" → B.
  package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
