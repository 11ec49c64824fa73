package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct StatsCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count claims by article, source, verdict or kind.",
    discussion: """
      --by naming counts claims whose source the story names and those whose source it does not, \
      with a reason and without; the plain count says how many these are.
      """)
  package static let helpOrder = 270
  package static let examples = [
    Example("stats", "how far the checking has come"),
    Example("stats --by source --limit 10", "the ten that most claims come from"),
    Example("stats has:number --by article", "where the figures are"),
    Example("stats --by naming", "how many sources have no name, and why not"),
  ]
  package static var takesSelection: Bool { true }

  package enum Group: String, CaseIterable, ExpressibleByArgument, Sendable {
    case article, source, verdict, kind, naming
  }

  @Argument(help: "Which claims; all without it.")
  package var selection: [String] = []

  @Option(help: "What to count by.")
  package var by: Group = .verdict

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let store = desk.store
    let claims = try context.select(orAll: selection, in: store)
    let bars = counts(claims, in: store)
    let shown = listing.cut(bars)
    var table = Table.bars(by.rawValue, shown, of: claims.count)
    table.footer = footer(
      listing.footer(shown.count, of: bars.count, "stats --by \(by.rawValue)"),
      by == .verdict ? NamingCount(claims, in: store).words : nil)
    return .table(table)
  }

  private func footer(_ parts: StyledText?...) -> StyledText? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : parts.dropFirst().reduce(parts[0]) { $0 + "\n" + $1 }
  }

  /// Verdicts and kinds in their own order, articles in that of loading, sources by their claims.
  private func counts(_ claims: [ClaimID], in store: FactStore) -> [CountBar] {
    var counts = [String: Int]()
    for id in claims {
      guard let record = store.claim(id) else { continue }
      switch by {
      case .article: counts[record.articleID.description, default: 0] += 1
      case .verdict: counts[record.assessment.group.rawValue, default: 0] += 1
      case .kind: counts[record.claim.kind.rawValue, default: 0] += 1
      case .naming: counts[SourceNaming(record).rawValue, default: 0] += 1
      case .source:
        for name in Set(record.attributions.map(\.source) + record.via) {
          counts[name, default: 0] += 1
        }
      }
    }
    func bar(_ name: String, _ shown: StyledText? = nil) -> CountBar? {
      counts[name].map { CountBar(name: name, shown: shown ?? StyledText(name), count: $0) }
    }
    switch by {
    case .verdict:
      return VerdictGroup.allCases.compactMap {
        bar($0.rawValue, StyledText($0.rawValue, $0.style))
      }
    case .kind: return ClaimKind.allCases.compactMap { bar($0.rawValue) }
    case .naming: return SourceNaming.allCases.compactMap { bar($0.rawValue) }
    case .article:
      return store.articles.compactMap {
        bar(
          $0.id.description,
          StyledText($0.id.description, .id) + StyledText("  " + $0.title))
      }
    case .source:
      return counts.keys.compactMap { bar($0) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
  }
}
