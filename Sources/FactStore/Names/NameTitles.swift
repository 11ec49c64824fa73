internal import ClaimModel
internal import Languages
internal import Lexicons

/// Titles and pronouns: capitalised where a sentence begins, and no part of a name.
struct NameTitles: Sendable {
  static let shared = NameTitles(
    titles: WordList(embedded: "titles.tsv"), references: WordList(embedded: "references.tsv"))

  private enum Length {
    /// A word that may be a name as well: "Anh", "Cô".
    case syllable
    case phrase
    /// "President", "Mrs": no name, so it stands before names inside a sentence too.
    case beforeName
  }

  private var lengths = [UInt64: Length]()
  private var longest = 1

  init(titles: WordList, references: WordList) {
    let languages = WrittenLanguage.all.filter { !$0.titlesMayBeNames }.map(\.code.rawValue)
    let mayBeNames = { (code: String) in !languages.contains(code) }
    let persons: Set = ["he", "she", "they", "i", "we", "that-person"]
    for row in titles.rows + references.rows.filter({ persons.contains($0[2]) }) {
      let words = row[0].split(separator: " ")
      let key = words.reduce(0) { chained($0, WordKey($1).exact) }
      lengths[key] =
        !mayBeNames(row[1]) ? .beforeName : words.count > 1 ? .phrase : .syllable
      longest = max(longest, words.count)
    }
  }

  /// How many words a title takes that begins with the word at a place, the first of a run of
  /// capitalised ones; 0 for none. One syllable is a title where it opens a sentence alone.
  func count(from start: Int, in words: [ScannedWord]) -> Int {
    var hash: UInt64 = 0
    var found = 0
    for at in start..<min(words.count, start + longest) {
      if at > start, words[at].followsPunctuation { break }
      hash = chained(hash, words[at].exact)
      guard let length = lengths[hash] else { continue }
      let isBeforeName = at + 1 < words.count && words[at + 1].isCapitalised
      switch length {
      case .phrase: found = at - start + 1
      case .syllable where words[start].opensSentence: found = at - start + 1
      case .beforeName where words[start].opensSentence || isBeforeName: found = at - start + 1
      default: break
      }
    }
    return found
  }
}
