package import ClaimModel

/// Finds attributions with the trained taggers: cues first, then content and source of each.
package struct LearnedFinder: Sendable {
  /// With the models embedded in the program, each made ready when it is first asked for.
  package static let shared = LearnedFinder {
    switch $0 {
    case .english: LearnedModel.english
    case .vietnamese: LearnedModel.vietnamese
    case .unknown: nil
    }
  }

  /// The model of a language; nil where there is none.
  package let model: @Sendable (ArticleLanguage) -> LearnedModel?

  private init(model: @escaping @Sendable (ArticleLanguage) -> LearnedModel?) {
    self.model = model
  }

  /// With one model for stories of all languages; nil: with none.
  package init(_ model: LearnedModel?) {
    self.init { _ in model }
  }

  /// The attributions of a story in text order of their cues; none for an unknown language.
  ///
  /// `ruled` is what the rules find there, which the taggers were trained on top of.
  package func attributions(in story: Story, ruled: [AttributionDraft]) -> [AttributionDraft] {
    guard let model = model(story.language) else { return [] }
    let found = kept(decodings(in: story, ruled: ruled, model: model), settings: model.settings)
    let drafts = found.map { draft($0, in: story) }
    guard model.settings.nests else { return drafts }
    return drafts + QuotationsWithoutCue(story: story).drafts(beside: drafts)
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
    candidates.compactMap { candidate in
      let window = CueWindow(traits, cue: candidate.tokens)
      let emissions = SpanDecoding.emissions(traits, window, tagger: model.spanTagger)
      return SpanDecoding(
        candidate, window, emissions: emissions, chain: model.spanTagger.chain
      )?.snapped(to: traits.story)
    }
  }

  /// What is sure enough, and does not contradict what is surer.
  package func kept(_ all: [SpanDecoding], settings: ModelSettings) -> [SpanDecoding] {
    let sure = all.filter { $0.confidence >= settings.threshold }
    if settings.nests { return sure }
    var taken = [SpanDecoding]()
    for one in sure.sorted(by: { $0.confidence > $1.confidence })
    where !taken.contains(where: { $0.contradicts(one) }) {
      taken.append(one)
    }
    return taken.sorted { $0.cue.lowerBound < $1.cue.lowerBound }
  }

  private func draft(_ found: SpanDecoding, in story: Story) -> AttributionDraft {
    let percent = Int((found.confidence * 100).rounded())
    return AttributionDraft(
      content: found.content, cue: [found.cue], source: found.source.map { [$0] } ?? [],
      reasons: [
        Reason(
          .claim, "learned tagger: sure to \(percent) %", span: story.span(found.cue),
          weight: Double(found.confidence))
      ])
  }
}

extension SpanDecoding {
  /// Whether both cannot be true where attributions do not nest.
  fileprivate func contradicts(_ other: SpanDecoding) -> Bool {
    content.contains { range in
      range.overlaps(other.cue) || other.content.contains { $0.overlaps(range) }
    } || other.content.contains { $0.overlaps(cue) }
  }
}
