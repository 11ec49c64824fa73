import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import TerminalText

/// One claim in full.
struct ClaimCard {
  private let facts: ClaimFacts
  private let articleRecord: ArticleRecord
  private let store: FactStore
  private let offsets: ScalarOffsets

  init(_ facts: ClaimFacts, _ articleRecord: ArticleRecord, _ store: FactStore) {
    self.facts = facts
    self.articleRecord = articleRecord
    self.store = store
    offsets = ScalarOffsets(facts.article.text)
  }

  private var claim: Claim { facts.claim }
  private var record: ClaimRecord { facts.record }

  func card() -> Card {
    Card(
      heading: heading(), body: context(),
      fields: identity() + parts() + sources() + chain() + story() + figures() + findings()
        + versions())
  }

  /// c9 · indirect · a1 "Cháy cảng Vân Sa", sentence 3 · worth 0.86
  private func heading() -> StyledText {
    let place = claim.sentence == 0 ? "title" : "sentence \(claim.sentence)"
    return StyledText(record.id.description, .id) + StyledText(" · \(claim.kind.rawValue) · ")
      + StyledText(record.articleID.description, .id)
      + StyledText(" \"\(articleRecord.title)\", \(place) · worth ")
      + StyledText(twoPlaces(claim.worth), .number)
  }

  /// The claim's sentence, with one before and one behind.
  private func context() -> [StyledText] {
    let view = ArticleView(facts.article, claims: [record])
    return [view.paragraph(of: claim.context)]
  }

  private func identity() -> [Card.Field] {
    [
      data("id", .string(record.id.description)),
      data("article", .string(record.articleID.description)),
      data("name", .string(facts.article.name)),
      data("kind", .string(claim.kind.rawValue)), data("worth", JSONValue(worth: claim.worth)),
      data("sentence", .integer(claim.sentence)),
      data("context", JSONValue(claim.context, offsets)),
      data("text", .string(facts.exact(claim.content))),
    ]
  }

  /// What is known of the article beside its text.
  private func story() -> [Card.Field] {
    let article = facts.article
    func field(_ key: String, _ text: String?) -> Card.Field {
      .init(key, text.map { [StyledText($0)] } ?? [], JSONValue(optional: text))
    }
    return [
      data("title", JSONValue(optional: article.headline)), field("author", article.author),
      field("published", article.date?.description), field("url", article.url),
    ]
  }

  /// What people have seen above: no lines, a value alone.
  private func data(_ key: String, _ value: JSONValue) -> Card.Field { .init(key, [], value) }

  private func parts() -> [Card.Field] {
    [
      part("content", claim.content, .claim(record.verdict)), part("cue", claim.cue, .cue),
      part("source", claim.source, .speaker),
    ]
  }

  private func part(_ key: String, _ spans: [TextSpan], _ style: Style) -> Card.Field {
    let lines = spans.isEmpty ? [] : [StyledText(facts.readable(spans), style)]
    return .init(key, lines, JSONValue(spans, offsets))
  }

  private func sources() -> [Card.Field] {
    [
      attributions(.saidBy, "said_by", "said by"),
      attributions(.reportedBy, "reported_by", "reported by"),
    ]
  }

  private func attributions(
    _ role: AttributionRole, _ key: String, _ label: String
  ) -> Card.Field {
    let found = record.attributions.filter { $0.role == role }
    return .init(
      key, label: label, found.map(line),
      .array(found.map(json)))
  }

  /// AFP (agency; reliability B, with credibility 2: B2) · given by an, 2024-01-05 09:14:02 UTC
  private func line(_ attribution: ClaimAttribution) -> StyledText {
    let source = store.source(named: attribution.source)
    let style: Style = attribution.role == .saidBy ? .speaker : .agency
    var line = StyledText(attribution.source, style)
    var about = [String]()
    if let kind = source?.source.kind, kind != .unknown { about.append(kind.rawValue) }
    if let grade = grade(source) { about.append(grade) }
    if attribution.role == .saidBy, let speaker = claim.speaker, attribution.givenBy == nil,
      !speaker.reason.isEmpty
    {
      about.append(speaker.reason)
    }
    if !about.isEmpty { line.append("  (\(about.joined(separator: "; ")))", .dim) }
    if let user = attribution.givenBy, let time = attribution.time {
      line.append("  given by \(user), \(time.local)", .dim)
    }
    return line
  }

  /// The Admiralty code of the claim through this source: "B2", "B–" without a credibility.
  private func grade(_ source: SourceRecord?) -> String? {
    guard let reliability = source?.reliability else { return nil }
    return
      "\(reliability.rawValue)\(record.credibility?.description ?? "–"), \(reliability.meaning)"
  }

  private func json(_ attribution: ClaimAttribution) -> JSONValue {
    let source = store.source(named: attribution.source)
    return [
      "name": .string(attribution.source),
      "kind": JSONValue(optional: source?.source.kind.rawValue),
      "reliability": JSONValue(optional: source?.reliability?.rawValue),
      "given_by": JSONValue(optional: attribution.givenBy),
      "time": JSONValue(optional: attribution.time?.description),
    ]
  }

  /// Through whom it came; what it carries, where it is nothing else.
  private func chain() -> [Card.Field] {
    let chain = ClaimChain(facts, offsets, in: store)
    func lines(_ words: StyledText?) -> [StyledText] { words.map { [$0] } ?? [] }
    return [
      .init("hops", label: "chain", lines(chain.words), chain.hops), data("roots", chain.roots),
      .init("anonymous", label: "unnamed", lines(chain.namelessness), chain.isAnonymous),
      data("reason", chain.reason),
      .init("reason_text", label: "reason text", [], chain.reasonText),
      .init("inner", label: "carries", lines(chain.carried), chain.inner),
    ]
  }

  private func figures() -> [Card.Field] {
    let quantities = claim.quantities.map(\.readable).joined(separator: " · ")
    let dates = joined(claim.dates.map(\.readable))
    return [
      .init(
        "quantities", quantities.isEmpty ? [] : [StyledText(quantities, .number)],
        .array(claim.quantities.map { $0.json(offsets) })),
      .init(
        "dates", dates.isEmpty ? [] : [StyledText(dates, .number)],
        .array(claim.dates.map { $0.json(offsets) })),
      .accounts(of: record.id, in: facts.article, isSegmented: facts.isSegmented, store),
    ]
  }
}

// What people found.
extension ClaimCard {
  private func findings() -> [Card.Field] {
    let assessment = record.assessment
    let opinions = assessment.opinions
    return [
      .init(
        "verdict",
        [StyledText(verdictOf: assessment)] + (assessment.isDisputed ? [opinions.words] : []),
        .string(assessment.verdictWords)),
      data("verdicts", opinions.json),
      .init(
        "credibility",
        record.credibility.map { [StyledText("\($0), \($0.meaning)")] } ?? [],
        record.credibility.map { .integer($0.grade) } ?? .null),
      list("tags", record.tags), list("evidence", record.evidence),
      kept(), corrected(),
      .init("history", history(), .array(record.marks.map(json))),
    ]
  }

  /// What versions of its story made of it, where they made anything.
  private func versions() -> [Card.Field] {
    var fields = [Card.Field]()
    if !record.turns.isEmpty {
      let lines = record.turns.map { turn in
        StyledText("with version \(turn.version)  ", .dim) + turn.words.styled
          + StyledText("  was: \"\(ReadableText.text(turn.was))\"", .dim)
      }
      let value = record.turns.map { turn -> JSONValue in
        [
          "version": .integer(turn.version), "was": .string(turn.was),
          "words": .array(turn.words.map(\.json)),
        ]
      }
      fields.append(.init("changed", lines, .array(value)))
    }
    if let version = record.goneWith {
      let line = StyledText(
        "with version \(version): its words are not in \(record.articleID) any more", .failure)
      fields.append(.init("gone", [line], .integer(version)))
    }
    return fields
  }

  /// page.html · 4211 bytes · SHA-256 3f2a… · saved from https://…
  private func kept() -> Card.Field {
    let lines = record.captures.map { kept in
      stamp(kept.user, kept.time) + StyledText(kept.mark.facts)
    }
    return .init("captures", label: "kept", lines, .array(record.captures.map(\.json)))
  }

  private func corrected() -> Card.Field {
    let lines = record.corrections.map { signed in
      stamp(signed.user, signed.time)
        + StyledText(ReadableText.text(signed.mark.wrong), .failure) + " → "
        + StyledText(ReadableText.text(signed.mark.right), .good)
    }
    return .init(
      "corrections", label: "corrected", lines, .array(record.corrections.map(\.json)))
  }

  private func list(_ key: String, _ items: [String]) -> Card.Field {
    .init(key, items.isEmpty ? [] : [StyledText(joined(items))], JSONValue(items))
  }

  /// 2024-01-05 09:15:40 UTC  an  half-true, note: "Tân Hoa Xã: 11"
  private func history() -> [StyledText] {
    var lines = [StyledText]()
    switch record.origin {
    case .extracted: break
    case .added(let user, let time): lines.append(stamp(user, time) + "added by hand")
    case .edited(let user, let time): lines.append(stamp(user, time) + "put right by hand")
    }
    return lines
      + record.marks.map { marked in
        var line = stamp(marked.user, marked.time)
        line.append(marked.mark.words)
        if let note = marked.mark.note { line.append(": \"\(note)\"") }
        return line
      }
  }

  private func stamp(_ user: String, _ time: Timestamp) -> StyledText {
    StyledText("\(time.local)  ", .dim) + StyledText(user + "  ")
  }

  private func json(_ marked: SignedMark<ClaimMark>) -> JSONValue {
    [
      "user": .string(marked.user), "time": .string(marked.time.description),
      "verdict": JSONValue(optional: marked.mark.verdict?.rawValue),
      "credibility": marked.mark.credibility.map { .integer($0.grade) } ?? .null,
      "note": JSONValue(optional: marked.mark.note), "tags": JSONValue(marked.mark.tags),
      "removed_tags": JSONValue(marked.mark.removedTags),
      "removed_evidence": JSONValue(marked.mark.removedEvidence),
      "removed_notes": JSONValue(optional: marked.mark.removedNotes?.rawValue),
      "evidence": JSONValue(marked.mark.evidence),
      "captures": .array(marked.mark.captures.map(\.json)),
    ]
  }
}
