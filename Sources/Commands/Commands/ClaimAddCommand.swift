package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
package import Presentation
package import Shell

package struct ClaimAddCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "claim add", abstract: "Add a claim that the extractor missed.",
    discussion: """
      Words are given as they stand in the story; blanks and underscores do not matter. Source \
      and cue are looked for beside the claim.
      """)
  package static let helpOrder = 480
  package static let examples = [
    Example("claim add a1 \"cảng mở cửa lại\"", "a claim in the story's own voice"),
    Example(
      "claim add a1 \"cảng mở cửa lại\" --source \"bà Hà\" --cue \"cho hay\"",
      "with who said it and how"),
  ]

  @Argument(help: "The story, as in a1.")
  package var article: String

  @Argument(help: "The claim's words.")
  package var words: String

  @Option(help: "The words that name who said it.")
  package var source: String?

  @Option(help: "The words that attribute it.")
  package var cue: String?

  @Option(help: "The name of who said it, where the story's words are not it.")
  package var speaker: String?

  @Option(help: "direct, mixed, indirect or narrated; told from the words without it.")
  package var kind: ClaimKind?

  @Option(help: "Which of several places with these words, from 1.")
  package var nth = 1

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.article(article, of: Self.name, in: desk.store)
    let maker = HandmadeClaim(record, by: desk.newsroom)
    let content = try maker.place(of: words, nth: nth)
    var claim = Claim(kind: .narrated, content: [content], context: content)
    if let source { claim.source = [try maker.place(of: source, near: content)] }
    if let cue { claim.cue = [try maker.place(of: cue, near: content)] }
    claim.speaker = (speaker ?? source).map { maker.speaker($0, in: desk.store) }
    claim.kind = kind ?? maker.kind(of: claim.content, hasSource: claim.speaker != nil)
    let action = Action.addClaim(record.id, maker.completed(claim))
    return .report(Report(try desk.perform(action)))
  }
}

extension ClaimKind: ExpressibleByArgument {}
