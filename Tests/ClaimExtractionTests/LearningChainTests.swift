import Testing

@testable import ClaimExtraction

@Suite struct LearningChainTests {
  /// All steps free, so that emissions alone decide.
  private let free = Chain(
    start: .zero, end: .zero, steps: Array(repeating: .zero, count: 8))

  private func emission(_ label: Int, _ score: Float) -> LabelScores {
    var scores = LabelScores.zero
    scores[label] = score
    return scores
  }

  @Test func `the best path follows the highest scores where every step is free`() {
    let found = free.bestPath([emission(3, 2), emission(0, 1), emission(7, 5)])
    #expect(found.labels == [3, 0, 7])
    #expect(abs(found.score - 8) < 1e-5)
  }

  @Test func `a forbidden step is not taken, however high the scores`() {
    var chain = free
    chain.steps[3][0] = Chain.never
    let found = chain.bestPath([emission(3, 2), emission(0, 1)])
    #expect(found.labels == [3, 1])
  }

  @Test func `marginals sum to one`() {
    let probabilities = ChainProbabilities(free, [.zero, .zero])
    for marginal in probabilities.marginals { #expect(abs(marginal.sum() - 1) < 1e-4) }
  }

  @Test(arguments: [1, 2, 40, 400])
  func `the log sum counts all paths, however long they are`(count: Int) {
    // 8 to the power of `count` paths, each of score `count`.
    let emissions = Array(repeating: LabelScores(repeating: 1), count: count)
    let expected = Float(count) * (1 + 2.0794415)
    #expect(abs(ChainProbabilities.logSum(free, emissions) / expected - 1) < 1e-4)
  }

  @Test func `a span path has a content even where outside scores best, and one source only`() {
    let outside = emission(Int(SpanLabel.outside), 3)
    let source = emission(Int(SpanLabel.sourceBegin), 9)
    let chain = Chain(
      start: scores(SpanLabel.starts), end: scores(SpanLabel.ends),
      steps: SpanLabel.allowed.map(scores))
    let labels = SpanPath(chain).best([source, outside, outside, source]) ?? []
    #expect(labels.count(where: { $0 == SpanLabel.sourceBegin }) == 1)
    #expect(labels.contains(SpanLabel.contentBegin))
  }

  @Test func `a window of nothing but the cue has no path`() {
    let chain = Chain(
      start: scores(SpanLabel.starts), end: scores(SpanLabel.ends),
      steps: SpanLabel.allowed.map(scores))
    #expect(SpanPath(chain).best([SpanDecoding.onlyOutside]) == nil)
    #expect(SpanPath(chain).best([]) == nil)
  }

  private func scores(_ allowed: [UInt8]) -> LabelScores {
    LabelScores(allowed.map { $0 == 1 ? 0 : Chain.never })
  }
}
