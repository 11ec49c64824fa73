internal import ClaimModel
internal import Lexicons

/// Words of the news that say one thing in both languages: "cháy", "hỏa hoạn", "fire", "blaze".
///
/// From `memory-words.tsv`. Marks do not count; English words are compared by their stems.
struct ConceptWords: Sendable {
  static let shared = ConceptWords(list: WordList(embedded: "memory-words.tsv"))

  private struct Phrases: Sendable {
    /// Chained keys of a phrase's words, to its concept.
    var concepts: [UInt64: UInt64] = [:]
    /// The most words of a phrase that begins with a word.
    var longest: [UInt64: Int] = [:]

    mutating func add(_ phrase: String, _ concept: UInt64, language: ArticleLanguage) {
      let words = MemoryWords.words(of: phrase, language: language).map(\.key)
      guard let first = words.first else { return }
      concepts[words.reduce(0) { mixed($0, $1) }] = concept
      longest[first] = max(longest[first] ?? 0, words.count)
    }
  }

  private var vietnamese = Phrases()
  private var english = Phrases()

  init(list: WordList) {
    for (number, row) in list.rows.enumerated() {
      let concept = mixed(0xC0, UInt64(number))
      for phrase in row.items(1) { vietnamese.add(phrase, concept, language: .vietnamese) }
      for phrase in row.items(2) { english.add(phrase, concept, language: .english) }
    }
  }

  /// Hands over the concept of each longest phrase, and the words that have none.
  func read(
    _ words: [MemoryWords.Word], language: ArticleLanguage,
    concept: (UInt64) -> Void, word: (MemoryWords.Word) -> Void
  ) {
    let phrases = language == .english ? english : vietnamese
    var at = 0
    while at < words.count {
      var found: (length: Int, concept: UInt64)?
      if let limit = phrases.longest[words[at].key] {
        var hash: UInt64 = 0
        for length in 1...limit where at + length <= words.count {
          hash = mixed(hash, words[at + length - 1].key)
          if let concept = phrases.concepts[hash] { found = (length, concept) }
        }
      }
      if let found {
        concept(found.concept)
        at += found.length
      } else {
        word(words[at])
        at += 1
      }
    }
  }
}

/// One key of two, in their order.
@inline(__always)
func mixed(_ hash: UInt64, _ key: UInt64) -> UInt64 {
  var value = (hash ^ key) &* 0x9E37_79B9_7F4A_7C15
  value ^= value >> 29
  return value &+ hash &* 31
}
