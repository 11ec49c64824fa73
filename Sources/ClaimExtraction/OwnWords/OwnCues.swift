internal import ClaimModel
internal import Lexicons

/// The cues of a newsroom's own table in one story. What the rules make of them stands, and goes
/// before what the taggers, which never saw such a cue, find with a word of it.
struct OwnCues {
  /// The attributions of the rules by such a cue, each with its table and line as a reason.
  let drafts: [AttributionDraft]
  /// The same as the rules gave them.
  private let ruled: Set<AttributionDraft>
  /// Tokens of those cues, and of the words that the table says are no cues.
  private let tokens: [Range<Int>]

  /// Nil where no such cue stands in the story. The cost without a table is one comparison.
  init?(_ story: Story, ruled: [AttributionDraft]) {
    guard let own = story.language.cues.own else { return nil }
    let cues = story.language.cues
    let hits = story.sentences.flatMap { own.hits(in: story.tokens, $0.tokens, among: cues) }
    if hits.isEmpty { return nil }
    var (drafts, settled) = ([AttributionDraft](), Set<AttributionDraft>())
    var tokens = hits.filter { $0.kind == .none }.map(\.range)
    for draft in ruled {
      guard
        let hit = hits.first(where: { hit in
          draft.cue.contains {
            $0.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= $0.upperBound
          }
        })
      else { continue }
      var told = draft
      told.reasons.insert(
        Reason(.claim, hit.entry.description, span: story.span(hit.range)), at: 0)
      drafts.append(told)
      settled.insert(draft)
      tokens += draft.cue
    }
    self.drafts = drafts
    self.ruled = settled
    self.tokens = tokens
  }

  /// All that the rules found, the own cues with their reason: where there are no taggers.
  func told(_ all: [AttributionDraft]) -> [AttributionDraft] {
    all.filter { !ruled.contains($0) } + drafts
  }

  /// The candidates without those of the own cues, and without what the taggers find with a word
  /// of one.
  func others(_ candidates: [DraftCandidate]) -> [DraftCandidate] {
    candidates.compactMap { one in
      var one = one
      if let draft = one.ruled, ruled.contains(draft) { one.ruled = nil }
      if let tagged = one.tagged, tokens.contains(where: { $0.overlaps(tagged.cue) }) {
        one.tagged = nil
      }
      return one.tagged == nil && one.ruled == nil ? nil : one
    }
  }
}
