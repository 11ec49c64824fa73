/// Classes of words by the company they keep, learned from text that nobody annotated.
///
/// Words between the same neighbours share a class ("khẳng định", "xác nhận"): what the taggers
/// learn of one they know of all, those that no annotated story has among them. Each word has a
/// fine and a broad class. The search is the exchange algorithm of Kneser and Ney (1993).
package struct WordClasses: Sendable {
  /// A word where it stands.
  struct Match {
    /// Syllables.
    var length: Int
    var fine: UInt8
    var broad: UInt8
  }

  /// The most syllables of a word.
  package static let longest = 4
  /// Weights of a row: syllables of the longest word that starts with it; fine class, 0 for
  /// what only starts words; broad class.
  package static let width = 3
  private static let salt: UInt64 = 0xC1A5

  private let table: FeatureTable

  package init(table: FeatureTable) { self.table = table }

  /// The features of the runs of syllables that a word starts with, the word last.
  package static func features(of syllables: some Sequence<UInt64>) -> [UInt64] {
    var hash = salt
    return syllables.map { syllable in
      hash = FeatureHash.join(hash, syllable)
      return hash
    }
  }

  /// The longest word that starts at a token and ends before `end`.
  func match(_ tokens: [TokenTraits], at start: Int, end: Int) -> Match? {
    var hash = FeatureHash.join(Self.salt, tokens[start].word)
    guard let first = table.row(hash) else { return nil }
    var found = Self.match(first, length: 1)
    for length in 2..<(2 + max(0, min(Int(first[0]), end - start) - 1)) {
      hash = FeatureHash.join(hash, tokens[start + length - 1].word)
      if let row = table.row(hash) { found = Self.match(row, length: length) ?? found }
    }
    return found
  }

  private static func match(_ row: UnsafePointer<Int8>, length: Int) -> Match? {
    if row[1] == 0 { return nil }
    return Match(
      length: length, fine: UInt8(bitPattern: row[1]), broad: UInt8(bitPattern: row[2]))
  }
}
