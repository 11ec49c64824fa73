internal import Lexicons

/// Phrases with a role each, from a word list: "đồ họa<TAB>credit".
struct PhraseBook: Sendable {
  private struct Phrase: Sendable {
    var words: [UInt64]
    var role: String
  }

  /// First words.
  private let openings: KeyNumbers
  /// A bit for the last five bits of what each one begins with, a letter without its marks.
  private let letters: UInt32
  /// By the number of their first word, longest first.
  private let phrases: [[Phrase]]

  /// Column 0 is the phrase, column 1 its role.
  init(embedded name: String) {
    var phrases = [UInt64: [Phrase]]()
    var letters: UInt32 = 0
    for row in WordList(embedded: name).rows {
      let words = row.keys(0).map(\.exact)
      guard let first = words.first else { continue }
      letters |= Self.bit(Folding.folded(row[0]).unicodeScalars.first)
      phrases[first, default: []].append(Phrase(words: words, role: row[1]))
    }
    openings = KeyNumbers(Array(phrases.keys))
    var sorted = [[Phrase]](repeating: [], count: openings.count)
    for (first, phrases) in phrases {
      guard let number = openings[first] else { continue }
      sorted[number] = phrases.sorted { $0.words.count > $1.words.count }
    }
    self.phrases = sorted
    self.letters = letters
  }

  /// "a" and "A" have the same; all bits where there is nothing.
  private static func bit(_ scalar: Unicode.Scalar?) -> UInt32 {
    scalar.map { 1 << ($0.value & 31) } ?? .max
  }

  /// Whether a phrase starts with a word.
  func opens(_ word: WordKey) -> Bool { openings[word.exact] != nil }

  /// Whether a phrase may start with a word: most words are told by their first letter. One beyond
  /// ASCII may be any.
  @inline(__always)
  private func mayOpen(_ word: Word) -> Bool {
    word.scalar >= 0x80 || letters >> (word.scalar & 31) & 1 == 1
  }

  /// The longest phrase that starts with word `index` (of those with one of `roles`): its role
  /// and its number of words.
  func match(
    _ words: [Word], at index: Int, roles: [String]? = nil
  ) -> (role: String, count: Int)? {
    guard mayOpen(words[index]), let first = openings[words[index].key.exact] else { return nil }
    for phrase in phrases[first]
    where roles?.contains(phrase.role) ?? true {
      let end = index + phrase.words.count
      if end <= words.count,
        zip(words[index..<end], phrase.words).allSatisfy({ $0.key.exact == $1 })
      {
        return (phrase.role, phrase.words.count)
      }
    }
    return nil
  }
}
