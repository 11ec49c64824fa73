package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ReadCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Show a story with its claims marked.",
    discussion: "Each claim has its number before it and the colour of its verdict.")
  package static let helpOrder = 150
  package static let examples = [
    Example("read a1", "the first story"),
    Example("read a1 kind:direct", "with its direct quotations alone marked"),
    Example("read a1 --claims speaker:Mỹ", "with one source's claims marked"),
    Example("read a1 --rest", "what of it is in no claim and no other part, and why"),
    Example("read a1 --source", "where it came from, and what of the page was left out"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "The story, as in a1.")
  package var article: String

  @Argument(help: "Which claims to mark; all without it.")
  package var selection: [String] = []

  @Option(help: ArgumentHelp("The same as one word.", valueName: "selection"))
  package var claims: String?

  @Flag(help: "What of the story is in no claim, caption, byline, title or dateline, and why.")
  package var rest = false

  @Flag(help: "Where the story came from: its bytes, its page or wire, and what was left out.")
  package var source = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.article(article, of: Self.name, in: desk.store)
    if source { return .card(OriginView(record).card()) }
    if rest { return restOfStory(record, on: desk) }
    var marked = desk.store.listedClaims(in: record.id)
    let words = context.inOrder(selection + (claims.map { [$0] } ?? []))
    if !words.isEmpty {
      let selected = Set(try context.select(words, in: desk.store))
      marked = desk.store.claims(in: record.id).filter(selected.contains)
    }
    let records = marked.compactMap { desk.store.claim($0) }
    let view = ArticleView(record.article, claims: records)
    return .text(
      TextView(
        paragraphs: head(record.article) + view.paragraphs(),
        value: value(record, records, in: desk.store), spaced: true))
  }

  /// What was left out of claims and parts, a paragraph each, with its cause.
  private func restOfStory(_ record: ArticleRecord, on desk: Desk) -> CommandOutput {
    let claims = desk.store.claims(in: record.id).compactMap { desk.store.claim($0)?.claim }
    let items = StoryRest(record.article, claims: claims, by: desk.newsroom).items
    let view = ArticleView(record.article, claims: [])
    let offsets = ScalarOffsets(record.article.text)
    let lines = items.map { item in
      view.paragraph(of: item.span) + StyledText("  " + item.cause.rawValue, .dim)
    }
    return .text(
      TextView(
        paragraphs: lines.isEmpty
          ? [StyledText("nothing of \(record.id) is left out", .dim)] : lines,
        value: .array(
          items.map { item in
            [
              "span": JSONValue([item.span], offsets), "cause": .string(item.cause.rawValue),
              "text": .string(record.article.text(item.span)),
            ]
          }), spaced: true))
  }

  /// What was given with the story and does not stand in it.
  private func head(_ article: Article) -> [StyledText] {
    let about = [article.givenAuthor, article.url].compactMap { $0 }.joined(separator: " · ")
    return (article.givenTitle.map { [StyledText($0, .heading)] } ?? [])
      + (about.isEmpty ? [] : [StyledText(about, .dim)])
  }

  private func value(
    _ record: ArticleRecord, _ claims: [ClaimRecord], in store: FactStore
  ) -> JSONValue {
    let offsets = ScalarOffsets(record.article.text)
    guard case .object(var object) = record.json(in: store) else { return .null }
    object["text"] = .string(record.article.text)
    object["claims"] = .array(
      claims.map { claim in
        [
          "id": .string(claim.id.description), "kind": .string(claim.claim.kind.rawValue),
          "verdict": .string(claim.assessment.verdictWords),
          "content": JSONValue(claim.claim.content, offsets),
          "cue": JSONValue(claim.claim.cue, offsets),
          "source": JSONValue(claim.claim.source, offsets),
        ]
      })
    return .object(object)
  }
}
