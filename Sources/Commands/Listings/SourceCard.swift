import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

/// One source in full.
struct SourceCard {
  private let record: SourceRecord
  private let store: FactStore
  private let summary: SourceSummary?
  private let mentions: [SourceMention]
  private let mentionLimit: Int

  init(_ record: SourceRecord, _ store: FactStore, mentionLimit: Int) {
    self.record = record
    self.store = store
    self.mentionLimit = mentionLimit
    summary = store.sourceSummaries.first { $0.source.name == record.name }
    mentions = store.mentions(of: record)
  }

  func card() -> Card {
    Card(
      heading: heading(), body: [],
      fields: identity() + names() + findings() + [history(), mentionField()])
  }

  /// AFP · agency · FR
  private func heading() -> StyledText {
    let country = record.source.country.map { " · \($0)" } ?? ""
    return StyledText(record.name, record.source.isReporter ? .agency : .speaker)
      + StyledText(" · \(record.source.kind.rawValue)\(country)")
  }

  private func identity() -> [Card.Field] {
    let parts = store.sources.filter { isPart($0.source) }.map(\.name)
    let parent = parentName(of: record.source)
    return [
      .init("name", [], .string(record.name)),
      .init("kind", [], .string(record.source.kind.rawValue)),
      .init("country", [], JSONValue(optional: record.source.country)),
      .init(
        "parent", label: "part of", parent.map { [StyledText($0)] } ?? [],
        JSONValue(optional: parent)),
      .init("parts", parts.isEmpty ? [] : [StyledText(joined(parts))], JSONValue(parts)),
    ]
  }

  private func isPart(_ other: Source) -> Bool { parentName(of: other) == record.name }

  /// The parent as it is called now: it may have become a name of another.
  private func parentName(of source: Source) -> String? {
    source.parent.map { store.source(named: $0)?.name ?? $0 }
  }

  /// Names that are written with Vietnamese letters stand apart.
  private func names() -> [Card.Field] {
    let aliases = record.source.aliases
    let local = aliases.filter(\.isVietnamese)
    let other = aliases.filter { !$0.isVietnamese }
    return [
      .init("vietnamese_names", label: "vi names", lines(local), JSONValue(local)),
      .init("other_names", label: "other names", lines(other), JSONValue(other)),
    ]
  }

  private func lines(_ names: [String]) -> [StyledText] {
    names.isEmpty ? [] : [StyledText(names.joined(separator: " · "))]
  }

  private func findings() -> [Card.Field] {
    let grade = record.reliability
    return [
      .init(
        "reliability", label: "grade",
        [grade.map { StyledText("\($0.rawValue), \($0.meaning)") } ?? StyledText("–", .dim)],
        JSONValue(optional: grade?.rawValue)),
      .init("notes", record.notes.map { StyledText($0) }, JSONValue(record.notes)),
      .init(
        "tags", record.tags.isEmpty ? [] : [StyledText(joined(record.tags))],
        JSONValue(record.tags)),
      claims(), passages(),
    ]
  }

  /// Claims that passed through it and that others said: "c3, c7, c12 and 4 more".
  private func passages() -> Card.Field {
    let claims = store.claims(through: record).map(\.description)
    let shown = claims.prefix(Self.mostPassages)
    let rest = claims.count - shown.count
    let line =
      StyledText(joined(Array(shown)), .id)
      + StyledText(rest > 0 ? " and \(rest) more · claims via:\"\(record.name)\"" : "", .dim)
    return .init("passed", label: "through it", claims.isEmpty ? [] : [line], JSONValue(claims))
  }

  private static let mostPassages = 12

  /// "said 3, reported 10, passed on 2: 14 unchecked, 1 false"
  private func claims() -> Card.Field {
    let said = summary?.said ?? 0
    let reported = summary?.reported ?? 0
    let passed = summary?.passed ?? 0
    var line = StyledText("said \(said), reported \(reported)")
    if passed > 0 { line.append(", passed on \(passed)") }
    let (words, counts) = (summary?.verdicts ?? VerdictTally()).counts
    if !words.isEmpty { line = line + ": " + words }
    return .init(
      "claims", [line],
      [
        "said": .integer(said), "reported": .integer(reported), "passed": .integer(passed),
        "verdicts": .object(counts),
      ])
  }

  /// 2026-03-18 09:00:01 UTC  an  reliability B, note: "corrected within the hour"
  private func history() -> Card.Field {
    let lines = record.marks.map { marked in
      var line = StyledText("\(marked.time.local)  ", .dim)
      line.append(marked.user + "  " + marked.mark.words)
      if let note = marked.mark.note { line.append(": \"\(note)\"") }
      return line
    }
    let values = record.marks.map { marked -> JSONValue in
      [
        "user": .string(marked.user), "time": .string(marked.time.description),
        "reliability": JSONValue(optional: marked.mark.reliability?.rawValue),
        "note": JSONValue(optional: marked.mark.note), "tags": JSONValue(marked.mark.tags),
        "parent": JSONValue(optional: marked.mark.parent),
      ]
    }
    return .init("history", lines, .array(values))
  }
}

extension Source {
  /// Whether claims come through it, not from it.
  var isReporter: Bool { kind == .agency || kind == .outlet }
}

extension String {
  /// Has a letter that English has not, and none of another script.
  fileprivate var isVietnamese: Bool {
    let letters = unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.contains { $0.value >= 0x80 } && letters.allSatisfy { $0.value < 0x1F00 }
      && !letters.contains { (0x370..<0x1E00).contains($0.value) }
  }
}

// Where stories name it.
extension SourceCard {
  private func mentionField() -> Card.Field {
    let shown = mentionLimit == 0 ? mentions[...] : mentions.prefix(mentionLimit)
    var lines = shown.map(line)
    if !mentions.isEmpty {
      let stories = Set(mentions.map(\.article)).count
      let all = "\(counted(mentions.count, "mention")) in \(counted(stories, "story"))"
      lines.insert(
        shown.count == mentions.count
          ? StyledText(all) : StyledText(all) + StyledText(" · --mentions 0 for all", .dim), at: 0)
    }
    return .init("mentions", lines, .array(mentions.map(json)))
  }

  /// a1 c3  … Ông Trần Kha cho biết ít nhất 3 xe …
  private func line(_ mention: SourceMention) -> StyledText {
    var line = StyledText(mention.article.description, .id)
    if let claim = mention.claim { line.append(" \(claim)", .id) }
    guard let article = store.article(mention.article)?.article else { return line }
    line.append("  ")
    line.append(HitContext(article.text, around: mention.span, reach: 40).styled(.hit))
    return line
  }

  private func json(_ mention: SourceMention) -> JSONValue {
    guard let article = store.article(mention.article)?.article else { return .null }
    let offsets = ScalarOffsets(article.text)
    return [
      "article": .string(mention.article.description),
      "claim": JSONValue(optional: mention.claim?.description),
      "span": JSONValue(mention.span, offsets), "text": .string(article.text(mention.span)),
    ]
  }
}
