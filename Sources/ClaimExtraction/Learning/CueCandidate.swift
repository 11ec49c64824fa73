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
  private static let least: Float = 0.05

  /// The most in one sentence: more are no sentence, and each takes a look at all of it.
  private static let most = 24

  /// The candidates of a story, whose traits learn how likely each token is part of a cue.
  package static func candidates(
    _ traits: inout StoryTraits, tagger: ChainTagger, bias: Float
  ) -> [CueCandidate] {
    var found = [CueCandidate]()
    let chain = CueChain(tagger.chain)
    var sum = WeightSum(tagger)
    for sentence in traits.story.sentences.indices {
      let range = traits.story.sentences[sentence].tokens
      guard range.contains(where: { traits.tokens[$0].mayBeCue }) else { continue }
      var cues = [CueCandidate]()
      for (run, scores) in scores(of: sentence, traits, &sum) {
        let chances = chain.chances(scores)
        for (index, chance) in zip(run, chances) {
          traits.setCueProbability(chance, of: index)
        }
        if chances.allSatisfy({ $0 < Self.least }) { continue }
        cues += Self.cues(run, scores, chances, chain: chain, bias: bias)
      }
      if cues.count > Self.most {
        cues.sort { $0.probability > $1.probability }
        cues.removeLast(cues.count - Self.most)
      }
      found += cues.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    return found
  }

  /// The runs of tokens that the tagger is asked about.
  private static func runs(of sentence: Range<Int>, _ traits: StoryTraits) -> [Range<Int>] {
    var found = [Range<Int>]()
    for index in sentence where traits.tokens[index].mayBeCue {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<index + 1
      } else {
        found.append(index..<index + 1)
      }
    }
    return found
  }

  /// The runs of a sentence with their scores. The features hold the traits, which are written to
  /// behind: they end here, so that nothing is copied.
  private static func scores(
    of sentence: Int, _ traits: StoryTraits, _ sum: inout WeightSum
  ) -> [(Range<Int>, CueChain.Run)] {
    let range = traits.story.sentences[sentence].tokens
    let features = CueFeatures(traits, sentence: sentence)
    return runs(of: range, traits).map { ($0, scores(of: $0, in: range, features, &sum)) }
  }

  private static func scores(
    of run: Range<Int>, in sentence: Range<Int>, _ features: CueFeatures, _ sum: inout WeightSum
  ) -> CueChain.Run {
    var emissions = [CueChain.Scores]()
    emissions.reserveCapacity(run.count)
    for index in run {
      features.add(to: &sum, at: index)
      emissions.append(sum.scores().lowHalf)
    }
    return CueChain.Run(
      emissions: emissions, startsSentence: run.lowerBound == sentence.lowerBound,
      endsSentence: run.upperBound == sentence.upperBound)
  }

  /// The cues of a run: the plain best path has the best bounds; dearer "no cue" adds what it
  /// leaves out.
  private static func cues(
    _ run: Range<Int>, _ scores: CueChain.Run, _ chances: [Float], chain: CueChain, bias: Float
  ) -> [CueCandidate] {
    var cues = [CueCandidate]()
    for bias in [0, bias / 2, bias] {
      let more = path(run, chances, labels: chain.bestPath(scores, bias: bias))
      cues += more.filter { one in !cues.contains { $0.tokens.overlaps(one.tokens) } }
    }
    return cues.filter { $0.probability >= least }
  }

  /// The cues that labels tell.
  private static func path(
    _ run: Range<Int>, _ chances: [Float], labels: [UInt8]
  ) -> [CueCandidate] {
    var found = [CueCandidate]()
    for (index, label) in labels.enumerated() where label != CueLabel.outside {
      let at = run.lowerBound + index
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
