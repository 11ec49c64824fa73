/// The cue tagger's chain over a run of tokens that may be cues.
///
/// Tokens between runs are "outside" for certain: what a run's probabilities depend on ends at
/// its neighbours, and most of a sentence need not be looked at. The results are those of the
/// whole sentence.
struct CueChain {
  typealias Scores = SIMD4<Float>

  private let chain: Chain
  private let steps: [Scores]
  /// e to each step, by the label before and by the label behind.
  private let rows: [Scores]
  private let columns: [Scores]

  init(_ chain: Chain) {
    self.chain = chain
    steps = (0..<4).map { chain.steps[$0].lowHalf }
    let rows = steps.map(Self.grown)
    self.rows = rows
    columns = (0..<4).map { column in
      Scores(rows[0][column], rows[1][column], rows[2][column], rows[3][column])
    }
  }

  /// Scores of the first label of a run, of the last one.
  private func ends(_ run: Run) -> (first: Scores, last: Scores) {
    let outside = Int(CueLabel.outside)
    let first = run.startsSentence ? chain.start.lowHalf : steps[outside]
    let last =
      run.endsSentence
      ? chain.end.lowHalf
      : Scores(steps[0][outside], steps[1][outside], steps[2][outside], steps[3][outside])
    return (first, last)
  }

  /// A run's scores, and whether its sentence ends at its ends.
  struct Run {
    var emissions: [Scores]
    var startsSentence: Bool
    var endsSentence: Bool
  }

  /// The probability of each token to be part of a cue.
  func chances(_ run: Run) -> [Float] {
    let local = run.emissions.map { Self.grown($0 - $0.max()) }
    var forward = local
    let (first, last) = ends(run)
    var state = Self.grown(first) * local[0]
    for index in local.indices {
      if index > 0 { state = Self.product(state, rows) * local[index] }
      state /= max(state.sum(), 1e-30)
      forward[index] = state
    }
    var chances = [Float](repeating: 0, count: local.count)
    state = Self.grown(last)
    for index in local.indices.reversed() {
      let both = forward[index] * state
      chances[index] = 1 - both[Int(CueLabel.outside)] / max(both.sum(), 1e-30)
      let previous = Self.product(state * local[index], columns)
      state = previous / max(previous.sum(), 1e-30)
    }
    return chances
  }

  /// The labels of the best path when "no cue" costs `bias` more.
  func bestPath(_ run: Run, bias: Float) -> [UInt8] {
    let offset = Scores(-bias, 0, 0, 0)
    let (first, last) = ends(run)
    var best = run.emissions[0] + offset + first
    var back = [SIMD4<Int32>](repeating: .zero, count: run.emissions.count)
    for index in run.emissions.indices.dropFirst() {
      var next = steps[0] + best[0]
      var from = SIMD4<Int32>(repeating: 0)
      for label in 1..<4 {
        let candidate = steps[label] + best[label]
        let better = candidate .> next
        next.replace(with: candidate, where: better)
        from.replace(with: Int32(label), where: better)
      }
      best = next + run.emissions[index] + offset
      back[index] = from
    }
    best += last
    var label = (0..<4).max { best[$0] < best[$1] } ?? 0
    var labels = [UInt8](repeating: 0, count: run.emissions.count)
    for index in labels.indices.reversed() {
      labels[index] = UInt8(label)
      label = Int(back[index][label])
    }
    return labels
  }

  @inline(__always)
  private static func product(_ row: Scores, _ rows: [Scores]) -> Scores {
    rows[0] * row[0] + rows[1] * row[1] + rows[2] * row[2] + rows[3] * row[3]
  }

  @inline(__always)
  private static func grown(_ scores: Scores) -> Scores {
    exponential(LabelScores(lowHalf: scores, highHalf: .zero)).lowHalf
  }
}
