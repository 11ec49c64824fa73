internal import ClaimModel
internal import Lexicons

/// The words of a text as search compares them, each with its place in the text.
struct MappedWords {
  /// Every word between blanks: " bo ngoai giao ".
  private var words: [UInt8] = [0x20]
  /// Where each word starts in `words`, its blank left out.
  private var starts: [Int] = []
  /// Where each word stands in the text.
  private var spans: [TextSpan] = []
  private let spelling: Spelling

  /// `range` of the text's bytes.
  init(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ spelling: Spelling) {
    self.spelling = spelling
    var at = range.lowerBound
    var start: Int?
    while at < range.upperBound {
      let here = at
      let scalar = UTF8Scanning.scalar(text, at: &at, end: range.upperBound)
      if WordScalars.isPartOfWord(scalar) {
        start = start ?? here
      } else if let from = start, LetterTable.mark(scalar) == nil {
        add(from..<here, of: text)
        start = nil
      }
    }
    if let start { add(start..<range.upperBound, of: text) }
  }

  private mutating func add(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    starts.append(words.count)
    spans.append(TextSpan(range.lowerBound, range.upperBound))
    spelling.append(UnsafeBufferPointer(rebasing: text[range]), into: &words)
    words.append(0x20)
  }

  /// Where the pattern's words stand in the text, from the first letter to the last.
  func places(of pattern: TextPattern) -> [TextSpan] {
    let search = ByteSearch(pattern.needle)
    return words.withUnsafeBufferPointer { bytes in
      var found = [TextSpan]()
      var at = 0
      while let hit = pattern.first(in: bytes, from: at, search) {
        let first = word(at: hit + 1)
        let last = word(at: hit + pattern.needle.count - (pattern.isPrefix ? 1 : 2))
        found.append(TextSpan(spans[first].start, spans[last].end))
        at = hit + pattern.needle.count - 1
      }
      return found
    }
  }

  /// The number of the word that a byte of `words` belongs to.
  private func word(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

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
