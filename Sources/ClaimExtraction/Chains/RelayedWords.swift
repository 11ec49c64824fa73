internal import ClaimModel
internal import Lexicons

/// Newsrooms in the midst of a Vietnamese source, which only pass the words on.
extension ChainReader {
  /// An attribution with the newsroom taken out of its source, and the chain that it makes.
  func relayed(_ draft: AttributionDraft, _ others: [AttributionDraft], _ sentence: Int) -> Framed {
    guard words.isVietnamese, draft.source.count == 1, draft.cue.count == 1, !draft.content.isEmpty
    else { return Framed(draft: draft) }
    return passive(draft, others, sentence) ?? Framed(draft: draft)
  }

  /// "Ông Bình được hãng tin AP | dẫn lời | cho biết phà cũ" → ông Bình, by way of AP.
  private func passive(
    _ draft: AttributionDraft, _ others: [AttributionDraft], _ sentence: Int
  ) -> Framed? {
    let source = draft.source[0]
    guard
      let passive = source.dropFirst().first(where: {
        Self.passives.contains(story.tokens[$0].key.exact)
      }),
      let outlet = mentions[sentence].first(where: {
        $0.extent.lowerBound == passive + 1 && $0.extent.upperBound == source.upperBound
          && $0.kind != .medium
      })
    else { return nil }
    var end = passive
    if story.tokens[end - 1].scalar == 0x2C { end -= 1 }
    guard end > source.lowerBound else { return nil }
    var draft = draft
    draft.source = [source.lowerBound..<end]
    let content = draft.content[0]
    if case let verb = saying(at: content.lowerBound, content.upperBound), verb > 0,
      content.count > verb, draft.cue[0].upperBound == content.lowerBound,
      !others.contains(where: { $0.cue.contains { $0.contains(content.lowerBound) } })
    {
      let start = content.lowerBound + verb
      draft.cue = [draft.cue[0].lowerBound..<start]
      draft.content[0] = start..<content.upperBound
    }
    return Framed(
      draft: draft, frame: frame(of: draft, outlet, tie: passive..<passive + 1))
  }

  /// How many words a verb has that gives a fact by itself: "nói", "cho biết"; 0 for none.
  func saying(at start: Int, _ end: Int) -> Int {
    let length = words.length(.say, story.tokens, at: start, end: end)
    return words.length(.loose, story.tokens, at: start, end: end) < length ? length : 0
  }

  private func frame(
    of draft: AttributionDraft, _ outlet: OutletMention, tie: Range<Int>
  ) -> ChainFrame {
    ChainFrame(
      content: draft.content[0],
      nodes: [
        ChainNode(range: draft.source[0]),
        ChainNode(range: outlet.extent, outlet: outlet, tie: tie),
      ], cue: draft.cue[0], source: draft.source[0])
  }

  private static let passives = keys(["được", "bị"])
}
