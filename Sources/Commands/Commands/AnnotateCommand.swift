package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
import JSONText
import Lexicons
package import Presentation
package import Shell
import TerminalText

package struct AnnotateCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Give claims a verdict, a note, tags, evidence.",
    discussion: """
      Verdicts: unchecked, true, mostly-true, half-true, misleading, false, unverifiable, \
      or in Vietnamese, as đúng, "đúng một nửa", sai. Credibility is the digit of the Admiralty \
      code: 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, \
      5 improbable, 6 cannot be judged. A note takes the \
      place of your own earlier one; those of others stay beside it. An empty one takes yours \
      away. With --capture each file that is given as evidence is kept: its SHA-256, length and \
      name, and where and when a saved page (HTML, MHTML, WARC, WACZ) was taken; 'evidence verify' \
      looks for these bytes again. An address is asked for with --fetch alone, and its page \
      written into the folder of --into. --asked says whether whoever made the claim was asked, as \
      the tag asked:… that 'audit' looks for.
      """)
  package static let helpOrder = 420
  package static let examples = [
    Example("annotate c9 --verdict half-true --note \"Xinhua: 11\" --evidence c22", "one claim"),
    Example("annotate c3..c5 --tag figures --credibility 2", "three claims"),
    Example("annotate c3 --untag figures", "takes a tag away"),
    Example("annotate c3 --no-note --no-evidence", "takes its notes and its evidence away"),
    Example("annotate c3 --evidence trang-bao.html --capture", "keeps what the page was"),
    Example("annotate c3 --asked refused", "whom the claim is of was asked and did not answer"),
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

  @Option(parsing: .singleValue, help: "A URL, a file, or a claim that bears on this one.")
  package var evidence: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A piece of evidence to take away.", valueName: "evidence"))
  package var dropEvidence: [String] = []

  @Flag(name: .customLong("no-evidence"), help: "Take all evidence away.")
  package var noEvidence = false

  @Flag(help: "Keep the files that are given as evidence, by SHA-256, length and name.")
  package var capture = false

  @Flag(help: "Get addresses that are to be kept, with curl.")
  package var fetch = false

  @Option(
    help: ArgumentHelp("Where pages that are fetched are written.", valueName: "folder"))
  package var into: String?

  @Option(help: "Whether the claimant was asked: yes, no, refused or no-answer.")
  package var asked: AskedAnswer?

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach {
    if fetch { return .outside }
    return capture ? .files(evidence.filter { ClaimID(parsing: $0) == nil }) : .desk
  }

  package func validate() throws {
    guard note == nil || addNote == nil else {
      throw ValidationError("expected --note or --add-note, not both")
    }
    try checkWords(tag, of: "--tag", "a word, as in: --tag urgent")
    try checkWords(evidence, of: "--evidence", "a URL, a file or a claim")
    guard !capture || !evidence.isEmpty else {
      throw ValidationError("expected --evidence FILE with --capture")
    }
    guard !fetch || capture && into != nil else {
      throw ValidationError("expected --capture and --into FOLDER with --fetch")
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
    var mark = mark(on: claims.compactMap(desk.store.claimOrOrphan), credibility, by: desk.user)
    if capture { try keep(&mark, desk) }
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
      || noEvidence || asked != nil || ![tag, untag, evidence, dropEvidence].allSatisfy(\.isEmpty)
  }

  /// What is taken away is written down as it stands: a session that is read again needs no rule
  /// for it.
  private func mark(
    on records: [ClaimRecord], _ credibility: Credibility?, by user: String
  ) -> ClaimMark {
    let text = note ?? addNote
    var mark = ClaimMark(
      verdict: verdict, credibility: credibility, note: text.flatMap { $0.isBlank ? nil : $0 },
      tags: tag, removedTags: untag, evidence: evidence, removedEvidence: dropEvidence)
    if note != nil { mark.removedNotes = NoteScope.own(replacedOn: records, by: user) }
    if noNote, records.contains(where: { !$0.notes.isEmpty }) { mark.removedNotes = .all }
    if let asked {
      let tag = asked.tag
      let others = AskedAnswer.allCases.map(\.tag).filter { $0 != tag }
      mark.removedTags += others.filter { other in records.contains { $0.tags.contains(other) } }
      mark.tags.append(tag)
    }
    if noTags { mark.removedTags += unique(records.flatMap(\.tags)) }
    if noEvidence { mark.removedEvidence += unique(records.flatMap(\.evidence)) }
    return mark
  }

  /// Files in the place of the words that name them.
  private func keep(_ mark: inout ClaimMark, _ desk: Desk) throws(UserError) {
    mark.evidence = []
    for item in unique(evidence) {
      if ClaimID(parsing: item) != nil {
        mark.evidence.append(item)
      } else if !WebAddress.isOne(item) {
        mark.captures.append(try EvidenceFile.capture(item))
      } else if fetch, let into {
        let time = desk.pinnedTime ?? desk.surroundings.now()
        mark.captures.append(try EvidenceFile.fetched(item, into: into, at: time))
      } else {
        throw UserError(AddressNotKept(address: item))
      }
    }
    mark.evidence += mark.captures.map(\.evidence)
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

/// Whether somebody was asked about what they said, as the end of a tag: "asked:refused".
package enum AskedAnswer: String, CaseIterable, ExpressibleByArgument {
  case yes, no, refused
  case noAnswer = "no-answer"

  var tag: String { "asked:\(rawValue)" }
}

/// An address that is to be kept, where nobody said that the web may be asked.
private struct AddressNotKept: UserFacing {
  let address: String

  var message: ErrorMessage {
    ErrorMessage(
      "'\(address)': an address is not kept by itself; save the page in a browser and give the "
        + "file, or say --fetch --into FOLDER, which needs curl")
  }

  var status: ProgramStatus { .usage }
}

extension Verdict: ExpressibleByArgument {
  /// "half-true", "Half true", "đúng một nửa"
  package init?(argument: String) {
    guard let name = VerdictNames.name(of: argument), let verdict = Verdict(rawValue: name) else {
      return nil
    }
    self = verdict
  }
}
