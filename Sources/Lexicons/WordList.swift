/// A readable resource file: comment header, then one entry a line, columns between tabs.
///
/// `AFP<TAB>agency<TAB>FR<TAB>Agence France-Presse;hãng tin AFP` → row ["AFP", "agency", …].
package struct WordList: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    /// Line number in the file, from 1.
    package let line: Int
    package let columns: [String]

    /// The column at `index`, "" where the line has fewer.
    package subscript(index: Int) -> String { index < columns.count ? columns[index] : "" }

    /// A column's items: "a;b" → ["a", "b"].
    package func items(_ index: Int) -> [String] {
      var text = self[index]
      return text.withUTF8 { bytes in
        var items = [String]()
        WordList.forEachPiece(of: bytes, between: 0x3B) { piece in
          let item = WordList.trimmed(piece[...])
          if !item.isEmpty { items.append(String(decoding: item, as: UTF8.self)) }
        }
        return items
      }
    }
  }

  package let name: String
  package let rows: [Row]
  /// The comment lines, without "#".
  package let header: [String]

  /// Rows that were cut already.
  init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
    header = []
  }

  package init(name: String, text: some StringProtocol) {
    var text = String(text)
    self = text.withUTF8 { WordList(name: name, bytes: $0) }
  }

  /// Cut on its bytes: a program's start waits for this.
  init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    var rows = [Row]()
    rows.reserveCapacity(bytes.count / 16)
    var header = [String]()
    var number = 0
    Self.forEachPiece(of: bytes, between: 0x0A) { line in
      number += 1
      if line.first == 0x23 {
        header.append(String(decoding: Self.trimmed(line.dropFirst()), as: UTF8.self))
      } else if !Self.trimmed(line[...]).isEmpty {
        rows.append(Row(line: number, columns: Self.columns(of: line)))
      }
    }
    self.rows = rows
    self.header = header
  }

  private static func columns(of line: UnsafeBufferPointer<UInt8>) -> [String] {
    var columns = [String]()
    columns.reserveCapacity(line.count { $0 == 0x09 } + 1)
    forEachPiece(of: line, between: 0x09) {
      columns.append(
        String(decoding: UnsafeBufferPointer(rebasing: trimmed($0[...])), as: UTF8.self))
    }
    return columns
  }

  /// Each piece between separators, empty ones too.
  @inline(__always)
  fileprivate static func forEachPiece(
    of bytes: UnsafeBufferPointer<UInt8>, between separator: UInt8,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for at in bytes.indices where bytes[at] == separator {
      body(UnsafeBufferPointer(rebasing: bytes[start..<at]))
      start = at + 1
    }
    body(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Without ASCII spaces, tabs and carriage returns at both ends.
  static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes
  where Bytes.SubSequence == Bytes {
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// The embedded file called `name`; an empty list where there is none.
  package init(embedded name: String) {
    guard let file = EmbeddedFile(name) else {
      self.init(name: name, rows: [])
      return
    }
    self.init(name: name, bytes: file.bytes)
  }
}

extension StringProtocol {
  /// Without ASCII spaces, tabs and carriage returns at both ends.
  package func trimmingSpaces() -> String {
    String(Substring(WordList.trimmed(Substring(self).utf8)))
  }
}

extension WordList {
  /// The rows whose second column is a language's code, or "*", which is any.
  package func rows(of language: String) -> [Row] {
    rows.filter { $0[1] == language || $0[1] == "*" }
  }
}

extension WordList {
  /// The same list as one would type it without the marks of letters: "cho biết" → "cho biet".
  ///
  /// A word that says the same as another one of its class then stands twice, which does no harm.
  package var withoutMarks: WordList {
    WordList(
      name: name,
      rows: rows.map { row in
        Row(line: row.line, columns: row.columns.map(Self.withoutMarks))
      })
  }

  /// The same list without some of the items of its second column.
  package func without(_ words: Set<String>) -> WordList {
    WordList(
      name: name,
      rows: rows.map { row in
        var columns = row.columns
        if columns.count > 1 {
          columns[1] = row.items(1).filter { !words.contains($0) }.joined(separator: ";")
        }
        return Row(line: row.line, columns: columns)
      })
  }

  private static func withoutMarks(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : Folding.folded(text)
  }
}
