import ClaimModel
import Lexicons
import Testing

@testable import FactStore

@Suite("A comparison in a query")
struct ComparisonTests {
  private func desk() throws -> FactStore {
    var store = FactStore()
    let text = "Sáng 5/1/2024 14 người chết. Tàu chở 20 khách. Mưa từ tháng 2/2024. Năm 2023 yên."
    func claim(_ words: String, worth: Double, number: Double? = nil, date: String? = nil) -> Claim
    {
      let span = Stories.span(words, text)
      return Claim(
        kind: .narrated, content: [span],
        quantities: number.map { [Quantity(span: span, value: $0, unit: "người")] } ?? [],
        dates: date.map { [DateMention(span: span, iso: $0)] } ?? [], worth: worth, context: span)
    }
    let claims = [
      claim("14 người chết", worth: 0.9, number: 14, date: "2024-01-05"),
      claim("20 khách", worth: 0.7, number: 20),
      claim("tháng 2/2024", worth: 0.696, date: "2024-02"),
      claim("Năm 2023", worth: 0.2, date: "2023"),
    ]
    try store.apply(
      .load([
        LoadedArticle(article: Article(name: "a.txt", text: text), claims: PackedClaims(claims))
      ]))
    return store
  }

  @Test(
    "selects as people who type it expect",
    arguments: [
      ("worth>0.7", "c1"), ("worth>=0.7", "c1 c2 c3"), ("worth<0.7", "c4"),
      ("worth <= 0.7", "c2 c3 c4"), ("worth > 0.7", "c1"), ("worth> 0.7", "c1"),
      ("worth >=0.7", "c1 c2 c3"), ("worth≥0.7", "c1 c2 c3"), ("worth=0.9", "c1"),
      ("worth==0.9", "c1"), ("worth!=0.9", "c2 c3 c4"), ("worth≠0.9", "c2 c3 c4"),
      ("worth:>0.7", "c1"), ("worth:>=0.7", "c1 c2 c3"), ("WORTH=>0.7", "c1 c2 c3"),
      ("worth>-1", "c1 c2 c3 c4"), ("-worth>0.7", "c2 c3 c4"), ("not worth>0.7", "c2 c3 c4"),
      ("number<20", "c1"), ("number<=20", "c1 c2"), ("number>14", "c2"), ("number=14", "c1"),
      ("number>=14 number<20", "c1"), ("number>14 or worth<0.5", "c2 c4"),
      ("date>2024-01", "c3"), ("date>=2024-01", "c1 c3"), ("date<2024-01", "c4"),
      ("date<=2024-01", "c1 c4"), ("date>5/1/2024", "c3"), ("date<2024", "c4"),
      ("date>2023", "c1 c3"), ("date=2024", "c1 c3"), ("date!=2024", "c2 c4"),
      ("kind=narrated worth>0.5", "c1 c2 c3"), ("kind!=direct", "c1 c2 c3 c4"),
      ("lang=vi,und", "c1 c2 c3 c4"), ("in=a1 (worth<0.3 or number>14)", "c2 c4"),
      ("!khách", "c1 c3 c4"), ("a1 !khách !worth>0.8", "c3 c4"),
      ("text=\"20 khách\"", "c2"), ("speaker=\"x\"", ""), ("\"worth>0.7\"", ""),
    ])
  func selects(query: String, ids: String) throws {
    let found = try desk().select(Selection.parse(query))
    #expect(found.map(\.description).joined(separator: " ") == ids)
  }

  @Test(
    "is refused by name where it can mean nothing, and never read as words",
    arguments: [
      ("said>Hà", 4, 1, "'>' says nothing of 'speaker'"),
      ("text<5", 4, 1, "'<' says nothing of 'text'"),
      ("verdict>=true", 7, 2, "'>=' says nothing of 'verdict'"),
      ("grade>B", 5, 1, "'>' says nothing of 'grade'"),
      ("grade:<C", 6, 1, "'<' says nothing of 'grade'"),
      ("c1 wroth>0.7", 3, 5, "unknown field 'wroth'"),
      ("E=mc2", 0, 1, "unknown field 'E'"),
      (">0.7", 0, 1, "no field before '>'"), ("5<6", 1, 1, "no field before '<'"),
      ("\"a\">5", 3, 1, "no field before '>'"), ("c3>c5", 2, 1, "no field before '>'"),
      ("<b>", 0, 1, "no field before '<'"), ("c1 or =", 6, 1, "no field before '='"),
      ("worth>", 5, 1, "no value behind 'worth:'"), ("worth>=", 5, 2, "no value behind 'worth:'"),
      ("worth>hot", 6, 3, "'hot' is no value of 'worth'"),
      ("worth>0.1..0.5", 6, 8, "'0.1..0.5' is no value of 'worth'"),
      ("worth>0,7", 6, 3, "'0,7' is no value of 'worth'"),
      ("number>1,000", 7, 5, "'1,000' is no value of 'number'"),
      ("date>12/3", 5, 4, "'12/3' is no value of 'date'"),
      ("date>yesterday", 5, 9, "'yesterday' is no value of 'date'"),
      ("date>said:x", 5, 6, "'said:x' is no value of 'date'"),
      ("number>14,worth<0.5", 7, 12, "'14,worth<0.5' is no value of 'number'"),
      ("who>Hà", 0, 3, "unknown field 'who'"), ("said_by:Hà", 0, 7, "unknown field 'said_by'"),
      ("verdict=flase", 8, 5, "'flase' is no value of 'verdict'"),
    ])
  func refused(query: String, offset: Int, length: Int, message: String) {
    let error = #expect(throws: QueryError.self) { try Selection.parse(query) }
    #expect(error?.message == message)
    #expect(error?.offset == offset)
    #expect(error?.length == length)
    #expect(error?.expected.hasPrefix("expected ") == true)
  }

  @Test("of any sign with any field is a selection or an error, with blanks and without")
  func everySign() throws {
    let store = try desk()
    let all = Set(store.claims)
    for field in QueryField.all {
      let value = String(field.example.dropFirst(field.name.count + 1).prefix { $0 != "." })
      for sign in Comparison.allCases {
        let queries = [" ", ""].map { "\(field.name)\($0)\(sign.rawValue)\($0)\(value)" }
        let found = queries.map { query in
          Result { try store.select(Selection.parse(query)) }.map(Set.init)
        }
        let typed = try? found[0].get()
        #expect(typed == (try? found[1].get()), "\(queries[0])")
        #expect((typed == nil) == (sign.isOrder && field.orderless != nil), "\(queries[0])")
        // Either side of a value and the value are all that has one, or more.
        if sign == .unequal, let typed {
          let equal = try store.select(Selection.parse("\(field.name):\(value)"))
          #expect(typed == all.subtracting(equal), "\(queries[0])")
        }
      }
    }
  }

  @Test("does not begin within a value", arguments: ["evidence:example.org/?a=b", "tag:a>b"])
  func inValues(query: String) throws {
    guard case .criterion = try Selection.parse(query).expression else {
      Issue.record("\(query) is more than one term")
      return
    }
  }
}

@Suite("The name of a field")
struct FieldNameTests {
  @Test(
    "that people try leads to the one there is",
    arguments: [
      ("who", "speaker"), ("agency", "via"), ("article", "in"), ("author", "in"),
      ("outlet", "via"), ("title", "in"), ("Said_By", "speaker"), ("reported-by", "via"),
      ("nguồn", "source"), ("Người", "speaker"), ("tags", "tag"), ("verdit", "verdict"),
      ("agncy", "via"), ("publsher", "via"),
    ])
  func hints(typed: String, field: String) {
    #expect(QueryField.nearest(to: typed).first == field)
  }

  @Test(
    "that it had before, or has in listings, is as good", arguments: ["said", "SPEAKER", "Said"])
  func aliases(name: String) throws {
    #expect(try Selection.parse(name + ":Hà") == Selection.parse("speaker:Hà"))
  }

  @Test("in the table of other names is none that there is, and leads to one that is")
  func table() {
    for row in WordList(embedded: "field-names.tsv").rows {
      #expect(QueryField.named(row[0]) == nil, "\(row[0])")
      #expect(Folding.folded(row[0]) == row[0], "\(row[0])")
      #expect(!row.items(1).isEmpty, "\(row[0])")
      for name in row.items(1) { #expect(QueryField.named(name)?.name == name, "\(row[0])") }
    }
  }
}
