internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Words and their classes, as `ClassesCommand` writes them, as a table of the model.
enum ClassTable {
  static func table(_ list: WordList) -> ModelWriter.Table {
    var rows = [UInt64: [Int8]]()
    for row in list.rows {
      guard let fine = UInt8(row[1]), let broad = UInt8(row[2]) else { continue }
      let features = WordClasses.features(of: syllables(row[0]))
      guard let first = features.first, let last = features.last,
        features.count <= WordClasses.longest
      else { continue }
      let empty = [Int8](repeating: 0, count: WordClasses.width)
      rows[first, default: empty][0] = max(rows[first]?[0] ?? 0, Int8(features.count))
      // Two spellings of one word ("hoà", "hòa"): the one met more often came first.
      if rows[last, default: empty][1] != 0 { continue }
      rows[last, default: empty][1] = Int8(bitPattern: fine)
      rows[last, default: empty][2] = Int8(bitPattern: broad)
    }
    return ModelWriter.Table(
      width: WordClasses.width,
      rows: rows.sorted { $0.key < $1.key }.map { (feature: $0.key, weights: $0.value) })
  }

  private static func syllables(_ word: String) -> [UInt64] {
    var word = word
    return word.withUTF8 { bytes in
      Tokenizer.tokens(of: bytes, in: TextSpan(0, bytes.count)).map(\.key.exact)
    }
  }
}
