internal import ClaimExtraction

/// Writes a model's file: see `ModelLayout`.
struct ModelWriter {
  struct Table {
    var width: Int
    var scale: Float
    var rows: [(feature: UInt64, weights: [Int8])]
  }

  /// The file's bytes. Three tables (cue words, cue tagger, span tagger), two chains.
  static func bytes(_ tables: [Table], chains: [Chain], settings: ModelSettings) -> [UInt8] {
    var words = ModelLayout.magic
    words += [settings.cueBias.bitPattern, settings.threshold.bitPattern, settings.nests ? 1 : 0]
    var arrays = [[UInt8]]()
    var offset = aligned(ModelLayout.headerWords * 4)
    for table in tables {
      let (tags, rows, slots) = laidOut(table)
      words += [UInt32(slots), UInt32(table.width), table.scale.bitPattern, UInt32(offset)]
      offset = aligned(offset + tags.count)
      words.append(UInt32(offset))
      offset = aligned(offset + rows.count)
      arrays += [tags, rows]
    }
    for chain in chains {
      for vector in [chain.start, chain.end] + chain.steps {
        words += (0..<8).map { vector[$0].bitPattern }
      }
    }
    var out = words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    for array in arrays {
      out += [UInt8](repeating: 0, count: aligned(out.count) - out.count)
      out += array
    }
    return out
  }

  private static func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }

  private static func laidOut(_ table: Table) -> (tags: [UInt8], rows: [UInt8], slots: Int) {
    var slots = 64
    while Double(slots) * 0.85 < Double(table.rows.count) { slots *= 2 }
    var tags = [UInt16](repeating: 0, count: slots)
    var rows = [UInt8](repeating: 0, count: slots * table.width)
    for row in table.rows {
      var at = FeatureTable.slot(row.feature, mask: slots - 1)
      while tags[at] != 0 { at = (at + 1) & (slots - 1) }
      tags[at] = FeatureTable.tag(row.feature)
      for (index, weight) in row.weights.enumerated() {
        rows[at * table.width + index] = UInt8(bitPattern: weight)
      }
    }
    return (tags.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, rows, slots)
  }
}
