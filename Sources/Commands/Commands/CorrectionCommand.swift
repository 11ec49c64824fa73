package import ArgumentParser
package import ClaimModel
package import Desk
package import Exchange
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct CorrectionCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "correction", abstract: "Write a correction note on a claim, and record it.",
    discussion: """
      Says what was published where and when, the wrong and the right words. Of a story in \
      Vietnamese it follows the press law of 2016, article 42 (heading, work, section, issue, \
      date, content); of others principle 5 of the International Fact-Checking Network, open and \
      honest corrections; --form names the other one. Where a version of its story changed the \
      claim, that is what was wrong and what is right. What the form asks for and nobody knows \
      stands in brackets, and is told. The correction is an operation: log and show have it, undo \
      takes it back. Without --words a correction that is recorded is written once more.
      """)
  package static let helpOrder = 425
  package static let examples = [
    Example("correction c2 --words \"14 người chết\"", "the note, in the form of the press law"),
    Example(
      "correction c2 --words \"14 dead\" --reason \"the ministry's list\" --form ifcn",
      "in the form of the IFCN"),
    Example("correction c2 --as html > dinh-chinh.html", "the same once more, as a page"),
    Example("correction c2 --words \"14 dead\" --preview", "only looks at it"),
  ]

  @Argument(help: "The claim, as in c3.")
  package var claim: String

  @Option(help: "The words that are right.")
  package var words: String?

  @Option(help: "The words that were wrong; the claim's own without it.")
  package var wrong: String?

  @Option(help: "How it is known.")
  package var reason: String?

  @Option(help: "Whose rules the note follows: ifcn or press-law.")
  package var form: Correction.Form?

  @Option(name: .customLong("as"), help: "How the note is written: text, markdown or html.")
  package var noteFormat: NoteFormat?

  @OptionGroup package var place: PublishedPlaceOptions

  @Flag(help: "Write the note and record nothing.")
  package var preview = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let orphan = ClaimID(parsing: claim).flatMap(desk.store.orphan)
    let record = try orphan ?? context.claim(claim, of: Self.name, in: desk.store)
    let signed = try signed(record, on: desk)
    let note = CorrectionNote(signed.mark, on: signed.time.local.day)
    if !preview, record.corrections.last?.mark != signed.mark {
      let outcome = try desk.perform(.recordCorrection(record.id, signed.mark))
      if context.isForPeople {
        context.console.tell([
          StyledText("recorded as operation \(outcome.number); undo takes it back", .dim)
        ])
      }
    }
    tell(note, context)
    if let noteFormat { return .raw(note.bytes(as: noteFormat)) }
    return .text(
      TextView(paragraphs: Self.paragraphs(note), value: signed.mark.value(note, record.id)))
  }

  /// The correction that is asked for, else the last one that is recorded.
  private func signed(
    _ record: ClaimRecord, on desk: Desk
  ) throws(UserError) -> SignedMark<Correction> {
    let changed = record.lastRewording(in: desk.store)
    if let last = record.corrections.last, words == nil,
      changed == nil || changed?.right == last.mark.right
    {
      return SignedMark(
        mark: place.filled(last.mark, form: form, reason: reason), user: last.user, time: last.time)
    }
    guard let right = words ?? changed?.right else {
      throw UserError(
        UsageError(
          command: Self.name, .rule("expected the words that are right: --words \"…\"")))
    }
    let article = desk.store.story(of: record)
    let language: ArticleLanguage = article?.language == .vietnamese ? .vietnamese : .english
    let published = article.map { PublishedPlace($0) } ?? PublishedPlace()
    let own = changed?.wrong ?? desk.store.words(of: record)
    let correction = Correction(
      form: form ?? (language == .vietnamese ? .pressLaw : .ifcn), language: language,
      place: try place.over(published, of: Self.name), wrong: wrong ?? own, right: right,
      reason: reason)
    return SignedMark(
      mark: correction, user: desk.user, time: desk.pinnedTime ?? desk.surroundings.now())
  }

  /// What the form wants and nobody knows.
  private func tell(_ note: CorrectionNote, _ context: CommandContext) {
    let options = note.missing.compactMap(\.option)
    guard !options.isEmpty else { return }
    context.console.tell([
      StyledText(
        "theo: the form asks for more than is known; give \(alternatives(options))"
          .replacing(" or ", with: " and "), .warning)
    ])
  }

  private static func paragraphs(_ note: CorrectionNote) -> [StyledText] {
    [StyledText(note.heading, .heading)]
      + note.rows.map { row in
        StyledText("\(row.label): ", .dim)
          + StyledText(row.words, row.isMissing ? .warning : row.part.style)
      } + [StyledText(note.closing)]
  }
}

extension CorrectionNote.Part {
  /// By what it can be told.
  fileprivate var option: String? {
    switch self {
    case .title: "--title"
    case .section: "--section"
    case .issue: "--issue"
    case .published: "--date"
    case .outlet: "--outlet"
    case .url: "--url"
    case .wrong, .right, .reason, .corrected: nil
    }
  }

  fileprivate var style: Style {
    switch self {
    case .wrong: .failure
    case .right: .good
    default: .plain
    }
  }
}

extension Correction {
  fileprivate func value(_ note: CorrectionNote, _ claim: ClaimID) -> JSONValue {
    guard case .object(var object) = json else { return json }
    object.append("claim", .string(claim.description))
    object.append("note", JSONValue(note.lines))
    return .object(object)
  }
}

extension ClaimRecord {
  /// What its last version made of it: nil where no version changed its words, or they are gone.
  fileprivate func lastRewording(in store: FactStore) -> (wrong: String, right: String)? {
    guard let turn = turns.last, goneWith == nil else { return nil }
    let right = store.words(of: self)
    let wrong = ReadableText.text(turn.was)
    return wrong == right ? nil : (wrong, right)
  }
}

extension FactStore {
  /// A claim's words as people read them.
  fileprivate func words(of record: ClaimRecord) -> String {
    guard let article = story(of: record) else { return "" }
    let facts = ClaimFacts(record, in: article)
    return facts.readable(facts.claim.content)
  }
}

extension Correction.Form: ExpressibleByArgument {}
extension NoteFormat: ExpressibleByArgument {}
