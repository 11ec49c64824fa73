internal import Lexicons

extension PhraseTable {
  /// The phrases of a column of rows; of two with the same words the first counts. Rows for which
  /// `value` is nil are left out.
  init(_ rows: [WordList.Row], column: Int = 0, _ value: (WordList.Row) -> Value?) {
    self.init(room: rows.count)
    // Later entries replace earlier ones.
    for row in rows.reversed() {
      guard let value = value(row) else { continue }
      row.withColumn(column) { add($0, value) }
    }
  }

  /// The items of a column of rows, likewise.
  init(items column: Int, of rows: [WordList.Row], _ value: (WordList.Row) -> Value?) {
    self.init()
    for row in rows.reversed() {
      guard let value = value(row) else { continue }
      row.forEachItem(column) { add($0, value) }
    }
  }
}

extension PhraseTable<Bool> {
  /// The phrases of rows, without anything that is said of them.
  init(_ rows: [WordList.Row]) { self.init(rows) { _ in true } }
}

extension KeySet {
  /// The words of rows, each in the first column.
  init(_ rows: [WordList.Row]) { self.init(rows.map { $0.key(0).exact }) }
}

extension KeyTable {
  /// The words of rows, each in the first column; of two alike the last counts. Rows for which
  /// `value` is nil are left out.
  init(_ rows: [WordList.Row], _ value: (WordList.Row) -> Value?) {
    self.init(room: rows.count)
    for row in rows {
      if let value = value(row) { self[row.key(0).exact] = value }
    }
  }
}
