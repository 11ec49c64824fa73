internal import ClaimModel
internal import JSONText
internal import Presentation

/// The members of records of the desk. Offsets are code points, ends exclusive.
enum DeskRecord {
  /// `beside`: with what is known of the story, for records that stand alone.
  static func claim(
    _ claim: DeskClaim, in story: DeskStory, beside: Bool = false
  ) -> JSONObject {
    let found = claim.claim
    var record: JSONObject = ["id": .string(claim.id), "article": .string(story.id)]
    if beside { add(story, to: &record) }
    record.append("kind", .string(found.kind.rawValue))
    record.append("text", .string(story.exact(found.content)))
    record.append("spans", places(found.content, in: story))
    record.append("sentence", .string(story.article.text(found.context)))
    record.append("speakers", JSONValue(claim.speakers))
    record.append("source", .string(story.exact(found.source)))
    record.append("cue", .string(story.exact(found.cue)))
    record.append("agencies", JSONValue(claim.via))
    record.append("hops", .array(found.hops.map { hop($0, in: story) }))
    record.append("roots", JSONValue(claim.roots(in: story)))
    record.append("anonymous", .bool(found.anonymity != nil))
    record.append(
      "reason", .string(found.anonymity?.reason.map { story.exact([$0]) } ?? ""))
    record.append("quantities", .array(found.quantities.map { quantity($0, in: story) }))
    record.append("dates", .array(found.dates.map { date($0, in: story) }))
    record.append("worth", .number((found.worth * 100).rounded() / 100))
    addMarks(of: claim, to: &record)
    return record
  }

  private static func addMarks(of claim: DeskClaim, to record: inout JSONObject) {
    record.append("verdict", .string(claim.verdict.rawValue))
    record.append("verdict_rank", claim.verdict.rank.map(JSONValue.integer) ?? .null)
    record.append(
      "disputed",
      .array(
        claim.dispute.map { ["user": .string($0.user), "verdict": .string($0.verdict.rawValue)] }))
    record.append("credibility", claim.credibility.map { .integer($0.grade) } ?? .null)
    record.append("notes", JSONValue(claim.notes))
    record.append("tags", JSONValue(claim.tags))
    record.append("evidence", JSONValue(claim.evidence))
    record.append("annotator", .string(claim.annotator ?? ""))
    record.append("time", .init(optional: claim.annotated?.description))
    record.append("annotations", .array(claim.marks.map(mark)))
  }

  private static func add(_ story: DeskStory, to record: inout JSONObject) {
    let article = story.article
    record.append("title", .string(article.headline ?? ""))
    record.append("author", .string(article.author ?? ""))
    record.append("language", .string(article.language.rawValue))
    record.append("url", .string(article.url ?? ""))
    record.append("published", .init(optional: story.publishedDay?.description))
  }

  static func story(_ story: DeskStory) -> JSONObject {
    var record: JSONObject = ["id": .string(story.id), "name": .string(story.article.name)]
    add(story, to: &record)
    record.append("published_time", .string(story.published ?? ""))
    record.append("agencies", JSONValue(story.article.agencies))
    record.append("version", .integer(story.version))
    record.append("sha256", .string(story.article.capture?.sha256 ?? ""))
    record.append("loaded_by", .string(story.loadedBy))
    record.append("loaded_at", .string(story.loadedAt.description))
    record.append("text", .string(story.article.text))
    record.append("claims", .array(story.claims.map { .object(claim($0, in: story)) }))
    return record
  }

  static func source(_ source: DeskSource) -> JSONValue {
    [
      "name": .string(source.source.name), "kind": .string(source.source.kind.rawValue),
      "aliases": JSONValue(source.source.aliases),
      "country": .string(source.source.country ?? ""),
      "parent": .string(source.source.parent ?? ""),
      "reliability": .string(source.reliability?.rawValue ?? ""),
      "notes": JSONValue(source.notes), "tags": JSONValue(source.tags),
    ]
  }

  private static func mark(_ mark: DeskMark) -> JSONValue {
    [
      "user": .string(mark.user), "time": .string(mark.time.description),
      "verdict": .string(mark.verdict?.rawValue ?? ""),
      "credibility": mark.credibility.map { .integer($0.grade) } ?? .null,
      "note": .string(mark.note ?? ""), "tags": JSONValue(mark.tags),
      "evidence": JSONValue(mark.evidence),
    ]
  }

  private static func hop(_ hop: Hop, in story: DeskStory) -> JSONValue {
    let place = story.place(hop.span)
    return [
      "name": .string(hop.name), "kind": .string(hop.kind.rawValue),
      "start": .integer(place.start), "end": .integer(place.end),
    ]
  }

  private static func quantity(_ quantity: Quantity, in story: DeskStory) -> JSONValue {
    let place = story.place(quantity.span)
    return [
      "value": .array(
        ([quantity.value] + (quantity.high.map { [$0] } ?? [])).map(JSONValue.number)),
      "comparator": .string(quantity.comparator.rawValue), "unit": .string(quantity.unit),
      "start": .integer(place.start), "end": .integer(place.end),
    ]
  }

  private static func date(_ date: DateMention, in story: DeskStory) -> JSONValue {
    let place = story.place(date.span)
    let days = DeskDays(iso: date.iso)
    return [
      "from": .init(optional: days.first?.description),
      "to": .init(optional: days.last?.description),
      "precision": .string(days.precision.rawValue),
      "start": .integer(place.start), "end": .integer(place.end),
    ]
  }

  private static func places(_ spans: [TextSpan], in story: DeskStory) -> JSONValue {
    .array(
      spans.map { span in
        let place = story.place(span)
        return ["start": .integer(place.start), "end": .integer(place.end)]
      })
  }
}
