package import ClaimModel

extension Story {
  /// The sentence of each token, by its index in `sentences`; one walk over the story.
  func sentenceOfTokens() -> [Int32] {
    var numbers = [Int32](repeating: 0, count: tokens.count)
    for (index, sentence) in sentences.enumerated() {
      for token in sentence.tokens { numbers[token] = Int32(index) }
    }
    return numbers
  }

  /// The text span of a range of tokens; an empty span at 0 for an empty range.
  package func span(_ range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// The number of the sentence that starts at a token, found by bisection; nil where none does.
  func sentenceIndex(startingAt token: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < sentences.count && sentences[low].tokens.lowerBound == token ? low : nil
  }

  /// Whether a line of the text ends between a token and the one before it.
  package func breaksLine(before index: Int) -> Bool {
    LineCutter.lineBreaks(
      in: bytes, from: Int(tokens[index - 1].end), to: Int(tokens[index].start)) > 0
  }

  /// A range without the full stop at its end: "… đã rút ." → "… đã rút". A stop inside closing
  /// quotation marks stays.
  package func withoutFinalStop(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isFullStop(tokens[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  private func isFullStop(_ token: Token) -> Bool {
    token.scalar == 0x2E && token.kind == .punctuation
  }

  /// The quotations that share a token with a range, found by bisection.
  package func quotations(overlapping range: Range<Int>) -> ArraySlice<Quotation> {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].tokens.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < quotations.count, quotations[end].tokens.lowerBound < range.upperBound { end += 1 }
    return quotations[low..<end]
  }
}
