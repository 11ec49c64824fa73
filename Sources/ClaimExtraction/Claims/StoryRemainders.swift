internal import ClaimModel

/// What attributions leave of their sentences: the story's own words beside content, cue, source.
///
/// "Sau vụ nổ làm 14 người chết, Sở Cứu hỏa cho biết …" → "Sau vụ nổ làm 14 người chết"
struct StoryRemainders {
  private let story: Story
  /// Whether a token belongs to an attribution.
  private var isTaken: [Bool]

  init(story: Story, drafts: [AttributionDraft]) {
    self.story = story
    isTaken = [Bool](repeating: false, count: story.tokens.count)
    for draft in drafts {
      for range in draft.content + draft.cue + draft.source {
        for token in range { isTaken[token] = true }
      }
    }
  }

  /// Runs of free tokens of a sentence, without punctuation at their ends.
  func pieces(of sentence: Sentence) -> [Range<Int>] {
    var pieces = [Range<Int>]()
    var start = sentence.tokens.lowerBound
    for token in sentence.tokens where isTaken[token] {
      if let piece = trimmed(start..<token) { pieces.append(piece) }
      start = token + 1
    }
    if let piece = trimmed(start..<sentence.tokens.upperBound) { pieces.append(piece) }
    return pieces
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    let isWord: (Int) -> Bool = { story.tokens[$0].kind != .punctuation }
    guard let first = range.first(where: isWord), let last = range.last(where: isWord) else {
      return nil
    }
    return first..<last + 1
  }
}
