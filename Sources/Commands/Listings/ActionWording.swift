import ClaimModel
package import FactStore
import Presentation

extension Action {
  /// What was done, as the line that would do it: "annotate c9 half-true, note".
  package var words: String {
    switch self {
    case .load(let articles): "load " + shortened(articles.map(\.article.name))
    case .attribute(let claims, let sources, let role):
      "attribute \(ranges(claims)) \(role.rawValue) \(joined(sources))"
    case .removeAttribution(let claims, let sources):
      "attribute --remove \(ranges(claims)) \(joined(sources))"
    case .annotateClaims(let claims, let mark): "annotate \(ranges(claims)) \(mark.words)"
    case .annotateSource(let name, let mark): "annotate source \(name) \(mark.words)"
    case .addClaim(let article, let claim): "claim add \(article) (\(claim.kind.rawValue))"
    case .editClaim(let id, _): "claim edit \(id)"
    case .dropClaims(let claims): "claim drop \(ranges(claims))"
    case .editArticle(let id, let edit): "article \(id) \(edit.facts.words)"
    case .updateArticles(let updates):
      "load --update " + shortened(updates.map(\.article.name))
        + " (\(ranges(updates.map(\.id.number), prefix: "a")))"
    case .dropArticles(let ids): "article drop \(ranges(ids.map(\.number), prefix: "a"))"
    case .addSource(let source): "source add \(source.name)"
    case .addAliases(let source, let aliases): "source alias \(source) \(joined(aliases))"
    case .mergeSources(let into, let from): "source merge \(into) \(from)"
    case .saveQuery(let name, let query): "query save \(name) \(query)"
    case .dropQuery(let name): "query drop \(name)"
    case .ruleMatch(let first, let second, let ruling):
      "compare \(first) --\(ruling == .confirmed ? "confirm" : "reject") \(second)"
    case .recordCorrection(let id, let correction):
      "correction \(id) \(correction.form.rawValue)"
    case .undo(let steps): steps == 1 ? "undo" : "undo \(steps)"
    case .redo(let steps): steps == 1 ? "redo" : "redo \(steps)"
    case .goTo(let number): "goto \(number)"
    }
  }

  /// "1.txt", "1.txt … 4.txt (4 stories)"
  private func shortened(_ names: [String]) -> String {
    guard let first = names.first, let last = names.last, names.count > 1 else {
      return names.first ?? ""
    }
    return names.count == 2
      ? "\(first), \(last)" : "\(first) … \(last) (\(counted(names.count, "story")))"
  }
}

extension ClaimMark {
  var words: String {
    var words = [String]()
    if let verdict { words.append(verdict.rawValue) }
    if let credibility { words.append("credibility \(credibility)") }
    words += noteWords(note, removedNotes)
    words += tags.map { "tag \($0)" } + removedTags.map { "tag \($0) off" }
    // What is kept says its piece of evidence.
    let kept = Set(captures.map(\.evidence))
    words += evidence.filter { !kept.contains($0) }.map { "evidence \($0)" }
    words += captures.map { "evidence \($0.keptWords)" }
    words += removedEvidence.map { "evidence \($0) off" }
    return joined(words)
  }
}

extension EvidenceCapture {
  /// "page.html kept (SHA-256 3f2a…)", "page.html stamped 2024-01-05T09:14:02Z"
  var keptWords: String {
    let file = name == evidence ? evidence : "\(evidence) as \(name)"
    if let stamp { return "\(file) stamped \(stamp.time)" }
    return "\(file) kept (SHA-256 \(shortDigest))"
  }

  /// The first twelve digits.
  var shortDigest: String { String(sha256.prefix(12)) }
}

extension SourceMark {
  var words: String {
    var words = [String]()
    if let reliability { words.append("reliability \(reliability.rawValue)") }
    words += noteWords(note, removedNotes)
    if let parent { words.append("part of \(parent)") }
    return joined(words + tags.map { "tag \($0)" } + removedTags.map { "tag \($0) off" })
  }
}

/// "note", "note anew", "notes off"
private func noteWords(_ note: String?, _ removed: NoteScope?) -> [String] {
  if note != nil { return [removed == nil ? "note" : "note anew"] }
  return removed == nil ? [] : [removed == .own ? "own notes off" : "notes off"]
}

/// c3, c4, c5, c9 → "c3..c5, c9"
func ranges(_ claims: [ClaimID]) -> String { ranges(claims.map(\.number), prefix: "c") }

func ranges(_ numbers: [Int], prefix: String) -> String {
  var runs = [(first: Int, last: Int)]()
  for number in numbers {
    if let last = runs.last, last.last + 1 == number {
      runs[runs.count - 1].last = number
    } else {
      runs.append((number, number))
    }
  }
  let words = runs.map { run in
    switch run.last - run.first {
    case 0: "\(prefix)\(run.first)"
    case 1: "\(prefix)\(run.first), \(prefix)\(run.last)"
    default: "\(prefix)\(run.first)..\(prefix)\(run.last)"
    }
  }
  return words.count > 6 ? words.prefix(5).joined(separator: ", ") + ", …" : joined(words)
}

extension ArticleFacts {
  /// "date 2024-01-06, lang en, no url"
  var words: String {
    var words = [String]()
    if let date { words.append("date \(date)") }
    if let language { words.append("lang \(language.rawValue)") }
    if let title { words.append("title \"\(title)\"") }
    if let author { words.append("author \(author)") }
    if let url { words.append("url \(url)") }
    return joined(words + removed.map { "no \($0.rawValue)" })
  }
}
