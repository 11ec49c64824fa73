internal import ClaimModel

/// What tells whether to keep a candidate, and whose content and source to take.
package struct DraftFeatures: Sendable {
  /// All names, in the order of `values`.
  package static var names: [String] { DraftFeatureNames.all }

  package private(set) var values = [Float](repeating: 0, count: names.count)

  private static let places = DraftFeatureNames.places

  private mutating func set(_ name: String, _ value: Float = 1) {
    if let place = Self.places[name] { values[place] = value }
  }

  private mutating func set(_ name: String, _ holds: Bool) {
    if holds { set(name, 1) }
  }

  /// `others` are the candidates of the same story.
  package init(_ one: DraftCandidate, among others: [DraftCandidate], _ traits: StoryTraits) {
    set("always")
    if let tagged = one.tagged { addTagged(tagged, traits) }
    if let ruled = one.ruled { addRuled(ruled, isAlone: one.tagged == nil, traits) }
    if let tagged = one.tagged, let ruled = one.ruled { addBoth(tagged, ruled) }
    if let tagged = one.tagged, one.ruled == nil {
      let chance = min(max(tagged.confidence, 0.002), 0.998)
      set("alone-sure", Float(logarithm(Double(chance / (1 - chance)))) / 2)
      set("alone-spans-sure", max(-10, tagged.spanSureness) / 2)
      set("alone-reaches-end", Self.reachesEnd(tagged.content, traits))
    }
    addCue(one, traits)
    addPlace(one, among: others, traits)
  }

  private mutating func addTagged(_ tagged: SpanDecoding, _ traits: StoryTraits) {
    set("tagger")
    let chance = min(max(tagged.confidence, 0.002), 0.998)
    set("tagger-sure", Float(logarithm(Double(chance / (1 - chance)))) / 2)
    set("spans-sure", max(-10, tagged.spanSureness) / 2)
    set("source", tagged.source != nil)
    set("source-near", tagged.source?.upperBound == tagged.cue.lowerBound)
    set("reaches-end", Self.reachesEnd(tagged.content, traits))
  }

  private mutating func addRuled(
    _ ruled: AttributionDraft, isAlone: Bool, _ traits: StoryTraits
  ) {
    set("rule")
    set("rule-no-cue", ruled.cue.isEmpty)
    set("rule-source", !ruled.source.isEmpty)
    if let cue = ruled.cue.first {
      set("rule-source-near", ruled.source.last?.upperBound == cue.lowerBound)
    }
    if let first = ruled.content.first {
      set("rule-quoted", traits.tokens[first.lowerBound].place == .opening)
    }
    set("rule-reaches-end", Self.reachesEnd(ruled.content, traits))
    guard isAlone else { return }
    let chance = ruled.cue.joined().map { traits.tokens[$0].cueChance }.max() ?? 0
    if chance > 0 { set("rule-chance-\(chance)") }
  }

  private mutating func addBoth(_ tagged: SpanDecoding, _ ruled: AttributionDraft) {
    let overlap = CombinedFinder.overlap(tagged.content, ruled.content)
    set("same-content", tagged.content == ruled.content)
    set("near-content", tagged.content != ruled.content && overlap >= 0.5)
    set("far-content", overlap < 0.5)
    let size = { (ranges: [Range<Int>]) in ranges.reduce(0) { $0 + $1.count } }
    set("rule-longer", size(ruled.content) > size(tagged.content))
    if let mine = ruled.content.first?.lowerBound, let end = ruled.content.last?.upperBound,
      let other = tagged.content.first?.lowerBound, let last = tagged.content.last?.upperBound
    {
      set("rule-within", mine >= other && end <= last)
      set("rule-around", mine <= other && end >= last)
    }
    if let source = tagged.source {
      set("source-overlap", ruled.source.contains { $0.overlaps(source) })
    }
  }

  private mutating func addCue(_ one: DraftCandidate, _ traits: StoryTraits) {
    guard let range = one.cue.first else { return }
    let hit = traits.story.language.cues.hits(in: traits.story.tokens, range).first
    set("cue-unlisted", hit == nil)
    if let hit {
      set("cue-" + hit.kind.rawValue)
      if one.tagged == nil { set("rule-only-" + hit.kind.rawValue) }
      if one.ruled == nil { set("tagger-only-" + hit.kind.rawValue) }
    }
    set("prior", Float(range.map { traits.tokens[$0].cuePrior }.max() ?? 0) / 7)
    set("cue-in-quotation", traits.tokens[range.lowerBound].place != .outside)
  }

  private mutating func addPlace(
    _ one: DraftCandidate, among others: [DraftCandidate], _ traits: StoryTraits
  ) {
    let content = one.tagged?.content ?? one.ruled?.content ?? []
    guard let first = content.first, let last = content.last else { return }
    set("quoted", traits.tokens[first.lowerBound].place == .opening)
    set("ends-quoted", traits.tokens[last.upperBound - 1].place == .closing)
    if let cue = one.cue.first { set("content-first", first.lowerBound < cue.lowerBound) }
    let size = content.reduce(0) { $0 + $1.count }
    set("short", size < 4)
    set("long", size > 45)
    let sentence = traits.story.sentences[traits.sentenceIndex(first.lowerBound)]
    set("title", sentence.region == .title)
    let mine = one.tagged?.confidence ?? 0
    set(
      "beside-surer",
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
