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
    let ids = Set(records.map(\.articleID)).filter { stories[$0] != nil }.sorted()
    let reasons = AllCores.map(ids.compactMap { stories[$0]?.article }) { article in
      newsroom.extractor.claims(in: article).reduce(into: [[TextSpan]: [Reason]]()) {
        $0[$1.content] = $1.reasons.filter { $0.subject == .worth }
      }
    }
    found = Dictionary(zip(ids, reasons)) { first, _ in first }
  }

  subscript(_ record: ClaimRecord) -> [Reason] {
    found[record.articleID]?[record.claim.content] ?? []
  }
}
