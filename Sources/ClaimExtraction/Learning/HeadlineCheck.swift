internal import ClaimModel

/// Tells what looks like an attribution in a headline and is none.
///
/// "Storm hits the northern coast" has no verb of saying; "Chính sách, chỉ đạo nổi bật" has nouns.
struct HeadlineCheck {
  private let story: Story
  private let title: Range<Int>

  init(story: Story) {
    self.story = story
    title = story.sentences.first { $0.region == .title }?.tokens ?? 0..<0
  }

  /// Words of the shortest statement behind a cue that is a noun as often.
  private static let shortest = 3

  func isNoClaim(_ one: DraftCandidate) -> Bool {
    guard let first = one.cue.first, title.contains(first.lowerBound) else { return false }
    let hits = story.language.cues.hits(in: story.tokens, first)
    if hits.isEmpty { return one.ruled == nil && story.language.tokensAreWords }
    guard hits.allSatisfy({ $0.kind == .act }) else { return false }
    let content = (one.tagged?.content ?? one.ruled?.content ?? []).joined()
    let words = content.filter { story.tokens[$0].kind != .punctuation }
    return first.lowerBound > 0 && story.tokens[first.lowerBound - 1].scalar == 0x2C
      && words.count < Self.shortest && words.allSatisfy { story.tokens[$0].shape == .lower }
  }
}
