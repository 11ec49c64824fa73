/// How often each word is part of a cue where it stands, in eight steps; learned from counts.
package struct CuePriors: Sendable {
  /// Word hash to step; a sorted table in the model, a dictionary while training.
  private let table: FeatureTable

  package init(table: FeatureTable) { self.table = table }

  /// 0 for a word never seen in a cue, else 1 to 7.
  subscript(word: UInt64) -> UInt8 {
    guard let row = table.row(FeatureHash.join(word, Self.salt)) else { return 0 }
    return UInt8(clamping: row[0])
  }

  package static let salt: UInt64 = 0xC0E

  /// The feature under which a word's step is kept in the table.
  package static func feature(of word: UInt64) -> UInt64 { FeatureHash.join(word, salt) }

  /// The step of a word seen `cues` times in cues of `total` times in all.
  package static func step(cues: Int, total: Int) -> UInt8 {
    guard cues > 0 else { return 0 }
    let share = Double(cues) / Double(total + 3)
    return UInt8([0.01, 0.03, 0.1, 0.25, 0.45, 0.7].count { share >= $0 } + 1)
  }
}
