extension SpanDecoding {
  /// Moves edges that fall inside a known word out to the word's own: nobody is "thư ký" where the
  /// story has "tổng thư ký", and no claim ends on half a word.
  ///
  /// `[… hội đồng bảo] an` → `[… hội đồng bảo an]`
  func withWholeWords(_ traits: StoryTraits) -> SpanDecoding {
    if traits.words.isEmpty { return self }
    var copy = self
    copy.content = content.indices.map { index in
      whole(
        content[index], traits, beside: content.indices.filter { $0 != index }.map { content[$0] })
    }
    copy.source = source.map { whole($0, traits, beside: content) }
    return copy
  }

  /// The range with the whole words at its edges, as far as they reach into nothing else.
  private func whole(
    _ range: Range<Int>, _ traits: StoryTraits, beside others: [Range<Int>]
  ) -> Range<Int> {
    let taken = others + [cue] + (source.map { $0 == range ? [] : [$0] } ?? [])
    let first = Int(traits.words[range.lowerBound].before) + 1
    let end = Int(traits.words[range.upperBound - 1].after)
    var wide = range
    let left = first..<range.lowerBound
    if first < range.lowerBound, !taken.contains(where: { $0.overlaps(left) }) {
      wide = first..<wide.upperBound
    }
    let right = range.upperBound..<max(end, range.upperBound)
    if !right.isEmpty, !taken.contains(where: { $0.overlaps(right) }) {
      wide = wide.lowerBound..<right.upperBound
    }
    return wide
  }
}
