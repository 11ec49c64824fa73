internal import ClaimModel
internal import Lexicons

/// The words of a claim as a memory compares them: without marks, case and segmentation, English
/// ones without their endings.
enum MemoryWords {
  struct Word {
    var key: UInt64
    /// "Vân" of "ở Vân Sa"; the first word of a text is none.
    var isName: Bool
    var isNumber: Bool
    /// Whether a mark stands between it and the word before.
    var isApart: Bool
    /// Whether it has a capital because a sentence begins with it, perhaps besides.
    var isOpening: Bool
  }

  static func words(of text: String, language: ArticleLanguage) -> [Word] {
    var text = text
    return text.withUTF8 { words(of: $0, language: language) }
  }

  private static func words(
    of bytes: UnsafeBufferPointer<UInt8>, language: ArticleLanguage
  ) -> [Word] {
    var words = [Word]()
    var at = 0
    var isApart = false
    var opensSentence = true
    while at < bytes.count {
      let start = at
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
      guard isLetter(scalar) else {
        if scalar != 0x20, scalar != 0x5F { isApart = true }
        if [0x2E, 0x21, 0x3F, 0x22, 0x201C, 0x3A].contains(scalar) { opensSentence = true }
        continue
      }
      var end = at
      while at < bytes.count {
        let next = UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
        guard isLetter(next) || isInside(next, bytes, at) else {
          at = end
          break
        }
        end = at
      }
      let isNumber = scalar &- 0x30 < 10
      let stem = language == .english && !isNumber ? Self.stem(bytes, start, end) : end
      words.append(
        Word(
          key: WordKey(bytes: bytes, from: start, to: stem).plain,
          isName: isUpper(scalar) && !opensSentence, isNumber: isNumber, isApart: isApart,
          isOpening: isUpper(scalar) && opensSentence))
      isApart = false
      opensSentence = false
    }
    // "Vân Sa bị ngập": a capital beside another one is of a name; "The Hague" is found by "Hague".
    for at in words.indices.dropLast()
    where words[at].isOpening && words[at + 1].isName && !words[at + 1].isApart
      && !MemoryStopWords.shared.contains(words[at].key)
    {
      words[at].isName = true
    }
    return words
  }

  /// A mark within a number: 1.200.
  @inline(__always)
  private static func isInside(
    _ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> Bool {
    (scalar == 0x2E || scalar == 0x2C) && at < bytes.count && bytes[at] &- 0x30 < 10 && at > 1
      && bytes[at - 2] &- 0x30 < 10
  }

  @inline(__always)
  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || (scalar | 0x20) &- 0x61 < 26
      || (scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7 && scalar != 0xF7)
      || (scalar >= 0x300 && scalar < 0x370) || (scalar >= 0x1E00 && scalar < 0x1F00)
  }

  private static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Where an English word ends without "s", "ed", "ing", "e" and "'s": "killed" → "kill".
  private static func stem(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard word.count > 3 else { return end }
    for ending in endings where word.count >= ending.count + 3 {
      if word.suffix(ending.count).elementsEqual(ending) { return end - ending.count }
    }
    return end
  }

  private static let endings = ["ing", "ies", "ied", "ed", "es", "s", "e", "y"].map {
    Array($0.utf8)
  }
}
