import Testing

@testable import AttributionTraining
@testable import ClaimExtraction

@Suite("Weights of hashed features, written and read again")
struct HashedWeightsTests {
  private static let zero = Chain(
    start: .zero, end: .zero, steps: Array(repeating: .zero, count: 8))

  /// Weights of all rows, drawn at random; the same seed, the same weights.
  private static func trained(bits: Int, seed: UInt64) -> ChainTraining.Result {
    var random = SplitMix(state: seed)
    let weights = (0..<1 << bits).map { _ in
      LabelScores((0..<8).map { _ in Float.random(in: -2...2, using: &random) })
    }
    return ChainTraining.Result(weights: weights, chain: zero)
  }

  private static func model(_ tagger: ModelWriter.Tagger) -> LearnedModel {
    ModelTraining.model([], taggers: [tagger, tagger])
  }

  @Test("add up to what was trained, to half a step each", arguments: [4, 8], [12, 17])
  func sums(width: Int, bits: Int) {
    let trained = Self.trained(bits: bits, seed: 7)
    let tagger = Self.model(Quantisation.tagger(trained, width: width)).cueTagger
    var random = SplitMix(state: 8)
    var sum = WeightSum(tagger)
    for count in [0, 1, 2, 90, WeightSum.most] {
      let features = (0..<count).map { _ in random.next() }
      for feature in features { sum.add(feature) }
      let expected = features.reduce(LabelScores.zero) {
        $0 + trained.weights[HashedWeights.row($1, bits: bits)]
      }
      let scores = sum.scores()
      for label in 0..<width {
        let far = abs(scores[label] - expected[label])
        #expect(far <= tagger.scale * (Float(count) * 0.52 + 0.01), "\(count) features")
      }
    }
  }

  @Test("at the ends of what a byte holds neither wrap nor run into one another")
  func extremes() {
    for value in [Float(-1), 1] {
      let weights = [LabelScores](repeating: LabelScores(repeating: value), count: 16)
      let result = ChainTraining.Result(weights: weights, chain: Self.zero)
      let tagger = Self.model(Quantisation.tagger(result, width: 8)).cueTagger
      var sum = WeightSum(tagger)
      for feature in 0..<UInt64(WeightSum.most) { sum.add(feature << 60) }
      let scores = sum.scores()
      #expect((0..<8).allSatisfy { abs(scores[$0] - value * Float(WeightSum.most)) < 0.5 })
    }
  }

  @Test("of a file cut short, or with another magic, are refused", arguments: [1, 64, 4_000])
  func cutShort(missing: Int) {
    let tagger = Quantisation.tagger(Self.trained(bits: 10, seed: 1), width: 8)
    let bytes = ModelWriter.bytes(
      Array(repeating: ModelTraining.empty, count: ModelLayout.tableCount),
      taggers: [tagger, tagger],
      settings: ModelSettings(cueBias: 0, threshold: 0, nests: true))
    func isModel(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBytes { LearnedModel(bytes: $0) != nil }
    }
    #expect(isModel(bytes))
    #expect(!isModel(Array(bytes.dropLast(missing))))
    #expect(!isModel([1] + bytes.dropFirst()))
  }
}
