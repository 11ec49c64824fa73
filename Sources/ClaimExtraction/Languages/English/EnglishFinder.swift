internal import ClaimModel
internal import Lexicons

/// Attributions in English: quotations with the speaker before, behind or between, indirect
/// speech, "according to", and passives that name nobody. Outermost attributions only.
struct EnglishFinder: AttributionRules {
  let story: Story
  let tokens: [Token]
  let quotes: QuotationIndex
  let cues: CueLexicon
  let grammar: GrammarWords
  let clauses: ClauseWords

  init(story: Story) {
    self.story = story
    tokens = story.tokens
    quotes = QuotationIndex(story: story)
    cues = story.language.cues
    grammar = story.language.grammar
    clauses = .of(story.language.code)
  }

  /// A cue outside quotations, with the auxiliaries and adverbs before it.
  struct Verb {
    var hit: CueHit
    var cue: Range<Int>
    /// The noun phrase before it.
    var subject: Range<Int>?
    /// Whether it shares the subject of an earlier verb: ", adding that …", "and said …".
    var isJoined: Bool
    /// Where its clause starts: its subject, or the comma or conjunction that joins it.
    var start: Int
  }

  func attributions() -> [AttributionDraft] {
    var drafts = [AttributionDraft]()
    var index = 0
    while index < story.sentences.count {
      if let (draft, next) = transcript(at: index) {
        drafts.append(draft)
        index = next
        continue
      }
      let range = story.withoutFinalStop(story.sentences[index].tokens)
      let found = RuleReach.pieces(of: range).flatMap(attributions)
      if found.isEmpty {
        extendLast(&drafts, with: index)
      } else {
        drafts += found
      }
      index += 1
    }
    return drafts
  }

  /// The attributions of one sentence, left to right; a cue within the content of another one
  /// is passed over.
  private func attributions(in range: Range<Int>) -> [AttributionDraft] {
    let verbs = verbs(in: range)
    if let draft = citing(verbs, range) { return [draft] }
    if let last = verbs.last, let draft = closing(last, verbs, range) { return draft }
    var drafts = [AttributionDraft]()
    var reach = range.lowerBound
    for (index, verb) in verbs.enumerated() where verb.cue.lowerBound >= reach {
      guard let draft = attribution(verbs, index, range, after: reach) else { continue }
      let end = (draft.content + draft.cue + draft.source).map(\.upperBound).max() ?? reach
      reach = max(reach, end)
      drafts.append(draft)
    }
    return drafts
  }

  /// "Y, sources said.", "Y, said X.": a speaker at the very end takes the sentence as content.
  private func closing(
    _ verb: Verb, _ verbs: [Verb], _ range: Range<Int>
  ) -> [AttributionDraft]? {
    guard verb.hit.kind == .say else { return nil }
    let isInverted = verb.isJoined && isComma(verb.start) && !isParticiple(verb.hit)
    let source =
      isInverted
      ? nounPhrase(startingAt: verb.cue.upperBound, end: range.upperBound)
      : verb.isJoined ? nil : verb.subject
    guard let source else { return nil }
    let comma = isInverted ? verb.start : source.lowerBound - 1
    guard comma > range.lowerBound + 2, isComma(comma), !quotes.contains(comma),
      quotes.closing(before: comma) == nil, quotes.closing(before: comma + 1) == nil,
      quotes.closing(before: source.lowerBound) == nil,
      endsSpeech(
        max(verb.cue.upperBound, source.upperBound), range,
        mayNameMedium: !(range.lowerBound..<comma).contains(where: quotes.contains))
    else { return nil }
    if isInverted, has([.opening, .person], at: range.lowerBound, end: comma),
      comma < range.lowerBound + 8
    {
      return nil
    }
    var found = draft(
      [range.lowerBound..<comma], verb, source, "what stands before its speaker")
    found.isCertain = isMedium(max(verb.cue.upperBound, source.upperBound), range)
    return [found]
  }

  /// "Y, X reported, citing Z": what stands before X is X's, whoever Z is.
  private func citing(_ verbs: [Verb], _ range: Range<Int>) -> AttributionDraft? {
    guard
      let index = verbs.lastIndex(where: {
        $0.hit.range.count == 1 && Self.citing.contains(tokens[$0.hit.range.lowerBound].key.exact)
      }), index > 0, isComma(verbs[index].cue.lowerBound - 1)
    else { return nil }
    let comma = verbs[index].cue.lowerBound - 1
    guard comma > verbs[index - 1].cue.upperBound - 1,
      var found = closing(
        verbs[index - 1], Array(verbs[..<index]), range.lowerBound..<comma)?.first
    else { return nil }
    found.isCertain = true
    found.settles = [comma..<range.upperBound]
    return found
  }

  private static let citing = keys(["citing", "quoting"])

  /// Whether what follows a speaker says where he spoke, and nothing else: "in a filing to the
  /// stock exchange", "on state television".
  private func isMedium(_ start: Int, _ range: Range<Int>) -> Bool {
    guard start + 1 < range.upperBound, range.upperBound - start < 22,
      has([.opening, .tail], at: start, end: range.upperBound)
    else { return false }
    guard
      (start + 1..<min(start + 5, range.upperBound)).contains(where: {
        clauses.has(.medium, tokens, at: $0, end: range.upperBound)
      })
    else { return false }
    return !(start..<range.upperBound).contains {
      isComma($0) || isColon($0) || quotes.contains($0) || has(.that, at: $0, end: $0 + 1)
        || $0 > start && has([.verb, .clause], at: $0, end: $0 + 1)
    }
  }

  /// Whether only a time or a short adverbial stands between a speaker and the sentence's end.
  private func endsSpeech(_ start: Int, _ range: Range<Int>, mayNameMedium: Bool) -> Bool {
    if start >= range.upperBound || mayNameMedium && isMedium(start, range) { return true }
    guard range.upperBound - start < 9, has([.time, .tail], at: start, end: range.upperBound) else {
      return false
    }
    return !(start..<range.upperBound).contains {
      isComma($0) || has([.that, .verb], at: $0, end: $0 + 1) || quotes.contains($0)
    }
  }

  private func attribution(
    _ verbs: [Verb], _ index: Int, _ range: Range<Int>, after reach: Int
  ) -> AttributionDraft? {
    let verb = verbs[index]
    switch verb.hit.kind {
    case .according: return according(verb, range)
    case .evidence: return evidence(verb, verbs, index, range)
    default:
      return behindQuotation(verb, range, after: reach)
        ?? beforeContent(verbs, index, range)
    }
  }

  func draft(
    _ content: [Range<Int>], _ verb: Verb, _ source: Range<Int>?, _ words: String
  ) -> AttributionDraft {
    var reasons = [
      Reason(.cue, self.words(for: verb.hit.kind), span: story.span(verb.cue)),
      Reason(.content, words),
    ]
    if let source {
      let how =
        verb.isJoined
        ? "the subject of the verb before, which this verb shares"
        : "the noun phrase beside the verb"
      reasons.append(Reason(.source, how, span: story.span(source)))
    }
    return AttributionDraft(
      content: content, cue: [verb.cue], source: source.map { [$0] } ?? [], reasons: reasons)
  }

  private func words(for kind: CueLexicon.CueClass) -> String {
    switch kind {
    case .say: "a verb of saying or thinking"
    case .act: "a verb of judging, asking or planning"
    case .that: "a verb that attributes before \"that\" or a quotation"
    case .according: "\"according to\" names whom it comes from"
    case .evidence: "words that leave the speaker open"
    default: "a cue"
    }
  }

  func endsWith(_ classes: GrammarWords.Classes, _ end: Int, from lower: Int) -> Bool {
    !grammar.classes(tokens, endingAt: end, from: lower).value.isDisjoint(with: classes)
  }
}
