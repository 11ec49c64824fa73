internal import ClaimModel
package import JSONText

/// A column of a table of claims: what a desk hands to somebody who works in a spreadsheet. The
/// names are those of `claims --format csv`, where that has the column.
package enum ClaimColumn: String, CaseIterable, Sendable {
  case id, article, title, text, speaker
  // What a colleague fills in.
  case verdict, credibility, note, evidence, tags
  case disputed, annotator, time
  case sentence, kind, cue, agencies, chain, roots, anonymous, quantities, dates, worth
  /// Code points into the story; of the first piece the start, of the last one the end.
  case start, end
  case verdictRank = "verdict_rank"
  case published, url

  /// Those that come back from a colleague.
  package static let marks: [ClaimColumn] = [.verdict, .credibility, .note, .evidence, .tags]

  package func value(_ claim: DeskClaim, in story: DeskStory) -> JSONValue {
    switch self {
    case .id: .string(claim.id)
    case .article: .string(story.id)
    case .title: .string(story.article.headline ?? "")
    case .text: .string(story.exact(claim.claim.content))
    case .speaker: .string(ItemList.text(claim.speakers))
    case .verdict, .credibility, .note, .evidence, .tags, .disputed, .annotator, .time,
      .verdictRank:
      mark(claim)
    case .sentence: .string(story.article.text(claim.claim.context))
    case .start: .integer(claim.claim.content.first.map { story.place($0).start } ?? 0)
    case .end: .integer(claim.claim.content.last.map { story.place($0).end } ?? 0)
    case .published: .string(story.published ?? "")
    case .url: .string(story.article.url ?? "")
    default: origin(claim, in: story)
    }
  }

  /// What people made of the claim.
  private func mark(_ claim: DeskClaim) -> JSONValue {
    switch self {
    case .verdict: .string(claim.verdict.rawValue)
    case .verdictRank: claim.verdict.rank.map(JSONValue.integer) ?? .null
    case .credibility: claim.credibility.map { .integer($0.grade) } ?? .null
    case .note: .string(claim.notes.joined(separator: "\n"))
    case .evidence: .string(ItemList.text(claim.evidence))
    case .tags: .string(ItemList.text(claim.tags))
    case .disputed:
      .string(claim.dispute.map { "\($0.user): \($0.verdict.rawValue)" }.joined(separator: "; "))
    case .annotator: .string(claim.annotator ?? "")
    case .time: .string(claim.annotated?.description ?? "")
    default: .null
    }
  }

  /// How the story gives the claim.
  private func origin(_ claim: DeskClaim, in story: DeskStory) -> JSONValue {
    switch self {
    case .kind: .string(claim.claim.kind.rawValue)
    case .cue: .string(story.exact(claim.claim.cue))
    case .agencies: .string(ItemList.text(claim.via))
    case .chain: .string(claim.chain)
    case .roots: .string(ItemList.text(claim.roots(in: story)))
    case .anonymous: .bool(claim.claim.anonymity != nil)
    case .quantities: .string(claim.claim.quantities.map(\.words).joined(separator: "; "))
    case .dates: .string(claim.claim.dates.map(\.iso).joined(separator: "; "))
    case .worth: .number((claim.claim.worth * 100).rounded() / 100)
    default: .null
    }
  }
}

extension Quantity {
  /// ">= 14 người", "2-3 triệu"
  fileprivate var words: String {
    let number = high.map { "\(value.short)-\($0.short)" } ?? value.short
    let sign = comparator == .equal || comparator == .range ? "" : comparator.rawValue + " "
    return sign + number + (unit.isEmpty ? "" : " " + unit)
  }
}

extension Double {
  fileprivate var short: String { JSONWriter().string(.number(self)) }
}
