import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension ProvenanceReason {
  /// "byline", "cited in c9", "93 % of its text is a2's"
  var words: String {
    switch self {
    case .byline: "byline"
    case .dateline: "dateline"
    case .cited(let claim): "cited in \(claim)"
    case .said(let claim): "said in \(claim)"
    case .attributed(let claim, let user): "\(user) attributed \(claim)"
    case .copy(let copy): copy.words
    case .signedCopy(let copy): "its copy \(copy.original) names it"
    case .own: "names no agency"
    }
  }
}

extension NearCopy {
  /// Tells that one is longer where it is twice the other's length.
  var words: String {
    lengthRatio >= 0.5
      ? "\(percent(alike)) as in \(original)"
      : "shares \(percent(alike)) of the shorter text with \(original)"
  }

  /// "a4 is nearly a2 (93 % alike)"
  var sentence: StyledText {
    var line = StyledText(article.description, .id)
    line.append(alike >= 0.8 && lengthRatio >= 0.5 ? " is nearly " : " is largely ")
    line.append(original.description, .id)
    line.append(
      lengthRatio >= 0.5
        ? " (\(percent(alike)) alike)" : " (\(percent(alike)) of the shorter text)")
    return line
  }
}

/// 0.934 → "93 %"
func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }

extension ProvenancePath {
  /// "a4 → 93 % as in a2 → byline → AFP"
  var words: StyledText {
    var line = StyledText()
    for (place, step) in steps.enumerated() {
      if place == 0 { line.append(step.article.description, .id) }
      if case .own = step.reason { continue }
      line.append(" → ", .dim)
      line.append(step.reason.words)
    }
    guard case .source(let name) = root else { return line + StyledText(" names no agency", .dim) }
    line.append(" → ", .dim)
    line.append(name, .agency)
    return line
  }

  var json: JSONValue {
    [
      "root": .string(root.name),
      "steps": .array(
        steps.map {
          ["article": .string($0.article.description), "reason": .string($0.reason.words)]
        }),
    ]
  }
}

extension RootCount {
  /// "4 articles, 1 source: AFP", "3 articles, at least 2 sources: AFP, a5, Reuters"
  var words: StyledText {
    let names = joined(roots.map(\.name))
    if isOneSource {
      let also = roots.filter { !fewest.contains($0) }.map(\.name)
      let more = also.isEmpty ? "" : " (named as well: \(joined(also)))"
      return StyledText(
        "\(counted(articles, "article")), 1 source: \(joined(fewest.map(\.name)))\(more)", .warning)
    }
    let least = fewest.count < roots.count ? "at least " : ""
    return StyledText(
      "\(counted(articles, "article")), \(least)\(counted(fewest.count, "source")): \(names)")
  }
}
