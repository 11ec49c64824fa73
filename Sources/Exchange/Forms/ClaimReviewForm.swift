internal import ClaimModel
internal import JSONText
internal import Presentation

/// schema.org ClaimReview in JSON-LD, one for each claim that has a verdict. Ratings are strings:
/// readers disagree on whether a whole number is an integer (XSD), and schema.org's shapes refuse
/// both kinds.
package struct ClaimReviewForm: DeskForm {
  package static let name = "claimreview"
  package static let summary = "schema.org ClaimReview in JSON-LD, of claims with verdicts"
  package static let endings: [String] = []
  package static let kind = DeskFormKind.text

  private let head: DeskHead
  private var count = 0

  package init(_ head: DeskHead) { self.head = head }

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    out.leftOut += story.claims.count { $0.verdict == .unchecked }
    for claim in story.claims where claim.verdict != .unchecked {
      begin(&out)
      out.bytes += (count > 0 ? ",\n" : "\n").utf8
      count += 1
      JSONWriter().write(.object(review(claim, of: story)), level: 0, into: &out.bytes)
    }
  }

  package mutating func finish(_ out: inout DeskOutput) {
    begin(&out)
    out.bytes += "]}\n".utf8
  }

  private func begin(_ out: inout DeskOutput) {
    if count == 0 { out.bytes += "{\"@context\":\"https://schema.org\",\"@graph\":[".utf8 }
  }

  private func review(_ claim: DeskClaim, of story: DeskStory) -> JSONObject {
    let urn = DeskStory.urn("claim", claim.id)
    let address = head.site.map { DeskStory.escaped($0) + "#" + claim.id } ?? urn
    var review: JSONObject = [
      "@type": "ClaimReview", "url": .string(address), "identifier": .string(claim.id),
      "claimReviewed": .string(story.exact(claim.claim.content)),
      "author": ["@type": "Person", "name": .string(claim.annotator ?? head.user)],
      "datePublished": .string((claim.annotated ?? head.time).day.description),
      "inLanguage": .string(story.article.language.rawValue),
      "reviewRating": .object(Self.rating(claim.verdict)),
    ]
    if !claim.notes.isEmpty {
      review.append("reviewBody", .string(claim.notes.joined(separator: "\n")))
    }
    let links = claim.evidence.filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    if !links.isEmpty { review.append("citation", JSONValue(links)) }
    if !claim.tags.isEmpty { review.append("keywords", JSONValue(claim.tags)) }
    review.append("itemReviewed", .object(Self.item(claim, of: story)))
    return review
  }

  private static func rating(_ verdict: Verdict) -> JSONObject {
    var rating: JSONObject = [
      "@type": "Rating", "alternateName": .string(verdict.title), "name": .string(verdict.rawValue),
    ]
    // Unverifiable is on no scale.
    if let rank = verdict.rank {
      rating.append("ratingValue", .string("\(rank)"))
      rating.append("bestRating", "5")
      rating.append("worstRating", "1")
    }
    return rating
  }

  private static func item(_ claim: DeskClaim, of story: DeskStory) -> JSONObject {
    var item: JSONObject = ["@type": "Claim", "name": .string(story.exact(claim.claim.content))]
    let isPerson = claim.claim.speaker?.kind == .person
    let speakers = claim.speakers.map { name -> JSONValue in
      ["@type": isPerson ? "Person" : "Organization", "name": .string(name)]
    }
    if let speaker = speakers.first {
      item.append("author", speakers.count == 1 ? speaker : .array(speakers))
    }
    if let published = story.published { item.append("datePublished", .string(published)) }
    var work: JSONObject = ["@type": "NewsArticle"]
    if let url = story.article.url { work.append("url", .string(DeskStory.escaped(url))) }
    work.append("headline", .string(story.article.headline ?? story.article.name))
    if let published = story.published { work.append("datePublished", .string(published)) }
    item.append("appearance", .object(work))
    return item
  }
}
