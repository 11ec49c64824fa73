internal import ClaimExtraction

/// Trains a linear-chain conditional random field: stochastic gradient steps (AdaGrad), one
/// sequence at a time, with a small L2 penalty and features left out at random.
struct ChainTraining: Sendable {
  struct Settings: Sendable {
    var passes = 8
    var rate: Float = 0.1
    var penalty: Float = 2e-5
    /// Share of features left out of each token in training.
    var dropped: Float = 0.1
    var seed: UInt64 = 42

    /// The same with another seed for each run.
    func seeded(_ run: UInt64) -> Settings {
      var copy = self
      copy.seed &+= run
      return copy
    }
  }

  struct Result: Sendable {
    var weights: [LabelScores]
    var chain: Chain

    init(weights: [LabelScores], chain: Chain) {
      self.weights = weights
      self.chain = chain
    }

    /// Of runs on the same features, of which there is at least one. Scores are sums of weights,
    /// so the mean weighs as all runs together do, at the price of one.
    init(meanOf runs: [Result]) {
      self = runs[0]
      for run in runs.dropFirst() {
        for row in weights.indices { weights[row] += run.weights[row] }
        for row in 0..<8 { chain.steps[row] += run.chain.steps[row] }
      }
      for row in weights.indices { weights[row] /= Float(runs.count) }
      for row in 0..<8 { chain.steps[row] /= Float(runs.count) }
    }
  }

  let corpus: FeatureCorpus
  let settings: Settings
  private var weights: [LabelScores]
  private var squares: [LabelScores]
  private var chain: Chain
  private var chainSquares: [LabelScores]
  private var random: SplitMix
  private let isAllowed: [LabelScores]

  init(
    _ corpus: FeatureCorpus, allowed: [[UInt8]], starts: [UInt8], ends: [UInt8],
    settings: Settings
  ) {
    self.corpus = corpus
    self.settings = settings
    weights = Array(repeating: .zero, count: 1 << corpus.bits)
    squares = Array(repeating: LabelScores(repeating: 1e-6), count: 1 << corpus.bits)
    chain = Chain(
      start: Self.scores(starts), end: Self.scores(ends),
      steps: (0..<8).map { Self.scores($0 < allowed.count ? allowed[$0] : []) })
    chainSquares = Array(repeating: LabelScores(repeating: 1e-6), count: 8)
    isAllowed = chain.steps.map {
      LabelScores(repeating: 0).replacing(with: 1, where: $0 .== 0)
    }
    random = SplitMix(state: settings.seed)
  }

  /// 0 where a label is allowed, never where not.
  private static func scores(_ allowed: [UInt8]) -> LabelScores {
    LabelScores((0..<8).map { $0 < allowed.count && allowed[$0] == 1 ? 0 : Chain.never })
  }

  /// Runs all passes; the weights are the mean over the second half of them.
  mutating func run() -> Result {
    var order = Array(corpus.sequences.indices)
    var sum = [LabelScores](repeating: .zero, count: weights.count)
    var chainSum = [LabelScores](repeating: .zero, count: 8)
    var summed: Float = 0
    for pass in 0..<settings.passes {
      order.shuffle(using: &random)
      for index in order { step(corpus.sequences[index]) }
      guard pass * 2 >= settings.passes else { continue }
      summed += 1
      for row in weights.indices { sum[row] += weights[row] }
      for row in 0..<8 { chainSum[row] += chain.steps[row] }
    }
    var mean = chain
    for row in 0..<8 { mean.steps[row] = chainSum[row] / summed }
    return Result(weights: sum.map { $0 / summed }, chain: mean)
  }

  private mutating func step(_ sequence: FeatureCorpus.Sequence) {
    let (emissions, dropped) = emissions(sequence)
    let probabilities = ChainProbabilities(chain, emissions)
    updateSteps(sequence, probabilities)
    var start = 0
    for (token, end) in sequence.ends.enumerated() {
      defer { start = Int(end) }
      if sequence.isFixed[token] { continue }
      var gradient = probabilities.marginals[token]
      gradient[Int(sequence.labels[token])] -= 1
      if gradient.max() < 2e-3, gradient.min() > -2e-3 { continue }
      let scaled = gradient * (keepScale * sequence.weight)
      for at in start..<Int(end) where !dropped.isDropped(at) {
        update(Int(sequence.features[at]), scaled)
      }
    }
  }

  private var keepScale: Float { 1 / (1 - settings.dropped) }

  @inline(__always)
  private mutating func update(_ row: Int, _ gradient: LabelScores) {
    let full = gradient + weights[row] * settings.penalty
    squares[row] += full * full
    weights[row] -= settings.rate * full / squares[row].squareRoot()
  }

  private mutating func emissions(
    _ sequence: FeatureCorpus.Sequence
  ) -> ([LabelScores], Dropping) {
    let dropping = Dropping(seed: random.next(), share: settings.dropped)
    var out = [LabelScores]()
    out.reserveCapacity(sequence.labels.count)
    var start = 0
    for (token, end) in sequence.ends.enumerated() {
      if sequence.isFixed[token] {
        out.append(SpanDecoding.onlyOutside)
      } else {
        var sum = LabelScores.zero
        for at in start..<Int(end) where !dropping.isDropped(at) {
          sum += weights[Int(sequence.features[at])]
        }
        out.append(sum * keepScale)
      }
      start = Int(end)
    }
    return (out, dropping)
  }

  private mutating func updateSteps(
    _ sequence: FeatureCorpus.Sequence, _ probabilities: ChainProbabilities
  ) {
    var gradient = probabilities.expectedSteps()
    for index in 1..<max(1, sequence.labels.count) {
      gradient[Int(sequence.labels[index - 1])][Int(sequence.labels[index])] -= 1
    }
    for row in 0..<8 {
      let full = gradient[row] * isAllowed[row]
      chainSquares[row] += full * full
      chain.steps[row] -= settings.rate * full / chainSquares[row].squareRoot()
    }
  }
}

/// Which features are left out: told from their place, so that it need not be stored.
private struct Dropping {
  let seed: UInt64
  let limit: UInt64

  init(seed: UInt64, share: Float) {
    self.seed = seed
    limit = UInt64(share * 65536)
  }

  @inline(__always)
  func isDropped(_ at: Int) -> Bool {
    var hash = (UInt64(truncatingIfNeeded: at) &+ seed) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 31
    return (hash &* 0xBF58_476D_1CE4_E5B9) >> 48 < limit
  }
}

/// A small random number generator with a fixed seed, so that training repeats exactly.
struct SplitMix: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
