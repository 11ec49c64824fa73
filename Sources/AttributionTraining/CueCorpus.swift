internal import ClaimExtraction

/// What the cue tagger is trained on: every sentence of the gold stories.
enum CueCorpus {
  static func make(_ stories: [PreparedStory], bits: Int) -> FeatureCorpus {
    let places = stories.indices.flatMap { number in
      stories[number].gold.story.sentences.indices.map { (number, $0) }
    }
    return FeatureCorpus(count: places.count, bits: bits) { index in
      let (number, sentence) = places[index]
      let story = stories[number]
      let range = story.gold.story.sentences[sentence].tokens
      let features = CueFeatures(story.traits, sentence: sentence)
      return FeatureCorpus.Draft(
        labels: range.map { story.cueLabels[$0] },
        isFixed: range.map { story.isNoCue($0) },
        features: range.map { token in
          var collector = FeatureCollector()
          features.add(to: &collector, at: token)
          return collector.features
        }, weight: story.gold.weight)
    }
  }
}

/// A gold story with its traits.
struct PreparedStory: @unchecked Sendable {
  let gold: GoldStory
  var traits: StoryTraits
  /// Of each token the label of the cue tagger.
  let cueLabels: [UInt8]

  /// Whether the tagger is not asked about the token, and rightly so.
  func isNoCue(_ token: Int) -> Bool {
    cueLabels[token] == CueLabel.outside && !traits.mayBeCue(token)
  }

  init(_ gold: GoldStory, known: KnownWords) {
    self.gold = gold
    traits = StoryTraits(
      gold.story, known: known, ruled: RuleFinder().attributions(in: gold.story))
    var labels = [UInt8](repeating: CueLabel.outside, count: gold.story.tokens.count)
    for cue in gold.attributions.compactMap(\.cue) {
      if cue.count == 1 {
        labels[cue.lowerBound] = CueLabel.single
      } else {
        for token in cue { labels[token] = CueLabel.inside }
        labels[cue.lowerBound] = CueLabel.begin
      }
    }
    // A cue that starts inside another, or runs past its sentence, leaves labels that no path
    // has: an "inside" after "outside" becomes a beginning.
    for sentence in gold.story.sentences {
      for token in sentence.tokens where labels[token] == CueLabel.inside {
        let isStart = token == sentence.tokens.lowerBound
        if isStart || labels[token - 1] < CueLabel.begin { labels[token] = CueLabel.begin }
      }
      for token in sentence.tokens where labels[token] == CueLabel.begin {
        let isEnd = token + 1 == sentence.tokens.upperBound
        if isEnd || labels[token + 1] != CueLabel.inside { labels[token] = CueLabel.single }
      }
    }
    cueLabels = labels
  }
}
