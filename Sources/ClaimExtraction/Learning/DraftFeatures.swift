internal import ClaimModel

/// What tells whether to keep a candidate, and whose content and source to take.
package struct DraftFeatures: Sendable {
  /// All names, in the order of `values`.
  package static var names: [String] { DraftFeatureName.names }

  package private(set) var values = [Float](repeating: 0, count: names.count)
  /// Keys of the phrases that it is known by: see `DraftPhrase`.
  package private(set) var phrases: [UInt64] = []

  private mutating func set(_ name: DraftFeatureName, _ value: Float = 1) {
    values[name.rawValue] = value
  }

  private mutating func set(_ name: DraftFeatureName, _ holds: Bool) {
    if holds { set(name, 1) }
  }

  /// `others` are the candidates of the same story.
  package init(_ one: DraftCandidate, among others: [DraftCandidate], _ traits: StoryTraits) {
    set(.always)
    if let tagged = one.tagged { addTagged(tagged, traits) }
    if let ruled = one.ruled { addRuled(ruled, isAlone: one.tagged == nil, traits) }
    if let tagged = one.tagged, let ruled = one.ruled { addBoth(tagged, ruled) }
    if let tagged = one.tagged, one.ruled == nil {
      let chance = min(max(tagged.confidence, 0.002), 0.998)
      set(.aloneSure, Float(logarithm(Double(chance / (1 - chance)))) / 2)
      set(.aloneSpansSure, max(-10, tagged.spanSureness) / 2)
      set(.aloneReachesEnd, Self.reachesEnd(tagged.content, traits))
    }
    addCue(one, traits)
    addPlace(one, among: others, traits)
    addSource(one, traits)
    addNesting(one, among: others, traits)
    if traits.register == StoryRegister.campaign.rawValue { addCampaign(one) }
    phrases = DraftPhrase.phrases(one, in: traits.story).map { $0.key(in: traits.story) }
  }

  private mutating func addTagged(_ tagged: SpanDecoding, _ traits: StoryTraits) {
    set(.tagger)
    let chance = min(max(tagged.confidence, 0.002), 0.998)
    set(.taggerSure, Float(logarithm(Double(chance / (1 - chance)))) / 2)
    set(.spansSure, max(-10, tagged.spanSureness) / 2)
    set(.source, tagged.source != nil)
    set(.sourceNear, tagged.source?.upperBound == tagged.cue.lowerBound)
    set(.reachesEnd, Self.reachesEnd(tagged.content, traits))
  }

  private mutating func addRuled(
    _ ruled: AttributionDraft, isAlone: Bool, _ traits: StoryTraits
  ) {
    set(.rule)
    set(.ruleNoCue, ruled.cue.isEmpty)
    set(.ruleSource, !ruled.source.isEmpty)
    if let cue = ruled.cue.first {
      set(.ruleSourceNear, ruled.source.last?.upperBound == cue.lowerBound)
    }
    if let first = ruled.content.first {
      set(.ruleQuoted, traits.tokens[first.lowerBound].place == .opening)
    }
    set(.ruleReachesEnd, Self.reachesEnd(ruled.content, traits))
    guard isAlone else { return }
    let chance = ruled.cue.joined().map { traits.tokens[$0].cueChance }.max() ?? 0
    if chance > 0 { set([.ruleChance1, .ruleChance2, .ruleChance3][min(2, Int(chance) - 1)]) }
  }

  private mutating func addBoth(_ tagged: SpanDecoding, _ ruled: AttributionDraft) {
    let overlap = CombinedFinder.overlap(tagged.content, ruled.content)
    set(.sameContent, tagged.content == ruled.content)
    set(.nearContent, tagged.content != ruled.content && overlap >= 0.5)
    set(.farContent, overlap < 0.5)
    let size = { (ranges: [Range<Int>]) in ranges.reduce(0) { $0 + $1.count } }
    set(.ruleLonger, size(ruled.content) > size(tagged.content))
    if let mine = ruled.content.first?.lowerBound, let end = ruled.content.last?.upperBound,
      let other = tagged.content.first?.lowerBound, let last = tagged.content.last?.upperBound
    {
      set(.ruleWithin, mine >= other && end <= last)
      set(.ruleAround, mine <= other && end >= last)
    }
    if let source = tagged.source {
      set(.sourceOverlap, ruled.source.contains { $0.overlaps(source) })
    }
  }

  private mutating func addCue(_ one: DraftCandidate, _ traits: StoryTraits) {
    guard let range = one.cue.first else { return }
    let hit = traits.story.language.cues.hits(in: traits.story.tokens, range).first
    set(.cueUnlisted, hit == nil)
    if let hit {
      values[DraftFeatureName.place(.all, hit.kind)] = 1
      if one.tagged == nil { values[DraftFeatureName.place(.ruleOnly, hit.kind)] = 1 }
      if one.ruled == nil { values[DraftFeatureName.place(.taggerOnly, hit.kind)] = 1 }
    }
    set(.prior, Float(range.map { traits.tokens[$0].cuePrior }.max() ?? 0) / 7)
    set(.cueSeveral, range.count > 2)
    if range.upperBound < traits.tokens.count {
      set(
        .that,
        traits.tokens[range.upperBound].grammar != 0
          && traits.story.language.grammar.classes(
            traits.story.tokens, at: range.upperBound, end: range.upperBound + 1
          ).value.contains(.that))
    }
    set(.cueInQuotation, traits.tokens[range.lowerBound].place != .outside)
  }

  /// Whether its cue lies in what another, surer one says.
  private mutating func addNesting(
    _ one: DraftCandidate, among others: [DraftCandidate], _ traits: StoryTraits
  ) {
    guard let cue = one.cue.first else { return }
    let isWithin = others.contains { other in
      guard let outer = other.tagged, outer.confidence > 0.5, [outer.cue] != one.cue else {
        return false
      }
      return outer.content.contains {
        $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound
      }
    }
    set(.within, isWithin)
    set(.withinQuotation, isWithin && traits.tokens[cue.lowerBound].place != .outside)
    set(.withinCampaign, isWithin && traits.register == StoryRegister.campaign.rawValue)
  }

  private mutating func addCampaign(_ one: DraftCandidate) {
    set(.campaign)
    set(.campaignUnlisted, values[DraftFeatureName.cueUnlisted.rawValue] == 1)
    set(.campaignTaggerAlone, one.ruled == nil)
  }

  /// A name as its source, or a pronoun.
  private mutating func addSource(_ one: DraftCandidate, _ traits: StoryTraits) {
    let source = one.tagged?.source ?? one.ruled?.source.first
    guard let first = source?.first else { return }
    let token = traits.story.tokens[first]
    set(.sourceName, token.isCapitalised && first > 0)
    set(
      .sourcePronoun,
      traits.story.language.grammar.classes(traits.story.tokens, at: first, end: first + 1).value
        .contains(.pronoun))
  }

  private mutating func addPlace(
    _ one: DraftCandidate, among others: [DraftCandidate], _ traits: StoryTraits
  ) {
    let content = one.tagged?.content ?? one.ruled?.content ?? []
    guard let first = content.first, let last = content.last else { return }
    set(.quoted, traits.tokens[first.lowerBound].place == .opening)
    set(.endsQuoted, traits.tokens[last.upperBound - 1].place == .closing)
    if let cue = one.cue.first { set(.contentFirst, first.lowerBound < cue.lowerBound) }
    let size = content.reduce(0) { $0 + $1.count }
    set(.short, size < 4)
    set(.long, size > 45)
    let sentence = traits.story.sentences[traits.sentenceIndex(first.lowerBound)]
    set(.title, sentence.region == .title)
    let mine = one.tagged?.confidence ?? 0
    set(
      .besideSurer,
      others.contains { other in
        guard let surer = other.tagged, surer.confidence > max(mine, 0.35), one.cue != [surer.cue]
        else { return false }
        return CombinedFinder.overlap(surer.content, content) >= 0.5
      })
  }

  /// Whether the content goes on to the end of its sentence, or to its final stop.
  private static func reachesEnd(_ content: [Range<Int>], _ traits: StoryTraits) -> Bool {
    guard let last = content.last?.upperBound else { return false }
    let sentence = traits.story.sentences[traits.sentenceIndex(last - 1)]
    return traits.story.withoutFinalStop(sentence.tokens).upperBound <= last
  }
}

extension DraftWeights {
  /// Probability that the answer is yes, by a candidate's features.
  package func probability(_ decision: Decision, _ features: DraftFeatures) -> Float {
    probability(decision, values: features.values, phrases: features.phrases)
  }
}
