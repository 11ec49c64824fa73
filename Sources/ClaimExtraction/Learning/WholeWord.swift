/// The word that a token is a syllable of: in Vietnamese most words have two.
struct WholeWord {
  /// All its syllables; of a token in no known word the token alone.
  var word: UInt64
  /// Its classes; of a token in no known word its shape.
  var fine: UInt64
  var broad: UInt64
  /// Whether the token is the word's first syllable (1), its last (2), or both.
  var edges: UInt64
  /// The tokens before and after the word; they may lie outside of the story.
  var before: Int32
  var after: Int32

  /// What stands beside the first and the last word.
  static let none = WholeWord(word: 1, fine: 1, broad: 1, edges: 0, before: -1, after: -1)

  /// A token in no known word.
  init(_ token: TokenTraits, at index: Int) {
    let fine = token.isPunctuation ? token.word : 1000 + token.shape
    self.init(
      word: token.word, fine: fine, broad: fine, edges: 3, before: Int32(index) - 1,
      after: Int32(index) + 1)
  }

  private init(
    word: UInt64, fine: UInt64, broad: UInt64, edges: UInt64, before: Int32, after: Int32
  ) {
    self.word = word
    self.fine = fine
    self.broad = broad
    self.edges = edges
    self.before = before
    self.after = after
  }

  /// A token of a word that takes up `range`.
  init(_ match: WordClasses.Match, word: UInt64, at index: Int, of range: Range<Int>) {
    self.init(
      word: word, fine: UInt64(match.fine), broad: UInt64(match.broad),
      edges: (index == range.lowerBound ? 1 : 0) | (index + 1 == range.upperBound ? 2 : 0),
      before: Int32(range.lowerBound) - 1, after: Int32(range.upperBound))
  }

  /// Whether the token is the word's first.
  var isFirst: Bool { edges & 1 != 0 }

  /// Under which the share of cues among the words of a class is counted.
  var priorKey: UInt64 { FeatureHash.join(fine, isFirst ? 77 : 78) }
}

extension StoryTraits {
  /// Whether a cue starts behind the first syllable of a known word: the "phán" of "đàm phán", the
  /// "đe" of "răn đe". A cue of two syllables that closes a longer word stands: segmenters join
  /// "đồng minh" and "cáo buộc".
  func isInsideWord(_ cue: [Range<Int>]) -> Bool {
    guard let range = cue.first, range.lowerBound < words.count else { return false }
    let word = words[range.lowerBound]
    return !word.isFirst && (range.count == 1 || Int(word.after) != range.upperBound)
  }

  /// The words of a story, longest first from left to right, not beyond a sentence.
  static func wholeWords(_ tokens: [TokenTraits], in story: Story, _ classes: WordClasses)
    -> [WholeWord]
  {
    var words = tokens.indices.map { WholeWord(tokens[$0], at: $0) }
    for sentence in story.sentences {
      var at = sentence.tokens.lowerBound
      let end = sentence.tokens.upperBound
      while at < end {
        guard story.tokens[at].kind == .word,
          let match = classes.match(tokens, at: at, end: end)
        else {
          at += 1
          continue
        }
        let range = at..<(at + match.length)
        let word = range.reduce(5) { FeatureHash.join($0, tokens[$1].word) }
        for index in range { words[index] = WholeWord(match, word: word, at: index, of: range) }
        at = range.upperBound
      }
    }
    return words
  }

  /// How often each word of a class is part of a cue; see `TokenTraits.classPrior`.
  package func classPriorKey(_ token: Int) -> UInt64? {
    words.isEmpty ? nil : words[token].priorKey
  }
}
