internal import Lexicons

/// Words to find in a text, one behind the other.
///
/// Typed without marks they match accented text too ("thu ha" finds Thu Hà); with marks they
/// match exactly, apart from case, NFC/NFD and where the tone mark stands.
package struct TextPattern: Sendable, Hashable {
  /// Folded words behind a blank each, with a blank at the end unless it is a prefix.
  let folded: [UInt8]
  /// The words with their marks; nil where none was typed.
  let exact: [ExactWord]?
  /// Whether more letters may follow the last word: `dân*`.
  package let isPrefix: Bool
  /// As typed.
  package let text: String

  /// Nil where `text` has no letter and no digit.
  init?(_ text: some StringProtocol, isPrefix: Bool = false) {
    let words = SourceName.foldedKey(text)
    guard !words.isEmpty else { return nil }
    let marked = SourceName.key(text)
    folded = [0x20] + Array(words.utf8) + (isPrefix ? [] : [0x20])
    exact = marked == words ? nil : ExactWord.words(of: Array(marked.utf8))
    self.isPrefix = isPrefix
    self.text = String(text)
  }

  /// Whether the words stand in `string`.
  func matches(_ string: some StringProtocol) -> Bool {
    let words = [0x20] + Array(SourceName.foldedKey(string).utf8) + [0x20]
    guard words.firstRange(of: folded) != nil else { return false }
    return exact == nil || matchesExactly(Array(SourceName.key(string).utf8))
  }

  /// Whether the words with their marks stand in what `ExactWords` made.
  func matchesExactly(_ words: [UInt8]) -> Bool {
    guard let exact else { return true }
    let text = ExactWord.words(of: words)
    guard text.count >= exact.count else { return false }
    return (0...text.count - exact.count).contains { start in
      exact.indices.allSatisfy { index in
        let isLast = index == exact.count - 1
        return text[start + index].matches(exact[index], isPrefix: isPrefix && isLast)
      }
    }
  }
}

/// A word with its marks: letters without tone, and the tone.
struct ExactWord: Sendable, Hashable {
  var letters: ArraySlice<UInt8>
  var tone: UInt8

  /// "hoa\u{1} binh\u{1}" → [hoa, 1], [binh, 1]
  static func words(of bytes: [UInt8]) -> [ExactWord] {
    bytes.split(separator: 0x20).map { word in
      guard let last = word.last, last < 0x06 else { return ExactWord(letters: word, tone: 0) }
      return ExactWord(letters: word.dropLast(), tone: last)
    }
  }

  func matches(_ wanted: ExactWord, isPrefix: Bool) -> Bool {
    guard isPrefix else { return letters == wanted.letters && tone == wanted.tone }
    return letters.starts(with: wanted.letters) && (wanted.tone == 0 || wanted.tone == tone)
  }
}

extension [UInt8] {
  /// Where `needle` stands first.
  func firstRange(of needle: [UInt8]) -> Range<Int>? {
    guard needle.count <= count else { return nil }
    return (0...count - needle.count)
      .first { start in self[start..<start + needle.count].elementsEqual(needle) }
      .map { $0..<$0 + needle.count }
  }
}
