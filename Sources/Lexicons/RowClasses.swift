/// Reads a column of few different words, such as a class: the rows of one mostly stand together,
/// and then their word is read once.
///
/// Rows "huyện<TAB>vi<TAB>lead", "phía<TAB>vi<TAB>lead" with column 2 → `.lead`, `.lead`.
package struct RowClasses<Value: RawRepresentable> where Value.RawValue == String {
  private let column: Int
  private var last: (word: String, value: Value?)?

  package init(column: Int) { self.column = column }

  /// Nil where no value has that name.
  package mutating func value(of row: WordList.Row) -> Value? {
    if let last, row.holds(last.word, in: column) { return last.value }
    let word = row[column]
    let value = Value(rawValue: word)
    last = (word, value)
    return value
  }
}

/// Rows by the word that a column of theirs has, in their order.
package struct RowGroups {
  private var groups: [(word: String, rows: [WordList.Row])] = []

  package init(_ rows: [WordList.Row], by column: Int) {
    var place = 0
    for row in rows {
      if groups.isEmpty || !row.holds(groups[place].word, in: column) {
        place = groups.firstIndex { row.holds($0.word, in: column) } ?? groups.count
        if place == groups.count { groups.append((row[column], [])) }
      }
      groups[place].rows.append(row)
    }
  }

  package subscript(word: String) -> [WordList.Row] {
    groups.first { $0.word == word }?.rows ?? []
  }
}
