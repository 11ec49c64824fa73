package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct IndependenceCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "independence",
    abstract: "Say how many articles carry a claim, and from how many sources they have it.",
    discussion: """
      Each claim is followed to where it comes from: the first newsroom that it passed through, \
      else the agencies of byline and dateline, the article whose text its story copies, who \
      said it. Four articles that all come from AFP are one source. Without a selection the claims that several articles carry are \
      told, those with most articles first.
      """)
  package static let helpOrder = 320
  package static let examples = [
    Example("independence c12", "who carries it, and the way of each to its source"),
    Example("independence speaker:\"Thu Ha\"", "everything that she said"),
    Example("independence --format json > roots.json", "for other programs"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; without it those that several articles carry.")
  package var selection: [String] = []

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let claims =
      selection.isEmpty ? Array(store.claims) : try context.select(selection, in: store)
    var found = try store.independence(of: claims) { done throws(UserError) in
      try context.console.step(
        Progress(work: "comparing", done: done, total: claims.count, unit: "claims"))
    }
    context.console.show(nil)
    if selection.isEmpty {
      found = found.filter { $0.carriers.count > 1 }
        .sorted { ($1.carriers.count, $0.first) < ($0.carriers.count, $1.first) }
    }
    let none = StyledText(
      selection.isEmpty ? "no claim is carried by several articles" : "no claim matches", .dim)
    let lines = found.flatMap { $0.lines(in: store) }
    return .report(
      Report(lines.isEmpty ? [none] : lines, value: .array(found.map { $0.json(in: store) })))
  }
}

extension Independence {
  fileprivate var first: ClaimID { carriers.first?.claim ?? ClaimID(0) }

  fileprivate func lines(in store: FactStore) -> [StyledText] {
    guard let facts = ClaimFacts(first, in: store) else { return [] }
    let head = StyledText(first.description, .id) + StyledText(" ") + facts.words
    let source = speaker.map { StyledText("  all of them have it from \($0)", .warning) }
    return [head, StyledText("  ") + count.words] + (source.map { [$0] } ?? [])
      + carriers.flatMap { carrier in
        carrier.paths.map { path in
          StyledText("  \(carrier.claim)", .id) + StyledText(" in ", .dim) + path.words
        }
      }
  }

  fileprivate func json(in store: FactStore) -> JSONValue {
    [
      "claim": .string(first.description),
      "text": .string(store.claim(first).map { store.text(of: $0) } ?? ""),
      "articles": .integer(count.articles), "sources": .integer(count.fewest.count),
      "roots": JSONValue(count.roots.map(\.name)),
      "oneSource": .bool(count.isOneSource), "speaker": JSONValue(optional: speaker),
      "carriers": .array(
        carriers.map { carrier in
          [
            "claim": .string(carrier.claim.description),
            "article": .string(carrier.article.description),
            "paths": .array(carrier.paths.map(\.json)),
          ]
        }),
    ]
  }
}
