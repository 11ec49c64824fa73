extension WordList {
  /// One line that is no comment. Blanks around its columns do not count.
  package struct Row: Sendable, Hashable {
    /// Line number in the file, from 1.
    package let line: Int
    private let text: ListText
    private let start: Int
    private let end: Int

    /// The bytes of `text` from `start` to `end`.
    init(line: Int, in text: ListText, from start: Int, to end: Int) {
      (self.line, self.text, self.start, self.end) = (line, text, start, end)
    }

    package init(line: Int, columns: [String]) {
      let text = ListText(copying: columns.joined(separator: "\t"))
      self.init(line: line, in: text, from: 0, to: text.bytes.count)
    }

    package var columns: [String] {
      var columns = [String]()
      ListBytes.forEachPiece(of: text.bytes, from: start, to: end, between: 0x09) { start, end in
        columns.append(string(start, end))
      }
      return columns
    }

    /// The column at `index`, "" where the line has fewer.
    package subscript(index: Int) -> String {
      let column = column(index)
      return string(column.start, column.end)
    }

    package static func == (one: Row, other: Row) -> Bool {
      one.line == other.line && one.columns == other.columns
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(columns)
    }

    private func string(_ start: Int, _ end: Int) -> String {
      let column = ListBytes.trimmed(text.bytes, start, end)
      return String(decoding: slice(column.start, column.end), as: UTF8.self)
    }

    private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: text.bytes[start..<end])
    }

    /// Where the column at `index` is, without the blanks around it.
    private func column(_ index: Int) -> (start: Int, end: Int) {
      var from = start
      for _ in 0..<index {
        while from < end, text.bytes[from] != 0x09 { from += 1 }
        if from == end { return (end, end) }
        from += 1
      }
      var to = from
      while to < end, text.bytes[to] != 0x09 { to += 1 }
      return ListBytes.trimmed(text.bytes, from, to)
    }
  }
}

extension WordList.Row {
  /// A column's items: "a;b" → ["a", "b"].
  package func items(_ index: Int) -> [String] {
    var items = [String]()
    forEachItem(index) { items.append(String(decoding: $0, as: UTF8.self)) }
    return items
  }

  /// The UTF-8 of each of a column's items, which is there for the call alone.
  package func forEachItem(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let column = column(index)
    ListBytes.forEachPiece(of: text.bytes, from: column.start, to: column.end, between: 0x3B) {
      let item = ListBytes.trimmed(text.bytes, $0, $1)
      if item.start < item.end { body(slice(item.start, item.end)) }
    }
  }

  /// The UTF-8 of a column, which is there for the call alone.
  package func withColumn<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let column = column(index)
    return body(slice(column.start, column.end))
  }

  /// Whether a column is `word`, byte for byte.
  package func holds(_ word: String, in index: Int) -> Bool {
    var word = word
    return word.withUTF8 { word in
      let column = column(index)
      return column.end - column.start == word.count
        && word.indices.allSatisfy { word[$0] == text.bytes[column.start + $0] }
    }
  }

  /// The keys of a column's words, between which blanks stand.
  package func keys(_ index: Int) -> [WordKey] {
    let column = column(index)
    var keys = [WordKey]()
    ListBytes.forEachPiece(of: text.bytes, from: column.start, to: column.end, between: 0x20) {
      if $0 < $1 { keys.append(WordKey(bytes: text.bytes, from: $0, to: $1)) }
    }
    return keys
  }

  /// The key of a column that is one word.
  package func key(_ index: Int) -> WordKey {
    withColumn(index) { WordKey(bytes: $0, from: 0, to: $0.count) }
  }
}
