/// A readable resource file: comment header, then one entry a line, columns between tabs.
///
/// `AFP<TAB>agency<TAB>FR<TAB>Agence France-Presse;hãng tin AFP` → row ["AFP", "agency", …].
///
/// It is cut into lines alone, as a program's start waits for this; a row's columns are found when
/// they are asked for.
package struct WordList: Sendable, Hashable {
  package let name: String
  package let rows: [Row]
  private let text: ListText

  /// Rows that were cut already.
  init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
    text = .empty
  }

  package init(name: String, text: some StringProtocol) {
    self.init(name: name, text: ListText(copying: text))
  }

  /// The embedded file called `name`; an empty list where there is none.
  package init(embedded name: String) {
    self.init(name: name, text: EmbeddedFile(name).map { ListText(of: $0) } ?? .empty)
  }

  private init(name: String, text: ListText) {
    self.name = name
    self.text = text
    var rows = [Row]()
    rows.reserveCapacity(text.bytes.count / 16)
    var number = 0
    ListBytes.forEachPiece(of: text.bytes, between: 0x0A) { start, end in
      number += 1
      guard start < end, text.bytes[start] != 0x23 else { return }
      let line = ListBytes.trimmed(text.bytes, start, end)
      if line.start < line.end { rows.append(Row(line: number, in: text, from: start, to: end)) }
    }
    self.rows = rows
  }

  /// The comment lines, without "#".
  package var header: [String] {
    var header = [String]()
    ListBytes.forEachPiece(of: text.bytes, between: 0x0A) { start, end in
      guard start < end, text.bytes[start] == 0x23 else { return }
      let line = ListBytes.trimmed(text.bytes, start + 1, end)
      header.append(
        String(
          decoding: UnsafeBufferPointer(rebasing: text.bytes[line.start..<line.end]), as: UTF8.self)
      )
    }
    return header
  }

  package static func == (one: WordList, other: WordList) -> Bool {
    one.name == other.name && one.rows == other.rows
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(rows)
  }
}

extension StringProtocol {
  /// Without ASCII spaces, tabs and carriage returns at both ends.
  package func trimmingSpaces() -> String {
    var copy = String(self)
    return copy.withUTF8 { bytes in
      let kept = ListBytes.trimmed(bytes, 0, bytes.count)
      return String(
        decoding: UnsafeBufferPointer(rebasing: bytes[kept.start..<kept.end]), as: UTF8.self)
    }
  }
}

extension WordList {
  /// The rows whose second column is a language's code, or "*", which is any.
  package func rows(of language: String) -> [Row] {
    rows.filter { $0.holds(language, in: 1) || $0.holds("*", in: 1) }
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
