internal import Lexicons

/// Which country words name: "Nga", "Russia" and "Russian" are one.
struct Countries: Sendable {
  static let shared = Countries(WordList(embedded: "places.tsv"))

  /// Line in the list by the words of a name.
  private var names = [UInt64: Int]()
  /// English names by their first letters, with which their adjectives begin: "russi".
  private var stems = [String: Int]()
  private var longest = 1

  init(_ places: WordList) {
    for (number, row) in places.rows.enumerated() {
      for name in row.items(1) + row.items(2) + row.items(3) + row.items(4) {
        let words = name.split { !$0.isLetter }
        names[words.reduce(0) { chained($0, WordKey($1).exact) }] = number
        longest = max(longest, words.count)
      }
      for name in row.items(2) where name.count > 4 && name.allSatisfy(\.isLetter) {
        stems[Folding.folded(name.dropLast())] = number
      }
    }
  }

  /// The country that exactly these words name.
  func country(_ words: ArraySlice<ScannedWord>) -> Int? {
    guard words.first?.isCapitalised == true else { return nil }
    return names[words.reduce(0) { chained($0, $1.exact) }]
  }

  /// The country that an adjective in English stands for: "Russian".
  func country(adjective word: String) -> Int? {
    let folded = Folding.folded(word)
    return ["n", "an", "ian", "ese", "i", "ni"].lazy
      .filter { folded.hasSuffix($0) }
      .compactMap { ending -> Int? in
        let stem = String(folded.dropLast(ending.count))
        return stems[stem] ?? stems[String(stem.dropLast())]
      }.first
  }

  /// The first country that is named among words.
  func country(among words: ArraySlice<ScannedWord>) -> Int? {
    for start in words.indices {
      for end in (start + 1...min(words.endIndex, start + longest)).reversed() {
        if let country = country(words[start..<end]) { return country }
      }
    }
    return nil
  }

  /// How many of the last words of a name are a country's: 1 of "Bộ Ngoại giao Nga"; 0 for none.
  func count(closingName words: [Substring]) -> Int {
    let keys = words.map { WordKey($0).exact }
    return (0..<min(longest, keys.count)).reversed().map { $0 + 1 }
      .first { names[keys.suffix($0).reduce(0, chained)] != nil } ?? 0
  }

  /// How often each country is named among words.
  func counts(_ words: [ScannedWord]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for start in words.indices where words[start].isCapitalised {
      let longest = (start + 1...min(words.endIndex, start + longest)).reversed().lazy
        .compactMap { country(words[start..<$0]) }.first
      if let longest { counts[longest, default: 0] += 1 }
    }
    return counts
  }

  /// A body's name without its country: "Bộ Ngoại giao Nga", "Russian Foreign Ministry". Nil where
  /// it has none, or nothing is left that could be a name.
  func parted(_ name: String) -> (name: String, country: Int)? {
    let words = name.split { $0 == " " || $0 == "_" }
    let closing = count(closingName: words)
    var rest = words.dropLast(closing)
    if ["of", "của"].contains(rest.last?.lowercased()) { rest.removeLast() }
    if closing > 0 {
      return country(named: words.suffix(closing)).flatMap { named(rest, $0) }
    }
    guard let first = words.first else { return nil }
    let owner = first.split { $0 == "'" || $0 == "’" }.first.map { country(named: [$0]) } ?? nil
    return (owner ?? country(adjective: String(first))).flatMap { named(words.dropFirst(), $0) }
  }

  private func named(_ words: ArraySlice<Substring>, _ country: Int) -> (String, Int)? {
    words.count > 1 ? (words.joined(separator: " "), country) : nil
  }

  /// The country of which these words are a name.
  func country(named words: ArraySlice<Substring>) -> Int? {
    names[words.map { WordKey($0).exact }.reduce(0, chained)]
  }
}
