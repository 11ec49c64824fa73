internal import ClaimModel

/// Finds quotations that go on without a cue of their own.
///
/// `" Tôi mệt " , ông Lâm nói . " Tôi sẽ về nhà " .` → the second quotation is a content too.
package struct QuotationsWithoutCue {
  private let story: Story

  package init(story: Story) { self.story = story }

  /// Quotations that are sentences by themselves, right behind a sentence with a content in
  /// quotation marks, and in no content yet.
  package func drafts(beside found: [AttributionDraft]) -> [AttributionDraft] {
    contents(beside: found).map { content in
      AttributionDraft(
        content: [content],
        reasons: [
          Reason(.claim, "a quotation right behind an attributed one", span: story.span(content))
        ])
    }
  }

  private func contents(beside found: [AttributionDraft]) -> [Range<Int>] {
    let taken = found.flatMap(\.content)
    var isAttributed = Set(taken.map(\.upperBound))
    var out = [Range<Int>]()
    for quotation in story.quotations where quotation.isClosed && quotation.tokens.count > 6 {
      let marks = quotation.tokens
      if taken.contains(where: { $0.clamped(to: marks).count * 2 > marks.count }) { continue }
      guard let sentence = sentence(at: marks.lowerBound), isWhole(marks, from: sentence),
        sentence > 0
      else { continue }
      let before = story.sentences[sentence - 1].tokens
      let isQuoted = story.quotations(overlapping: before).contains { one in
        isAttributed.contains { one.tokens.contains($0 - 1) }
      }
      guard isQuoted else { continue }
      isAttributed.insert(marks.upperBound)
      out.append(marks)
    }
    return out
  }

  /// The number of the sentence that starts at a token.
  private func sentence(at token: Int) -> Int? {
    var low = 0
    var high = story.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if story.sentences[middle].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < story.sentences.count, story.sentences[low].tokens.lowerBound == token else {
      return nil
    }
    return low
  }

  /// Whether nothing but punctuation follows the quotation in its last sentence.
  private func isWhole(_ marks: Range<Int>, from sentence: Int) -> Bool {
    let last = story.sentences[sentence...].first { $0.tokens.upperBound >= marks.upperBound }
    guard let last else { return false }
    return (marks.upperBound..<last.tokens.upperBound).allSatisfy {
      story.tokens[$0].kind == .punctuation
    }
  }
}
