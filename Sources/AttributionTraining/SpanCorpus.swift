internal import ClaimExtraction

/// What the span tagger is trained on: the windows of gold cues and of what the cue tagger,
/// trained on other stories, takes for cues.
enum SpanCorpus {
  static func make(
    _ stories: [PreparedStory], candidates: [[CueCandidate]], bits: Int
  ) -> FeatureCorpus {
    var places = [(story: Int, cue: Range<Int>)]()
    for (number, story) in stories.enumerated() {
      var seen = Set<Range<Int>>()
      let gold = story.gold.attributions.compactMap(\.cue)
      let cues =
        gold
        + candidates[number].map(\.tokens).filter { cue in
          gold.contains { $0.overlaps(cue) }
        }
      for cue in cues where seen.insert(cue).inserted { places.append((number, cue)) }
    }
    return FeatureCorpus(count: places.count, bits: bits) { index in
      draft(stories[places[index].story], cue: places[index].cue)
    }
  }

  private static func draft(_ story: PreparedStory, cue: Range<Int>) -> FeatureCorpus.Draft? {
    let window = CueWindow(story.traits, cue: cue)
    let features = SpanFeatures(story.traits, window)
    let gold =
      story.gold.attributions.first { $0.cue == cue }
      ?? story.gold.attributions.first { $0.cue?.overlaps(cue) ?? false }
    var labels = [UInt8](repeating: SpanLabel.outside, count: window.tokens.count)
    if let gold { mark(gold, cue: cue, window: window.tokens, in: &labels) }
    return FeatureCorpus.Draft(
      labels: labels, isFixed: window.tokens.map { cue.contains($0) },
      features: window.tokens.map { token in
        if cue.contains(token) { return [] }
        var collector = FeatureCollector()
        features.add(to: &collector, at: token)
        return collector.features
      }, weight: story.gold.weight)
  }

  private static func mark(
    _ gold: GoldAttribution, cue: Range<Int>, window: Range<Int>, in labels: inout [UInt8]
  ) {
    var begin = SpanLabel.contentBegin
    for content in gold.content {
      for run in pieces(content.clamped(to: window), without: cue) {
        let range = run.lowerBound - window.lowerBound..<run.upperBound - window.lowerBound
        for at in range { labels[at] = SpanLabel.contentInside }
        if range.count > 1 { labels[range.upperBound - 1] = SpanLabel.contentEnd }
        labels[range.lowerBound] = begin
        begin = SpanLabel.contentAgain
      }
    }
    guard let source = gold.source?.clamped(to: window) else { return }
    for run in pieces(source, without: cue).prefix(1) {
      let range = run.lowerBound - window.lowerBound..<run.upperBound - window.lowerBound
      if range.contains(where: { labels[$0] != SpanLabel.outside }) { continue }
      for at in range { labels[at] = SpanLabel.sourceInside }
      if range.count > 1 { labels[range.upperBound - 1] = SpanLabel.sourceEnd }
      labels[range.lowerBound] = SpanLabel.sourceBegin
    }
  }

  /// What is left of a range on both sides of the cue.
  private static func pieces(_ range: Range<Int>, without cue: Range<Int>) -> [Range<Int>] {
    guard range.overlaps(cue) else { return range.isEmpty ? [] : [range] }
    let left = range.lowerBound..<max(range.lowerBound, cue.lowerBound)
    let right = min(range.upperBound, cue.upperBound)..<range.upperBound
    return [left, right].filter { !$0.isEmpty }
  }
}
