internal import ClaimExtraction

/// Sequences of labelled tokens with their features as rows of the model, ready to train on.
struct FeatureCorpus: Sendable {
  struct Sequence: Sendable {
    /// Of each token the end of its features in `features`.
    var ends: [Int32]
    var features: [Int32]
    var labels: [UInt8]
    /// Tokens whose label is given: no features, "outside".
    var isFixed: [Bool]
    /// How much the sequence counts.
    var weight: Float
  }

  private(set) var sequences: [Sequence] = []
  /// The logarithm of the number of rows: see `HashedWeights`.
  let bits: Int

  /// One sequence before its features are numbered.
  struct Draft {
    var labels: [UInt8]
    var isFixed: [Bool]
    var features: [[UInt64]]
    var weight: Float = 1
  }

  /// `draft` makes sequence number i, or nil.
  init(count: Int, bits: Int, draft: (Int) -> Draft?) {
    self.bits = bits
    for index in 0..<count {
      guard let one = draft(index) else { continue }
      var sequence = Sequence(
        ends: [], features: [], labels: one.labels, isFixed: one.isFixed, weight: one.weight)
      sequence.features.reserveCapacity(one.features.reduce(0) { $0 + $1.count })
      for token in one.features {
        for feature in token {
          sequence.features.append(Int32(HashedWeights.row(feature, bits: bits)))
        }
        sequence.ends.append(Int32(sequence.features.count))
      }
      sequences.append(sequence)
    }
  }
}
