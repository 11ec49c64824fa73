/// What the span tagger found for one cue.
package struct SpanDecoding: Sendable {
  package var cue: Range<Int>
  package var content: [Range<Int>]
  package var source: Range<Int>?
  /// How sure the taggers are of the whole, 0 to 1.
  package var confidence: Float
  /// The logarithm of the probability of content and source, if the cue is one.
  package var spanSureness: Float

  package init(
    cue: Range<Int>, content: [Range<Int>], source: Range<Int>?, confidence: Float,
    spanSureness: Float
  ) {
    self.cue = cue
    self.content = content
    self.source = source
    self.confidence = confidence
    self.spanSureness = spanSureness
  }

  /// Decodes the window of a candidate; nil where it has no content.
  package init?(
    _ candidate: CueCandidate, _ window: CueWindow, emissions: [LabelScores], path: SpanPath
  ) {
    cue = candidate.tokens
    guard let labels = path.best(emissions) else { return nil }
    confidence = candidate.probability
    spanSureness = path.sureness(of: labels, emissions)
    content = []
    for (index, label) in labels.enumerated() {
      let at = window.tokens.lowerBound + index
      switch label {
      case SpanLabel.contentBegin, SpanLabel.contentAgain: content.append(at..<(at + 1))
      case SpanLabel.contentInside, SpanLabel.contentEnd:
        guard let last = content.last else { continue }
        content[content.count - 1] = last.lowerBound..<(at + 1)
      case SpanLabel.sourceBegin: source = source ?? at..<(at + 1)
      case SpanLabel.sourceInside, SpanLabel.sourceEnd:
        if let last = source, last.upperBound == at { source = last.lowerBound..<(at + 1) }
      default: break
      }
    }
    if content.isEmpty { return nil }
  }

  /// Scores of each token of a window; of the cue, only "outside" is possible.
  static func emissions(
    _ traits: StoryTraits, _ window: CueWindow, _ sum: inout WeightSum
  ) -> [LabelScores] {
    let features = SpanFeatures(traits, window)
    return window.tokens.map { index in
      if window.cue.contains(index) { return onlyOutside }
      features.add(to: &sum, at: index)
      return sum.scores()
    }
  }

  /// Scores that leave no label but "outside".
  package static let onlyOutside: LabelScores = {
    var scores = LabelScores(repeating: Chain.never)
    scores[Int(SpanLabel.outside)] = 0
    return scores
  }()
}
