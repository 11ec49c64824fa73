internal import ClaimModel
internal import Lexicons

/// Sources brought to what names somebody: adverbs and the words of another clause cut off, and the
/// sentence's subject where a verb has none beside it.
///
/// "Vân Sa cũng | yêu cầu" → "Vân Sa"; "Mạng này có 3 triệu người dùng và Reed | cho rằng" → "Reed"
struct SettledSources {
  let story: Story
  let sentenceOf: [Int32]
  private let grammar: GrammarWords
  private let titles: SpeakerLexicon

  private var tokens: [Token] { story.tokens }

  init(story: Story, sentenceOf: [Int32]) {
    self.story = story
    self.sentenceOf = sentenceOf
    grammar = story.language.grammar
    titles = story.language.titles
  }

  func settled(_ drafts: [AttributionDraft]) -> [AttributionDraft] {
    guard titles.customs.familyNameStandsFirst else { return drafts.map(withoutTime) }
    return drafts.map(settled)
  }

  private func settled(_ draft: AttributionDraft) -> AttributionDraft {
    guard !draft.isCertain, draft.cue.count <= 1, let cue = draft.cue.first else { return draft }
    var draft = draft
    if isPassive(cue), let source = draft.source.first, source.upperBound <= cue.lowerBound {
      // "Ông Mạnh bị cáo buộc …": he does not say it.
      draft.source = []
      return draft
    }
    if let source = draft.source.first, draft.source.count == 1, source.upperBound <= cue.lowerBound
    {
      let cut = withoutLead(withoutVerb(withoutClause(withoutAdverbs(source))))
      if !cut.isEmpty {
        draft.source = [withWholeList(cut)]
      } else if let subject = subject(before: cue) {
        draft.source = [subject]
      }
    }
    return draft
  }

  /// "Reed however", "Sears last week", "Norland on Oct. 28": without the words of time behind a
  /// name.
  private func withoutTime(_ draft: AttributionDraft) -> AttributionDraft {
    guard draft.source.count == 1, let source = draft.source.first, !draft.isCertain else {
      return draft
    }
    let name = withoutTail(beforeTime(source))
    // "a poll released last week" is more than a name with a time.
    guard name.count <= 4, !name.contains(where: { tokens[$0].scalar == 0x2C }) else {
      return draft
    }
    var draft = draft
    draft.source = [name]
    return draft
  }

  /// What stands before "on Monday" or "at the weekend" at a source's end.
  private func beforeTime(_ source: Range<Int>) -> Range<Int> {
    guard
      let at = source.dropFirst().last(where: {
        titles.words.timePrepositions.contains(tokens[$0].key.exact)
      })
    else { return source }
    let rest = at + 1..<source.upperBound
    let isTime =
      !rest.isEmpty && rest.count <= 4 && rest.allSatisfy { isTimeWord($0, rest.upperBound) }
      && rest.contains { tokens[$0].kind == .word }
    return isTime ? source.lowerBound..<at : source
  }

  private func isTimeWord(_ at: Int, _ limit: Int) -> Bool {
    let key = tokens[at].key.exact
    if tokens[at].kind != .word || titles.words.timeShifts.contains(key) { return true }
    if titles.words.tails.contains(key) { return true }
    switch story.language.dates.words.match(at: at, in: tokens, limit: limit)?.value {
    case .weekday, .month: return true
    default: return false
    }
  }

  private func withoutTail(_ source: Range<Int>) -> Range<Int> {
    var range = source
    while range.count > 1, let last = range.last {
      let key = tokens[last].key.exact
      let isTail =
        titles.words.tails.contains(key) && tokens[last].shape == .lower
        || tokens[last].scalar == 0x2C
        || range.count < source.count && titles.words.timeShifts.contains(key)
      guard isTail else { break }
      range = range.dropLast()
    }
    return range
  }

  /// Whether a pronoun, or a name with its title, is all of it.
  private func isNominal(_ range: Range<Int>) -> Bool {
    let limit = range.upperBound
    if titles.references.match(at: range.lowerBound, in: tokens, limit: limit)?.end == limit {
      return true
    }
    return nounPhrase(from: range.lowerBound, limit) == limit
  }

  private func isPassive(_ cue: Range<Int>) -> Bool {
    story.language.cues.phrases.match(tokens, at: cue.lowerBound, end: cue.upperBound)?.value
      == .passive
      && tokens[cue.lowerBound].key.exact == Self.suffers
  }

  /// "việc Norland | nói rõ", "nơi ông | ra lệnh": what opens a clause is no part of its subject.
  private func withoutLead(_ source: Range<Int>) -> Range<Int> {
    var range = source
    while range.count > 1, let first = range.first,
      titles.words.clauseLeads.contains(tokens[first].key.exact), isNominal(range.dropFirst())
    {
      range = range.dropFirst()
    }
    return range
  }

  /// "Vân Sa trong khi đó cũng" → "Vân Sa"; empty where nothing else is left.
  private func withoutAdverbs(_ source: Range<Int>) -> Range<Int> {
    var range = source
    while let last = range.last {
      if tokens[last].scalar == 0x2C, range.count < source.count {
        range = range.dropLast()
        continue
      }
      if let trail = titles.words.trails.match(
        before: range.upperBound, in: tokens, from: range.lowerBound)
      {
        range = range.lowerBound..<trail.start
        continue
      }
      let found = grammar.classes(tokens, endingAt: range.upperBound, from: range.lowerBound)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .aspect]),
        tokens[range.upperBound - found.length].shape == .lower || found.length == range.count
      else { break }
      range = range.dropLast(found.length)
    }
    return range
  }

  /// "ca sĩ này không giải thích, thay vào đó cô" → "cô"; "ca sĩ Reed lần đầu kể" → "ca sĩ Reed": a
  /// word that never stands inside a noun phrase tells a clause.
  private func withoutVerb(_ source: Range<Int>) -> Range<Int> {
    guard let verb = source.dropFirst().first(where: { breaksNoun(at: $0, source.upperBound) })
    else { return source }
    let pronoun = (verb + 1..<source.upperBound).first { start in
      titles.references.match(at: start, in: tokens, limit: source.upperBound)?.end
        == source.upperBound
    }
    if let pronoun { return pronoun..<source.upperBound }
    let isNot = grammar.classes(tokens, at: verb, end: source.upperBound).value.contains(.not)
    return isNot ? source : withoutAdverbs(source.lowerBound..<verb)
  }

  /// "lần đầu", "cũng", "không"; but not "không" of "hàng không", and no word that opens a clause
  /// about the noun before it: "nhà báo từng gặp bà".
  private func breaksNoun(at index: Int, _ limit: Int) -> Bool {
    guard tokens[index].shape == .lower else { return false }
    let found = grammar.classes(tokens, at: index, end: limit)
    guard !found.value.isDisjoint(with: [.aspect, .not, .adverb]),
      titles.fields.match(before: index + 1, in: tokens, from: max(0, index - 2)) == nil,
      titles.fields.match(at: index, in: tokens, limit: limit) == nil,
      titles.nouns.match(before: index + 1, in: tokens, from: max(0, index - 2)) == nil
    else { return false }
    if found.value.contains(.aspect) {
      return titles.words.predicates.contains(tokens[index].key.exact)
    }
    let next = index + found.length
    return found.value.contains(.not)
      || found.length >= 2 && next < limit && !tokens[next].isCapitalised
  }

  /// "Hải quan và Biên phòng Vân Sa" → "Cảng vụ, Hải quan và Biên phòng Vân Sa": the names that a
  /// comma joins to a list, back to the start of the sentence or to a mark.
  private func withWholeList(_ source: Range<Int>) -> Range<Int> {
    guard source.contains(where: { Self.joining.contains(tokens[$0].key.exact) }) else {
      return source
    }
    let sentence = story.sentences[Int(sentenceOf[source.lowerBound])].tokens
    var start = source.lowerBound
    for _ in 0..<4 {
      guard start - 2 >= sentence.lowerBound, tokens[start - 1].scalar == 0x2C else { break }
      var low = start - 1
      while low > sentence.lowerBound, tokens[low - 1].kind != .punctuation, start - low <= 11,
        !titles.words.agents.contains(tokens[low - 1].key.exact)
      {
        low -= 1
      }
      let piece = low..<start - 1
      guard !piece.isEmpty, piece.count <= 9, opensSpeaker(low, start - 1), !hasVerb(piece),
        !opensAdverbial(piece)
      else { break }
      start = low
    }
    return start..<source.upperBound
  }

  /// Behind the last "và" or comma, where the words before it have a verb or belong to a phrase
  /// that opens before the source.
  private func withoutClause(_ source: Range<Int>) -> Range<Int> {
    guard
      let joint = source.dropFirst().last(where: {
        tokens[$0].key.exact == Self.and || tokens[$0].scalar == 0x2C
      }), joint + 1 < source.upperBound,
      opensSpeaker(joint + 1, source.upperBound) || tokens[joint].scalar == 0x2C
    else { return source }
    let head = source.lowerBound..<joint
    // "theo lời tài xế, ông": the pronoun is what says it.
    if tokens[joint].scalar == 0x2C,
      titles.references.match(at: joint + 1, in: tokens, limit: source.upperBound)?.end
        == source.upperBound
    {
      return joint + 1..<source.upperBound
    }
    // "Tại căn cứ Sa Pô, Tampa, Florida, tổng thống": places before him are none of his names.
    if tokens[joint].scalar == 0x2C, tokens[joint + 1].shape == .lower,
      titles.titles.match(at: joint + 1, in: tokens, limit: source.upperBound)?.end
        == source.upperBound, head.contains(where: { tokens[$0].scalar == 0x2C }),
      head.allSatisfy({ tokens[$0].isCapitalised || tokens[$0].scalar == 0x2C })
    {
      return joint + 1..<source.upperBound
    }
    let isClause =
      tokens[joint].key.exact == Self.and
      ? (isStatement(head) || isCounted(head)) && source.upperBound - joint <= 5
      : opensSpeaker(joint + 1, source.upperBound) && startsInside(source)
        && !opensSpeaker(source.lowerBound, joint)
    return isClause ? joint + 1..<source.upperBound : source
  }

  /// "thành viên" of "có trên 100 triệu thành viên và Reed"
  private func isCounted(_ head: Range<Int>) -> Bool {
    let low = story.sentences[Int(sentenceOf[head.lowerBound])].tokens.lowerBound
    guard head.count <= 4, head.lowerBound - 2 >= low else { return false }
    return (head.lowerBound - 2..<head.lowerBound).contains { tokens[$0].kind == .number }
  }

  /// Whether a word before belongs to the same phrase.
  private func startsInside(_ source: Range<Int>) -> Bool {
    let sentence = story.sentences[Int(sentenceOf[source.lowerBound])].tokens
    guard source.lowerBound > sentence.lowerBound else { return false }
    let before = tokens[source.lowerBound - 1]
    return before.kind == .word && before.shape == .lower
  }

  /// "Mạng này có 3 triệu người dùng": a verb, but no noun phrase with a clause in it: "những nước
  /// có công dân trên tàu".
  private func isStatement(_ range: Range<Int>) -> Bool {
    guard range.count >= 5, !range.contains(where: { tokens[$0].scalar == 0x2C }),
      titles.references.match(at: range.lowerBound, in: tokens, limit: range.upperBound)?.value
        != .plural,
      !grammar.classes(tokens, at: range.lowerBound, end: range.upperBound).value.contains(.noun)
    else { return false }
    return hasVerb(range.dropFirst(1))
  }

  private func hasVerb(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { at in
      guard tokens[at].shape == .lower else { return false }
      let found = grammar.classes(tokens, at: at, end: range.upperBound)
      guard found.value.contains(.verb) || found.value.contains(.aspect) else { return false }
      return titles.nouns.match(at: at, in: tokens, limit: range.upperBound) == nil
    }
  }

  /// Whether a name, a title or a noun of a body opens at a token.
  private func opensSpeaker(_ at: Int, _ limit: Int) -> Bool {
    tokens[at].isCapitalised || titles.titles.match(at: at, in: tokens, limit: limit) != nil
      || titles.nouns.match(at: at, in: tokens, limit: limit) != nil
  }

  /// The noun phrase that opens the sentence of a cue, behind an adverbial with a comma.
  private func subject(before cue: Range<Int>) -> Range<Int>? {
    let sentence = story.sentences[Int(sentenceOf[cue.lowerBound])].tokens
    var start = sentence.lowerBound
    if let comma = (start..<min(cue.lowerBound, start + 9)).first(where: {
      tokens[$0].scalar == 0x2C
    }), opensAdverbial(start..<comma) {
      start = comma + 1
    }
    guard start < cue.lowerBound else { return nil }
    let end = nounPhrase(from: start, cue.lowerBound)
    return end > start ? start..<end : nil
  }

  private func opensAdverbial(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if titles.words.trails.match(at: first, in: tokens, limit: range.upperBound) != nil {
      return true
    }
    let found = grammar.classes(tokens, at: first, end: range.upperBound).value
    return !found.isDisjoint(with: [.opening, .adverb, .time, .clause, .turns])
  }

  /// Where the noun phrase that may open at a token ends.
  private func nounPhrase(from start: Int, _ limit: Int) -> Int {
    var end = start
    while let next = nominal(at: end, limit) { end = next }
    return end
  }

  /// Behind a part of a noun phrase; nil where something else stands.
  private func nominal(at index: Int, _ limit: Int) -> Int? {
    guard index < limit, tokens[index].kind == .word else { return nil }
    if let end = titles.titles.match(at: index, in: tokens, limit: limit)?.end { return end }
    if let end = titles.nouns.match(at: index, in: tokens, limit: limit)?.end { return end }
    if tokens[index].isCapitalised { return index + 1 }
    if index + 1 < limit, titles.words.prepositions.contains(tokens[index].key.exact),
      tokens[index + 1].isCapitalised
    {
      return index + 1
    }
    return nil
  }

  private static let suffers = WordKey("bị").exact
  private static let and = WordKey("và").exact
  private static let joining = keys(["và", "cùng", "lẫn"])
}
