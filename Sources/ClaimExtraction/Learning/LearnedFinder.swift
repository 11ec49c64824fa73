internal import ClaimModel

/// Finds attributions with the trained taggers: cues first, then content and source of each.
package struct LearnedFinder: Sendable {
  /// With the models embedded in the program.
  package static let shared = LearnedFinder(
    english: LearnedModel.embedded("attribution-en.model"),
    vietnamese: LearnedModel.embedded("attribution-vi.model"))

  private let english: LearnedModel?
  private let vietnamese: LearnedModel?

  package init(english: LearnedModel?, vietnamese: LearnedModel?) {
    self.english = english
    self.vietnamese = vietnamese
  }

  /// The attributions of a story in text order of their cues; none for an unknown language.
  ///
  /// Where one of `others` has the same content by an overlapping cue, the taggers need be less
  /// sure; where others are given and none has, surer.
  package func attributions(
    in story: Story, agreeing others: [AttributionDraft]? = nil
  ) -> [AttributionDraft] {
    let chosen: LearnedModel? =
      switch story.language {
      case .english: english
      case .vietnamese: vietnamese
      case .unknown: nil
      }
    guard let model = chosen else { return [] }
    var all = decodings(in: story, model: model)
    if let others {
      for index in all.indices { all[index].weigh(against: others) }
    }
    let found = kept(all, settings: model.settings)
    let drafts = found.map { draft($0, in: story) }
    guard model.settings.nests else { return drafts }
    let further = QuotationsWithoutCue(story: story).contents(beside: found)
    return drafts
      + further.map { content in
        AttributionDraft(
          content: [content],
          reasons: [
            Reason(
              .claim, "a quotation right behind an attributed one", span: story.span(content))
          ])
      }
  }

  /// All candidates with a content, unsure ones among them.
  package func decodings(in story: Story, model: LearnedModel) -> [SpanDecoding] {
    var traits = StoryTraits(story, cuePriors: model.cuePriors)
    let candidates = CueCandidate.candidates(
      &traits, tagger: model.cueTagger, bias: model.settings.cueBias)
    return decodings(of: candidates, traits, model: model)
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
  /// Makes the confidence larger where one of `others` says the same, smaller where none does.
  fileprivate mutating func weigh(against others: [AttributionDraft]) {
    let agrees = others.contains { other in
      other.cue.contains { $0.overlaps(cue) }
        && CombinedFinder.overlap(other.content, content) >= 0.5
    }
    confidence = agrees ? confidence.squareRoot() : confidence * 0.8
  }

  /// Whether both cannot be true where attributions do not nest.
  fileprivate func contradicts(_ other: SpanDecoding) -> Bool {
    content.contains { range in
      range.overlaps(other.cue) || other.content.contains { $0.overlaps(range) }
    } || other.content.contains { $0.overlaps(cue) }
  }
}
