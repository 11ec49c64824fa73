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

  private var weights = [Decision: [Float]]()
  /// Least probability of an attribution that is kept.
  package var least: Float = 0.42

  /// Rows: decision, feature, weight. Features that are not listed weigh nothing.
  package init(list: WordList) {
    let places = DraftFeatureNames.places
    for row in list.rows {
      guard let value = Float(row[2]) else { continue }
      if row[0] == "least" { least = value }
      guard let decision = Decision(rawValue: row[0]), let place = places[row[1]] else { continue }
      self[decision, place] = value
    }
  }

  private subscript(decision: Decision, place: Int) -> Float {
    get { weights[decision]?[place] ?? 0 }
    set {
      weights[
        decision, default: [Float](repeating: 0, count: DraftFeatureNames.all.count)][place] =
        newValue
    }
  }

  /// Probability that the answer is yes, by the values of a candidate's features.
  package func probability(_ decision: Decision, _ values: [Float]) -> Float {
    guard let row = weights[decision] else { return 0.5 }
    let sum = zip(row, values).reduce(0) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-sum))
  }
}

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }

/// What tells whether to keep a candidate: the names of `DraftFeatures`.
enum DraftFeatureNames {
  static let all =
    [
      "always", "tagger", "tagger-sure", "spans-sure", "rule", "same-content", "near-content",
      "far-content", "rule-longer", "rule-within", "rule-around", "rule-no-cue",
      "rule-chance-1", "rule-chance-2", "rule-chance-3", "prior", "quoted", "ends-quoted",
      "rule-quoted", "source", "source-near", "rule-source", "rule-source-near", "source-overlap",
      "content-first", "short", "long", "title", "beside-surer", "cue-in-quotation",
      "cue-unlisted", "reaches-end", "rule-reaches-end",
      "alone-sure", "alone-spans-sure", "alone-reaches-end",
    ] + CueLexicon.CueClass.allCases.map { "cue-" + $0.rawValue }
    + CueLexicon.CueClass.allCases.map { "rule-only-" + $0.rawValue }
    + CueLexicon.CueClass.allCases.map { "tagger-only-" + $0.rawValue }

  static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
}
