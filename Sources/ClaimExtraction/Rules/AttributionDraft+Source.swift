internal import ClaimModel

extension AttributionDraft {
  /// The same by others, or by nobody.
  func with(source: [Range<Int>]) -> AttributionDraft {
    var draft = self
    draft.source = source
    if source.isEmpty { draft.reasons.removeAll { $0.subject == .source } }
    return draft
  }
}
