internal import ClaimModel

/// Attributions in English: quotations with the speaker before, behind or between, indirect
/// speech, "according to", and passives that name nobody. Outermost attributions only.
struct EnglishFinder {
  let story: Story
  let tokens: [Token]
  let quotes: QuotationIndex
  let cues = CueLexicon.english
  let grammar = GrammarWords.english

  init(story: Story) {
    self.story = story
    tokens = story.tokens
    quotes = QuotationIndex(story: story)
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
      let found = attributions(in: range)
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

  /// "Y, sources said.": a speaker at the very end takes the sentence as content.
  private func closing(
    _ verb: Verb, _ verbs: [Verb], _ range: Range<Int>
  ) -> [AttributionDraft]? {
    guard verb.hit.kind == .say, verb.cue.upperBound >= range.upperBound,
      let subject = verb.subject,
      !verb.isJoined, subject.lowerBound - 1 > range.lowerBound, isComma(subject.lowerBound - 1),
      quotes.closing(before: subject.lowerBound) == nil
    else { return nil }
    return [
      draft(
        [range.lowerBound..<(subject.lowerBound - 1)], verb, subject,
        "what stands before its speaker")
    ]
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

  // MARK: Words

  func isComma(_ at: Int) -> Bool { tokens[at].scalar == 0x2C }
  func isColon(_ at: Int) -> Bool { tokens[at].scalar == 0x3A }
  func isPunctuation(_ at: Int) -> Bool { tokens[at].kind == .punctuation }

  func has(_ classes: GrammarWords.Classes, at index: Int, end: Int) -> Bool {
    !grammar.classes(tokens, at: index, end: end).value.isDisjoint(with: classes)
  }

  func endsWith(_ classes: GrammarWords.Classes, _ end: Int, from lower: Int) -> Bool {
    !grammar.classes(tokens, endingAt: end, from: lower).value.isDisjoint(with: classes)
  }

  func hasWords(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].kind != .punctuation }
  }

  func isCapital(_ at: Int) -> Bool {
    switch tokens[at].shape {
    case .capitalised, .upper, .mixed: true
    case .none, .lower: false
    }
  }
}
