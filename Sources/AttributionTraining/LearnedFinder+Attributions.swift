internal import ClaimExtraction
internal import ClaimModel

/// What the taggers find by themselves, without the rules: how good they are is measured by it.
extension LearnedFinder {
  /// The attributions of a story in text order of their cues; none for an unknown language.
  ///
  /// `ruled` is what the rules find there, which the taggers were trained on top of.
  func attributions(in story: Story, ruled: [AttributionDraft]) -> [AttributionDraft] {
    guard let model = model(story.language) else { return [] }
    let found = kept(decodings(in: story, ruled: ruled, model: model), settings: model.settings)
    let drafts = found.map { draft($0, in: story) }
    guard model.settings.nests else { return drafts }
    return drafts + QuotationsWithoutCue(story: story).drafts(beside: drafts)
  }

  /// What is sure enough, and does not contradict what is surer.
  func kept(_ all: [SpanDecoding], settings: ModelSettings) -> [SpanDecoding] {
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
