internal import ClaimModel
internal import Lexicons

/// Finds what a noun of saying tells: who stands behind it says what its clause says.
///
/// `Bộ bác bỏ [cáo buộc] của {phe đối lập} rằng <chính phủ giấu số liệu>.`,
/// `… despite [assurances] by {Mayor Reed} that <the dam was safe>.`
struct NounCues {
  let story: Story
  private var tokens: [Token] { story.tokens }
  private let words: ClauseWords
  private var grammar: GrammarWords { story.language.grammar }

  /// Tokens of the longest owner.
  private static let longest = 12

  init(story: Story) {
    self.story = story
    words = .of(story.language.code)
  }

  /// The noun with what stands around it.
  private struct Reading {
    var cue: Range<Int>
    var source: Range<Int>
    /// Where the content starts, behind "rằng" or "that".
    var start: Int
  }

  /// The drafts with those of nouns. A verb that has such a noun as its object has all of the noun
  /// phrase as its content: "bác bỏ [cáo buộc của X rằng Y]".
  func completed(_ found: [AttributionDraft]) -> [AttributionDraft] {
    var drafts = found.map(trimmed)
    for sentence in story.sentences where sentence.region == .body {
      var done = sentence.tokens.lowerBound
      for at in sentence.tokens where at >= done {
        guard let length = words.length(.said, tokens, at: at, end: sentence.tokens.upperBound),
          let reading = reading(before: at, length, in: sentence.tokens),
          !found.contains(where: { $0.cue.contains { $0.overlaps(reading.cue) } }),
          !isIntroduced(reading, by: found),
          let end = end(of: reading, in: sentence.tokens, beside: found)
        else { continue }
        done = at + length
        widen(&drafts, to: reading)
        drafts.append(draft(reading, reading.start..<end))
      }
    }
    return drafts
  }

  /// Without the word that opens the clause and the verb that goes on with the noun:
  /// `claim [that nobody was hurt was rejected]` → `claim that [nobody was hurt] was rejected`.
  private func trimmed(_ draft: AttributionDraft) -> AttributionDraft {
    guard story.language.tokensAreWords, draft.cue.count == 1, draft.content.count == 1,
      let cue = draft.cue.first, var content = draft.content.first,
      words.length(.uttered, tokens, at: cue.lowerBound, end: cue.upperBound) == cue.count,
      cue.upperBound <= content.lowerBound
    else { return draft }
    var draft = draft
    if let length = words.length(.said, tokens, at: content.lowerBound, end: content.upperBound),
      length < content.count,
      !has([.verb], content.lowerBound + length, content.upperBound)
    {
      content = content.lowerBound + length..<content.upperBound
    }
    let opens = draft.source.first.map { $0.upperBound == cue.lowerBound && opensSentence($0) }
    if opens ?? opensSentence(cue), let end = resumption(content) {
      content = content.lowerBound..<end
    }
    draft.content = [content]
    return draft
  }

  private func opensSentence(_ range: Range<Int>) -> Bool {
    story.sentenceIndex(startingAt: range.lowerBound) != nil
      || has([.determiner], range.lowerBound - 1, range.lowerBound)
        && story.sentenceIndex(startingAt: range.lowerBound - 1) != nil
  }

  /// "cáo buộc của phe đối lập" before "rằng"; nil where a clause or a cue stands in between.
  private func reading(before that: Int, _ length: Int, in sentence: Range<Int>) -> Reading? {
    var at = that
    while at > sentence.lowerBound, that - at < Self.longest {
      if let owner = words.length(.owner, tokens, endingAt: at, from: sentence.lowerBound),
        let noun = words.length(
          .uttered, tokens, endingAt: at - owner, from: sentence.lowerBound)
      {
        let source = withoutTime(at..<that)
        let cue = at - owner - noun..<at - owner
        guard !source.isEmpty, story.language.cues.hits(in: tokens, source).isEmpty,
          !has([.joins], source.upperBound - 1, source.upperBound),
          words.length(.uttered, tokens, endingAt: that, from: at) == nil,
          !isWithin(cue, sentence)
        else { return nil }
        return Reading(cue: cue, source: source, start: that + length)
      }
      at -= 1
      if tokens[at].kind == .punctuation, ![0x2D, 0x2E, 0x27, 0x2019].contains(tokens[at].scalar) {
        return nil
      }
      let classes = grammar.classes(tokens, at: at, end: at + 1).value
      if !classes.isDisjoint(with: [.clause, .aspect]), tokens[at].shape == .lower { return nil }
    }
    return nil
  }

  /// "in a statement", "trong một tuyên bố"
  private func isWithin(_ cue: Range<Int>, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, cue.lowerBound - 2)..<cue.lowerBound).contains {
      words.has(.within, tokens, at: $0, end: cue.lowerBound)
    }
  }

  /// Whether another verb than one right before the noun phrase introduces the same clause.
  private func isIntroduced(_ reading: Reading, by found: [AttributionDraft]) -> Bool {
    found.contains { one in
      one.content.first?.lowerBound == reading.start && !isObject(reading.cue, of: one)
    }
  }

  /// Whether a noun stands right behind a cue, articles and the like aside.
  private func isObject(_ noun: Range<Int>, of draft: AttributionDraft) -> Bool {
    guard let verb = draft.cue.last, verb.upperBound <= noun.lowerBound,
      noun.lowerBound - verb.upperBound <= 3
    else { return false }
    return (verb.upperBound..<noun.lowerBound).allSatisfy {
      !has([.clause], $0, noun.lowerBound) && tokens[$0].kind != .punctuation
    }
  }

  /// "Britain's Bass Plc last week" → "Britain's Bass Plc"
  private func withoutTime(_ range: Range<Int>) -> Range<Int> {
    let time = range.dropFirst().first { at in
      tokens[at].shape == .lower && has([.time], at, range.upperBound) && at + 1 < range.upperBound
        && (tokens[at + 1].kind == .number || has([.when], at + 1, range.upperBound)
          || at + 2 == range.upperBound && story.language.tokensAreWords)
    }
    return range.lowerBound..<(time ?? range.upperBound)
  }

  private func has(_ classes: GrammarWords.Classes, _ at: Int, _ end: Int) -> Bool {
    !grammar.classes(tokens, at: at, end: end).value.isDisjoint(with: classes)
  }

  /// Where the clause ends: as a draft with the same content has it, before the verb that goes on
  /// with a noun at the head of its sentence, or with the sentence. Nil where no word tells.
  private func end(
    of reading: Reading, in sentence: Range<Int>, beside found: [AttributionDraft]
  ) -> Int? {
    var end = story.withoutFinalStop(sentence).upperBound
    for quotation in story.quotations(overlapping: reading.cue) {
      end = min(end, quotation.tokens.upperBound - (quotation.isClosed ? 1 : 0))
    }
    guard reading.start < end else { return nil }
    if isSubject(reading, in: sentence) {
      return resumption(reading.start..<end)
    }
    let same = found.lazy.flatMap(\.content).first { $0.lowerBound == reading.start }
    if let same, same.upperBound <= end { return same.upperBound }
    for at in (reading.start + 1)..<max(end, reading.start + 1) where tokens[at].scalar == 0x2C {
      let isNext = found.contains { one in
        (one.source + one.cue).contains { $0.lowerBound == at + 1 }
      }
      if isNext || at + 1 < end && has([.ends], at + 1, end) { return at }
    }
    return end
  }

  /// Whether nothing but a determiner stands between the noun and the start of its sentence.
  private func isSubject(_ reading: Reading, in sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<reading.cue.lowerBound).allSatisfy {
      has([.determiner, .noun], $0, reading.cue.lowerBound)
    }
  }

  /// "Y [khiến] Z", "the dam was safe [was] met": the first word that resumes, or the second verb.
  private func resumption(_ range: Range<Int>) -> Int? {
    if !story.language.tokensAreWords {
      return range.dropFirst().first {
        words.length(.resumes, tokens, at: $0, end: range.upperBound) != nil
      }
    }
    let verbs = range.dropFirst().filter { has([.verb], $0, $0 + 1) }
    guard let first = verbs.first, let second = verbs.first(where: { $0 > first + 1 }),
      !(first..<second).contains(where: { has([.clause, .joins, .that], $0, second) }),
      !has([.pronoun, .determiner], second - 1, second),
      story.language.cues.hits(in: tokens, first..<second).isEmpty
    else { return nil }
    return second
  }

  /// Moves the start of a content that is the clause alone back to the noun phrase, where its verb
  /// stands right before that.
  private func widen(_ drafts: inout [AttributionDraft], to reading: Reading) {
    for index in drafts.indices {
      guard drafts[index].content.count == 1, let content = drafts[index].content.first,
        content.lowerBound == reading.start, let verb = drafts[index].cue.last,
        isObject(reading.cue, of: drafts[index])
      else { continue }
      drafts[index].content = [verb.upperBound..<content.upperBound]
    }
  }

  private func draft(_ reading: Reading, _ content: Range<Int>) -> AttributionDraft {
    AttributionDraft(
      content: [content], cue: [reading.cue], source: [reading.source],
      reasons: [
        Reason(.cue, "a noun that says, with a clause", span: story.span(reading.cue)),
        Reason(.source, "whose words the noun is", span: story.span(reading.source)),
      ])
  }
}
