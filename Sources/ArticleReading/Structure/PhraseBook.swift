internal import Lexicons

/// Phrases with a role each, from a word list: "đồ họa<TAB>credit".
struct PhraseBook: Sendable {
  private struct Phrase: Sendable {
    var words: [UInt64]
    var role: String
  }

  /// First words.
  private let openings: KeyNumbers
  /// By the number of their first word, longest first.
  private let phrases: [[Phrase]]

  /// Column 0 is the phrase, column 1 its role.
  init(embedded name: String) {
    var phrases = [UInt64: [Phrase]]()
    for row in WordList(embedded: name).rows {
      let words = row.keys(0).map(\.exact)
      guard let first = words.first else { continue }
      phrases[first, default: []].append(Phrase(words: words, role: row[1]))
    }
    openings = KeyNumbers(Array(phrases.keys))
    var sorted = [[Phrase]](repeating: [], count: openings.count)
    for (first, phrases) in phrases {
      guard let number = openings[first] else { continue }
      sorted[number] = phrases.sorted { $0.words.count > $1.words.count }
    }
    self.phrases = sorted
  }

  /// Whether a phrase starts with a word.
  func opens(_ word: WordKey) -> Bool { openings[word.exact] != nil }

  /// The longest phrase that starts with word `index` (of those with one of `roles`): its role
  /// and its number of words.
  func match(
    _ words: [Word], at index: Int, roles: [String]? = nil
  ) -> (role: String, count: Int)? {
    guard let first = openings[words[index].key.exact] else { return nil }
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
