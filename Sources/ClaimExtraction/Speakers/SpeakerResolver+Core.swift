internal import ClaimModel
internal import Lexicons

/// What of a source names somebody.
extension SpeakerResolver {
  /// A source without what only stands beside it: brackets, "phía", a time of day behind.
  ///
  /// "Cơ quan Hàng không ( FAA )" → "Cơ quan Hàng không"; "phía Chính phủ Lào" → "Chính phủ Lào"
  func core(_ source: Range<Int>) -> Range<Int> {
    var range = source
    while range.count > 1, isLead(range.lowerBound) { range = range.dropFirst() }
    while range.count > 1, isTail(range.upperBound - 1) { range = range.dropLast() }
    // "a study published in Sleep on | Tuesday"
    if range.count > 1, range.upperBound < source.upperBound,
      lexicon.words.timePrepositions.contains(story.tokens[range.upperBound - 1].key.exact)
    {
      range = range.dropLast()
    }
    return withoutBracket(range)
  }

  private func isLead(_ at: Int) -> Bool {
    let token = story.tokens[at]
    return token.kind == .punctuation && token.scalar != 0x22 && token.scalar != 0x201C
      || lexicon.words.leads.contains(token.key.exact)
  }

  /// "Norfolk Southern Corp. Monday": a stop, a comma or a day's name behind.
  private func isTail(_ at: Int) -> Bool {
    let token = story.tokens[at]
    if token.kind == .punctuation {
      return [0x2C, 0x2E, 0x3A, 0x2D, 0x2013].contains(token.scalar)
    }
    guard !lexicon.words.articles.isEmpty else { return false }
    if lexicon.words.tails.contains(token.key.exact) { return true }
    guard token.shape != .lower,
      let word = story.language.dates.words.match(at: at, in: story.tokens, limit: at + 1)
    else { return false }
    if case .weekday = word.value { return true }
    return false
  }

  /// An acronym or another name in brackets at the end, or one that nothing closes.
  private func withoutBracket(_ range: Range<Int>) -> Range<Int> {
    guard let open = range.last(where: { story.tokens[$0].scalar == 0x28 }),
      open > range.lowerBound
    else { return range }
    let close = (open..<range.upperBound).first { story.tokens[$0].scalar == 0x29 }
    guard close == nil || close == range.upperBound - 1 else { return range }
    return range.lowerBound..<open
  }

  /// Where an apposition, an office behind a dash or a bracket starts; nil where none does.
  func setOff(in source: Range<Int>) -> Int? {
    source.dropFirst().first { at in
      switch story.tokens[at].scalar {
      case 0x2C, 0x28: true
      case 0x2D, 0x2013, 0x2014: !story.tokens[at].touchesPrevious && !names.isInName(at)
      default: false
      }
    }
  }

  /// The last "and" of a source.
  func conjunction(in source: Range<Int>) -> Int? {
    source.last { Self.andWords.contains(story.tokens[$0].key.exact) }
  }

  private static let andWords = keys(["và", "cùng", "and", "&"])

  func opensWithPlace(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if lexicon.words.placeHeads.contains(story.tokens[first].key.exact) { return true }
    return lexicon.places.match(at: first, in: story.tokens, limit: range.upperBound) != nil
      && story.tokens[first].shape != .lower
      || lexicon.names.towns.match(at: first, in: story.tokens, limit: range.upperBound) != nil
        && story.tokens[first].shape != .lower
  }

  func isProper(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { story.tokens[$0].shape != .lower }
  }

  /// Whether the first word's capital is explained by its standing at the sentence's start, and
  /// no other word has one.
  func opensSentence(_ source: Range<Int>) -> Bool {
    let sentence = Int(sentenceOf[source.lowerBound])
    return sentence < story.sentences.count
      && story.sentences[sentence].tokens.lowerBound == source.lowerBound
      && source.dropFirst().allSatisfy { story.tokens[$0].shape == .lower }
  }

  func isLower(_ range: Range<Int>) -> Bool {
    range.allSatisfy { story.tokens[$0].shape == .lower } || opensSentence(range)
  }
}
