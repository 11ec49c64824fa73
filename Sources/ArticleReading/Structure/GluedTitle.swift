internal import ClaimModel
internal import Lexicons

/// Finds the end of a headline that no mark separates from the lead.
///
/// "Minister resigns over flood Prime Minister Le said …" → ends before "Prime". Capitalised
/// words are scored as first word of the lead; the best one wins if it is good enough.
struct GluedTitle {
  let story: StoryText

  private static let weights = TitleWeights(list: WordList(embedded: "title-weights.tsv"))
  /// Least score of a boundary: a title that is not there costs more than one that is missed.
  private static let threshold = -0.5
  /// Words of the shortest and the longest headline, and words looked at.
  private static let lengths = 4..<32
  private static let window = 90

  func title(in line: TextSpan) -> TextSpan? {
    let words = story.words(line, limit: Self.window)
    guard words.count >= 12 else { return nil }
    let end =
      words.indices.first { $0 >= Self.lengths.lowerBound && ends(words, $0) } ?? words.count
    var best: (index: Int, score: Double)?
    for index in Self.lengths where index < end && mayStart(words, index) {
      let score = TitleFeatures(words: words, sentenceEnd: end, index: index).score(Self.weights)
      if score > best?.score ?? Self.threshold { best = (index, score) }
    }
    return best.map { TextSpan(words[0].start, words[$0.index - 1].end) }
  }

  /// A full stop before a capital; "?" and "!" may end a headline.
  private func ends(_ words: [Word], _ index: Int) -> Bool {
    words[index].isMark(".") && words[index - 1].letters != 1
      && (index + 1 >= words.count || words[index + 1].shape != .lower)
  }

  private func mayStart(_ words: [Word], _ index: Int) -> Bool {
    guard words[index].isName, words[index - 1].kind == .punctuation else {
      return words[index].isName
    }
    let previous = words[index - 1]
    return previous.isClosingQuote || previous.isMark(")") || previous.isMark("?")
      || previous.isMark("!")
  }
}

/// The weights of the scorer, by feature and value.
struct TitleWeights: Sendable {
  private let weights: [[UInt64]: Double]

  init(list: WordList) {
    var weights = [[UInt64]: Double]()
    for row in list.rows {
      weights[[row.key(0).exact] + row.keys(1).map(\.exact)] = Double(row[2])
    }
    self.weights = weights
  }

  subscript(feature: String, values: [UInt64]) -> Double {
    weights[[WordKey(feature).exact] + values] ?? 0
  }

  subscript(feature: String, value: String) -> Double { self[feature, [WordKey(value).exact]] }
}

/// What speaks for word `index` as first word of the lead.
struct TitleFeatures {
  let words: [Word]
  let sentenceEnd: Int
  let index: Int

  private static let stopWords = Set(
    WordList(embedded: "stop-words.tsv").rows.map { $0.key(0).exact })

  func score(_ weights: TitleWeights) -> Double {
    shapes(weights) + lexical(weights) + lengths(weights) + repeats(weights)
  }

  private func shapes(_ weights: TitleWeights) -> Double {
    let (previous, own, next) = (symbol(index - 1), symbol(index), symbol(index + 1))
    var sum = weights["bias", []] + weights["prev", previous == "p" ? "mark" : previous]
    sum += weights["next", next] + weights["pair", previous + own + next]
    if ["c", "u", "m"].contains(next) { sum += weights["next2", symbol(index + 2)] }
    return sum
  }

  private func lexical(_ weights: TitleWeights) -> Double {
    let key = words[index].key.exact
    var sum = weights["word", [key]] + weights["before", [words[index - 1].key.exact]]
    if index + 1 < words.count { sum += weights["two", [key, words[index + 1].key.exact]] }
    if key == words[0].key.exact { sum += weights["first", "again"] }
    return sum
  }

  private func lengths(_ weights: TitleWeights) -> Double {
    weights["length", bucket(index, [6, 8, 10, 12, 15, 18, 22, 26])]
      + weights["rest", bucket(sentenceEnd - index, [6, 10, 15, 20, 28])]
      + weights["sentence", bucket(sentenceEnd, [20, 28, 36, 45, 60])]
  }

  private func repeats(_ weights: TitleWeights) -> Double {
    let head = Set(
      words[..<index].filter { $0.kind == .word }.map(\.key.exact)
    ).subtracting(Self.stopWords)
    let lead = Set(words[index..<min(words.count, index + 30)].map(\.key.exact))
    let count = head.intersection(lead).count
    return weights["repeats", "\(min(count, 8))"]
      + weights["share", "\(10 * count / max(1, head.count))"]
  }

  /// The shape of word `at` in one letter, as the weights name it.
  private func symbol(_ at: Int) -> String {
    guard at < words.count else { return "p" }
    switch (words[at].kind, words[at].shape) {
    case (.punctuation, _): return "p"
    case (.number, _): return "n"
    case (.word, .capitalised): return "c"
    case (.word, .upper): return "u"
    case (.word, .mixed): return "m"
    case (.word, .lower), (.word, .none): return "l"
    }
  }

  private func bucket(_ number: Int, _ edges: [Int]) -> String {
    edges.first { number < $0 }.map { "<\($0)" } ?? ">"
  }
}
