#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Scores of eight labels at one place, or their probabilities.
package typealias LabelScores = SIMD8<Float>

/// A linear chain of labels: what each costs to start and end with, and to follow another.
package struct Chain: Sendable {
  /// A score that no path may have.
  package static let never: Float = -1e4

  package var start: LabelScores
  package var end: LabelScores
  /// `steps[i][j]`: label j right after label i.
  package var steps: [LabelScores]

  package init(start: LabelScores, end: LabelScores, steps: [LabelScores]) {
    self.start = start
    self.end = end
    self.steps = steps
  }

  /// The best path and its score.
  package func bestPath(_ emissions: [LabelScores]) -> (labels: [UInt8], score: Float) {
    guard var best = emissions.first.map({ $0 + start }) else { return ([], 0) }
    var back = [SIMD8<Int32>](repeating: .zero, count: emissions.count)
    steps.withUnsafeBufferPointer { steps in
      for index in 1..<max(1, emissions.count) {
        let (next, from) = Self.arrival(from: best, steps)
        best = next + emissions[index]
        back[index] = from
      }
    }
    best += end
    var label = UInt8((0..<8).max { best[$0] < best[$1] } ?? 0)
    let score = best[Int(label)]
    var labels = [UInt8](repeating: 0, count: emissions.count)
    for index in stride(from: emissions.count - 1, through: 0, by: -1) {
      labels[index] = label
      label = UInt8(truncatingIfNeeded: back[index][Int(label)])
    }
    return (labels, score)
  }

  /// The best way into each label, and which label it comes from.
  @inline(__always)
  static func arrival(
    from state: LabelScores, _ steps: UnsafeBufferPointer<LabelScores>
  ) -> (scores: LabelScores, from: SIMD8<Int32>) {
    var best = steps[0] + state[0]
    var from = SIMD8<Int32>(repeating: 0)
    for label in 1..<8 {
      let candidate = steps[label] + state[label]
      let better = candidate .> best
      best.replace(with: candidate, where: better)
      from.replace(with: Int32(label), where: better)
    }
    return (best, from)
  }

  /// The score of one path.
  package func score(of labels: [UInt8], _ emissions: [LabelScores]) -> Float {
    guard let first = labels.first, let last = labels.last else { return 0 }
    var sum = start[Int(first)] + end[Int(last)]
    for index in labels.indices {
      sum += emissions[index][Int(labels[index])]
      if index > 0 { sum += steps[Int(labels[index - 1])][Int(labels[index])] }
    }
    return sum
  }
}

/// Probabilities of a chain over one sequence: forwards and backwards.
package struct ChainProbabilities {
  /// Probability of each label at each place.
  package private(set) var marginals: [LabelScores]
  private var forward: [LabelScores]
  private var backward: [LabelScores]
  private var local: [LabelScores]
  private let steps: [LabelScores]

  package init(_ chain: Chain, _ emissions: [LabelScores]) {
    let count = emissions.count
    steps = chain.steps.map(exponential)
    local = emissions
    for index in emissions.indices {
      local[index] = exponential(emissions[index] - emissions[index].max())
    }
    forward = local
    backward = local
    marginals = local
    guard count > 0 else { return }
    runForward(start: exponential(chain.start))
    runBackward(end: exponential(chain.end))
  }

  /// The logarithm of the sum over all paths of e to their score.
  package static func logSum(_ chain: Chain, _ emissions: [LabelScores]) -> Float {
    logSum(
      emissions, start: exponential(chain.start), end: exponential(chain.end),
      steps: chain.steps.map(exponential))
  }

  /// The same, of a chain whose scores e was raised to.
  static func logSum(
    _ emissions: [LabelScores], start: LabelScores, end: LabelScores, steps: [LabelScores]
  ) -> Float {
    guard let first = emissions.first else { return 0 }
    var sum = Double(first.max())
    var state = start * exponential(first - first.max())
    var scale: Float = 1
    for emission in emissions.dropFirst() {
      let highest = emission.max()
      sum += Double(highest)
      state = product(state, steps) * exponential(emission - highest)
      let total = max(state.sum(), 1e-30)
      state /= total
      scale *= total
      if !(1e-6...1e6).contains(scale) {
        sum += Double(log(scale))
        scale = 1
      }
    }
    return Float(sum) + log(scale) + log(max((state * end).sum(), 1e-30))
  }

  private mutating func runForward(start: LabelScores) {
    var state = start * local[0]
    for index in local.indices {
      if index > 0 {
        state = Self.product(state, steps) * local[index]
      }
      state /= max(state.sum(), 1e-30)
      forward[index] = state
    }
  }

  private mutating func runBackward(end: LabelScores) {
    let columns = Self.transposed(steps)
    var state = end
    for index in stride(from: local.count - 1, through: 0, by: -1) {
      backward[index] = state
      let product = forward[index] * state
      marginals[index] = product / max(product.sum(), 1e-30)
      let weighted = state * local[index]
      let previous = Self.product(weighted, columns)
      state = previous / max(previous.sum(), 1e-30)
    }
  }

  /// A row vector times eight rows.
  @inline(__always)
  private static func product(_ row: LabelScores, _ rows: [LabelScores]) -> LabelScores {
    rows.withUnsafeBufferPointer { rows in
      var sum = rows[0] * row[0]
      for label in 1..<8 { sum += rows[label] * row[label] }
      return sum
    }
  }

  private static func transposed(_ rows: [LabelScores]) -> [LabelScores] {
    (0..<8).map { column in
      var out = LabelScores.zero
      for row in 0..<8 { out[row] = rows[row][column] }
      return out
    }
  }

  /// Expected number of steps from each label to each other, over the whole sequence.
  package func expectedSteps() -> [LabelScores] {
    var sum = [LabelScores](repeating: .zero, count: 8)
    for index in 1..<max(1, local.count) {
      let right = local[index] * backward[index]
      var joint = [LabelScores](repeating: .zero, count: 8)
      var total: Float = 0
      for label in 0..<8 {
        joint[label] = steps[label] * right * forward[index - 1][label]
        total += joint[label].sum()
      }
      for label in 0..<8 { sum[label] += joint[label] / max(total, 1e-30) }
    }
    return sum
  }
}

/// e to each score, to about six digits: a fifth-degree polynomial of the binary fraction.
@inline(__always)
func exponential(_ scores: LabelScores) -> LabelScores {
  let scaled =
    scores.clamped(
      lowerBound: LabelScores(repeating: -80), upperBound: LabelScores(repeating: 80))
    * 1.442_695_04
  // Adding and taking away 1.5 * 2^23 rounds to a whole number, on every processor.
  let magic: Float = 12_582_912
  var whole = (scaled + magic) - magic
  whole.replace(with: whole - 1, where: whole .> scaled)
  let f = scaled - whole
  var poly = LabelScores(repeating: 0.001_877_576)
  poly = poly * f + 0.008_989_34
  poly = poly * f + 0.055_826_318
  poly = poly * f + 0.240_153_617
  poly = poly * f + 0.693_153_073
  poly = poly * f + 0.999_999_94
  let bits = (whole + magic).bits &- SIMD8<UInt32>(repeating: magic.bitPattern)
  let power = poly * LabelScores(bitPattern: (bits &+ 127) &<< 23)
  // Nothing so small counts, and products of it are slow numbers (subnormal).
  return power.replacing(with: 0, where: scores .< -60)
}

extension LabelScores {
  @inline(__always)
  fileprivate init(bitPattern: SIMD8<UInt32>) { self = unsafeBitCast(bitPattern, to: Self.self) }
  @inline(__always)
  fileprivate var bits: SIMD8<UInt32> { unsafeBitCast(self, to: SIMD8<UInt32>.self) }
}
