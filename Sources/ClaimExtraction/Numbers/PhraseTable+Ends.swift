internal import ClaimModel

extension PhraseTable {
  /// A table of phrases; of two entries with the same words the first counts.
  init(_ phrases: some Sequence<(String, Value)>) {
    self.init()
    // Later entries replace earlier ones.
    for (phrase, value) in phrases.reversed() { add(phrase, value) }
  }

  /// The longest phrase that starts at `index`, and where it ends.
  func match(at index: Int, in tokens: [Token], limit: Int) -> (value: Value, end: Int)? {
    match(tokens, at: index, end: limit).map { ($0.value, index + $0.length) }
  }

  /// The longest phrase that ends before `index`, and where it starts.
  func match(before index: Int, in tokens: [Token], from: Int) -> (value: Value, start: Int)? {
    match(tokens, endingAt: index, from: from, words: 5).map { ($0.value, index - $0.length) }
  }
}
