import ClaimExtraction
import ClaimModel
import Desk
import Exchange
import FactStore

/// Why claims are worth checking: the store keeps no reasons, so the finder reads their stories
/// again. A claim that it does not find in the same words has none.
struct WorthReasons {
  private var found = [ArticleID: [[TextSpan]: [Reason]]]()

  init(_ records: [ClaimRecord], _ stories: [ArticleID: ReportStory], _ newsroom: Newsroom) {
    for id in Set(records.map(\.articleID)) {
      guard let story = stories[id] else { continue }
      found[id] = newsroom.extractor.claims(in: story.article).reduce(into: [:]) { found, claim in
        found[claim.content] = claim.reasons.filter { $0.subject == .worth }
      }
    }
  }

  subscript(_ record: ClaimRecord) -> [Reason] {
    found[record.articleID]?[record.claim.content] ?? []
  }
}
