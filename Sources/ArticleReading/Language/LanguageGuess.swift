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
  private static func isVietnamese(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    var at = start
    while at < end {
      switch UTF8Scanning.scalar(bytes, at: &at, end: end) {
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
    let languages = languages
    var hits = [ArticleLanguage: Int]()
    var distinct = [ArticleLanguage: Set<UInt64>]()
    var (read, words, marked) = (0, 0, 0)
    WordScanner(bytes: bytes).forEachWord(from: 0, to: min(bytes.count, sample * 16)) {
      start, end, scalar, _ in
      read += 1
      let kind = Scalars.kind(scalar)
      guard kind == .letter || kind == .mark else { return read < sample }
      words += 1
      if isVietnamese(bytes, from: start, to: end) { marked += 1 }
      let key = WordKey(bytes: bytes, from: start, to: end).exact
      if let language = languages[key] {
        hits[language, default: 0] += 1
        distinct[language, default: []].insert(key)
      }
      return read < sample
    }
    if words == 0 { return .unknown }
    let vietnameseHits = hits[.vietnamese, default: 0]
    if marked * 5 >= words, vietnameseHits * 25 >= words || words < 12 {
      return .vietnamese
    }
    func holds(_ language: ArticleLanguage, oneIn share: Int) -> Bool {
      let needed = words < 12 ? 1 : words < 40 ? 3 : 6
      return hits[language, default: 0] * share >= words
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
