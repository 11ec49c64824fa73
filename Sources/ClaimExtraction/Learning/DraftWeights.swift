package import Lexicons
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The weights of `DraftFeatures` in each decision, from `attribution-vi.tsv` and the like.
package struct DraftWeights: Sendable {
  package enum Decision: String, Sendable, CaseIterable {
    /// Whether the candidate is an attribution.
    case keep
    /// Whether the rule's content, and the rule's source, are better than the tagger's.
    case content
    case source
  }

  private var weights = [[Float]](repeating: [], count: Decision.allCases.count)
  /// What phrases weigh where it is decided to keep a candidate; see `DraftPhrase`.
  private var phrases = KeyTable<Float>()
  /// Least probability of an attribution that is kept.
  package var least: Float = 0.42

  /// Rows: decision, feature or phrase ("cue=cho biết"), weight. What is not listed weighs
  /// nothing.
  package init(list: WordList) {
    let places = DraftFeatureName.places
    var decisions = RowClasses<Decision>(column: 0)
    for row in list.rows {
      guard let value = Float(row[2]) else { continue }
      guard let decision = decisions.value(of: row) else {
        if row.holds("least", in: 0) { least = value }
        continue
      }
      if let key = row.withColumn(1, DraftPhraseKey.named) {
        phrases[key] = value
      } else if let place = places[row[1]] {
        let number = Self.number(decision)
        if weights[number].isEmpty {
          weights[number] = [Float](repeating: 0, count: places.count)
        }
        weights[number][place] = value
      }
    }
  }

  private static func number(_ decision: Decision) -> Int {
    switch decision {
    case .keep: 0
    case .content: 1
    case .source: 2
    }
  }

  /// Probability that the answer is yes, by the values of a candidate's features and the keys of
  /// its phrases.
  func probability(_ decision: Decision, values: [Float], phrases keys: [UInt64]) -> Float {
    let row = weights[Self.number(decision)]
    if row.isEmpty { return 0.5 }
    var sum = zip(row, values).reduce(0) { $0 + $1.0 * $1.1 }
    if decision == .keep {
      for key in keys { sum += phrases[key] ?? 0 }
    }
    return 1 / (1 + exp(-sum))
  }
}

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
