internal import ClaimModel
internal import Languages
internal import Lexicons

/// What the words of a claim say, as hashes; names and numbers aside.
enum Terms {
  static func of(
    _ words: [ScannedWord], _ language: ArticleLanguage, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt64] {
    var terms =
      switch WrittenLanguage.of(language).terms {
      case .syllablePairs: pairs(words, bytes)
      case .stems(let endings): stems(words, bytes, endings)
      }
    terms.sort()
    var kept = 0
    for at in terms.indices where at == 0 || terms[at] != terms[at - 1] {
      terms[kept] = terms[at]
      kept += 1
    }
    terms.removeLast(terms.count - kept)
    return terms
  }

  /// Every two syllables side by side, as most words have two: "cháy | lớn | ở cảng" →
  /// "chay lon", "lon o", "o cang". Pairs of function words alone say nothing.
  private static func pairs(
    _ words: [ScannedWord], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt64] {
    let stops = StopWords.shared
    return zip(words, words.dropFirst()).compactMap { first, second in
      guard !second.followsPunctuation, !isName(first), !isName(second), !isNumber(first, bytes),
        !isNumber(second, bytes),
        !(stops.contains(first.exact) && stops.contains(second.exact))
      else { return nil }
      return chained(chained(1, first.plain), second.plain)
    }
  }

  /// Every word that is no function word, without its ending: "containers" → "contain".
  private static func stems(
    _ words: [ScannedWord], _ bytes: UnsafeBufferPointer<UInt8>, _ endings: [[UInt8]]
  ) -> [UInt64] {
    let stops = StopWords.shared
    return words.compactMap { word in
      guard !isName(word), !isNumber(word, bytes), !stops.contains(word.exact),
        word.end - word.start > 2
      else {
        return nil
      }
      let end = stemEnd(word, bytes, endings)
      return chained(2, WordKey(bytes: bytes, from: word.start, to: end).plain)
    }
  }

  private static func stemEnd(
    _ word: ScannedWord, _ bytes: UnsafeBufferPointer<UInt8>, _ endings: [[UInt8]]
  ) -> Int {
    for ending in endings where word.end - word.start >= ending.count + 3 {
      let start = word.end - ending.count
      if ending.indices.allSatisfy({ bytes[start + $0] == ending[$0] }) { return start }
    }
    return word.end
  }

  /// Names tell who and where, not what is said of them.
  private static func isName(_ word: ScannedWord) -> Bool {
    word.isCapitalised && !word.opensSentence
  }

  private static func isNumber(
    _ word: ScannedWord, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    (0x30...0x39).contains(bytes[word.start])
  }
}

/// Function words of both languages, from `stop-words.tsv`.
struct StopWords: Sendable {
  static let shared = StopWords(list: WordList(embedded: "stop-words.tsv"))

  private let keys: Set<UInt64>

  init(list: WordList) { keys = Set(list.rows.map { WordKey($0[0]).exact }) }

  func contains(_ exact: UInt64) -> Bool { keys.contains(exact) }
}
