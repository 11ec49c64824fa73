/// Searches of texts by their bytes, in the place of the standard library's, which go from
/// character to character and take twenty times as long.
///
/// What is looked for begins and ends at letters or marks that join no other: " - ", "://".
extension StringProtocol {
  /// "a - b - c" by " - " → a, b, c; empty pieces are left out.
  func split(separator: String) -> [SubSequence] {
    var pieces = [SubSequence]()
    var start = startIndex
    for range in ranges(of: separator) + [endIndex..<endIndex] {
      if start < range.lowerBound { pieces.append(self[start..<range.lowerBound]) }
      start = range.upperBound
    }
    return pieces
  }

  /// Where `word` stands, from the left, none overlapping another.
  func ranges(of word: String) -> [Range<Index>] {
    places(of: word, most: .max).map { range in
      utf8.index(
        startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)
    }
  }

  func contains(_ word: String) -> Bool { word.isEmpty || !places(of: word, most: 1).isEmpty }

  /// The text with another word wherever `word` stands.
  func replacing(_ word: String, with other: String) -> String {
    var out = ""
    var start = startIndex
    for range in ranges(of: word) {
      out += self[start..<range.lowerBound]
      out += other
      start = range.upperBound
    }
    return out + self[start...]
  }

  /// Byte offsets of a word.
  private func places(of word: String, most: Int) -> [Range<Int>] {
    let (text, word) = (utf8, word.utf8)
    let found = text.withContiguousStorageIfAvailable { text in
      word.withContiguousStorageIfAvailable { ByteSearch.places(of: $0, in: text, most: most) }
    }
    if let found, let places = found { return places }
    return Array(text).withUnsafeBufferPointer { text in
      Array(word).withUnsafeBufferPointer { ByteSearch.places(of: $0, in: text, most: most) }
    }
  }
}

enum ByteSearch {
  /// The first place of a byte; eight bytes a step.
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0)
    -> Int?
  {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ pattern
      // A byte of `word` is 0 where the bytes are the same.
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < bytes.count {
      if bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// Offsets of a word's bytes in others, from the left, none overlapping another.
  static func places(
    of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, most: Int = .max
  ) -> [Range<Int>] {
    guard let first = word.first, text.count >= word.count else { return [] }
    var places = [Range<Int>]()
    var at = 0
    let end = text.count - word.count
    while at <= end {
      if text[at] == first, matches(word, in: text, at) {
        places.append(at..<(at + word.count))
        if places.count == most { return places }
        at += word.count
      } else {
        at += 1
      }
    }
    return places
  }

  private static func matches(
    _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> Bool {
    for offset in word.indices where text[at + offset] != word[offset] { return false }
    return true
  }
}
