#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Logistic regression: full gradient steps with momentum, L2 penalty.
struct LogisticRegression {
  struct Example {
    /// Values of the features that all examples have.
    var values: [Float]
    /// Numbers of the phrases that it has, from 0; each counts as a feature of value 1.
    var phrases: [Int] = []
    var isTrue: Bool
  }

  var penalty = 2.0
  var steps = 3000

  /// A weight for each feature, then one for each of `phraseCount` phrases; the first feature,
  /// which always holds, is not penalised.
  func weights(_ examples: [Example], phraseCount: Int = 0) -> [Double] {
    guard let plain = examples.first?.values.count else { return [] }
    let width = plain + phraseCount
    let rows = examples.map { example in
      example.values.enumerated().filter { $0.element != 0 }.map { ($0.offset, Double($0.element)) }
        + example.phrases.map { (plain + $0, 1) }
    }
    // Never longer than one over the curvature along any one feature.
    var curvature = [Double](repeating: penalty, count: width)
    for row in rows {
      let size = row.reduce(0) { $0 + abs($1.1) }
      for (at, value) in row { curvature[at] += abs(value) * size / 4 }
    }
    var weights = [Double](repeating: 0, count: width)
    var last = weights
    for step in 0..<steps {
      let momentum = Double(step) / Double(step + 3)
      let ahead = zip(weights, last).map { $0 + momentum * ($0 - $1) }
      var gradient = ahead.map { $0 * penalty }
      gradient[0] = 0
      for (row, example) in zip(rows, examples) {
        let sum = row.reduce(0) { $0 + ahead[$1.0] * $1.1 }
        let error = 1 / (1 + exp(-sum)) - (example.isTrue ? 1 : 0)
        for (at, value) in row { gradient[at] += error * value }
      }
      last = weights
      weights = ahead.indices.map { ahead[$0] - gradient[$0] / curvature[$0] }
    }
    return weights
  }
}
