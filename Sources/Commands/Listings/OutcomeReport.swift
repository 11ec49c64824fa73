import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension Report {
  /// What an operation changed, a line for each claim, article and source.
  init(_ outcome: OperationOutcome, hint: String? = nil) {
    let isReversal = !outcome.steps.isEmpty
    var lines = outcome.articles.map(\.line)
    lines += outcome.claims.filter { !$0.differences.isEmpty }.map { $0.line(isReversal) }
    lines += outcome.sources.filter { !$0.differences.isEmpty && $0.isWorthTelling }.map(\.line)
    lines += outcome.queries.filter { $0.before != $0.after }.map(\.line)
    let limit = 20
    if lines.count > limit {
      let rest = StyledText("… and \(lines.count - limit + 1) more", .dim)
      lines = Array(lines.prefix(limit - 1)) + [rest]
    }
    if lines.isEmpty { lines = outcome.sources.filter { !$0.differences.isEmpty }.map(\.line) }
    if lines.isEmpty {
      lines = [outcome.isNoted ? Report.noted(isReversal) : Report.nothingChanged]
    }
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

extension Report {
  private static let nothingChanged = StyledText("nothing changed: it was so before", .dim)

  /// Something stands as before, but somebody has said it again: that is in its history.
  private static func noted(_ isReversal: Bool) -> StyledText {
    StyledText(
      isReversal
        ? "all stands as before: it was said more than once"
        : "it was so before: noted once more, with who and when", .dim)
  }

  var changesSomething: Bool { lines != [Report.nothingChanged] }
}

extension ArticleChange {
  fileprivate var line: StyledText {
    if let differences {
      return StyledText(id.description, .id) + "  "
        + StyledText(differences.isEmpty ? "as it was" : joined(differences.map(\.words)))
    }
    let count = counted(listed, "claim")
    return StyledText(id.description, .id)
      + StyledText("  \(stands ? "loaded" : "taken out"), \(count)")
  }
}

extension ClaimChange {
  /// `isReversal`: by undo or redo, where what was added is back.
  fileprivate func line(_ isReversal: Bool) -> StyledText {
    var line = StyledText(id.description, .id)
    line.append("  ")
    for (index, difference) in differences.told.enumerated() {
      if index > 0 { line.append(", ") }
      line.append(differences.words(difference, isReversal: isReversal))
    }
    return line
  }

  fileprivate var json: JSONValue {
    [
      "id": .string(id.description),
      "changes": JSONValue(differences.map(\.words.plain)),
    ]
  }
}

extension [ClaimDifference] {
  /// Each in words; a note that another one replaces is one change: "note changed".
  fileprivate var told: [ClaimDifference] {
    let told = filter { !isSaidByCapture($0) }
    guard told.contains(where: { $0.isNote(.gained) }) else { return told }
    return told.filter { !$0.isNote(.lost) }
  }

  /// Whether a piece of evidence comes or goes with what was kept of it; what was kept before
  /// another fact of it was known is no loss.
  private func isSaidByCapture(_ difference: ClaimDifference) -> Bool {
    contains { other in
      guard case .capture(let capture, let turn) = other else { return false }
      switch difference {
      case .evidence(let item, let own): return capture.evidence == item && own == turn
      case .capture(let before, .lost):
        return turn == .gained && before.evidence == capture.evidence
          && before.sha256 == capture.sha256
      default: return false
      }
    }
  }

  fileprivate func words(_ difference: ClaimDifference, isReversal: Bool) -> StyledText {
    if isReversal, difference == .added { return "is back" }
    if difference.isNote(.gained), contains(where: { $0.isNote(.lost) }) { return "note changed" }
    return difference.words
  }
}

extension ClaimDifference {
  fileprivate func isNote(_ turn: GainOrLoss) -> Bool {
    if case .note(_, let own) = self { own == turn } else { false }
  }
}

extension ClaimDifference {
  var words: StyledText {
    switch self {
    case .added: return "added"
    case .dropped: return "dropped"
    case .edited: return "put right"
    case .reread: return "read anew"
    case .rewritten(let changes, let turn):
      let told = changes.map { turn == .gained ? $0 : $0.reversed }
      return StyledText(told.isEmpty ? "words changed" : joined(told.map(\.words)))
    case .gone(let version, let turn):
      return turn == .gained
        ? StyledText("gone with version \(version)", .warning) : StyledText("is back")
    case .dates(let from, let to):
      let words = [from, to].map { $0.isEmpty ? "–" : joined($0.map(readableDate)) }
      return StyledText("date \(words[0]) → \(words[1])")
    case .verdict(let from, let to):
      return StyledText(from.rawValue, .verdict(from)) + " → "
        + StyledText(to.rawValue, .verdict(to))
    case .disputed(let opinions):
      return StyledText("disputed", .warning) + ": " + opinions.words
    case .agreed: return "no longer disputed"
    case .credibility(let from, let to):
      return StyledText("credibility \(from?.description ?? "–") → \(to?.description ?? "–")")
    case .note(_, let turn): return turn.words("note", "note taken away")
    case .tag(let tag, let turn): return turn.words("tag \(tag)", "tag \(tag) off")
    case .evidence(let item, let turn):
      return turn.words("evidence \(item)", "evidence \(item) off")
    case .capture(let capture, let turn):
      return turn.words("evidence " + capture.keptWords, "evidence \(capture.evidence) off")
    case .correction(_, let turn): return turn.words("correction", "correction taken away")
    case .attribution(let attribution, let turn):
      let verb = attribution.role == .saidBy ? "said by " : "reported by "
      let style: Style = attribution.role == .saidBy ? .speaker : .agency
      return StyledText(turn == .gained ? verb : "no longer " + verb)
        + StyledText(attribution.source, style)
    case .match(let other, let from, let to):
      let words =
        switch to {
        case .confirmed: "the same as "
        case .rejected: "not the same as "
        case nil: from == .rejected ? "no longer kept apart from " : "no longer tied to "
        }
      return StyledText(words) + StyledText(other.description, .id)
    }
  }
}

extension GainOrLoss {
  fileprivate func words(_ gained: String, _ lost: String) -> StyledText {
    StyledText(self == .gained ? gained : lost)
  }
}

extension SourceChange {
  /// Sources that a story or an attribution brought along are not worth a line.
  fileprivate var isWorthTelling: Bool { differences.contains { !$0.isArrival } }

  /// That it came or went is said where nothing else is.
  fileprivate var line: StyledText {
    let told = isWorthTelling ? differences.filter { !$0.isArrival } : differences
    let isNoteChanged = has(.gained) && has(.lost)
    let words = told.compactMap { difference -> String? in
      guard isNoteChanged, case .note(_, let turn) = difference else { return difference.words }
      return turn == .gained ? "note changed" : nil
    }
    return StyledText(name, .agency) + StyledText("  " + joined(words))
  }

  private func has(_ turn: GainOrLoss) -> Bool {
    differences.contains { difference in
      if case .note(_, let own) = difference { own == turn } else { false }
    }
  }
}

extension QueryChange {
  /// "@hot  verdict:false", "@hot  taken away"
  fileprivate var line: StyledText {
    StyledText("@\(name)", .typedID) + StyledText("  " + (after ?? "taken away"))
  }
}

extension OperationOutcome {
  /// Whether it set something, be it to what it was.
  fileprivate var isNoted: Bool { !claims.isEmpty || !sources.isEmpty || !queries.isEmpty }
}

extension SourceDifference {
  fileprivate var isArrival: Bool { self == .added || self == .removed }

  fileprivate var words: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .merged(let into): "is now a name of \(into)"
    case .parent(let from, let to):
      to.map { "part of \($0)" } ?? "no longer part of \(from ?? "–")"
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

extension ArticleDifference {
  var words: String {
    switch self {
    case .version(let from, let to): "version \(from) → \(to)"
    case .date(let from, let to): change("date", from?.description, to?.description)
    case .language(let from, let to): change("lang", from.rawValue, to.rawValue)
    case .url(let from, let to): change("url", from, to)
    case .title(let from, let to): change("title", from.map(quoted), to.map(quoted))
    case .author(let from, let to): change("author", from, to)
    }
  }

  private func change(_ name: String, _ from: String?, _ to: String?) -> String {
    "\(name) \(from ?? "–") → \(to ?? "–")"
  }

  private func quoted(_ title: String) -> String { "\"\(ReadableText.text(title))\"" }
}
