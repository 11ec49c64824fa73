internal import ClaimModel
internal import Lexicons

/// Tells the language of a story from its function words.
struct LanguageGuess {
  private static let languages: [UInt64: ArticleLanguage] = {
    var languages = [UInt64: ArticleLanguage]()
    for row in WordList(embedded: "stop-words.tsv").rows {
      languages[WordKey(row[0]).exact] = ArticleLanguage(rawValue: row[1])
    }
    return languages
  }()

  /// Words read; the language of a story shows in its first ones.
  private static let sample = 1500

  /// Vietnamese where at least one word in eight is one of its function words, English where
  /// one in five is; with a handful of words, one function word has to do.
  static func language(of bytes: UnsafeBufferPointer<UInt8>) -> ArticleLanguage {
    let words = WordScanner(bytes: bytes)
      .words(from: 0, to: min(bytes.count, sample * 16), limit: sample)
      .filter { $0.kind == .word }
    guard !words.isEmpty else { return .unknown }
    var hits = [ArticleLanguage: Int]()
    var distinct = [ArticleLanguage: Set<UInt64>]()
    for word in words {
      guard let language = languages[word.key.exact] else { continue }
      hits[language, default: 0] += 1
      distinct[language, default: []].insert(word.key.exact)
    }
    func holds(_ language: ArticleLanguage, oneIn share: Int) -> Bool {
      let needed = words.count < 12 ? 1 : words.count < 40 ? 3 : 6
      return hits[language, default: 0] * share >= words.count
        && distinct[language, default: []].count >= needed
    }
    let vietnamese = holds(.vietnamese, oneIn: 8)
    let english = holds(.english, oneIn: 5)
    switch (vietnamese, english) {
    case (true, true):
      return hits[.vietnamese, default: 0] >= hits[.english, default: 0] ? .vietnamese : .english
    case (true, false): return .vietnamese
    case (false, true): return .english
    case (false, false): return .unknown
    }
  }
}
