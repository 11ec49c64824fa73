package import Lexicons

/// The weights of `DeepFeatures` in each decision, from `deep-en.tsv`.
package struct DeepWeights: Sendable {
  package enum Decision: String, Sendable, CaseIterable {
    /// Whether the candidate is an attribution.
    case keep
    /// Whether the encoder's content, source and cue are better than the standard finder's.
    case content
    case source
    case cue
  }

  package static let standard = DeepWeights(list: WordList(embedded: "deep-en.tsv"))

  private var weights = [Decision: [Float]]()
  /// Least probability of an attribution that is kept.
  package private(set) var least: Float = 0.45

  /// Rows: decision, feature, weight. Features that are not listed weigh nothing.
  package init(list: WordList) {
    for row in list.rows {
      guard let value = Float(row[2]) else { continue }
      if row[0] == "least" { least = value }
      guard let decision = Decision(rawValue: row[0]), let place = DeepFeatures.places[row[1]]
      else { continue }
      weights[decision, default: Self.none][place] = value
    }
  }

  private static let none = [Float](repeating: 0, count: DeepFeatures.names.count)

  /// Probability that the answer is yes.
  package func probability(_ decision: Decision, _ values: [Float]) -> Float {
    guard let row = weights[decision] else { return 0.5 }
    return 1 / (1 + exponential(-zip(row, values).reduce(0) { $0 + $1.0 * $1.1 }))
  }
}
