internal import ClaimModel
internal import Lexicons

/// Sources moved to the noun phrase beside their cue, where what stands between belongs to another
/// cue or to a phrase at the head of the sentence.
///
/// `hãng X dẫn lời [ông Minh] cho hay …`: "cho hay" is his; `Dẫn nguồn tin quân đội, [hãng X] đưa
/// tin …`: "đưa tin" is X's
struct NearSources {
  let story: Story

  private static let comma: UInt32 = 0x2C
  /// Tokens of the longest source that is moved to.
  private static let longest = 24

  func moved(_ draft: AttributionDraft) -> AttributionDraft {
    guard !draft.isCertain, draft.source.count == 1, draft.cue.count == 1,
      let source = draft.source.first, let cue = draft.cue.first,
      source.upperBound <= cue.lowerBound,
      let near = behindRelay(source, cue) ?? behindFront(source, cue)
    else { return draft }
    var draft = draft
    draft.source = [near]
    return draft
  }

  /// What stands between a relay right behind the source and the cue.
  private func behindRelay(_ source: Range<Int>, _ cue: Range<Int>) -> Range<Int>? {
    let between = source.upperBound..<cue.lowerBound
    guard between.count > 1,
      let relay = story.language.cues.hits(in: story.tokens, between).first,
      relay.range.lowerBound == between.lowerBound,
      relay.kind == .relay || relay.kind == .quote
    else { return nil }
    return named(relay.range.upperBound..<cue.lowerBound)
  }

  /// What stands between the comma behind a fronted "dẫn …" and the cue.
  private func behindFront(_ source: Range<Int>, _ cue: Range<Int>) -> Range<Int>? {
    guard let relay = story.language.cues.hits(in: story.tokens, source).first,
      relay.range.lowerBound == source.lowerBound,
      relay.kind == .relay || relay.kind == .quote
    else { return nil }
    let all = source.lowerBound..<cue.lowerBound
    guard let comma = all.last(where: { story.tokens[$0].scalar == Self.comma }),
      comma > relay.range.upperBound
    else { return nil }
    return named(comma + 1..<cue.lowerBound)
  }

  /// A range without adverbs at its end, if it may be a noun phrase with a name or a title.
  private func named(_ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound {
      let found = story.language.grammar.classes(
        story.tokens, endingAt: end, from: range.lowerBound)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .aspect]) else { break }
      end -= found.length
    }
    let near = range.lowerBound..<end
    guard !near.isEmpty, near.count <= Self.longest, opensName(near.lowerBound, end),
      near.allSatisfy({ story.tokens[$0].scalar != Self.comma }),
      story.language.cues.hits(in: story.tokens, near).isEmpty
    else { return nil }
    return near
  }

  /// Not "với" and "trên mạng xã hội".
  private func opensName(_ at: Int, _ end: Int) -> Bool {
    story.tokens[at].isCapitalised
      || story.language.grammar.classes(story.tokens, at: at, end: end).value
        .isDisjoint(with: [.opening, .tail, .clause, .that, .time])
  }
}
