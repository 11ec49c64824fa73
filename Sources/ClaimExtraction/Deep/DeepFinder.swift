internal import ClaimModel

/// Joins what the standard finder and an encoder find.
///
/// Each attribution that either finds is weighed by features of both. The weights were learned on
/// stories that neither had been trained on.
package struct DeepFinder: Sendable {
  package let encoder: EncoderFinder
  private let weights: DeepWeights
  /// How much stories are wire copy, from 0 to 1; nil: guessed.
  private let wire: Float?

  package init(_ encoder: EncoderFinder, weights: DeepWeights = .standard, wire: Float? = nil) {
    (self.encoder, self.weights, self.wire) = (encoder, weights, wire)
  }

  /// Whether stories of a language are read by it.
  package static func reads(_ language: Language) -> Bool { language.code == .english }

  /// The candidates of both, and how much the story is wire copy. `open` leaves out what the form
  /// of the text settles.
  package func candidates(
    _ standard: [DeepCandidate.Standard], _ traits: StoryTraits,
    _ open: ([DraftCandidate]) -> [DraftCandidate] = { $0 }
  ) -> (candidates: [DeepCandidate], wire: Float) {
    let reading = encoder.reading(of: traits.story, wire: wire)
    let headlines = HeadlineCheck(story: traits.story)
    let encoded = open(reading.decodings.map { DraftCandidate(tagged: $0) })
      .filter { !headlines.isNoClaim($0) }.compactMap(\.tagged)
    return (DeepCandidate.candidates(standard: standard, encoded: encoded), reading.wire)
  }

  /// What is kept of the standard finder's candidates and the encoder's.
  func kept(
    _ standard: [DeepCandidate.Standard], _ traits: StoryTraits,
    _ open: ([DraftCandidate]) -> [DraftCandidate]
  ) -> [WeighedDraft] {
    let (candidates, wire) = candidates(standard, traits, open)
    let weighed = candidates.compactMap { one -> WeighedDraft? in
      let features = DeepFeatures(one, among: candidates, wire: wire, traits)
      let chance = weights.probability(.keep, features.values)
      if chance < weights.least { return nil }
      return WeighedDraft(draft: draft(one, features, chance), chance: chance)
    }
    return WeighedDraft.surest(of: weighed, apart: Self.areTwins)
  }

  /// With a cue or nearly all of the content in common. Attributions in one another are none, which
  /// the standard finder does not tell from contradictions.
  private static func areTwins(_ one: AttributionDraft, _ other: AttributionDraft) -> Bool {
    one.cue.contains { cue in other.cue.contains { $0.overlaps(cue) } }
      || CombinedFinder.overlap(one.content, other.content) > 0.8
  }

  private func draft(
    _ one: DeepCandidate, _ features: DeepFeatures, _ chance: Float
  ) -> AttributionDraft {
    var choice = DeepCandidate.Choice()
    choice.content = one.contentsDiffer && weights.probability(.content, features.values) > 0.5
    choice.source = one.sourcesDiffer && weights.probability(.source, features.values) > 0.5
    choice.cue = one.cuesDiffer && weights.probability(.cue, features.values) > 0.5
    var draft = one.draft(encoded: choice)
    draft.reasons.insert(
      Reason(.claim, Self.words(one, chance), weight: Double(chance)), at: 0)
    return draft
  }

  /// "an attribution to 91 %: the encoder is sure to 95 %, the tagger to 40 %, a rule finds it"
  private static func words(_ one: DeepCandidate, _ chance: Float) -> String {
    let percent = { (chance: Float) in "\(Int((chance * 100).rounded())) %" }
    let encoder = one.encoded.map { "the encoder is sure to \(percent($0.confidence))" }
    let tagger = one.standard?.candidate.tagged.map { "the tagger to \(percent($0.confidence))" }
    let rule = one.standard?.candidate.ruled == nil ? "no rule finds it" : "a rule finds it"
    return "an attribution to \(percent(chance)): \(encoder ?? "the encoder has none"), "
      + "\(tagger ?? "the tagger has none"), \(rule)"
  }
}
