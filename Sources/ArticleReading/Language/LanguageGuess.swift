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

  /// Whether a letter that hardly any other language has is in the word: ạ ả ă đ ơ ư.
  private static func isVietnamese(_ word: Word, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = word.start
    while at < word.end {
      switch UTF8Scanning.scalar(bytes, at: &at, end: word.end) {
      case 0x1EA0...0x1EF9, 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x306,
        0x309, 0x31B, 0x323:
        return true
      default: continue
      }
    }
    return false
  }

  /// Vietnamese where one word in five has a letter of its own and one in 25 is a function
  /// word; else Vietnamese where at least one word in eight is one of its function words, English where
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
    let marked = words.filter { isVietnamese($0, in: bytes) }.count
    let vietnameseHits = hits[.vietnamese, default: 0]
    if marked * 5 >= words.count, vietnameseHits * 25 >= words.count || words.count < 12 {
      return .vietnamese
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
