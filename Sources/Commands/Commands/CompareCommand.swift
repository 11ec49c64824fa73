package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct CompareCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Find the same claim in other articles, or say whether two are the same.",
    discussion: """
      The likeliest come first, each with why: the words they share, figures of the same \
      thing, speaker, names, dates, and whether the articles are on one event. Between \
      Vietnamese and English, figures, names and dates alone can tell. What you confirm comes \
      first from then on and counts in independence and conflicts; what you reject is left out.
      """)
  package static let helpOrder = 330
  package static let examples = [
    Example("compare c12", "where else it is said"),
    Example("compare c12 --confirm c40", "the same claim"),
    Example("compare c12 --reject c31", "another claim: no longer listed"),
    Example("compare c12 --all", "with those rejected"),
  ]

  @Argument(help: "The claim, as in c12.")
  package var claim: String

  @Option(help: "Say that this claim is the same.")
  package var confirm: String?

  @Option(help: "Say that this claim is another.")
  package var reject: String?

  @Flag(help: "List rejected claims as well.")
  package var all = false

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package mutating func validate() throws {
    if confirm != nil, reject != nil {
      throw ValidationError("expected either '--confirm' or '--reject', found both")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let record = try context.claim(claim, of: Self.name, in: desk.store)
    if let other = confirm ?? reject {
      let second = try context.claim(other, of: Self.name, in: desk.store)
      let ruling = confirm == nil ? MatchRuling.rejected : .confirmed
      return .report(Report(try desk.perform(.ruleMatch(record.id, second.id, ruling))))
    }
    let matches = desk.store.matches(of: record.id, includingRejected: all)
    let shown = listing.cut(matches)
    var lines = [StyledText]()
    for match in shown {
      lines += match.lines(in: desk.store, width: context.renderOptions.width)
    }
    if lines.isEmpty {
      lines = [StyledText("no other article has a claim like \(record.id)", .dim)]
    }
    if let footer = listing.footer(shown.count, of: matches.count, "compare \(record.id)") {
      lines.append(footer)
    }
    return .report(Report(lines, value: .array(shown.map { $0.json(in: desk.store) })))
  }
}

extension ClaimMatch {
  /// `c40  0.83  a3 · Phạm Quang Lâm · via AFP: "…"`, and below it why.
  fileprivate func lines(in store: FactStore, width: Int?) -> [StyledText] {
    guard let facts = ClaimFacts(claim, in: store) else { return [] }
    var line = StyledText(claim.description, .id)
    line.append("  " + (ruling == nil ? twoPlaces(score) : ruling?.rawValue ?? ""), style)
    line.append("  ")
    line.append(article.description, .id)
    if !facts.speakers.isEmpty {
      line.append(" · ", .dim)
      line.append(joined(facts.speakers), .speaker)
    }
    if !facts.agencies.isEmpty {
      line.append(" · via ", .dim)
      line.append(joined(facts.agencies), .agency)
    }
    line.append(": ", .dim)
    line.append(facts.words)
    let why = reasons.isEmpty ? ["no likeness found"] : reasons.map(\.words)
    let indent = StyledText("     ")
    let below = StyledText(why.joined(separator: " · "), .dim)
    return [line] + below.wrapped(to: width.map { $0 - indent.width }).map { indent + $0 }
  }

  private var style: Style {
    switch ruling {
    case .confirmed: .good
    case .rejected: .failure
    case nil: isSame ? .good : .number
    }
  }

  fileprivate func json(in store: FactStore) -> JSONValue {
    let facts = ClaimFacts(claim, in: store)
    return [
      "id": .string(claim.description), "article": .string(article.description),
      "score": JSONValue(worth: score), "same": .bool(isSame),
      "ruling": JSONValue(optional: ruling?.rawValue),
      "speakers": JSONValue(facts?.speakers ?? []), "agencies": JSONValue(facts?.agencies ?? []),
      "text": JSONValue(optional: facts.map { $0.exact($0.claim.content) }),
      "reasons": JSONValue(reasons.map(\.words)),
    ]
  }
}

extension MatchReason {
  /// "62 % of the words", "both dead: ≥ 14 people, 14 người"
  var words: String {
    switch self {
    case .words(let part): "\(percent(part)) of the words"
    case .sameFigure(let a, let b, let kind):
      "figures agree\(kind.map { " (\($0))" } ?? ""): \(pair(a, b))"
    case .otherFigure(let a, let b, let kind):
      "figures differ\(kind.map { " (\($0))" } ?? ""): \(pair(a, b))"
    case .speaker(let name): "both said by \(name)"
    case .names(let names): "names: \(joined(names.map { ReadableText.text($0) }))"
    case .date(let day): "date: \(day)"
    case .event: "one event"
    }
  }

  private func pair(_ a: Quantity, _ b: Quantity) -> String {
    let (first, second) = (a.readable, b.readable)
    return first == second ? first : "\(first) and \(second)"
  }
}
