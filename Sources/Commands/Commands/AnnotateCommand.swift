package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct AnnotateCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Give claims a verdict, a note, tags, evidence.",
    discussion: """
      Verdicts: unchecked, true, mostly-true, half-true, misleading, false, unverifiable. \
      Credibility is the digit of the Admiralty code: 1 confirmed by other sources, 2 probably \
      true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. A note takes the \
      place of your own earlier one; those of others stay beside it. An empty one takes yours \
      away.
      """)
  package static let helpOrder = 420
  package static let examples = [
    Example("annotate c9 --verdict half-true --note \"Xinhua: 11\" --evidence c22", "one claim"),
    Example("annotate c3..c5 --tag figures --credibility 2", "three claims"),
    Example("annotate c3 --untag figures", "takes a tag away"),
    Example("annotate c3 --no-note --no-evidence", "takes its notes and its evidence away"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims.")
  package var selection: [String]

  @Option(help: "What the claim was found to be.")
  package var verdict: Verdict?

  @Option(help: "1 to 6.")
  package var credibility: Int?

  @Option(help: "A remark, in the place of your own earlier one.")
  package var note: String?

  @Option(help: "A remark beside your earlier ones.")
  package var addNote: String?

  @Flag(name: .customLong("no-note"), help: "Take all notes away, whoever wrote them.")
  package var noNote = false

  @Option(parsing: .singleValue, help: "A tag; may be given several times.")
  package var tag: [String] = []

  @Option(parsing: .singleValue, help: "A tag to take away.")
  package var untag: [String] = []

  @Flag(name: .customLong("no-tags"), help: "Take all tags away.")
  package var noTags = false

  @Option(parsing: .singleValue, help: "A URL, or a claim that bears on this one.")
  package var evidence: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A piece of evidence to take away.", valueName: "evidence"))
  package var dropEvidence: [String] = []

  @Flag(name: .customLong("no-evidence"), help: "Take all evidence away.")
  package var noEvidence = false

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func validate() throws {
    guard note == nil || addNote == nil else {
      throw ValidationError("expected --note or --add-note, not both")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard setsSomething else {
      throw UsageError(
        command: Self.name,
        .rule("nothing to set; give --verdict, --credibility, --note, --tag or --evidence"))
    }
    let credibility = try grade()
    let claims = try context.select(selection, in: desk.store)
    let mark = mark(on: claims.compactMap(desk.store.claim), credibility, by: desk.user)
    guard !mark.isEmpty else {
      return .report(Report([StyledText("nothing changed: there is none", .dim)], value: .null))
    }
    guard bulk.isSure || context.mayChange(claims.count, verb: "annotate", on: desk) else {
      return .report(.leftAlone)
    }
    return .report(Report(try desk.perform(.annotateClaims(claims, mark))))
  }

  private var setsSomething: Bool {
    verdict != nil || credibility != nil || note != nil || addNote != nil || noNote || noTags
      || noEvidence || ![tag, untag, evidence, dropEvidence].allSatisfy(\.isEmpty)
  }

  /// What is taken away is written down as it stands: a session that is read again needs no rule
  /// for it.
  private func mark(
    on records: [ClaimRecord], _ credibility: Credibility?, by user: String
  ) -> ClaimMark {
    let text = note ?? addNote
    var mark = ClaimMark(
      verdict: verdict, credibility: credibility, note: text?.isEmpty == true ? nil : text,
      tags: tag, removedTags: untag, evidence: evidence, removedEvidence: dropEvidence)
    if note != nil { mark.removedNotes = NoteScope.own(replacedOn: records, by: user) }
    if noNote, records.contains(where: { !$0.notes.isEmpty }) { mark.removedNotes = .all }
    if noTags { mark.removedTags += unique(records.flatMap(\.tags)) }
    if noEvidence { mark.removedEvidence += unique(records.flatMap(\.evidence)) }
    return mark
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }

  private func grade() throws(UserError) -> Credibility? {
    guard let credibility else { return nil }
    guard let grade = Credibility(credibility) else {
      throw UserError(
        UsageError(
          command: Self.name,
          .badValue(
            "\(credibility)", of: "--credibility", nearest: [], allowed: (1...6).map(String.init))))
    }
    return grade
  }
}

extension Verdict: ExpressibleByArgument {}
