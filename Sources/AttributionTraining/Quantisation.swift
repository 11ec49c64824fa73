internal import ClaimExtraction

/// Weights cut down to what the model's file has room for.
enum Quantisation {
  /// The rows with weights that count, in steps of one byte.
  static func table(
    _ trained: ChainTraining.Result, hashes: [UInt64], width: Int
  ) -> ModelWriter.Table {
    let kept = trained.weights.indices.filter { size(trained.weights[$0]) > 0.01 }
    var magnitudes = kept.flatMap { row in (0..<width).map { abs(trained.weights[row][$0]) } }
    magnitudes.sort()
    let highest = magnitudes.isEmpty ? 1 : magnitudes[(magnitudes.count - 1) * 9995 / 10000]
    let scale = max(highest, 0.01) / 127
    let rows = kept.map { row in
      (
        feature: hashes[row],
        weights: (0..<width).map {
          Int8(clamping: Int((trained.weights[row][$0] / scale).rounded()))
        }
      )
    }
    return ModelWriter.Table(width: width, scale: scale, rows: rows)
  }

  /// Numbers of the rows that weigh most, in order: large weights, and those often met.
  static func strongest(_ weights: [LabelScores], counts: [Int32], limit: Int) -> [Int] {
    let sizes = weights.indices.map { size(weights[$0]) * Float(counts[$0]).squareRoot() }
    let order = weights.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    return order.prefix(limit).sorted()
  }

  private static func size(_ row: LabelScores) -> Float { max(row.max(), -row.min()) }
}
