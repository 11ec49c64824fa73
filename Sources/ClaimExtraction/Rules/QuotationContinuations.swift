internal import ClaimModel

/// Finds quotations that go on without a cue of their own: `"A", ông B nói. "C."` → "C."
struct QuotationContinuations {
  let story: Story
  /// Sentences that may stand between a continuation and the attribution before it.
  private let reach = 2

  init(story: Story) { self.story = story }

  func drafts(besides drafts: [AttributionDraft]) -> [AttributionDraft] {
    var covered = [Bool](repeating: false, count: story.tokens.count)
    for range in drafts.lazy.flatMap(\.content) {
      for token in range { covered[token] = true }
    }
    var lastAttributed = -10
    var out = [AttributionDraft]()
    var quotation = 0
    for (index, sentence) in story.sentences.enumerated() {
      while quotation < story.quotations.count,
        story.quotations[quotation].tokens.lowerBound < sentence.tokens.upperBound
      {
        let range = story.quotations[quotation].tokens
        quotation += 1
        let isNear = index - lastAttributed <= reach
        guard isNear, sentence.region == .body, range.lowerBound == sentence.tokens.lowerBound,
          endsSentence(range.upperBound, from: index), range.count > 6,
          !covered[range.lowerBound]
        else { continue }
        out.append(
          AttributionDraft(
            content: [range],
            reasons: [
              Reason(
                .content, "a quotation that goes on from the one before it",
                span: story.span(range))
            ]))
        lastAttributed = index
      }
      if sentence.tokens.contains(where: { covered[$0] }) { lastAttributed = index }
    }
    return out
  }

  private func endsSentence(_ end: Int, from index: Int) -> Bool {
    var at = index
    while at < story.sentences.count, story.sentences[at].tokens.upperBound < end { at += 1 }
    guard at < story.sentences.count else { return false }
    let last = story.withoutFinalStop(story.sentences[at].tokens)
    return end >= last.upperBound
  }
}
