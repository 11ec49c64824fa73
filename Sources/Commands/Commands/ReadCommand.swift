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
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "The story, as in a1.")
  package var article: String

  @Argument(help: "Which claims to mark; all without it.")
  package var selection: [String] = []

  @Option(help: ArgumentHelp("The same as one word.", valueName: "selection"))
  package var claims: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.article(article, of: Self.name, in: desk.store)
    var marked = desk.store.claims(in: record.id)
    let words = context.inOrder(selection + (claims.map { [$0] } ?? []))
    if !words.isEmpty {
      let selected = Set(try context.select(words, in: desk.store))
      marked = marked.filter(selected.contains)
    }
    let records = marked.compactMap { desk.store.claim($0) }
    let view = ArticleView(record.article, claims: records)
    return .text(
      TextView(
        paragraphs: head(record.article) + view.paragraphs(),
        value: value(record, records, in: desk.store), spaced: true))
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
