internal import ClaimModel
internal import Lexicons

/// Contents of passive cues that name nobody, with the subject that they are said of.
///
/// `Con tàu được cho là chở dầu` → "Con tàu … chở dầu"; `Ngôi nhà, được cho là nơi ở của ông, đã
/// cháy` → "Ngôi nhà … nơi ở của ông"
struct PassiveContents {
  let story: Story

  private var grammar: GrammarWords { story.language.grammar }

  /// Tokens of the longest subject.
  private static let longest = 30
  private static let comma: UInt32 = 0x2C

  /// The draft with its subject where the taggers left it out, and without what follows the comma
  /// that ends an apposition.
  func completed(_ found: AttributionDraft) -> AttributionDraft {
    let draft = withWholeCue(found)
    guard !draft.isCertain, let cue = draft.cue.first, draft.cue.count == 1,
      PassiveCues.isOne(cue, in: story)
    else { return draft }
    let alone = withoutSource(withoutConnective(draft, cue), cue)
    return withoutPredicate(withSubject(alone, cue), cue)
  }

  /// `[ông A] được cho [là] …` → "được cho là", which is said of him.
  private func withWholeCue(_ draft: AttributionDraft) -> AttributionDraft {
    guard draft.cue.count == 1, let cue = draft.cue.first, cue.lowerBound > 1,
      let start = PassiveCues.start(of: cue, from: 0, in: story),
      !(start + 1..<cue.upperBound).contains(where: story.breaksLine)
    else { return draft }
    var draft = draft
    draft.cue = [start..<cue.upperBound]
    return draft
  }

  /// Whom a passive is said of is no source: `[Con tàu] bị yêu cầu quay lại`.
  private func withoutSource(_ draft: AttributionDraft, _ cue: Range<Int>) -> AttributionDraft {
    guard let source = draft.source.first, source.upperBound <= cue.lowerBound else { return draft }
    var draft = draft.with(source: [])
    let end = withoutAdverbs(before: cue.lowerBound, from: source.lowerBound)
    if let first = draft.content.first, first.lowerBound >= cue.upperBound,
      end == source.upperBound
    {
      draft.content.insert(source, at: 0)
    }
    return draft
  }

  /// `[Khi] được hỏi [cầu có an toàn không]` → "cầu có an toàn không"
  private func withoutConnective(_ draft: AttributionDraft, _ cue: Range<Int>) -> AttributionDraft {
    guard draft.content.count > 1, draft.content[0].upperBound <= cue.lowerBound,
      isConnective(draft.content[0])
    else { return draft }
    var draft = draft
    draft.content.removeFirst()
    return draft
  }

  /// "Khi", "sau đó cũng"
  private func isConnective(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let found = grammar.classes(story.tokens, at: at, end: range.upperBound)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .clause, .joins]) else {
        return false
      }
      at += found.length
    }
    return true
  }

  /// `Ngôi nhà, được cho là [nơi ở của ông, đã cháy]` → "nơi ở của ông"
  private func withoutPredicate(_ draft: AttributionDraft, _ cue: Range<Int>) -> AttributionDraft {
    guard draft.content.count == 2, cue.lowerBound > 0,
      story.tokens[cue.lowerBound - 1].scalar == Self.comma,
      draft.content[0].upperBound == cue.lowerBound - 1,
      let last = draft.content.last, last.lowerBound == cue.upperBound,
      let comma = last.first(where: { story.tokens[$0].scalar == Self.comma }),
      comma > last.lowerBound,
      !story.quotations(overlapping: last).contains(where: { $0.tokens.contains(comma) })
    else { return draft }
    var draft = draft
    draft.content[1] = last.lowerBound..<comma
    return draft
  }

  private func withSubject(_ draft: AttributionDraft, _ cue: Range<Int>) -> AttributionDraft {
    guard let first = draft.content.first, first.lowerBound >= cue.upperBound,
      let subject = subject(before: cue), !isConnective(subject)
    else { return draft }
    var draft = draft
    draft.content.insert(subject, at: 0)
    return draft
  }

  /// What stands between the start of the clause and the cue.
  private func subject(before cue: Range<Int>) -> Range<Int>? {
    guard
      let sentence = story.sentences.first(where: { $0.tokens.contains(cue.lowerBound) })?.tokens
    else { return nil }
    var end = cue.lowerBound
    if end > sentence.lowerBound, story.tokens[end - 1].scalar == Self.comma { end -= 1 }
    end = withoutAdverbs(before: end, from: sentence.lowerBound)
    var start = end
    while start > sentence.lowerBound, end - start < Self.longest, !isBoundary(start - 1, end) {
      start -= 1
    }
    start = NameLists(story: story).start(of: behindJoint(start, end)..<end, in: sentence)
    guard start < end, end - start < Self.longest,
      (start..<end).contains(where: { story.tokens[$0].kind == .word }),
      story.language.cues.hits(in: story.tokens, start..<end).isEmpty
    else { return nil }
    return start..<end
  }

  private func withoutAdverbs(before end: Int, from start: Int) -> Int {
    var end = end
    while end > start {
      let found = grammar.classes(story.tokens, endingAt: end, from: start)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .aspect]),
        story.tokens[end - found.length].shape == .lower
      else { return end }
      end -= found.length
    }
    return end
  }

  /// Whether no noun phrase reaches back over a token: marks and words that open a clause.
  private func isBoundary(_ index: Int, _ end: Int) -> Bool {
    let token = story.tokens[index]
    if token.kind == .punctuation { return ![0x28, 0x29, 0x2D, 0x2F].contains(token.scalar) }
    let found = grammar.classes(story.tokens, endingAt: index + 1, from: max(0, index - 3)).value
    return !found.isDisjoint(with: [.clause, .that, .turns]) && token.shape == .lower
  }

  /// Behind "và" and "cũng" at the head of a clause.
  private func behindJoint(_ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end {
      let found = grammar.classes(story.tokens, at: start, end: end)
      guard found.length > 0, !found.value.isDisjoint(with: [.adverb, .joins]) else { return start }
      start += found.length
    }
    return start
  }
}
