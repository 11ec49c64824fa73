import ClaimModel

/// Finds candidates with the trained taggers: cues first, then content and source of each.
package struct LearnedFinder: Sendable {
  /// With the model of each language.
  package static let shared = LearnedFinder { $0.model }

  /// The model of a language; nil where there is none.
  package let model: @Sendable (Language) -> LearnedModel?

  private init(model: @escaping @Sendable (Language) -> LearnedModel?) {
    self.model = model
  }

  /// With one model for stories of all languages; nil: with none.
  package init(_ model: LearnedModel?) {
    self.init { _ in model }
  }

  /// All candidates with a content, unsure ones among them.
  package func decodings(
    in story: Story, ruled: [AttributionDraft], model: LearnedModel
  ) -> [SpanDecoding] {
    prepared(story, ruled: ruled, model: model).decodings
  }

  /// What rules and taggers find, paired, with the traits of the story.
  package func candidates(
    in story: Story, ruled: [AttributionDraft], model: LearnedModel
  ) -> ([DraftCandidate], StoryTraits) {
    let (decodings, traits) = prepared(story, ruled: ruled, model: model)
    return (DraftCandidate.candidates(tagged: decodings, ruled: ruled), traits)
  }

  private func prepared(
    _ story: Story, ruled: [AttributionDraft], model: LearnedModel
  ) -> (decodings: [SpanDecoding], traits: StoryTraits) {
    var traits = StoryTraits(story, known: model.known, ruled: ruled)
    let candidates = CueCandidate.candidates(
      &traits, tagger: model.cueTagger, bias: model.settings.cueBias)
    return (decodings(of: candidates, traits, model: model), traits)
  }

  /// Content and source of given candidates.
  package func decodings(
    of candidates: [CueCandidate], _ traits: StoryTraits, model: LearnedModel
  ) -> [SpanDecoding] {
    var sum = WeightSum(model.spanTagger)
    return candidates.compactMap { candidate in
      let window = CueWindow(traits, cue: candidate.tokens)
      let emissions = SpanDecoding.emissions(traits, window, &sum)
      return SpanDecoding(
        candidate, window, emissions: emissions, path: model.spanPath
      )?.withWholeWords(traits).snapped(to: traits.story)
    }
  }
}
