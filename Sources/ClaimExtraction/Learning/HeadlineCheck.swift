internal import ClaimModel

/// Tells what looks like an attribution in a headline and is none.
///
/// "Storm hits the northern coast" has no verb of saying; "Chính sách, chỉ đạo nổi bật" has nouns.
struct HeadlineCheck {
  let story: Story

  /// Words of the shortest statement behind a cue that is a noun as often.
  private static let shortest = 3

  func isNoClaim(_ one: DraftCandidate) -> Bool {
    guard let first = one.cue.first, isInTitle(first.lowerBound) else { return false }
    let hits = story.language.cues.hits(in: story.tokens, first)
    if hits.isEmpty { return one.ruled == nil && story.language.tokensAreWords }
    guard hits.allSatisfy({ $0.kind == .act }) else { return false }
    let content = (one.tagged?.content ?? one.ruled?.content ?? []).joined()
    let words = content.filter { story.tokens[$0].kind != .punctuation }
    return first.lowerBound > 0 && story.tokens[first.lowerBound - 1].scalar == 0x2C
      && words.count < Self.shortest && words.allSatisfy { story.tokens[$0].shape == .lower }
  }

  private func isInTitle(_ token: Int) -> Bool {
    story.sentences.contains { $0.region == .title && $0.tokens.contains(token) }
  }
}
