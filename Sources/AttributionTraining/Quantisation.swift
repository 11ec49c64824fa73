internal import ClaimExtraction

/// Weights cut down to a byte each, as the model's file holds them.
enum Quantisation {
  /// All rows of a tagger, in steps of the 2,000th largest weight's 127th part.
  static func tagger(_ trained: ChainTraining.Result, width: Int) -> ModelWriter.Tagger {
    var magnitudes = trained.weights.flatMap { row in (0..<width).map { abs(row[$0]) } }
    magnitudes.removeAll { $0 <= 0.01 }
    magnitudes.sort()
    let highest = magnitudes.isEmpty ? 1 : magnitudes[(magnitudes.count - 1) * 9995 / 10000]
    let scale = max(highest, 0.01) / 127
    let rows = trained.weights.flatMap { row in
      (0..<width).map { label in
        let steps = min(127, max(-127, (row[label] / scale).rounded()))
        return UInt8(Int(steps) + HashedWeights.offset)
      }
    }
    return ModelWriter.Tagger(width: width, scale: scale, rows: rows, chain: trained.chain)
  }
}
