internal import ClaimExtraction

/// Writes a model's file: see `ModelLayout`.
struct ModelWriter {
  struct Table {
    var width: Int
    var scale: Float
    var rows: [(feature: UInt64, weights: [Int8])]
  }

  /// The file's bytes. The tables and chains that `ModelLayout` names.
  static func bytes(_ tables: [Table], chains: [Chain], settings: ModelSettings) -> [UInt8] {
    var words = ModelLayout.magic
    words += [settings.cueBias.bitPattern, settings.threshold.bitPattern, settings.nests ? 1 : 0]
    var arrays = [[UInt8]]()
    var offset = aligned(ModelLayout.headerWords * 4)
    for table in tables {
      let parts = laidOut(table)
      words += [UInt32(parts.slots), UInt32(table.width), table.scale.bitPattern]
      for array in [parts.tags, parts.ranks, parts.rows] {
        words.append(UInt32(offset))
        offset = aligned(offset + array.count)
        arrays.append(array)
      }
      words.append(UInt32(table.rows.count))
    }
    for chain in chains {
      for vector in [chain.start, chain.end] + chain.steps {
        words += (0..<8).map { vector[$0].bitPattern }
      }
    }
    var out = words.flatMap(bytes(of:))
    for array in arrays {
      out += [UInt8](repeating: 0, count: aligned(out.count) - out.count)
      out += array
    }
    return out
  }

  private static func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }

  private struct Parts {
    var slots: Int
    var tags: [UInt8]
    var ranks: [UInt8]
    var rows: [UInt8]
  }

  private static func laidOut(_ table: Table) -> Parts {
    var slots = 64
    while Double(slots) * 0.65 < Double(table.rows.count) { slots *= 2 }
    var rowAt = [Int](repeating: -1, count: slots)
    for (number, row) in table.rows.enumerated() {
      var at = FeatureTable.slot(row.feature, mask: slots - 1)
      while rowAt[at] >= 0 { at = (at + 1) & (slots - 1) }
      rowAt[at] = number
    }
    var parts = Parts(slots: slots, tags: [], ranks: [], rows: [])
    var filled: UInt32 = 0
    for group in stride(from: 0, to: slots, by: 32) {
      let bits = (0..<32).reduce(UInt32(0)) { rowAt[group + $1] < 0 ? $0 : $0 | 1 << UInt32($1) }
      parts.ranks += bytes(of: filled) + bytes(of: bits)
      filled += UInt32(bits.nonzeroBitCount)
    }
    for number in rowAt {
      let tag = number < 0 ? 0 : FeatureTable.tag(table.rows[number].feature)
      parts.tags += [UInt8(truncatingIfNeeded: tag), UInt8(tag >> 8)]
      if number >= 0 { parts.rows += table.rows[number].weights.map(UInt8.init(bitPattern:)) }
    }
    return parts
  }

  /// Little-endian.
  private static func bytes(of word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
  }
}
