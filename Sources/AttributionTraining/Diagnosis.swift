internal import ClaimExtraction

/// Each stage by itself: cues, and the spans of given cues.
enum Diagnosis {
  /// F1 of exact cues among the candidates drawn with a bias.
  static func cues(
    _ model: LearnedModel, bias: Float, _ stories: [GoldStory]
  ) -> Measuring.Tally {
    var tally = Measuring.Tally()
    for gold in stories {
      let traits = StoryTraits(gold.story, cuePriors: model.cuePriors)
      let found = Set(
        gold.story.sentences.indices.flatMap { sentence in
          CueCandidate.candidates(in: sentence, traits, tagger: model.cueTagger, bias: bias)
            .map(\.tokens)
        })
      let theirs = Set(gold.attributions.compactMap(\.cue))
      tally.hit += found.intersection(theirs).count
      tally.predicted += found.count
      tally.gold += theirs.count
    }
    return tally
  }

  /// Contents and sources when the gold's cues are given.
  static func spans(_ model: LearnedModel, _ stories: [GoldStory]) -> Measuring {
    var measuring = Measuring()
    let finder = LearnedFinder(english: nil, vietnamese: nil)
    for gold in stories {
      let traits = StoryTraits(gold.story, cuePriors: model.cuePriors)
      let candidates = gold.attributions.compactMap(\.cue).map {
        CueCandidate(tokens: $0, probability: 1)
      }
      measuring.add(finder.decodings(of: candidates, traits, model: model), in: gold)
    }
    return measuring
  }
}
