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

  @Test("has rows whose columns are held against words, byte for byte")
  func holding() {
    let row = WordList(name: "test", text: " tại \tvi\t\tlead").rows[0]
    #expect(row.holds("tại", in: 0) && row.holds("", in: 2) && row.holds("", in: 9))
    #expect(!row.holds("tạ", in: 0) && !row.holds("vi ", in: 1) && !row.holds("leads", in: 3))
    #expect(row.key(0) == WordKey("tại"))
    #expect(
      WordList(name: "test", text: "Bộ  Y tế").rows[0].keys(0)
        == ["Bộ", "Y", "tế"].map { WordKey($0) })
  }

  @Test("has rows by the word of a column, wherever they stand, in their order")
  func groups() {
    let text = "a\tone\nb\ttwo\nc\tone\nd\n"
    let groups = RowGroups(WordList(name: "test", text: text).rows, by: 1)
    #expect(groups["one"].map { $0[0] } == ["a", "c"])
    #expect(groups["two"].map { $0[0] } == ["b"])
    #expect(groups[""].map { $0[0] } == ["d"])
    #expect(groups["on"].isEmpty)
  }

  @Test("has values in a column, read once where rows of one stand together")
  func classes() {
    var classes = RowClasses<AgencyEntry.Kind>(column: 1)
    let rows = WordList(name: "test", text: "a\tagency\nb\tagency\nc\tno\nd\toutlet\ne\tno").rows
    #expect(rows.map { classes.value(of: $0) } == [.agency, .agency, nil, .outlet, nil])
  }

  @Test("is the same list as another one where its name and its rows are the same")
  func sameness() {
    let list = WordList(name: "test", text: "# x\na\tb\n")
    #expect(list == WordList(name: "test", text: "# y\n a\tb \n"))
    #expect(list != WordList(name: "test", text: "# x\n\na\tb\n"))
    #expect(list.rows == [WordList.Row(line: 2, columns: ["a", "b"])])
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
