internal import ClaimModel
internal import Lexicons

/// What a claim can be found by again, each thing as a key with its weight.
///
/// "12 người chết vì cháy ở Vân Sa" → the concepts dead and fire, the name Vân Sa, the figure 12.
/// Concepts, names and figures are the same in both languages; other words are of one.
package struct MemoryTerms: Sendable {
  struct Term: Sendable {
    var key: UInt64
    var weight: Float
    var isOfAllLanguages: Bool
    /// Whether it is of somebody's or something's name.
    var isName = false
  }

  /// Each key once.
  private(set) var terms: [Term] = []

  init(_ text: String, figures: [RememberedFigure], language: ArticleLanguage) {
    let words = MemoryWords.words(of: text, language: language)
    addNames(of: words)
    ConceptWords.shared.read(words, language: language) { concept in
      add(concept, 1, isOfAllLanguages: true)
    } word: { word in
      guard !word.isNumber, !word.isName, !MemoryStopWords.shared.contains(word.key) else { return }
      add(mixed(0x3F, word.key), 0.7, isOfAllLanguages: false)
    }
    for figure in figures {
      add(Self.key(of: figure.value), 1, isOfAllLanguages: true)
      if let high = figure.high { add(Self.key(of: high), 0.5, isOfAllLanguages: true) }
    }
    var seen = Set<UInt64>()
    terms = terms.filter { seen.insert($0.key).inserted }
  }

  private mutating func add(_ key: UInt64, _ weight: Float, isOfAllLanguages: Bool) {
    terms.append(Term(key: key, weight: weight, isOfAllLanguages: isOfAllLanguages))
  }

  private mutating func add(name key: UInt64, _ weight: Float) {
    terms.append(Term(key: key, weight: weight, isOfAllLanguages: true, isName: true))
  }

  /// Runs of words with capitals: each word, each two side by side, and what country they name.
  private mutating func addNames(of words: [MemoryWords.Word]) {
    var at = 0
    while at < words.count {
      guard words[at].isName, !words[at].isNumber else {
        at += 1
        continue
      }
      var end = at + 1
      while end < words.count, words[end].isName, !words[end].isApart { end += 1 }
      let run = words[at..<end].map(\.key)
      if let country = CountryNames.shared[run] {
        add(name: country, 1.5)
      } else {
        for key in run { add(name: mixed(0x5A, key), 0.5) }
        for (one, two) in zip(run, run.dropFirst()) {
          add(name: mixed(mixed(0x5B, one), two), 2)
        }
      }
      at = end
    }
  }

  /// Numbers are one where they print alike in six digits.
  static func key(of value: Double) -> UInt64 {
    guard value != 0, value.isFinite else { return mixed(0xF1, value.bitPattern) }
    var scale = 1.0
    while abs(value) * scale < 100_000 && scale < 1e12 { scale *= 10 }
    while abs(value) * scale >= 1_000_000 && scale > 1e-12 { scale /= 10 }
    return mixed(mixed(0xF1, (value * scale).rounded().bitPattern), scale.bitPattern)
  }
}

/// Countries of `places.tsv` by their names in both languages: "Nga" = "Russia".
struct CountryNames: Sendable {
  static let shared = CountryNames(list: WordList(embedded: "places.tsv"))

  private var countries: [UInt64: UInt64] = [:]

  init(list: WordList) {
    for (number, row) in list.rows.enumerated() {
      for (column, language) in [(1, ArticleLanguage.vietnamese), (2, .english)] {
        for name in row.items(column) {
          let words = MemoryWords.words(of: name, language: language).map(\.key)
          countries[words.reduce(0) { mixed($0, $1) }] = mixed(0xCC, UInt64(number))
        }
      }
    }
  }

  subscript(words: [UInt64]) -> UInt64? { countries[words.reduce(0) { mixed($0, $1) }] }
}

/// Words that say nothing by themselves, of both languages.
struct MemoryStopWords: Sendable {
  static let shared = MemoryStopWords()

  private let keys: Set<UInt64>

  init() {
    let rows = WordList(embedded: "stop-words.tsv").rows
    keys = Set(rows.map { WordKey($0[0]).plain })
  }

  func contains(_ key: UInt64) -> Bool { keys.contains(key) }
}
