internal import ClaimModel

/// One attribution as the standard finder, the encoder or both find it.
package struct DeepCandidate: Sendable {
  /// What rules and taggers find, and how sure the standard finder is of it.
  package struct Standard: Sendable {
    package var candidate: DraftCandidate
    package var draft: AttributionDraft
    package var chance: Float
  }

  package var standard: Standard?
  package var encoded: SpanDecoding?

  /// Pairs what both find by the same cue, or without a cue of its own by the same content.
  package static func candidates(
    standard: [Standard], encoded: [SpanDecoding]
  ) -> [DeepCandidate] {
    var left = standard
    let joined = encoded.map { one in
      let sharing = left.indices.filter { index in
        let cue = left[index].draft.cue
        if cue.isEmpty {
          return CombinedFinder.overlap(left[index].draft.content, one.content) > 0.5
        }
        return cue.contains { $0.overlaps(one.cue) }
      }
      let same = sharing.first { left[$0].draft.cue == [one.cue] }
      let surest = sharing.max { left[$0].chance < left[$1].chance }
      guard let partner = same ?? surest else { return DeepCandidate(encoded: one) }
      return DeepCandidate(standard: left.remove(at: partner), encoded: one)
    }
    return joined + left.map { DeepCandidate(standard: $0) }
  }

  /// The cue as the standard finder has it, else as the encoder does.
  package var cue: [Range<Int>] {
    if let cue = standard?.draft.cue, !cue.isEmpty { return cue }
    return encoded.map { [$0.cue] } ?? []
  }

  package var encodedSource: [Range<Int>] { encoded?.source.map { [$0] } ?? [] }

  package var contentsDiffer: Bool {
    guard let standard, let encoded else { return false }
    return standard.draft.content != encoded.content
  }

  package var sourcesDiffer: Bool {
    guard let standard, encoded != nil else { return false }
    return standard.draft.source != encodedSource
  }

  package var cuesDiffer: Bool {
    guard let standard, let encoded else { return false }
    return standard.draft.cue != [encoded.cue]
  }

  /// Whose parts an attribution takes: the encoder's, or those of the standard finder.
  package struct Choice: Sendable {
    package var content = false
    package var source = false
    package var cue = false

    package init() {}
  }

  /// Where the two have not the same.
  package var differences: Choice {
    var choice = Choice()
    (choice.content, choice.source, choice.cue) = (contentsDiffer, sourcesDiffer, cuesDiffer)
    return choice
  }

  /// The attribution, where it is settled what to take of the encoder's.
  package func draft(encoded choice: Choice) -> AttributionDraft {
    guard let encoded else { return standard?.draft ?? AttributionDraft(content: []) }
    var draft = standard?.draft ?? AttributionDraft(content: encoded.content)
    draft.cue = choice.cue ? [encoded.cue] : cue
    if choice.content { draft.content = encoded.content }
    draft.content = Self.cut(draft.content, without: draft.cue)
    if choice.source || standard == nil { draft.source = encodedSource }
    draft.source.removeAll { range in
      draft.cue.contains { $0.overlaps(range) } || draft.content.contains { $0.overlaps(range) }
    }
    return draft
  }

  /// A content without the cue, where the one finder's cue is longer than the other's.
  private static func cut(_ content: [Range<Int>], without cue: [Range<Int>]) -> [Range<Int>] {
    let cut = content.flatMap { range in
      cue.reduce([range]) { ranges, cue in ranges.flatMap { Self.pieces(of: $0, without: cue) } }
    }
    return cut.isEmpty ? content : cut
  }

  private static func pieces(of range: Range<Int>, without cue: Range<Int>) -> [Range<Int>] {
    guard range.overlaps(cue) else { return [range] }
    let before = range.lowerBound..<max(range.lowerBound, cue.lowerBound)
    let behind = min(range.upperBound, cue.upperBound)..<range.upperBound
    return [before, behind].filter { !$0.isEmpty }
  }
}
