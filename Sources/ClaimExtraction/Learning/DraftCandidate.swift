internal import ClaimModel

/// One attribution as the rules, the taggers or both find it.
package struct DraftCandidate: Sendable {
  package var tagged: SpanDecoding?
  package var ruled: AttributionDraft?

  /// Pairs what rules and taggers find by the same cue; what has no partner stands alone.
  package static func candidates(
    tagged: [SpanDecoding], ruled: [AttributionDraft]
  ) -> [DraftCandidate] {
    var isPaired = [Bool](repeating: false, count: ruled.count)
    var all = tagged.map { one in
      let sharing = ruled.indices.filter { index in
        !isPaired[index] && ruled[index].cue.contains { $0.overlaps(one.cue) }
      }
      guard let partner = sharing.first(where: { ruled[$0].cue == [one.cue] }) ?? sharing.first
      else { return DraftCandidate(tagged: one) }
      isPaired[partner] = true
      return DraftCandidate(tagged: one, ruled: ruled[partner])
    }
    all += ruled.indices.filter { !isPaired[$0] }.map { DraftCandidate(ruled: ruled[$0]) }
    return all
  }

  /// The cue as the taggers have it, else as the rules do.
  package var cue: [Range<Int>] { tagged.map { [$0.cue] } ?? ruled?.cue ?? [] }

  package var taggedSource: [Range<Int>] { tagged?.source.map { [$0] } ?? [] }

  /// Both have a content, and not the same.
  package var contentsDiffer: Bool {
    guard let tagged, let ruled else { return false }
    return tagged.content != ruled.content
  }

  package var sourcesDiffer: Bool {
    guard tagged != nil, let ruled else { return false }
    return taggedSource != ruled.source
  }

  /// The attribution, where it is settled whose content and whose source to take.
  package func draft(ruledContent: Bool, ruledSource: Bool) -> AttributionDraft {
    guard let tagged else { return ruled ?? AttributionDraft(content: []) }
    let content = ruledContent ? ruled?.content ?? tagged.content : tagged.content
    let source = ruledSource ? ruled?.source ?? taggedSource : taggedSource
    return AttributionDraft(
      content: content, cue: [tagged.cue],
      source: source.filter { range in
        !range.overlaps(tagged.cue) && !content.contains { $0.overlaps(range) }
      },
      reasons: ruled?.reasons ?? [])
  }
}
