/// Tells whether phrases stand in a text whose words are known to be there, one by one. Costs much
/// less than to look for their places.
struct WordCheck {
  private let text: UnsafeBufferPointer<UInt8>
  private var written: [Spelling: [UInt8]] = [:]

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// True for one word: it is likely to be there in the spelling asked for.
  mutating func mayHave(_ pattern: TextPattern) -> Bool {
    if pattern.words.count == 1 { return true }
    let words = written[pattern.spelling] ?? words(pattern.spelling)
    written[pattern.spelling] = words
    return words.withUnsafeBufferPointer {
      pattern.first(in: $0, from: 0, ByteSearch(pattern.needle)) != nil
    }
  }

  private func words(_ spelling: Spelling) -> [UInt8] {
    var words: [UInt8] = [0x20]
    words.reserveCapacity(text.count + 2)
    spelling.append(text, into: &words)
    words.append(0x20)
    return words
  }
}
