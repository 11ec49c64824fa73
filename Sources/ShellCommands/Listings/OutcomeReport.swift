import ClaimModel
package import FactStore
import JSONText

extension Report {
  /// What an operation changed, a line for each claim, article and source.
  init(_ outcome: OperationOutcome, hint: String? = nil) {
    var lines = outcome.articles.map(\.line) + outcome.claims.map(\.line)
    lines += outcome.sources.filter { !$0.differences.isEmpty && $0.isWorthTelling }.map(\.line)
    let limit = 20
    if lines.count > limit {
      lines =
        Array(lines.prefix(limit - 1)) + [StyledText("… and \(lines.count - limit + 1) more", .dim)]
    }
    if lines.isEmpty { lines = [StyledText("nothing changed", .dim)] }
    if let hint { lines.append(StyledText(hint, .dim)) }
    self.init(
      lines,
      value: [
        "operation": .integer(outcome.number),
        "articles": .array(outcome.articles.map { .string($0.id.description) }),
        "claims": .array(outcome.claims.map(\.json)),
        "sources": .array(outcome.sources.map { .string($0.name) }),
      ])
  }
}

extension ArticleChange {
  fileprivate var line: StyledText {
    let count = counted(claims.count, "claim")
    return StyledText(id.description, .id)
      + StyledText("  \(stands ? "loaded" : "taken out"), \(count)")
  }
}

extension ClaimChange {
  fileprivate var line: StyledText {
    var line = StyledText(id.description, .id)
    line.append("  ")
    for (index, difference) in differences.enumerated() {
      if index > 0 { line.append(", ") }
      line.append(difference.words)
    }
    if differences.isEmpty { line.append("as it was", .dim) }
    return line
  }

  fileprivate var json: JSONValue {
    [
      "id": .string(id.description),
      "changes": JSONValue(differences.map(\.words.plain)),
    ]
  }
}

extension ClaimDifference {
  var words: StyledText {
    switch self {
    case .added: return "added"
    case .dropped: return "dropped"
    case .edited: return "put right"
    case .verdict(let from, let to):
      return StyledText(from.rawValue, .verdict(from)) + " → "
        + StyledText(to.rawValue, .verdict(to))
    case .credibility(let from, let to):
      return StyledText("credibility \(from?.description ?? "–") → \(to?.description ?? "–")")
    case .note(_, let turn): return turn.words("note", "note taken away")
    case .tag(let tag, let turn): return turn.words("tag \(tag)", "tag \(tag) off")
    case .evidence(let item, let turn):
      return turn.words("evidence \(item)", "evidence \(item) off")
    case .attribution(let attribution, let turn):
      let verb = attribution.role == .saidBy ? "said by " : "reported by "
      let style: Style = attribution.role == .saidBy ? .speaker : .agency
      return StyledText(turn == .gained ? verb : "no longer " + verb)
        + StyledText(attribution.source, style)
    }
  }
}

extension Turn {
  fileprivate func words(_ gained: String, _ lost: String) -> StyledText {
    StyledText(self == .gained ? gained : lost)
  }
}

extension SourceChange {
  /// Sources that a story or an attribution brought along are not worth a line.
  fileprivate var isWorthTelling: Bool { differences != [.added] && differences != [.removed] }

  fileprivate var line: StyledText {
    StyledText(name, .agency) + StyledText("  " + joined(differences.map(\.words)))
  }
}

extension SourceDifference {
  fileprivate var words: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .merged(let into): "is now a name of \(into)"
    case .split: "is a source of its own again"
    case .alias(let alias, let turn):
      turn == .gained ? "also called \(alias)" : "no longer called \(alias)"
    case .reliability(let from, let to):
      "reliability \(from?.rawValue ?? "–") → \(to?.rawValue ?? "–")"
    case .note(_, let turn): turn == .gained ? "note" : "note taken away"
    case .tag(let tag, let turn): turn == .gained ? "tag \(tag)" : "tag \(tag) off"
    }
  }
}
