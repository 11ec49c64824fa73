internal import ClaimModel
internal import Lexicons

/// Edges of sources that take in what is no part of a name, or leave out what is.
///
/// `theo [Sao Mai hôm 3/4]` → "Sao Mai"; `[Dù vậy ông A] nói` → "ông A"; `[ông Lê Văn] Ba hôm qua
/// nói` → "ông Lê Văn Ba"; `A, B và [C] nói` → "A, B và C"
struct SourceEdges {
  let story: Story

  private static let comma: UInt32 = 0x2C
  private static let hyphen: UInt32 = 0x2D
  private static let that = WordKey("rằng")
  /// Tokens of the longest run of names that is added before a source.
  private static let longest = 10
  /// Tokens of the longest name with its apposition.
  private static let longestSubject = 24

  private var grammar: GrammarWords { story.language.grammar }
  private var words: ClauseWords { ClauseWords.of(story.language.code) }

  func mended(_ draft: AttributionDraft) -> AttributionDraft {
    guard !draft.isCertain, draft.source.count == 1, let source = draft.source.first else {
      return draft
    }
    let taken = draft.cue + draft.content
    let edges = [
      withoutOuter, withoutTime, withoutFront, withoutReckoning, withWholeName, withNamesBefore,
      withList,
    ]
    let mended = edges.reduce(source) { range, edge in
      let next = edge(range)
      return taken.contains { $0.overlaps(next) } ? range : next
    }
    guard let subject = isAdverb(mended) ? subject(before: mended) : mended, subject != source,
      !subject.isEmpty
    else { return draft }
    return draft.with(source: [subject])
  }

  private func isAdverb(_ source: Range<Int>) -> Bool {
    let found = grammar.classes(story.tokens, at: source.lowerBound, end: source.upperBound)
    return found.length == source.count && !story.tokens[source.lowerBound].isCapitalised
      && !found.value.isDisjoint(with: [.adverb, .aspect])
  }

  /// `[Ông A, cha của bé B], cũng | đề nghị`: a name with an apposition opens the sentence.
  private func subject(before adverb: Range<Int>) -> Range<Int>? {
    let own = story.sentences.first { $0.tokens.contains(adverb.lowerBound) }
    guard let sentence = own?.tokens, adverb.lowerBound - 1 > sentence.lowerBound,
      story.tokens[adverb.lowerBound - 1].scalar == Self.comma
    else { return nil }
    let before = sentence.lowerBound..<adverb.lowerBound - 1
    let isApposed = before.contains { story.tokens[$0].scalar == Self.comma }
    return isApposed && before.count <= Self.longestSubject && isNames(before) ? before : nil
  }

  /// `Sao Mai hôm 3/4` → "Sao Mai", but not `ảnh được chụp hôm 3/4`.
  private func withoutTime(_ source: Range<Int>) -> Range<Int> {
    var at = source.lowerBound + 1
    while at < source.upperBound {
      let found = grammar.classes(story.tokens, at: at, end: source.upperBound)
      if found.value.contains(.verb) { return source }
      if words.has(.dates, story.tokens, at: at, end: source.upperBound),
        story.isTime(at..<source.upperBound)
      {
        let isBehindComma = story.tokens[at - 1].scalar == Self.comma
        return source.lowerBound..<(isBehindComma ? at - 1 : at)
      }
      at += max(1, found.length)
    }
    return source
  }

  /// Without a connective at the head, and without a fronted "đáp lại …,".
  private func withoutFront(_ source: Range<Int>) -> Range<Int> {
    var start = source.lowerBound
    while let length = words.length(.heads, story.tokens, at: start, end: source.upperBound),
      start + length < source.upperBound
    {
      start += length
      if story.tokens[start].scalar == Self.comma { start += 1 }
    }
    if words.has(.fronts, story.tokens, at: start, end: source.upperBound),
      let comma = (start..<source.upperBound).last(where: {
        story.tokens[$0].scalar == Self.comma
      }), comma + 1 < source.upperBound
    {
      start = comma + 1
    }
    return start..<max(start, source.upperBound)
  }

  /// To the end of the name that it stops in.
  private func withWholeName(_ source: Range<Int>) -> Range<Int> {
    guard !story.language.tokensAreWords else { return source }
    var end = source.upperBound
    while end < story.tokens.count, end > source.lowerBound, isName(end - 1) {
      if isName(end), !story.breaksLine(before: end) {
        end += 1
      } else if end + 1 < story.tokens.count, story.tokens[end].scalar == Self.hyphen,
        story.tokens[end].touchesPrevious, story.tokens[end + 1].touchesPrevious
      {
        end += 2
      } else {
        break
      }
    }
    return source.lowerBound..<end
  }

  private func isName(_ index: Int) -> Bool {
    story.tokens[index].kind == .word && story.tokens[index].isCapitalised
  }

  /// `Nhà Trắng cho biết rằng [Washington]` → "Washington": what stands before says it of him.
  private func withoutOuter(_ source: Range<Int>) -> Range<Int> {
    guard !story.language.tokensAreWords,
      let that = source.dropFirst(2).last(where: { story.tokens[$0].key == Self.that }),
      that + 1 < source.upperBound, story.tokens[that + 1].isCapitalised,
      story.language.cues.hits(in: story.tokens, source.lowerBound..<that + 1).contains(where: {
        $0.range.lowerBound > source.lowerBound && $0.range.upperBound >= that
      })
    else { return source }
    return that + 1..<source.upperBound
  }

  /// `[Thủ tướng A] dự kiến | thông báo`
  private func withoutReckoning(_ source: Range<Int>) -> Range<Int> {
    guard
      let length = words.length(
        .reckons, story.tokens, endingAt: source.upperBound, from: source.lowerBound + 1)
    else { return source }
    return source.lowerBound..<source.upperBound - length
  }

  private func withList(_ source: Range<Int>) -> Range<Int> {
    guard let sentence = story.sentences.first(where: { $0.tokens.contains(source.lowerBound) })
    else { return source }
    return NameLists(story: story).start(of: source, in: sentence.tokens)..<source.upperBound
  }

  /// From the start of the sentence, where nothing but names stands before "và" or a comma.
  private func withNamesBefore(_ source: Range<Int>) -> Range<Int> {
    guard !story.language.tokensAreWords,
      let sentence = story.sentences.first(where: { $0.tokens.contains(source.lowerBound) })?.tokens
    else { return source }
    let before = sentence.lowerBound..<source.lowerBound
    guard (2..<Self.longest).contains(before.count), joins(before, source), isNames(before) else {
      return source
    }
    return before.lowerBound..<source.upperBound
  }

  /// Whether a range holds no word that opens a clause or an adverbial, and no verb.
  private func isNames(_ range: Range<Int>) -> Bool {
    guard story.language.cues.hits(in: story.tokens, range).isEmpty else { return false }
    var at = range.lowerBound
    while at < range.upperBound {
      let token = story.tokens[at]
      if token.kind == .punctuation, token.scalar != Self.comma { return false }
      let found = grammar.classes(story.tokens, at: at, end: range.upperBound)
      let isLink = found.value.contains(.joins) || token.isCapitalised && at > range.lowerBound
      if !isLink, !found.value.isDisjoint(with: [.clause, .that, .aspect, .time, .opening, .verb]) {
        return false
      }
      at += max(1, found.length)
    }
    return true
  }

  /// Whether "và" stands right before the source and names before that, or a comma there and "và"
  /// in the source.
  private func joins(_ before: Range<Int>, _ source: Range<Int>) -> Bool {
    let last = grammar.classes(
      story.tokens, endingAt: before.upperBound, from: before.lowerBound)
    if last.value.contains(.joins) {
      return (before.lowerBound..<before.upperBound - last.length).allSatisfy {
        story.tokens[$0].kind == .punctuation || isName($0)
      }
    }
    return story.tokens[before.upperBound - 1].scalar == Self.comma
      && source.contains { at in
        words.has(.collects, story.tokens, at: at, end: source.upperBound)
      }
  }
}
