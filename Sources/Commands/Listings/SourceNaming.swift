import ClaimModel
import FactStore
import Presentation
import TerminalText

/// Whether a claim's source has a name in its story.
enum SourceNaming: String, CaseIterable {
  case named
  case withReason = "unnamed, with a reason"
  case withoutReason = "unnamed, no reason"
  case noSource = "no source"

  init(_ record: ClaimRecord) {
    let isSaid = record.attributions.contains { $0.role == .saidBy }
    if let anonymity = record.claim.anonymity {
      self = anonymity.reason == nil ? .withoutReason : .withReason
    } else {
      self = isSaid || !record.claim.hops.isEmpty ? .named : .noSource
    }
  }
}

/// How many claims have a source without a name.
struct NamingCount {
  private var unnamed = 0
  private var withReason = 0

  init(_ claims: [ClaimID], in store: FactStore) {
    for id in store.anonymous(claims) {
      unnamed += 1
      if store.claim(id)?.claim.anonymity?.reason != nil { withReason += 1 }
    }
  }

  /// "3 claims of unnamed sources, 2 with a reason · claims has:anonymous"; nil without any.
  var words: StyledText? {
    guard unnamed > 0 else { return nil }
    return StyledText(
      "\(counted(unnamed, "claim")) of unnamed sources, \(withReason) with a reason"
        + " · claims has:anonymous", .dim)
  }
}

extension FactStore {
  /// Those of some claims whose source has no name.
  fileprivate func anonymous(_ claims: [ClaimID]) -> [ClaimID] {
    let all = Set(select(Selection(.criterion(.has(.anonymous)))))
    return claims.filter(all.contains)
  }
}
