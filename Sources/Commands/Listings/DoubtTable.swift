import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension Table {
  /// Sources that may be one and sources that may be two, with what speaks for it and the command
  /// that would settle it.
  static var doubts: Table {
    Table(
      columns: [
        Column("source", flexible: true, least: 12, wraps: true),
        Column("other", title: "may be", flexible: true, least: 12, wraps: true),
        Column("why"),
        Column("evidence", flexible: true, least: 16, wraps: true),
        Column("claims", right: true),
        Column("command", title: "to make it so", flexible: true, least: 24, wraps: true),
        Column("offices", forData: true), Column("other_offices", forData: true),
        Column("articles", forData: true), Column("other_articles", forData: true),
      ],
      emptyMessage: StyledText("no source that may be another", .good))
  }

  mutating func append(_ doubt: SourceDoubt) {
    let other = doubt.other
    rows.append([
      Cell(doubt.source.name, .speaker),
      Cell(
        StyledText(other?.name ?? "two persons", other == nil ? .dim : .speaker),
        JSONValue(optional: other?.name)),
      Cell(doubt.kind.rawValue), Cell(doubt.evidence), Cell(doubt.counts, doubt.countsValue),
      Cell(doubt.command),
      Cell("", doubt.source.officesValue), Cell("", other?.officesValue ?? .array([])),
      Cell("", JSONValue(doubt.source.articles.map(\.description))),
      Cell("", JSONValue(other?.articles.map(\.description) ?? [])),
    ])
  }
}

extension SourceDoubt {
  /// `source merge "Sergei Lavrov" "Lavrov"`; of one that may be two, what shows where it speaks.
  fileprivate var command: String {
    guard let other else { return "claims \"said:\\\"\(source.name)\\\"\"" }
    return "source merge \(quoted(source.name)) \(quoted(other.name))"
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// What stories say of each: "Ngoại trưởng Nga a3 · foreign minister a9".
  fileprivate var evidence: String {
    if let shown { return shown.line }
    let sides = [source] + (other.map { [$0] } ?? [])
    return sides.map(\.evidence).joined(separator: " · ")
  }

  fileprivate var counts: StyledText {
    let other = other.map { " + \($0.claims)" } ?? ""
    return StyledText("\(source.claims)\(other)", .number)
  }

  fileprivate var countsValue: JSONValue {
    other.map { .array([.integer(source.claims), .integer($0.claims)]) } ?? .integer(source.claims)
  }
}

extension SourceDoubt.Side {
  fileprivate var evidence: String {
    guard offices.isEmpty else { return offices.map(\.line).joined(separator: ", ") }
    return articles.first.map { "no office \($0)" } ?? "–"
  }

  fileprivate var officesValue: JSONValue { .array(offices.map(\.json)) }
}

extension SourceDoubt.Evidence {
  fileprivate var line: String { "\(words) \(article)" }

  fileprivate var json: JSONValue {
    ["words": .string(words), "article": .string(article.description)]
  }
}
