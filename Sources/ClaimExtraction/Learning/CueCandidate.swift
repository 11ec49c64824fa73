/// A run of tokens that may be a cue.
package struct CueCandidate: Sendable {
  package var tokens: Range<Int>
  /// How sure the cue tagger is that the run is (part of) a cue, 0 to 1.
  package var probability: Float

  package init(tokens: Range<Int>, probability: Float) {
    self.tokens = tokens
    self.probability = probability
  }

  /// Less likely ones are not looked at: what they bring is more often wrong than right.
  private static let least: Float = 0.1

  /// The most in one sentence: more are no sentence, and each takes a look at all of it.
  private static let most = 24

  /// The candidates of a story, whose traits learn how likely each token is part of a cue.
  package static func candidates(
    _ traits: inout StoryTraits, tagger: ChainTagger, bias: Float
  ) -> [CueCandidate] {
    var found = [CueCandidate]()
    for sentence in traits.story.sentences.indices {
      let range = traits.story.sentences[sentence].tokens
      guard range.contains(where: { traits.tokens[$0].mayBeCue }) else { continue }
      let emissions = emissions(in: sentence, traits, tagger: tagger)
      let marginals = ChainProbabilities(tagger.chain, emissions).marginals
      let chances = marginals.map { 1 - $0[Int(CueLabel.outside)] }
      for (index, chance) in chances.enumerated() {
        traits.setCueProbability(chance, of: range.lowerBound + index)
      }
      if chances.allSatisfy({ $0 < Self.least }) { continue }
      // The plain best path has the best bounds; dearer "no cue" adds what it leaves out.
      var cues = runs(range, emissions, chances, chain: tagger.chain, bias: 0)
      for bias in [bias / 2, bias] {
        let more = runs(range, emissions, chances, chain: tagger.chain, bias: bias)
        cues += more.filter { one in !cues.contains { $0.tokens.overlaps(one.tokens) } }
      }
      cues.removeAll { $0.probability < Self.least }
      if cues.count > Self.most {
        cues.sort { $0.probability > $1.probability }
        cues.removeLast(cues.count - Self.most)
      }
      found += cues.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    return found
  }

  private static func emissions(
    in sentence: Int, _ traits: StoryTraits, tagger: ChainTagger
  ) -> [LabelScores] {
    let features = CueFeatures(traits, sentence: sentence)
    var sum = WeightSum(tagger.table)
    return traits.story.sentences[sentence].tokens.map { index in
      if !traits.tokens[index].mayBeCue { return CueLabel.onlyOutside }
      features.add(to: &sum, at: index)
      return sum.scores(tagger.scale)
    }
  }

  /// The cues on the best path when "no cue" costs `bias` more.
  private static func runs(
    _ range: Range<Int>, _ emissions: [LabelScores], _ chances: [Float], chain: Chain, bias: Float
  ) -> [CueCandidate] {
    var offset = LabelScores.zero
    offset[Int(CueLabel.outside)] = -bias
    let labels = chain.bestPath(emissions.map { $0 + offset }).labels
    var found = [CueCandidate]()
    for (index, label) in labels.enumerated() where label != CueLabel.outside {
      let at = range.lowerBound + index
      if label == CueLabel.inside, let last = found.last, last.tokens.upperBound == at {
        found[found.count - 1].tokens = last.tokens.lowerBound..<(at + 1)
        found[found.count - 1].probability = max(last.probability, chances[index])
      } else {
        found.append(CueCandidate(tokens: at..<(at + 1), probability: chances[index]))
      }
    }
    return found
  }
}
