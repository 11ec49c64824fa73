internal import ClaimModel

/// Finds quotations that go on without a cue of their own.
///
/// `" Tôi mệt " , ông Lâm nói . " Tôi sẽ về nhà " .` → the second quotation is a content too.
package struct QuotationsWithoutCue {
  private let story: Story

  package init(story: Story) { self.story = story }

  /// Quotations that are sentences by themselves and in no content yet. Right behind a sentence
  /// with a content in quotation marks they go on with its speaker, if `goesOn`; elsewhere nobody
  /// says who speaks: they are quoted, and not the story's own words.
  package func drafts(
    beside found: [AttributionDraft], goesOn: Bool = true
  ) -> [AttributionDraft] {
    contents(beside: found).compactMap { content, isBehind in
      guard isBehind || isSentence(content) else { return nil }
      let words =
        isBehind
        ? "a quotation right behind an attributed one" : "a quotation that is a sentence by itself"
      var draft = AttributionDraft(
        content: [content], reasons: [Reason(.claim, words, span: story.span(content))])
      draft.goesOn = isBehind
      return draft
    }
  }

  private func contents(
    beside found: [AttributionDraft]
  ) -> [(content: Range<Int>, isBehind: Bool)] {
    let taken = found.flatMap(\.content)
    let own = found.flatMap { $0.source + $0.cue }
    var isAttributed = Set(taken.map(\.upperBound))
    var out = [(content: Range<Int>, isBehind: Bool)]()
    for quotation in story.quotations where quotation.isClosed && quotation.tokens.count > 6 {
      let marks = quotation.tokens
      if taken.contains(where: { $0.clamped(to: marks).count * 2 > marks.count }) { continue }
      guard let sentence = story.sentenceIndex(startingAt: marks.lowerBound),
        isWhole(marks, from: sentence)
      else { continue }
      let isQuoted =
        sentence > 0
        && story.quotations(overlapping: story.sentences[sentence - 1].tokens).contains { one in
          isAttributed.contains { one.tokens.contains($0 - 1) }
        }
      if isQuoted {
        isAttributed.insert(marks.upperBound)
      } else if (taken + own).contains(where: { $0.overlaps(marks) }) {
        continue
      }
      out.append((marks, isQuoted))
    }
    return out
  }

  /// `"The depot will reopen."`: what is quoted ends with a mark of its own, in the body.
  private func isSentence(_ marks: Range<Int>) -> Bool {
    guard let sentence = story.sentenceIndex(startingAt: marks.lowerBound),
      story.sentences[sentence].region == .body
    else { return false }
    let last = story.tokens[marks.upperBound - 2]
    return last.kind == .punctuation && [0x2E, 0x21, 0x3F, 0x2026].contains(last.scalar)
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
