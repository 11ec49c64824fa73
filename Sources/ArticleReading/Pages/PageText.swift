internal import Lexicons

/// The words of a text without case and form of Unicode, for comparing what a page says twice.
struct PageText: Equatable {
  let words: [UInt64]
  /// Bytes of its words.
  let letters: Int

  init(_ text: some StringProtocol) {
    var copy = String(text)
    self = copy.withUTF8 { PageText(bytes: $0) }
  }

  init(bytes: UnsafeBufferPointer<UInt8>) {
    var words = [UInt64]()
    var letters = 0
    WordScanner(bytes: bytes).forEachWord(from: 0, to: bytes.count) { start, end, scalar, _ in
      guard Scalars.kind(scalar) != .punctuation else { return true }
      words.append(WordKey(bytes: bytes, from: start, to: end).exact)
      letters += end - start
      return true
    }
    self.words = words
    self.letters = letters
  }

  /// The first word alone, as `words` has it; nil where there is none.
  static func firstWord(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var word: UInt64?
    WordScanner(bytes: bytes).forEachWord(from: 0, to: bytes.count) { start, end, scalar, _ in
      guard Scalars.kind(scalar) != .punctuation else { return true }
      word = WordKey(bytes: bytes, from: start, to: end).exact
      return false
    }
    return word
  }

  static func firstWord(_ text: String) -> UInt64? {
    var copy = text
    return copy.withUTF8 { firstWord($0) }
  }

  static func == (a: Self, b: Self) -> Bool { a.words == b.words }

  var isEmpty: Bool { words.isEmpty }

  func holds(_ other: PageText) -> Bool {
    guard let first = other.words.first, words.count >= other.words.count else { return false }
    return (0...(words.count - other.words.count)).contains {
      words[$0] == first && words[$0..<($0 + other.words.count)].elementsEqual(other.words)
    }
  }

  func starts(with other: PageText) -> Bool { words.starts(with: other.words) }
}
