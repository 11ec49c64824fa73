internal import ClaimExtraction

/// Writes a model's file: see `ModelLayout`.
struct ModelWriter {
  struct Table {
    var width: Int
    var rows: [(feature: UInt64, weights: [Int8])]
  }

  /// A tagger's rows, one after the other; see `HashedWeights`.
  struct Tagger {
    var width: Int
    var scale: Float
    var rows: [UInt8]
    var chain: Chain

    /// The logarithm of the number of rows.
    var bits: Int { (rows.count / width).trailingZeroBitCount }
  }

  /// The file's bytes. The tables and taggers that `ModelLayout` names.
  static func bytes(_ tables: [Table], taggers: [Tagger], settings: ModelSettings) -> [UInt8] {
    var words = ModelLayout.magic
    words += [settings.cueBias.bitPattern, settings.threshold.bitPattern, settings.nests ? 1 : 0]
    var arrays = [[UInt8]]()
    var offset = aligned(ModelLayout.headerWords * 4)
    func place(_ array: [UInt8]) {
      words.append(UInt32(offset))
      offset = aligned(offset + array.count)
      arrays.append(array)
    }
    for table in tables {
      let parts = laidOut(table)
      words += [UInt32(parts.counts.count), UInt32(table.width)]
      for array in [parts.counts, parts.tags, parts.rows] { place(array) }
      words.append(UInt32(table.rows.count))
    }
    for tagger in taggers {
      words += [UInt32(tagger.bits), UInt32(tagger.width), tagger.scale.bitPattern]
      place(tagger.rows)
      for vector in [tagger.chain.start, tagger.chain.end] + tagger.chain.steps {
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
    var counts: [UInt8]
    var tags = [UInt8]()
    var rows = [UInt8]()
  }

  /// The rows by their buckets: two or three to a bucket, at most 255.
  private static func laidOut(_ table: Table) -> Parts {
    var count = 1
    while count * 3 < table.rows.count { count *= 2 }
    var buckets = [[Int]](repeating: [], count: count)
    for (number, row) in table.rows.enumerated() {
      buckets[FeatureTable.bucket(row.feature, count: count)].append(number)
    }
    var parts = Parts(counts: buckets.map { UInt8($0.count) })
    let ordered = buckets.map { numbers in
      numbers.sorted { table.rows[$0].feature & 63 < table.rows[$1].feature & 63 }
    }
    for number in ordered.joined() {
      let tag = FeatureTable.tag(table.rows[number].feature)
      parts.tags += [UInt8(truncatingIfNeeded: tag), UInt8(tag >> 8)]
      parts.rows += table.rows[number].weights.map(UInt8.init(bitPattern:))
    }
    return parts
  }

  /// Little-endian.
  private static func bytes(of word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
  }
}
