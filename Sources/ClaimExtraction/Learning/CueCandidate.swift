/// A run of tokens that may be a cue.
package struct CueCandidate: Sendable {
  package var tokens: Range<Int>
  /// How sure the cue tagger is that the run is (part of) a cue, 0 to 1.
  package var probability: Float

  package init(tokens: Range<Int>, probability: Float) {
    self.tokens = tokens
    self.probability = probability
  }

  /// The candidates of one sentence: the best path when "no cue" costs `bias` more.
  package static func candidates(
    in sentence: Int, _ traits: StoryTraits, tagger: ChainTagger, bias: Float
  ) -> [CueCandidate] {
    let range = traits.story.sentences[sentence].tokens
    guard range.contains(where: { traits.tokens[$0].cuePrior > 0 }) else { return [] }
    let features = CueFeatures(traits, sentence: sentence)
    let emissions = range.map { index in
      var sum = WeightSum(tagger.table)
      features.add(to: &sum, at: index)
      return sum.scores(tagger.scale)
    }
    return candidates(range, emissions, chain: tagger.chain, bias: bias)
  }

  /// As above, from scores.
  package static func candidates(
    _ range: Range<Int>, _ emissions: [LabelScores], chain: Chain, bias: Float
  ) -> [CueCandidate] {
    let probabilities = ChainProbabilities(chain, emissions).marginals
    var offset = LabelScores.zero
    offset[Int(CueLabel.outside)] = -bias
    let labels = chain.bestPath(emissions.map { $0 + offset }).labels
    var found = [CueCandidate]()
    for (index, label) in labels.enumerated() where label != CueLabel.outside {
      let sure = 1 - probabilities[index][Int(CueLabel.outside)]
      let at = range.lowerBound + index
      if label == CueLabel.inside, let last = found.last, last.tokens.upperBound == at {
        found[found.count - 1].tokens = last.tokens.lowerBound..<(at + 1)
        found[found.count - 1].probability = max(last.probability, sure)
      } else {
        found.append(CueCandidate(tokens: at..<(at + 1), probability: sure))
      }
    }
    return found
  }
}
