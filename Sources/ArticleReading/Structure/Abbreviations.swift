internal import Lexicons

/// Words whose full stop ends no sentence: "TP.", "Mr.", and initials.
enum Abbreviations {
  private static let keys = Set(
    WordList(embedded: "abbreviations.tsv").rows.map { WordKey($0[0]).exact })

  static func contains(_ word: Word) -> Bool {
    word.letters == 1 && word.isCapital || word.isName && keys.contains(word.key.exact)
  }
}
