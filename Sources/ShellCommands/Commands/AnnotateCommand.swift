package import ArgumentParser
package import ClaimModel
import FactStore

package struct AnnotateCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Give claims a verdict, a note, tags, evidence.",
    discussion: """
      Verdicts: unchecked, true, mostly-true, half-true, misleading, false, unverifiable. \
      Credibility is the digit of the Admiralty code: 1 confirmed by other sources, 2 probably \
      true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
      """)
  package static let examples = [
    Example("annotate c9 --verdict half-true --note \"Xinhua: 11\" --evidence c22", "one claim"),
    Example("annotate c3..c5 --tag figures --credibility 2", "three claims"),
    Example("annotate c3 --untag figures", "takes a tag away"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims.")
  package var selection: [String]

  @Option(help: "What the claim was found to be.")
  package var verdict: Verdict?

  @Option(help: "1 to 6.")
  package var credibility: Int?

  @Option(help: "A remark; notes add up.")
  package var note: String?

  @Option(parsing: .singleValue, help: "A tag; may be given several times.")
  package var tag: [String] = []

  @Option(parsing: .singleValue, help: "A tag to take away.")
  package var untag: [String] = []

  @Option(parsing: .singleValue, help: "A URL, or a claim that bears on this one.")
  package var evidence: [String] = []

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let mark = ClaimMark(
      verdict: verdict, credibility: try grade(), note: note, tags: tag, removedTags: untag,
      evidence: evidence)
    guard !mark.isEmpty else {
      throw ShellError.usage(
        command: Self.name,
        .rule("nothing to set; give --verdict, --credibility, --note, --tag or --evidence"))
    }
    let claims = try context.select(selection, in: desk.store)
    guard bulk.isSure || context.mayChange(claims.count, verb: "annotate", on: desk) else {
      return .report(.leftAlone)
    }
    return .report(Report(try desk.perform(.annotateClaims(claims, mark))))
  }

  private func grade() throws(ShellError) -> Credibility? {
    guard let credibility else { return nil }
    guard let grade = Credibility(credibility) else {
      throw .usage(
        command: Self.name,
        .badValue(
          "\(credibility)", of: "--credibility", nearest: [], allowed: (1...6).map(String.init)))
    }
    return grade
  }
}

extension Verdict: ExpressibleByArgument {}
