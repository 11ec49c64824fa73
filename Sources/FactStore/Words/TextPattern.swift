/// Words to find in a text, one behind the other.
///
/// Typed without marks they match accented text too ("thu ha" finds Thu Hà); with marks they
/// match exactly, apart from case, NFC/NFD and where the tone mark stands.
package struct TextPattern: Sendable, Hashable {
  /// Which words the pattern is compared with.
  let spelling: Spelling
  /// The words behind a blank each, with a blank at the end unless it is a prefix.
  let needle: [UInt8]
  /// The words one by one, without blanks.
  let words: [[UInt8]]
  /// The tone that a prefix was typed with; 0 for none.
  let prefixTone: UInt8
  /// Whether more letters may follow the last word: `dân*`.
  package let isPrefix: Bool
  /// As typed.
  package let text: String

  /// Words that match with just the marks they have, be it none.
  init?(exactly text: some StringProtocol) { self.init(text, isPrefix: false, isExact: true) }

  /// Nil if `text` has no letter and no digit.
  init?(_ text: some StringProtocol, isPrefix: Bool = false) {
    self.init(text, isPrefix: isPrefix, isExact: false)
  }

  private init?(_ text: some StringProtocol, isPrefix: Bool, isExact: Bool) {
    let folded = SourceName.foldedKey(text)
    let exact = SourceName.key(text)
    guard !folded.isEmpty else { return nil }
    spelling = exact == folded && !isExact ? .folded : .exact
    var needle = [0x20] + Array((spelling == .folded ? folded : exact).utf8)
    var tone: UInt8 = 0
    if isPrefix, let last = needle.last, last < 0x06 {
      tone = last
      needle.removeLast()
    }
    self.needle = isPrefix ? needle : needle + [0x20]
    words = needle.split(separator: 0x20).map(Array.init)
    prefixTone = tone
    self.isPrefix = isPrefix
    self.text = String(text)
  }

  /// Whether the words stand in `string`.
  func matches(_ string: some StringProtocol) -> Bool {
    let key = spelling == .folded ? SourceName.foldedKey(string) : SourceName.key(string)
    return stands(in: key)
  }

  /// Whether the words stand in what `spelling` made of a name.
  func stands(in key: String) -> Bool {
    let words = [0x20] + Array(key.utf8) + [0x20]
    return words.withUnsafeBufferPointer { first(in: $0, from: 0, ByteSearch(needle)) != nil }
  }

  /// Where the words stand first in what `spelling` made of a text, from `start` on.
  func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ search: ByteSearch
  ) -> Int? {
    var at = start
    while let hit = search.first(in: bytes, from: at) {
      if prefixTone == 0 || tone(ofWordAt: hit + needle.count, bytes) == prefixTone { return hit }
      at = hit + 1
    }
    return nil
  }

  /// The tone of the word whose letters go on, or end, at `offset`.
  private func tone(ofWordAt offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let end = bytes[offset...].firstIndex(of: 0x20) ?? bytes.endIndex
    return end > offset && bytes[end - 1] < 0x06 ? bytes[end - 1] : 0
  }
}
