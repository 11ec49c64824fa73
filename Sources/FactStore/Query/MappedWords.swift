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
