import Testing

@testable import Lexicons

@Suite("A word list")
struct WordListTests {
  @Test("has a comment header that names its columns", arguments: names)
  func header(name: String) {
    let header = WordList(embedded: name).header
    #expect(!header.isEmpty)
    #expect(header.contains { $0.hasPrefix("Columns:") }, "\(name) does not name its columns")
  }

  @Test("has entries, each with a first column and no more columns than named", arguments: names)
  func rows(name: String) {
    let list = WordList(embedded: name)
    let columns =
      list.header.first { $0.hasPrefix("Columns:") }?
      .components(separatedBy: "<TAB>").count ?? 0
    #expect(!list.rows.isEmpty)
    for row in list.rows {
      #expect(!row[0].isEmpty, "\(name):\(row.line)")
      #expect(row.columns.count <= columns, "\(name):\(row.line)")
    }
  }

  @Test("has no line twice", arguments: names)
  func unique(name: String) {
    var seen = Set<[String]>()
    for row in WordList(embedded: name).rows {
      #expect(seen.insert(row.columns).inserted, "\(name):\(row.line): \(row.columns)")
    }
  }

  @Test(
    "is cut at line ends, tabs and semicolons, without the blanks there",
    arguments: [
      ("a\tb", [["a", "b"]]), ("# x\n\n a \r\n \t\nb\t\tc\n", [["a"], ["b", "", "c"]]), ("", []),
      ("cho biết \t nói", [["cho biết", "nói"]]),
    ] as [(String, [[String]])])
  func cutting(text: String, columns: [[String]]) {
    #expect(WordList(name: "test", text: text).rows.map(\.columns) == columns)
  }

  @Test("has the items of a column without empty ones")
  func items() {
    let row = WordList(name: "test", text: "# x\nk\t a; ;b c ;").rows[0]
    #expect(row.items(1) == ["a", "b c"])
    #expect(row.items(7) == [])
    #expect(row.line == 2)
  }

  private static let names = EmbeddedFile.all.map(\.name).filter { $0.hasSuffix(".tsv") }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts = [String]()
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
