package import ArgumentParser
import ArticleReading
import ClaimExtraction
import ClaimModel
package import Desk
import FactStore
import JSONText
import Lexicons
package import Presentation
package import Shell
import TerminalText

package struct WhyCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why a claim is one, and how its parts were found.")
  package static let helpOrder = 230
  package static let examples = [
    Example("why c3", "the rules that found claim, cue, source and speaker, and its worth")
  ]

  @Argument(help: "The claim, as in c3.")
  package var claim: String

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.claim(claim, of: Self.name, in: desk.store)
    guard let story = desk.store.article(record.articleID) else { return .nothing }
    let article = story.article
    let heading =
      StyledText(record.id.description, .id)
      + StyledText(" · " + origin(record, isGiven: article.bringsClaims))
    let reasons = reasons(record, in: story, desk)
    let fields = Reason.Subject.allCases.map { field($0, reasons, record, in: article) }
    let facts = ClaimFacts(record, in: article)
    let counts = Card.Field.accounts(
      of: record.id, in: article, isSegmented: facts.isSegmented, desk.store)
    let chain = chain(facts, desk.store)
    return .card(Card(heading: heading, fields: fields + [counts] + chain))
  }

  private func origin(_ record: ClaimRecord, isGiven: Bool) -> String {
    switch record.origin {
    case .extracted: isGiven ? "as it was given with its story" : "found by the extractor"
    case .added(let user, let time): "added by \(user), \(time.local)"
    case .edited(let user, let time): "put right by \(user), \(time.local)"
    }
  }

  /// Each hop with the words that tie it, and why a name is withheld.
  private func chain(_ facts: ClaimFacts, _ store: FactStore) -> [Card.Field] {
    let chain = ClaimChain(facts, ScalarOffsets(facts.article.text), in: store)
    return [
      .init("hops", label: "chain", chain.steps, chain.hops),
      .init(
        "anonymous", label: "unnamed", chain.namelessness.map { [$0] } ?? [], chain.reasonText),
    ]
  }

  /// The store keeps no reasons: the extractor finds them again. Own words are told by the
  /// session: their tables may have changed, or be on another machine.
  private func reasons(
    _ record: ClaimRecord, in story: ArticleRecord, _ desk: Desk
  ) -> [Reason] {
    let again = foundAgain(in: story, desk)
    let same = again.first { $0.content == record.claim.content && $0.kind == record.claim.kind }
    let found = (same ?? again.first { $0.content == record.claim.content })?.reasons ?? []
    let own = desk.store.ownWords(of: record).filter { entry in
      !found.contains { $0.words == entry.description }
    }
    let speaker = record.claim.speaker
    let none = Reason(
      .claim,
      "not found again: by another version of theo, or by --deep, whose weights are not here")
    let joined = speaker?.nameInStory == nil ? [] : [Reason(.speaker, speaker?.reason ?? "")]
    let isLost = found.isEmpty && own.isEmpty && record.origin == .extracted
    return own.map { Reason($0.reasonSubject, $0.description) } + found
      + (isLost ? [none] : []) + joined
  }

  /// What the finder that read the story finds again: the deep one where the standard finder does
  /// not find all of it, and the encoder is there.
  private func foundAgain(in story: ArticleRecord, _ desk: Desk) -> [Claim] {
    let standard = desk.newsroom.extractor.claims(in: story.article)
    let contents = Set(standard.map(\.content))
    if story.article.language != .english
      || story.extracted.allSatisfy({ contents.contains($0.content) })
    {
      return standard
    }
    return (try? desk.extractor(deep: true))?.claims(in: story.article) ?? standard
  }

  private func field(
    _ subject: Reason.Subject, _ reasons: [Reason], _ record: ClaimRecord, in article: Article
  ) -> Card.Field {
    let mine = reasons.filter { $0.subject == subject }
    var lines = mine.map { line($0, in: article) }
    if subject == .worth {
      lines.insert(StyledText(twoPlaces(record.claim.worth), .number), at: 0)
    }
    let offsets = ScalarOffsets(article.text)
    return Card.Field(
      subject.rawValue, lines,
      .array(
        mine.map { reason in
          [
            "words": .string(reason.words),
            "span": reason.span.map { JSONValue($0, offsets) } ?? .null,
            "weight": reason.weight.map { .number($0) } ?? .null,
          ]
        }))
  }

  /// `+ 0.40 two quantities`, `lexicon vi/cues "cho hay"`
  private func line(_ reason: Reason, in article: Article) -> StyledText {
    var line = StyledText()
    if let weight = reason.weight {
      line.append((weight < 0 ? "− " : "+ ") + twoPlaces(abs(weight)) + " ", .number)
    }
    line.append(reason.words)
    if let span = reason.span {
      line.append(" ")
      line.append("\"" + ReadableText.text(article.text(span)) + "\"", .quotation)
    }
    return line
  }
}

extension OwnWords.Entry {
  /// The part of a claim that it is a reason of.
  fileprivate var reasonSubject: Reason.Subject {
    switch subject {
    case .agency, .title: .speaker
    case .cue, .unit, .place: .claim
    }
  }
}
