internal import ClaimModel

/// What tells whether to keep a candidate of both finders, and whose content and source to take.
package struct DeepFeatures: Sendable {
  package private(set) var values = [Float](repeating: 0, count: DeepFeatures.names.count)

  private mutating func set(_ name: String, _ value: Float) {
    if let place = Self.places[name] { values[place] = value }
  }

  private mutating func set(_ name: String, _ holds: Bool = true) {
    if holds { set(name, 1) }
  }

  /// `others` are the candidates of the same story; `wire` says how much it is wire copy.
  package init(
    _ one: DeepCandidate, among others: [DeepCandidate], wire: Float, _ traits: StoryTraits
  ) {
    set("always")
    set("wire", wire)
    if let standard = one.standard { addStandard(standard, isAlone: one.encoded == nil, wire) }
    if let encoded = one.encoded {
      addEncoded(encoded, isAlone: one.standard == nil, wire, traits)
    }
    if let standard = one.standard, let encoded = one.encoded { addBoth(standard, encoded) }
    addPlace(one, among: others, traits)
  }

  private static func odds(_ chance: Float) -> Float {
    let chance = Double(min(max(chance, 0.002), 0.998))
    return Float(logarithm(chance / (1 - chance))) / 2
  }

  private mutating func addStandard(
    _ standard: DeepCandidate.Standard, isAlone: Bool, _ wire: Float
  ) {
    let sure = Self.odds(standard.chance)
    set("standard")
    set("standard-sure", sure)
    set("standard-sure-wire", sure * wire)
    set("rule", standard.candidate.ruled != nil)
    set("rule-alone", standard.candidate.tagged == nil)
    set("no-cue", standard.draft.cue.isEmpty)
    if let tagged = standard.candidate.tagged {
      set("tagger-sure", Self.odds(tagged.confidence))
      set("tagger-spans-sure", max(-10, tagged.spanSureness) / 2)
    }
    set("standard-source", !standard.draft.source.isEmpty)
    if isAlone { set("standard-alone-sure", sure) }
    set("standard-alone", isAlone)
    if isAlone { set("standard-alone-wire", wire) }
  }

  private mutating func addEncoded(
    _ encoded: SpanDecoding, isAlone: Bool, _ wire: Float, _ traits: StoryTraits
  ) {
    let sure = Self.odds(encoded.confidence)
    set("encoder-sure", sure)
    set("encoder-sure-wire", sure * wire)
    set("encoder-spans-sure", max(-10, encoded.spanSureness) / 2)
    set("encoder-source", encoded.source != nil)
    set("encoder-source-near", encoded.source?.upperBound == encoded.cue.lowerBound)
    set("encoder-pieces", encoded.content.count > 1)
    set("encoder-reaches-end", reachesEnd(encoded.content, traits))
    set("encoder-alone", isAlone)
    if isAlone { set("encoder-alone-sure", sure) }
    if isAlone { set("encoder-alone-wire", wire) }
  }

  private mutating func addBoth(_ standard: DeepCandidate.Standard, _ encoded: SpanDecoding) {
    let own = standard.draft
    let overlap = CombinedFinder.overlap(own.content, encoded.content)
    set("same-content", own.content == encoded.content)
    set("near-content", own.content != encoded.content && overlap >= 0.5)
    set("far-content", overlap < 0.5)
    set("same-cue", own.cue == [encoded.cue])
    set("same-source", own.source == (encoded.source.map { [$0] } ?? []))
    let size = { (ranges: [Range<Int>]) in ranges.reduce(0) { $0 + $1.count } }
    set("encoder-longer", size(encoded.content) > size(own.content))
    if let source = encoded.source {
      set("source-overlap", own.source.contains { $0.overlaps(source) })
      set("encoder-source-longer", size(own.source) < source.count)
    }
  }

  private mutating func addPlace(
    _ one: DeepCandidate, among others: [DeepCandidate], _ traits: StoryTraits
  ) {
    let content = one.encoded?.content ?? one.standard?.draft.content ?? []
    guard let first = content.first, let last = content.last else { return }
    let isQuoted = traits.tokens[first.lowerBound].place == .opening
    set("quoted", isQuoted)
    set("ends-quoted", traits.tokens[last.upperBound - 1].place == .closing)
    if let standard = one.standard {
      set("standard-reaches-end", reachesEnd(standard.draft.content, traits))
    }
    if let cue = one.cue.first {
      set("content-first", first.lowerBound < cue.lowerBound)
      set("cue-in-quotation", traits.tokens[cue.lowerBound].place != .outside)
      let hit = traits.story.language.cues.hits(in: traits.story.tokens, cue).first
      set("cue-unlisted", hit == nil)
      set("prior", Float(cue.map { traits.tokens[$0].cuePrior }.max() ?? 0) / 7)
    }
    let size = content.reduce(0) { $0 + $1.count }
    set("short", size < 4)
    set("long", size > 45)
    set("title", traits.story.sentences[traits.sentenceIndex(first.lowerBound)].region == .title)
    let mine = one.encoded?.confidence ?? 0
    set(
      "beside-surer",
      others.contains { other in
        guard let surer = other.encoded, surer.confidence > max(mine, 0.35),
          one.cue != other.cue
        else { return false }
        return CombinedFinder.overlap(surer.content, content) >= 0.5
      })
  }

  private func reachesEnd(_ content: [Range<Int>], _ traits: StoryTraits) -> Bool {
    guard let last = content.last?.upperBound else { return false }
    let sentence = traits.story.sentences[traits.sentenceIndex(last - 1)]
    return traits.story.withoutFinalStop(sentence.tokens).upperBound <= last
  }

  /// All names, in the order of `values`.
  package static let names = [
    "always", "wire", "standard", "standard-sure", "standard-sure-wire", "rule", "rule-alone",
    "no-cue", "tagger-sure", "tagger-spans-sure", "standard-source", "standard-alone",
    "standard-alone-sure", "standard-alone-wire", "encoder-sure", "encoder-sure-wire",
    "encoder-spans-sure", "encoder-source", "encoder-source-near", "encoder-pieces",
    "encoder-reaches-end", "encoder-alone", "encoder-alone-sure", "encoder-alone-wire",
    "same-content", "near-content", "far-content", "same-cue", "same-source", "encoder-longer",
    "source-overlap", "encoder-source-longer", "quoted", "ends-quoted", "standard-reaches-end",
    "content-first", "cue-in-quotation", "cue-unlisted", "prior", "short", "long", "title",
    "beside-surer",
  ]

  static let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
}
