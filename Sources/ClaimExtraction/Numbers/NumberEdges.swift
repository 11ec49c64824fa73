internal import ClaimModel

/// Signs beside a number are part of it: "$40 million", "-3,2%", "US$5", "#5".
struct NumberEdges {
  let story: Story

  /// A range that begins with a number, with the sign, the currency or both before it; one that
  /// ends with a number, with its per cent sign. `frame` is what must not be left.
  func whole(_ range: Range<Int>, in frame: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    return start(of: range, frame.lowerBound)..<end(of: range, frame.upperBound)
  }

  private func start(of range: Range<Int>, _ floor: Int) -> Int {
    var at = range.lowerBound
    let first = story.tokens[at]
    guard first.kind == .number || CurrencySigns.contains(first.scalar) else { return at }
    while at > floor, story.tokens[at].touchesPrevious, isSign(at - 1) { at -= 1 }
    if at > floor, CurrencySigns.contains(story.tokens[at].scalar),
      story.tokens[at].touchesPrevious, CurrencySigns.isCode(story.tokens[at - 1])
    {
      at -= 1
    }
    return at
  }

  /// A dash between two words or numbers joins them and is no sign.
  private func isSign(_ index: Int) -> Bool {
    let token = story.tokens[index]
    if CurrencySigns.contains(token.scalar) { return true }
    guard token.scalar == 0x23 || token.scalar == 0x2B || NumberSigns.isMinus(token) else {
      return false
    }
    return !token.touchesPrevious || index > 0 && story.tokens[index - 1].kind == .punctuation
  }

  private func end(of range: Range<Int>, _ limit: Int) -> Int {
    let at = range.upperBound
    let ends = at < limit && story.tokens[at - 1].kind == .number && story.tokens[at].scalar == 0x25
    return ends ? at + 1 : at
  }
}

extension AttributionDraft {
  /// The draft with the signs of the numbers that its content begins or ends with.
  func withWholeNumbers(in story: Story) -> AttributionDraft {
    let edges = NumberEdges(story: story)
    var draft = self
    for (place, range) in content.enumerated() where !range.isEmpty {
      let others = content + cue + source
      let before = others.map(\.upperBound).filter { $0 <= range.lowerBound }.max() ?? 0
      let behind =
        others.map(\.lowerBound).filter { $0 >= range.upperBound }.min() ?? story.tokens.count
      draft.content[place] = edges.whole(range, in: before..<behind)
    }
    return draft
  }
}
