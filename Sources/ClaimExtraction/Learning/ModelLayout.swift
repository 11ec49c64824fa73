/// How a model's file is laid out.
///
/// Word by word (32 bits, little-endian): magic (2), cue bias and threshold (floats), nests,
/// then for each of four tables (cue words, cue tagger, span tagger, classes of words) buckets,
/// width, scale (float), the byte offsets of its counts, tags and rows, the number of rows; then
/// for each of two chains 80 floats (start, end, eight rows of steps).
package struct ModelLayout {
  package static let magic: [UInt32] = [0x6F65_6874, 0x3430_6D00]
  package static let tableCount = 4
  static let tableWords = 7
  package static let chainCount = 2
  /// Words before the first array.
  package static let headerWords = 5 + tableCount * tableWords + chainCount * 80

  var tables = [FeatureTable]()
  var scales = [Float]()
  var chains = [Chain]()
  var settings: ModelSettings

  /// Nil where the bytes are no model, are cut short, or do not start at an even address.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, Int(bitPattern: base) % 4 == 0,
      bytes.count >= Self.headerWords * 4
    else { return nil }
    func word(_ index: Int) -> UInt32 { base.load(fromByteOffset: index * 4, as: UInt32.self) }
    func float(_ index: Int) -> Float { Float(bitPattern: word(index)) }
    guard word(0) == Self.magic[0], word(1) == Self.magic[1] else { return nil }
    settings = ModelSettings(cueBias: float(2), threshold: float(3), nests: word(4) != 0)
    for index in 0..<Self.tableCount {
      let at = 5 + index * Self.tableWords
      let buckets = Int(word(at))
      let width = Int(word(at + 1))
      let counts = Int(word(at + 3))
      let tags = Int(word(at + 4))
      let rows = Int(word(at + 5))
      let rowCount = Int(word(at + 6))
      guard tags % 2 == 0, counts + buckets <= bytes.count, tags + rowCount * 2 <= bytes.count,
        rows + rowCount * width <= bytes.count,
        let table = FeatureTable(
          counts: UnsafeBufferPointer(
            rebasing: bytes.bindMemory(to: UInt8.self)[counts..<counts + buckets]),
          tags: (base + tags).assumingMemoryBound(to: UInt16.self),
          rows: (base + rows).assumingMemoryBound(to: Int8.self), rowCount: rowCount,
          width: width)
      else { return nil }
      scales.append(float(at + 2))
      tables.append(table)
    }
    for index in 0..<Self.chainCount {
      let at = 5 + Self.tableCount * Self.tableWords + index * 80
      let vectors = (0..<10).map { row in
        LabelScores((0..<8).map { float(at + row * 8 + $0) })
      }
      chains.append(Chain(start: vectors[0], end: vectors[1], steps: Array(vectors[2...])))
    }
  }
}
