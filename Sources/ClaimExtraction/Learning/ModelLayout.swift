/// How a model's file is laid out.
///
/// Word by word (32 bits, little-endian): magic (2), cue bias and threshold (floats), nests, then
/// for each of two exact tables (cue words, classes of words) buckets, width, the byte offsets of
/// its counts, tags and rows, the number of rows; then for each of two taggers (cues, spans) the
/// logarithm of its rows, width, scale (float), the byte offset of its rows, and the 80 floats of
/// its chain (start, end, eight rows of steps).
package struct ModelLayout {
  package static let magic: [UInt32] = [0x6F65_6874, 0x3530_6D00]
  package static let tableCount = 2
  static let tableWords = 6
  package static let taggerCount = 2
  static let taggerWords = 4 + 80
  /// Words before the first array.
  package static let headerWords =
    5 + tableCount * tableWords + taggerCount * taggerWords

  private(set) var tables = [FeatureTable]()
  private(set) var taggers = [ChainTagger]()
  let settings: ModelSettings

  /// Nil where the bytes are no model, are cut short, or do not start at a multiple of four.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, Int(bitPattern: base) % 8 == 0,
      bytes.count >= Self.headerWords * 4
    else { return nil }
    let words = Words(base: base)
    guard words[0] == Self.magic[0], words[1] == Self.magic[1] else { return nil }
    settings = ModelSettings(
      cueBias: words.float(2), threshold: words.float(3), nests: words[4] != 0)
    for index in 0..<Self.tableCount {
      guard let table = Self.table(bytes, words, at: 5 + index * Self.tableWords) else {
        return nil
      }
      tables.append(table)
    }
    for index in 0..<Self.taggerCount {
      let at = 5 + Self.tableCount * Self.tableWords + index * Self.taggerWords
      guard let tagger = Self.tagger(bytes, words, at: at) else { return nil }
      taggers.append(tagger)
    }
  }

  /// The words of the header.
  private struct Words {
    let base: UnsafeRawPointer

    subscript(index: Int) -> UInt32 { base.load(fromByteOffset: index * 4, as: UInt32.self) }
    func float(_ index: Int) -> Float { Float(bitPattern: self[index]) }
  }

  private static func table(
    _ bytes: UnsafeRawBufferPointer, _ words: Words, at: Int
  ) -> FeatureTable? {
    let (buckets, width) = (Int(words[at]), Int(words[at + 1]))
    let (counts, tags, rows) = (Int(words[at + 2]), Int(words[at + 3]), Int(words[at + 4]))
    let rowCount = Int(words[at + 5])
    guard tags % 2 == 0, counts + buckets <= bytes.count, tags + rowCount * 2 <= bytes.count,
      rows + rowCount * width <= bytes.count
    else { return nil }
    return FeatureTable(
      counts: UnsafeBufferPointer(
        rebasing: bytes.bindMemory(to: UInt8.self)[counts..<counts + buckets]),
      tags: (words.base + tags).assumingMemoryBound(to: UInt16.self),
      rows: (words.base + rows).assumingMemoryBound(to: Int8.self), rowCount: rowCount,
      width: width)
  }

  private static func tagger(
    _ bytes: UnsafeRawBufferPointer, _ words: Words, at: Int
  ) -> ChainTagger? {
    let (bits, width, rows) = (Int(words[at]), Int(words[at + 1]), Int(words[at + 3]))
    guard (1...HashedWeights.mostBits).contains(bits), width <= 8, rows % 8 == 0,
      rows + width << bits <= bytes.count,
      let weights = HashedWeights(rows: words.base + rows, bits: bits, width: width)
    else { return nil }
    let vectors = (0..<10).map { row in
      LabelScores((0..<8).map { words.float(at + 4 + row * 8 + $0) })
    }
    return ChainTagger(
      weights: weights, scale: words.float(at + 2),
      chain: Chain(start: vectors[0], end: vectors[1], steps: Array(vectors[2...])))
  }
}
