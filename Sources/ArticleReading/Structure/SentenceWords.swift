internal import Lexicons

/// Words whose full stop ends no sentence: "TP.", "Mr.", and initials.
enum Abbreviations {
  private static let keys = Set(
    WordList(embedded: "abbreviations.tsv").rows.map { $0.key(0).exact })

  static func contains(_ word: Word) -> Bool {
    word.letters == 1 && word.isCapital || word.isName && keys.contains(word.key.exact)
  }
}

/// Words that open sentences far more often than they stand in names: "Theo", "Ông", "Các".
struct SentenceOpeners: Sendable {
  static let shared = SentenceOpeners(list: WordList(embedded: "sentence-openers.tsv"))

  private let keys: Set<UInt64>

  init(list: WordList) { keys = Set(list.rows.map { $0.key(0).exact }) }

  func contains(_ word: Word) -> Bool { word.isCapital && keys.contains(word.key.exact) }
}
