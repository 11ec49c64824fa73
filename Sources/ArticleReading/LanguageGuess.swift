internal import ClaimModel
internal import Languages
internal import Lexicons

/// Tells the language of a story from its function words.
struct LanguageGuess: Sendable {
  private let languages: [WrittenLanguage]
  /// Function words, and the place of each one's language in `languages`.
  private let words: KeyNumbers
  private let languageOfWord: [Int]
  private let short: ShortTextGuess

  /// Of languages that both fit a text as well, the one that stands first is taken.
  init(_ languages: [WrittenLanguage]) {
    self.languages = languages
    let keys = languages.map { $0.recognition.functionWords.map { WordKey($0).exact } }
    words = KeyNumbers(Array(keys.joined()))
    var languageOfWord = [Int](repeating: 0, count: words.count)
    for (place, keys) in keys.enumerated() {
      for key in keys {
        if let number = words[key] { languageOfWord[number] = place }
      }
    }
    self.languageOfWord = languageOfWord
    short = ShortTextGuess(languages)
  }

  /// Words read; the language of a story shows in its first ones.
  private static let sample = 1500

  /// What was counted in a text for one language.
  private struct Count {
    /// Function words, and different ones.
    var hits = 0
    var distinct = 0
    /// Words with a letter that hardly any other language has.
    var marked = 0
  }

  /// A language with letters of its own where one word in five has one and one in 25 is a function
  /// word; else the one of whose function words a text has its share (one word in eight in
  /// Vietnamese, one in five in English); with a handful of words, one function word has to do. A text without
  /// letters of any language's own that these leave open is told as `ShortTextGuess` says.
  func language(of bytes: UnsafeBufferPointer<UInt8>) -> ArticleLanguage {
    var counts = [Count](repeating: Count(), count: languages.count)
    let letters = languages.map(\.recognition.ownLetters)
    let lettered = letters.indices.filter { !letters[$0].isEmpty }
    var (read, words) = (0, 0)
    var seen = [Bool](repeating: false, count: self.words.count)
    WordScanner(bytes: bytes).forEachWord(from: 0, to: min(bytes.count, Self.sample * 16)) {
      start, end, scalar, _ in
      read += 1
      let kind = Scalars.kind(scalar)
      guard kind == .letter || kind == .mark else { return read < Self.sample }
      words += 1
      if Self.isBeyondASCII(bytes, from: start, to: end) {
        for place in lettered where Self.has(letters[place], bytes, from: start, to: end) {
          counts[place].marked += 1
        }
      }
      if let word = self.words[WordKey(bytes: bytes, from: start, to: end).exact] {
        counts[languageOfWord[word]].hits += 1
        if !seen[word] { counts[languageOfWord[word]].distinct += 1 }
        seen[word] = true
      }
      return read < Self.sample && (words % Self.step > 0 || !isPlain(counts, words: words))
    }
    let sure = decide(counts, words: words)
    guard sure == .unknown, counts.allSatisfy({ $0.marked * 20 < max(words, 1) }) else {
      return sure
    }
    return shortText(bytes)
  }

  /// After so many words it is looked whether the language shows already.
  private static let step = 100

  /// Whether more words would hardly tell otherwise: one language has twice what it needs, all
  /// others together have less than half of what one of them needs.
  private func isPlain(_ counts: [Count], words: Int) -> Bool {
    var (plain, faint) = (0, 0)
    for (count, language) in zip(counts, languages) {
      let share = language.recognition.functionWordShare
      if language.recognition.ownLetters.isEmpty {
        if count.hits * share >= words * 2 { plain += 1 }
        if count.hits * share * 2 < words { faint += 1 }
      } else {
        if count.marked * 5 >= words * 2, count.hits * 25 >= words * 2 { plain += 1 }
        if count.marked * 20 < words, count.hits * share * 2 < words { faint += 1 }
      }
    }
    return plain == 1 && faint == counts.count - 1
  }

  /// What `ShortTextGuess` says of a text that function words leave open.
  private func shortText(_ bytes: UnsafeBufferPointer<UInt8>) -> ArticleLanguage {
    var count = ShortTextGuess.Count(languages.count)
    var words = 0
    WordScanner(bytes: bytes).forEachWord(from: 0, to: min(bytes.count, Self.sample * 16)) {
      start, end, scalar, _ in
      let kind = Scalars.kind(scalar)
      guard kind == .letter || kind == .mark else { return true }
      words += 1
      short.count(
        WordKey(bytes: bytes, from: start, to: end).exact,
        isSmall: !LetterTable.isCapital(scalar), in: &count)
      return words < Self.sample
    }
    return short.language(count, words: words).map { languages[$0].code } ?? .unknown
  }

  private func decide(_ counts: [Count], words: Int) -> ArticleLanguage {
    if words == 0 { return .unknown }
    for (count, language) in zip(counts, languages) where !language.recognition.ownLetters.isEmpty {
      let isShort = words < 40 && count.marked * 8 >= words
      // Names and nouns alone, as in a headline: every third word tells as much.
      let isDense = words < 40 && count.marked * 3 >= words
      if count.marked * 5 >= words || isShort,
        count.hits * 25 >= words || words < 12 || isDense
      {
        return language.code
      }
    }
    let needed = words < 12 ? 1 : words < 40 ? 3 : 6
    var best: Int?
    for (place, count) in counts.enumerated()
    where count.hits * languages[place].recognition.functionWordShare >= words
      && count.distinct >= needed && count.hits > best.map({ counts[$0].hits }) ?? -1
    {
      best = place
    }
    return best.map { languages[$0].code } ?? .unknown
  }

  private static func isBeyondASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    var all: UInt8 = 0
    for at in start..<end { all |= bytes[at] }
    return all >= 0x80
  }

  /// Whether a word has one of some letters beyond ASCII.
  private static func has(
    _ letters: [ClosedRange<UInt32>], _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    to end: Int
  ) -> Bool {
    var at = start
    while at < end {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: end)
      if scalar >= 0x80, letters.contains(where: { $0.contains(scalar) }) { return true }
    }
    return false
  }
}
