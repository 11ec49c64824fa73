internal import Lexicons

/// Words that open sentences far more often than they stand in names: "Theo", "Ông", "Các".
struct SentenceOpeners: Sendable {
  static let shared = SentenceOpeners(list: WordList(embedded: "sentence-openers.tsv"))

  private let keys: Set<UInt64>

  init(list: WordList) { keys = Set(list.rows.map { WordKey($0[0]).exact }) }

  func contains(_ word: Word) -> Bool { word.isCapital && keys.contains(word.key.exact) }
}
