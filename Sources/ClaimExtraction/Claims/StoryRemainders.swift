internal import ClaimModel
internal import Lexicons

/// What attributions leave of their sentences: the story's own words beside content, cue, source.
///
/// "Sau vụ nổ làm 14 người chết, Sở Cứu hỏa cho biết …" → "Sau vụ nổ làm 14 người chết".
/// A source that tells a figure in passing is among them: "VNU, which has 15 percent of …, said".
struct StoryRemainders {
  private let story: Story
  /// Whether a token belongs to an attribution.
  private var isTaken: [Bool]

  init(
    story: Story, drafts: [AttributionDraft], figures: (_ within: [TextSpan]) -> [Quantity]
  ) {
    self.story = story
    isTaken = [Bool](repeating: false, count: story.tokens.count)
    for draft in drafts {
      for range in draft.content + draft.cue {
        for token in range { isTaken[token] = true }
      }
      for range in draft.source where !Self.tellsFigure(range, story, figures) {
        for token in range { isTaken[token] = true }
      }
    }
  }

  /// Whether a source tells a figure in passing: not "three analysts".
  private static func tellsFigure(
    _ source: Range<Int>, _ story: Story, _ figures: (_ within: [TextSpan]) -> [Quantity]
  ) -> Bool {
    let comma = source.first { story.tokens[$0].scalar == 0x2C }
    let verb = source.first { owning.contains(story.tokens[$0].key.exact) }
    // A long one is a clause rather than a name: "The fund for 5,000 miners set up in May".
    let clause = source.count >= 8 ? source.lowerBound + 2 : nil
    guard let start = [comma, verb, clause].compactMap({ $0 }).min(),
      start + 1 < source.upperBound
    else { return false }
    return !figures([story.span(start + 1..<source.upperBound)]).isEmpty
  }

  /// Verbs before a figure of the source's own: "Mạng này có 100 triệu thành viên và Durov".
  private static let owning = keys(["có", "đạt", "chiếm", "has", "have", "had", "owns"])

  /// Runs of free tokens of a sentence, without punctuation at their ends.
  func pieces(of sentence: Sentence) -> [Range<Int>] {
    var pieces = [Range<Int>]()
    var start = sentence.tokens.lowerBound
    for token in sentence.tokens where isTaken[token] {
      if let piece = trimmed(start..<token) { pieces.append(piece) }
      start = token + 1
    }
    if let piece = trimmed(start..<sentence.tokens.upperBound) { pieces.append(piece) }
    return pieces
  }

  /// Whether what is left says something by itself: "The bank raised rates on Wednesday, and".
  ///
  /// It starts its sentence or stands behind a comma, has a subject and a verb, and is no phrase
  /// that leads to the speaker: "Trong cuộc họp sáng nay".
  func isClause(_ piece: Range<Int>, of sentence: Sentence) -> Bool {
    guard piece.count >= Self.shortestClause, hasOwnStart(piece, of: sentence) else {
      return false
    }
    let grammar = story.language.grammar
    let classes = grammar.classes(story.tokens, at: piece.lowerBound, end: piece.upperBound).value
    let opensAdverbial: GrammarWords.Classes = [.opening, .time, .tail, .when, .clause]
    guard classes.isDisjoint(with: opensAdverbial) else { return false }
    return piece.dropFirst().contains { at in
      !grammar.classes(story.tokens, at: at, end: piece.upperBound).value
        .isDisjoint(with: [.verb, .aspect])
        || endsInED(at) && story.language.tokensAreWords
    }
  }

  private static let shortestClause = 6

  /// Not "không hài lòng và đã" between a subject and what it said.
  private func hasOwnStart(_ piece: Range<Int>, of sentence: Sentence) -> Bool {
    let start = piece.lowerBound
    return start == sentence.tokens.lowerBound || story.tokens[start - 1].kind == .punctuation
      || story.language.grammar.classes(
        story.tokens, endingAt: start, from: sentence.tokens.lowerBound
      ).value.contains(.joins)
  }

  /// "raised", "collapsed": a past tense that no list has.
  private func endsInED(_ at: Int) -> Bool {
    let token = story.tokens[at]
    guard token.kind == .word, token.shape == .lower, token.end - token.start > 4 else {
      return false
    }
    return story.bytes[Int(token.end) - 1] == 0x64 && story.bytes[Int(token.end) - 2] == 0x65
  }

  /// Tokens of a word that only leads on: "và", "và đã", "kể từ khi".
  private func idle(endingAt end: Int, from start: Int) -> Int? {
    let found = story.language.grammar.classes(story.tokens, endingAt: end, from: start)
    if found.value.contains(.joins) { return found.length }
    let words = ClauseWords.of(story.language.code)
    if let length = words.length(.subordinates, story.tokens, endingAt: end, from: start) {
      return length
    }
    // "và đã | cấm nhập khẩu"
    guard found.value.contains(.aspect), end - found.length > start else { return nil }
    return story.language.grammar.classes(
      story.tokens, endingAt: end - found.length, from: start
    ).value.contains(.joins) ? found.length : nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    let isWord: (Int) -> Bool = { story.tokens[$0].kind != .punctuation }
    guard let first = range.first(where: isWord), var last = range.last(where: isWord) else {
      return nil
    }
    // "… on Wednesday, and | Governor Le said": the conjunction says nothing by itself.
    while let length = idle(endingAt: last + 1, from: first), last - length > first {
      last -= length
      while last > first, !isWord(last) { last -= 1 }
    }
    return NumberEdges(story: story).whole(first..<last + 1, in: range)
  }
}
