internal import ClaimModel
internal import Lexicons

/// Contents that stand in front of their source, where behind the cue is nothing but a time.
///
/// `Cầu sẽ thông xe, ông Minh cho biết hôm 3/4` → "Cầu sẽ thông xe", not "hôm 3/4";
/// `Cầu sẽ thông xe, hãng X dẫn lời ông Minh cho hay hôm 3/4` → for "dẫn lời" as well
struct FrontContents {
  let story: Story

  private static let comma: UInt32 = 0x2C

  /// The drafts with contents in front; without those that have none there either.
  func mended(_ drafts: [AttributionDraft]) -> [AttributionDraft] {
    let mended = drafts.compactMap { draft in
      isTimeAlone(draft) ? front(of: draft, among: drafts) : draft
    }
    return mended.map { relayed($0, among: mended) }
  }

  private func isTimeAlone(_ draft: AttributionDraft) -> Bool {
    guard draft.cue.count == 1, draft.content.count == 1, let cue = draft.cue.first,
      let content = draft.content.first, content.lowerBound == cue.upperBound
    else { return false }
    return story.isTime(content)
  }

  /// With what stands before the comma before its source, or before the source of who relays it,
  /// as content; nil where nothing does.
  private func front(
    of draft: AttributionDraft, among all: [AttributionDraft]
  ) -> AttributionDraft? {
    guard let source = draft.source.first else { return nil }
    let relay = all.first { one in
      one.content.first?.lowerBound == source.lowerBound
        && one.cue.first?.upperBound == source.lowerBound && !one.source.isEmpty
    }
    let start = relay?.source.first?.lowerBound ?? source.lowerBound
    guard let content = clause(before: start) else { return nil }
    var draft = draft
    draft.content = [content]
    return draft
  }

  /// The sentence up to the comma before a token.
  private func clause(before index: Int) -> Range<Int>? {
    guard let sentence = story.sentences.first(where: { $0.tokens.contains(index) })?.tokens,
      index - 1 > sentence.lowerBound + 1, story.tokens[index - 1].scalar == Self.comma
    else { return nil }
    return sentence.lowerBound..<index - 1
  }

  /// "hãng X dẫn lời [ông Minh cho hay hôm 3/4]", where what he says stands in front: that, and who
  /// says it.
  private func relayed(
    _ draft: AttributionDraft, among all: [AttributionDraft]
  ) -> AttributionDraft {
    guard draft.cue.count == 1, draft.content.count == 1, let cue = draft.cue.first,
      let source = draft.source.first, let content = draft.content.first,
      content.lowerBound == cue.upperBound,
      let inner = all.first(where: { one in
        guard let first = one.content.first, let said = one.source.first, let verb = one.cue.first
        else { return false }
        return first.upperBound <= source.lowerBound && said.lowerBound == content.lowerBound
          && verb.upperBound <= content.upperBound
          && (verb.upperBound == content.upperBound
            || story.isTime(verb.upperBound..<content.upperBound))
      }), let verb = inner.cue.first
    else { return draft }
    var draft = draft
    draft.content = inner.content + [content.lowerBound..<verb.upperBound]
    return draft
  }
}
