internal import ClaimModel

/// Attributions in Vietnamese: cues, then the noun phrase before each, then what it introduces.
///
/// A first pass finds the subject of every cue of a sentence, a second one bounds the contents,
/// because where one content ends depends on the cue behind it.
struct VietnameseFinder: AttributionRules {
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

  /// How a cue and its content stand to each other.
  enum Form {
    /// "X cho biết Y"
    case before
    /// "Y, X cho biết"
    case behind
    /// "Theo X, Y" and "Y, theo X"
    case theo
    /// "X được cho là Y"
    case passive
    /// "Được biết, Y"
    case lead
  }

  /// One cue of a sentence, with what stands before it.
  struct Reading {
    var hit: CueHit
    /// The cue with its negation.
    var cue: Range<Int>
    var form: Form
    var source: Range<Int>?
    /// Where the words start that belong to this cue's clause: its source, or the comma or "và"
    /// that joins it to the verb before it.
    var start: Int
    /// Whether it shares the subject of an earlier verb.
    var isJoined: Bool
    /// Whether no tagger is asked about it.
    var isSure = false
    /// The text it can reach: its sentence, or the inside of its quotation there.
    var frame: Range<Int>
  }

  func attributions() -> [AttributionDraft] {
    var drafts = [AttributionDraft]()
    for sentence in story.sentences {
      let whole = story.withoutFinalStop(sentence.tokens)
      let before = drafts.count
      for range in RuleReach.pieces(of: whole) { find(in: range, &drafts) }
      if let draft = appositionBehindQuotation(whole) {
        drafts.removeSubrange(before...)
        drafts.append(draft)
      }
      if drafts.count == before, let draft = colonDraft(sentence, whole) { drafts.append(draft) }
    }
    return drafts + continuations(of: drafts)
  }

  private func find(in range: Range<Int>, _ drafts: inout [AttributionDraft]) {
    var readings = [Reading]()
    for hit in cues.hits(in: tokens, range) {
      let frame = frame(of: hit.range.lowerBound, in: range)
      if let reading = read(hit, frame: frame, earlier: readings) { readings.append(reading) }
    }
    for index in readings.indices {
      if let draft = draft(readings, index) { drafts.append(draft) }
    }
  }

  /// The sentence, or where the token stands in a quotation, its inside.
  private func frame(of token: Int, in range: Range<Int>) -> Range<Int> {
    guard let quotation = quotes[token] else { return range }
    let inside = quotation.tokens.lowerBound + 1
    let end = quotation.isClosed ? quotation.tokens.upperBound - 1 : quotation.tokens.upperBound
    let lower = max(range.lowerBound, inside)
    return lower..<max(lower, min(range.upperBound, end))
  }

  private func read(_ hit: CueHit, frame: Range<Int>, earlier: [Reading]) -> Reading? {
    switch hit.kind {
    case .theo: theoReading(hit, frame: frame)
    case .lead: leadReading(hit, frame: frame)
    case .passive: passiveReading(hit, frame: frame, earlier: earlier)
    default: verbReading(hit, frame: frame, earlier: earlier)
    }
  }

  private func draft(_ readings: [Reading], _ index: Int) -> AttributionDraft? {
    let reading = readings[index]
    switch reading.form {
    case .before:
      var draft = contentBehind(readings, index)
      draft?.isCertain = reading.isSure
      return draft
    case .behind:
      var draft = contentBefore(readings, index)
      draft?.isCertain = reading.isSure
      return draft
    case .theo: return theoDraft(readings, index)
    case .passive: return passiveDraft(readings, index)
    case .lead: return leadDraft(readings, index)
    }
  }
}
