internal import Lexicons

/// Nouns that say what the number beside them is, from `figure-labels.tsv`.
struct LabelTable: Sendable {
  static let vietnamese = LabelTable(column: 1, behind: nil)
  static let english = LabelTable(column: 2, behind: 3)

  private(set) var before = PhraseTable<String>()
  private(set) var behind = PhraseTable<String>()

  init(column: Int, behind last: Int?) {
    for row in WordList(embedded: "figure-labels.tsv").rows {
      for item in row.items(column) { before.add(item, row[0]) }
      if let last {
        for item in row.items(last) { behind.add(item, row[0]) }
      }
    }
  }

  /// The label whose words end before `end`, the longest.
  func label(endingAt end: Int, in words: [FigureWord], from first: Int) -> (
    dimension: String, start: Int
  )? {
    for start in max(first, end - 4)..<max(first, end) {
      if let found = before.longest(at: start, in: words, before: end), found.end == end,
        let dimension = found.values.first
      {
        return (dimension, start)
      }
    }
    return nil
  }
}
