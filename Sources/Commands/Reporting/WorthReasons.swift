import ClaimExtraction
import ClaimModel
import Desk
import Exchange
import FactStore
import TerminalText

/// Why claims are worth checking: the store keeps no reasons, so the finder reads their stories
/// again. A claim that it does not find in the same words has none.
struct WorthReasons {
  private var found = [ArticleID: [[TextSpan]: [Reason]]]()

  /// `step` is asked between some stories and the next.
  init(
    _ records: [ClaimRecord], _ stories: [ArticleID: ReportStory], _ newsroom: Newsroom,
    step: (_ done: Int, _ total: Int) throws(UserError) -> Void
  ) throws(UserError) {
    let ids = Set(records.map(\.articleID)).filter { stories[$0] != nil }.sorted()
    var done = 0
    while done < ids.count {
      try step(done, ids.count)
      let some = ids[done...].prefix(64)
      let reasons = AllCores.map(some.compactMap { stories[$0]?.article }) {
        Self.reasons(for: $0, newsroom)
      }
      found.merge(zip(some, reasons)) { first, _ in first }
      done += some.count
    }
  }

  private static func reasons(
    for article: Article, _ newsroom: Newsroom
  ) -> [[TextSpan]: [Reason]] {
    newsroom.extractor.claims(in: article).reduce(into: [:]) {
      $0[$1.content] = $1.reasons.filter { $0.subject == .worth }
    }
  }

  subscript(_ record: ClaimRecord) -> [Reason] {
    found[record.articleID]?[record.claim.content] ?? []
  }
}
