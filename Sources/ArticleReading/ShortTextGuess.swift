internal import ClaimModel
internal import Languages
internal import Lexicons

/// Tells the language of what function words leave open: short copy, most of it names and figures,
/// and text typed without the marks of its letters.
///
/// "Storm Ada kills 3. Mayor Tom Reed said 40 roofs collapsed." is English, and
/// "My cho biet luc luong nuoc nay tai Iraq bi tan cong" Vietnamese.
struct ShortTextGuess: Sendable {
  private enum Kind: String, Sendable { case strong, frequent, unmarked }

  /// Words to the place of their language and their kind.
  private let words: [UInt64: [(place: Int, kind: Kind)]]

  /// What was counted in a text, for each language.
  struct Count {
    fileprivate var hits: [Int]
    fileprivate var strong: [Set<UInt64>]
    fileprivate var unmarked: [Int]
    fileprivate var syllables: [Set<UInt64>]
    /// Words without a capital: names are in no language.
    fileprivate var small = 0

    init(_ languages: Int) {
      hits = [Int](repeating: 0, count: languages)
      unmarked = hits
      strong = [Set<UInt64>](repeating: [], count: languages)
      syllables = strong
    }
  }

  init(_ languages: [WrittenLanguage]) {
    var words = [UInt64: [(place: Int, kind: Kind)]]()
    for row in WordList(embedded: "language-words.tsv").rows {
      guard let place = languages.firstIndex(where: { $0.code.rawValue == row[0] }),
        let kind = Kind(rawValue: row[1])
      else { continue }
      row.forEachItem(2) { word in
        let key = WordKey(bytes: word, from: 0, to: word.count).exact
        words[key, default: []].append((place, kind))
      }
    }
    self.words = words
  }

  func count(_ key: UInt64, isSmall: Bool, in count: inout Count) {
    if isSmall { count.small += 1 }
    for (place, kind) in words[key] ?? [] {
      switch kind {
      case .strong:
        count.strong[place].insert(key)
        if isSmall { count.hits[place] += 1 }
      case .frequent: if isSmall { count.hits[place] += 1 }
      case .unmarked:
        count.unmarked[place] += 1
        count.syllables[place].insert(key)
      }
    }
  }

  /// The place of the language that a text without marked letters is in; nil where it is in none.
  func language(_ count: Count, words: Int) -> Int? {
    let typed = count.unmarked.indices.first { place in
      count.unmarked[place] * 5 >= words * 2 && count.syllables[place].count >= 4
    }
    if let typed, count.strong.allSatisfy({ $0.count < 3 }) { return typed }
    return count.hits.indices.first { place in
      count.hits[place] * 4 >= count.small && count.hits[place] > 0
        && count.strong[place].count >= (words < 40 ? 1 : 2)
    }
  }
}
