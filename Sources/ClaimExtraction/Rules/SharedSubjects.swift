internal import ClaimModel
internal import Lexicons

/// Sources of cues that have no subject of their own: a verb joined to an earlier one shares its.
///
/// `[Ông A] nói cầu đã hỏng, đồng thời | yêu cầu sửa` → "yêu cầu" is A's as well
struct SharedSubjects {
  let story: Story

  private static let comma: UInt32 = 0x2C

  /// What joins a verb to an earlier one.
  private enum Joint {
    /// A comma, "và": what is said before may go on as well.
    case any
    /// "đồng thời": the verb goes with what said the thing before, not with what is told of there.
    case together
  }

  func completed(_ drafts: [AttributionDraft]) -> [AttributionDraft] {
    guard ClauseWords.of(story.language.code).lists(.together) else { return drafts }
    return drafts.map { draft in
      guard !draft.isCertain, draft.cue.count == 1, let cue = draft.cue.first,
        !PassiveCues.isOne(cue, in: story), let joint = joint(before: cue),
        let earlier = earlier(than: draft, cue, among: drafts)
      else { return draft }
      let isOpen = draft.source.isEmpty
      let isWithin =
        joint == .together && !isOpen
        && draft.source.allSatisfy { source in
          earlier.content.contains { $0.contains(source) }
        }
      guard isOpen || isWithin else { return draft }
      var draft = draft
      draft.source = earlier.source
      return draft
    }
  }

  /// The attribution before it in its sentence whose content ends before its cue; the outermost.
  private func earlier(
    than draft: AttributionDraft, _ cue: Range<Int>, among all: [AttributionDraft]
  ) -> AttributionDraft? {
    guard let start = story.sentences.first(where: { $0.tokens.contains(cue.lowerBound) }) else {
      return nil
    }
    let before = all.filter { one in
      guard let verb = one.cue.first, !one.source.isEmpty else { return false }
      return start.tokens.contains(verb.lowerBound) && verb.upperBound <= cue.lowerBound
        && !(one.content + one.source).contains { $0.overlaps(cue) }
    }
    return before.filter { one in
      !before.contains { other in
        other.content.contains { $0.contains(one.cue[0].lowerBound) }
      }
    }.max { $0.cue[0].lowerBound < $1.cue[0].lowerBound }
  }

  private func joint(before cue: Range<Int>) -> Joint? {
    let start = max(0, cue.lowerBound - Self.reach)
    var end = cue.lowerBound
    while end > start {
      if story.tokens[end - 1].scalar == Self.comma { return .any }
      if ClauseWords.of(story.language.code).length(
        .together, story.tokens, endingAt: end, from: start) != nil
      {
        return .together
      }
      let found = story.language.grammar.classes(story.tokens, endingAt: end, from: start)
      if found.value.contains(.joins) { return .any }
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .aspect, .not]) else {
        return nil
      }
      end -= found.length
    }
    return nil
  }

  /// Tokens of the adverbs between a joint and its verb.
  private static let reach = 8
}
