internal import ClaimModel
internal import Lexicons

/// Ends of contents that run on behind their cue into what their source does not say.
///
/// `Trong khi ông A nói [cầu đã hỏng], bà B đi họp`: the clause that the sentence opens with;
/// `Ông A nói [cầu đã hỏng] nhưng không nêu chi tiết`: what he says no more of;
/// `Ông A nói [cầu đã hỏng] nhưng bà B bác bỏ`: what another says;
/// `Ông A nói [cầu đã hỏng], đồng thời yêu cầu sửa`: what he says besides
struct ContentEnds {
  let story: Story

  private static let comma: UInt32 = 0x2C

  private var words: ClauseWords { ClauseWords.of(story.language.code) }

  func mended(_ drafts: [AttributionDraft]) -> [AttributionDraft] {
    guard let against = words.table(.against) else { return drafts.map(withClosedBracket) }
    return drafts.map(withClosedBracket).map { draft in
      guard !draft.isCertain, draft.cue.count == 1, let cue = draft.cue.first,
        let content = draft.content.last, cue.upperBound <= content.lowerBound,
        let sentence = story.sentences.first(where: { $0.tokens.contains(cue.lowerBound) })?.tokens
      else { return draft }
      let ends = [
        endOfFront(draft, cue, content, sentence), endBeforeRefusal(content, against),
        endBeforeOthers(draft, content.clamped(to: sentence), among: drafts),
      ]
      guard let end = ends.compactMap({ $0 }).map({ withoutComma($0) }).min(),
        end > content.lowerBound + 1
      else { return draft }
      var draft = draft
      draft.content[draft.content.count - 1] = content.lowerBound..<end
      return draft
    }
  }

  /// `Ông A nói [xe của nhóm trẻ (hay nhóm mới ở cảng])` → with the bracket that closes it.
  private func withClosedBracket(_ draft: AttributionDraft) -> AttributionDraft {
    guard !draft.isCertain, let content = draft.content.last,
      content.upperBound < story.tokens.count,
      story.tokens[content.upperBound].scalar == 0x29,
      let open = content.last(where: { [0x28, 0x29].contains(story.tokens[$0].scalar) }),
      story.tokens[open].scalar == 0x28, open > content.lowerBound
    else { return draft }
    var draft = draft
    draft.content[draft.content.count - 1] = content.lowerBound..<content.upperBound + 1
    return draft
  }

  private func withoutComma(_ end: Int) -> Int {
    story.tokens[end - 1].scalar == Self.comma ? end - 1 : end
  }

  /// The comma behind the clause that a sentence opens with, where the cue stands in that clause.
  private func endOfFront(
    _ draft: AttributionDraft, _ cue: Range<Int>, _ content: Range<Int>, _ sentence: Range<Int>
  ) -> Int? {
    guard
      let length = words.length(
        .subordinates, story.tokens, at: sentence.lowerBound, end: sentence.upperBound),
      let source = draft.source.first, source.lowerBound >= sentence.lowerBound + length,
      source.upperBound <= cue.lowerBound,
      story.language.grammar.classes(
        story.tokens, at: sentence.lowerBound, end: sentence.upperBound
      ).length <= length,
      !(sentence.lowerBound..<cue.lowerBound).contains(where: isComma)
    else { return nil }
    return content.first { isComma($0) && !isQuoted($0) }
  }

  /// "nhưng không nêu chi tiết", "song từ chối bình luận".
  private func endBeforeRefusal(_ content: Range<Int>, _ against: PhraseTable<Bool>) -> Int? {
    content.dropFirst(2).first { at in
      guard story.tokens[at].shape == .lower,
        let length = against.match(story.tokens, at: at, end: content.upperBound)?.length
      else { return false }
      return words.has(.withholds, story.tokens, at: at + length, end: content.upperBound)
        && !isQuoted(at)
    }
  }

  /// Where another attribution begins in the content, against it or besides it.
  private func endBeforeOthers(
    _ draft: AttributionDraft, _ content: Range<Int>, among all: [AttributionDraft]
  ) -> Int? {
    let inner = all.filter { one in
      one != draft && one.cue.first.map { content.contains($0.lowerBound) } ?? false
    }.sorted { $0.cue[0].lowerBound < $1.cue[0].lowerBound }
    for (number, one) in inner.enumerated() {
      if let end = startBeside(one.cue[0], in: content) { return end }
      // What stands within a content that tells of others goes on to tell of them.
      if number == 0, let end = startAgainst(one, in: content) { return end }
    }
    return nil
  }

  /// The start of "đồng thời" before a cue.
  private func startBeside(_ cue: Range<Int>, in content: Range<Int>) -> Int? {
    var end = cue.lowerBound
    while end > content.lowerBound {
      if let length = words.length(
        .together, story.tokens, endingAt: end, from: content.lowerBound)
      {
        return isQuoted(end - 1) ? nil : end - length
      }
      let found = story.language.grammar.classes(
        story.tokens, endingAt: end, from: content.lowerBound)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .aspect, .not]) else {
        return nil
      }
      end -= found.length
    }
    return nil
  }

  /// The start of "nhưng" before the source of another attribution.
  private func startAgainst(_ one: AttributionDraft, in content: Range<Int>) -> Int? {
    guard let source = one.source.first, source.lowerBound > content.lowerBound + 2,
      source.upperBound <= one.cue[0].lowerBound, !isQuoted(source.lowerBound),
      let length = words.length(
        .against, story.tokens, endingAt: source.lowerBound, from: content.lowerBound)
    else { return nil }
    return source.lowerBound - length
  }

  private func isComma(_ index: Int) -> Bool { story.tokens[index].scalar == Self.comma }

  private func isQuoted(_ index: Int) -> Bool {
    !story.quotations(overlapping: index..<index + 1).isEmpty
  }
}
