extension SpanDecoding {
  /// Moves ends of the content that fall inside a quotation out to its marks, where the cue
  /// stands outside of it: nobody is quoted by half a quotation.
  ///
  /// `" Tôi mệt . [Tôi sẽ về] nhà " , ông nói` → `[" Tôi mệt . Tôi sẽ về nhà "] , ông nói`
  func snapped(to story: Story) -> SpanDecoding {
    var copy = self
    copy.content = []
    for run in content {
      var range = run
      for quotation in story.quotations(overlapping: run) where quotation.isClosed {
        let marks = quotation.tokens
        if marks.overlaps(cue) || (source.map(marks.overlaps) ?? false) { continue }
        range = min(range.lowerBound, marks.lowerBound)..<max(range.upperBound, marks.upperBound)
      }
      if let last = copy.content.last, last.upperBound >= range.lowerBound {
        copy.content[copy.content.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        copy.content.append(range)
      }
    }
    return copy
  }
}
