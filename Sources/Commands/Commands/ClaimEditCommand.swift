package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct ClaimEditCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "claim edit", abstract: "Put right what the extractor got wrong.",
    discussion: "What is not given stays; an empty text takes it away: --source \"\".")
  package static let helpOrder = 490
  package static let examples = [
    Example("claim edit c3 --words \"cảng mở cửa lại\"", "the claim's own words"),
    Example("claim edit c3 --speaker \"Lê Thu Hà\"", "who said it"),
    Example("claim edit c3 --source \"\" --cue \"\" --kind narrated", "nobody said it"),
  ]

  @Argument(help: "The claim, as in c3.")
  package var claim: String

  @Option(help: "The claim's words, as they stand in the story.")
  package var words: String?

  @Option(help: "The words that name who said it.")
  package var source: String?

  @Option(help: "The words that attribute it.")
  package var cue: String?

  @Option(help: "The name of who said it.")
  package var speaker: String?

  @Option(help: "direct, mixed, indirect or narrated.")
  package var kind: ClaimKind?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard words != nil || source != nil || cue != nil || speaker != nil || kind != nil else {
      throw UsageError(
        command: Self.name,
        .rule("nothing to put right; give --words, --source, --cue, --speaker or --kind"))
    }
    let record = try context.claim(claim, of: Self.name, in: desk.store)
    guard let article = desk.store.article(record.articleID) else { return .nothing }
    let edited = try edited(record.claim, HandmadeClaim(article, by: desk.newsroom), in: desk.store)
    return .report(Report(try desk.perform(.editClaim(record.id, edited))))
  }

  private func edited(
    _ claim: Claim, _ maker: HandmadeClaim, in store: FactStore
  ) throws(UserError) -> Claim {
    var claim = claim
    if let words { claim.content = [try maker.place(of: words, near: claim.context)] }
    let content = claim.content.first ?? claim.context
    if let source { claim.source = try places(of: source, near: content, maker) }
    if let cue { claim.cue = try places(of: cue, near: content, maker) }
    if let name = speaker ?? source {
      claim.attribute(to: name.isEmpty ? nil : maker.speaker(name, in: store))
    }
    if let kind {
      claim.kind = kind
    } else if words != nil || source != nil || (speaker != nil && claim.kind == .narrated) {
      claim.kind = maker.kind(of: claim.content, hasSource: claim.speaker != nil)
    }
    return words == nil ? claim : maker.completed(claim)
  }

  private func places(
    of words: String, near content: TextSpan, _ maker: HandmadeClaim
  ) throws(UserError) -> [TextSpan] {
    words.isEmpty ? [] : [try maker.place(of: words, near: content)]
  }
}
