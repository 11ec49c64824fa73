import ClaimModel
import FactStore
import Testing

/// Two stories, one claim added, one edited, one dropped, verdicts, tags, grades.
private func desk() throws -> FactStore {
  var store = FactStore()
  try store.apply(.load([Stories.fire, Stories.flood]))
  try store.apply(
    .annotateClaims(
      [ClaimID(2)],
      ClaimMark(
        verdict: .halfTrue, credibility: Credibility(2), note: "so với a2", tags: ["Nóng"],
        evidence: ["https://example.org/vs"])))
  try store.apply(.annotateClaims([ClaimID(3)], ClaimMark(verdict: .true)), user: "bình")
  try store.apply(.annotateSource("AFP", SourceMark(reliability: .b)))
  let text = Stories.fire.article.text
  try store.apply(
    .addClaim(
      ArticleID(1),
      Claim(
        kind: .direct, content: [Stories.span("đóng cửa", text)],
        speaker: Speaker(name: "Mai Chi", kind: .person),
        quantities: [Quantity(span: Stories.span("14", text), value: 14, unit: "người chết")],
        dates: [DateMention(span: Stories.span("14", text), iso: "2024-01-05")], worth: 0.9,
        context: TextSpan(0, 10))))
  try store.apply(.attribute(claims: [ClaimID(5)], sources: ["Mai Chi"], role: .saidBy))
  try store.apply(.removeAttribution(claims: [ClaimID(1)], sources: ["Reuters"]))
  try store.apply(.dropClaims([ClaimID(4)]))
  return store
}

@Test(
  "A query selects claims",
  arguments: [
    ("", "c1 c2 c3 c5 c6 c7"),
    ("c2..c5", "c2 c3 c5"), ("c2-c3", "c2 c3"), ("C6", "c6"), ("c3,c5", "c3 c5"),
    ("c3, c5", "c3 c5"), ("c6..", "c6 c7"), ("c90", ""), ("a2", "c5 c6"), ("a1..a2", all),
    ("a1", "c1 c2 c3 c7"), ("in:a1", "c1 c2 c3 c7"), ("in:b.txt", "c5 c6"),
    ("nguoi chet", "c2"), ("người", "c2"), ("ngươi", ""), ("NGƯỜI", "c2"),
    ("\"14 người\"", "c2"), ("\"người 14\"", ""), ("ngu*", "c2"), ("ngườ*", "c2"),
    ("ngưở*", ""), ("ngu", ""), ("thu", "c3 c5"), ("text:thu", ""),
    ("\"cảng đóng\"", "c3"), ("dong cua", "c3 c7"), ("đong", ""),
    ("said:\"thu ha\"", "c3 c5"), ("said:\"Thu Hà\"", "c3 c5"), ("said:\"Thu Hạ\"", ""),
    ("said:\"mai chi\"", "c5 c7"), ("via:AFP", "c1 c2 c3 c7"), ("via:reuters", "c2 c3 c7"),
    ("via:\"Agence France Presse\"", "c1 c2 c3 c7"), ("via:AFP,Xinhua", all),
    ("source:Xinhua", "c5 c6"), ("source:mai", "c5 c7"), ("cue:nói", "c3 c5"),
    ("cue:\"cho biết\"", "c2 c6"), ("nói", ""),
    ("kind:narrated", "c1"), ("kind:direct,narrated", "c1 c7"),
    ("verdict:half-true", "c2"), ("verdict:unchecked", "c1 c5 c6 c7"),
    ("verdict:\"đúng một nửa\"", "c2"), ("verdict:Đúng,nua-dung", "c2 c3"), ("verdict:sai", ""),
    ("tag:nong", "c2"), ("tag:nóng", "c2"), ("tag:nọng", ""),
    ("lang:vi", all), ("lang:en", ""),
    ("has:number", "c7"), ("has:quote", "c7"), ("has:speaker", "c2 c3 c5 c6 c7"),
    ("has:verdict", "c2 c3"), ("has:note", "c2"), ("has:cue", "c2 c3 c5 c6"),
    ("-has:agency", ""), ("worth:0.3..", "c3 c6 c7"), ("worth:..0.1", "c1"),
    ("worth:0.9", "c7"), ("number:10..20", "c7"), ("number:15..", ""), ("number:14", "c7"),
    ("unit:người", "c7"), ("date:2024", "c7"), ("date:5/1/2024", "c7"),
    ("date:2023-10..2024-01", "c7"), ("date:..2023", ""), ("by:bình", "c3"),
    ("by:an", "c2 c5 c7"), ("evidence:example.org", "c2"),
    ("grade:B2", "c2"), ("grade:B", "c1 c2 c3 c7"), ("grade:A", ""), ("grade:..C", "c1 c2 c3 c7"),
    ("grade:1..3", "c2"),
    ("a1 and not kind:narrated", "c2 c3 c7"), ("a1 -kind:narrated", "c2 c3 c7"),
    ("c1 or c2 c2", "c1 c2"), ("(c1 or c2) c2", "c2"), ("not (c1 or c2)", "c3 c5 c6 c7"),
    ("source:glob:\"Sở *\"", "c2"), ("source:glob:so*", "c2"),
    ("source:glob:\"so*\",Xinhua", "c2 c5 c6"),
    ("source:glob:thu", ""), ("said:glob:*ha", "c3 c5"), ("tag:glob:n?ng", "c2"),
    ("in:glob:*.txt", all), ("in:glob:b.*", "c5 c6"), ("via:glob:[ar]*", "c1 c2 c3 c7"),
    ("text:regex:\"[0-9]+ ng(ười|uoi)\"", "c2"), ("text:regex:\"^dong\"", "c7"),
    ("text:regex:\"\\d{2} nguoi|dong cua$\"", "c2 c3 c7"), ("cue:regex:\"^n.i$\"", "c3 c5"),
    ("evidence:regex:\"/vs$\"", "c2"), ("unit:regex:chet", "c7"), ("by:glob:b*", "c3"),
    ("not text:regex:.", ""),
    ("- c1 a1", "c2 c3 c7"), ("not not c1", "c1"), ("c1 OR c3", "c1 c3"),
  ])
func selects(query: String, ids: String) throws {
  let found = try desk().select(Selection.parse(query))
  #expect(found.map(\.description).joined(separator: " ") == ids)
}

private let all = "c1 c2 c3 c5 c6 c7"

@Test(
  "An error in a query names its place",
  arguments: [
    ("siad:\"Thu Hà\"", 0, 4, "unknown field 'siad'", "said"),
    ("c1 and verdit:false", 7, 6, "unknown field 'verdit'", "verdict"),
    ("verdict:flase", 8, 5, "'flase' is no value of 'verdict'", "false"),
    ("kind:naratted", 5, 8, "'naratted' is no value of 'kind'", "narrated"),
    ("has:numbers", 4, 7, "'numbers' is no value of 'has'", "number"),
    ("said:", 0, 5, "no value behind 'said:'", ""),
    ("said: AFP", 0, 5, "no value behind 'said:'", ""),
    ("via:AFP,", 7, 1, "no value behind 'via:'", ""),
    ("c9..c3", 0, 6, "the range 'c9..c3' ends before it starts", ""),
    ("đám worth:0.9..0.1", 10, 8, "the range '0.9..0.1' ends before it starts", ""),
    ("worth:hot", 6, 3, "'hot' is no value of 'worth'", ""),
    ("worth:..", 6, 2, "'..' is no value of 'worth'", ""),
    ("date:yesterday", 5, 9, "'yesterday' is no value of 'date'", ""),
    ("date:2024..2023", 5, 10, "the range '2024..2023' ends before it starts", ""),
    ("grade:G", 6, 1, "'G' is no value of 'grade'", ""),
    ("lửa \"cháy", 4, 1, "the quotation mark is never closed", ""),
    ("(c1 or c2", 0, 1, "the parenthesis is never closed", ""),
    ("c1)", 2, 1, "the parenthesis was never opened", ""),
    (")", 0, 1, "the parenthesis was never opened", ""),
    ("()", 0, 1, "nothing to select beside '('", ""),
    ("c1 and", 3, 3, "nothing to select beside 'and'", ""),
    ("or c1", 0, 2, "nothing to select beside 'or'", ""),
    ("not", 0, 3, "nothing to select beside 'not'", ""),
    ("c1 -", 3, 1, "nothing to select beside '-'", ""),
    ("…", 0, 1, "no letter or digit in '…'", ""),
    ("c1 *", 3, 1, "no letter or digit in '*'", ""),
    ("source:glob:", 7, 5, "the pattern is empty", ""),
    ("text:regex:\"a(b\"", 13, 1, "the pattern's ( is never closed", ""),
    ("text:regex:\"ab)\"", 14, 1, "the pattern's ) was never opened", ""),
    ("text:regex:*a", 11, 1, "nothing to repeat before '*'", ""),
    ("c1 text:regex:[z-a]", 15, 3, "the range 'z-a' ends before it starts", ""),
    ("text:regex:\"a{5,2}\"", 13, 5, "'{5,2}' is no number of times", ""),
    ("text:regex:\"\\q\"", 12, 2, "'\\q' means nothing in a pattern", ""),
    ("text:regex:\"(?=a)\"", 12, 3, "'(?=' means nothing in a pattern", ""),
    ("text:glob:[ab", 10, 1, "the pattern's [ is never closed", ""),
    ("c1 @hto", 3, 4, "no query is saved as 'hto'", ""),
  ])
func pointsAt(query: String, offset: Int, length: Int, message: String, nearest: String) {
  let error = #expect(throws: QueryError.self) { try Selection.parse(query) }
  #expect(error?.offset == offset)
  #expect(error?.length == length)
  #expect(error?.message == message)
  #expect(error?.candidates.first ?? "" == nearest)
  #expect(error?.expected.hasPrefix("expected ") == true)
}

@Test("Every field has a name of its own, a summary and an example that uses it")
func fieldsAreExplained() throws {
  #expect(Set(QueryField.all.map(\.name)).count == QueryField.all.count)
  for field in QueryField.all {
    #expect(!field.summary.isEmpty, "\(field.name)")
    #expect(field.example.hasPrefix(field.name + ":"), "\(field.name)")
    #expect(try Selection.parse(field.example) != .all, "\(field.name)")
    #expect(QueryField.named(field.name.uppercased())?.name == field.name)
  }
}

@Test(
  "The fields that a query language for claims must have are there",
  arguments: [
    "speaker", "via", "cue", "kind", "verdict", "tag", "in", "lang", "has", "worth", "date",
    "number", "unit", "by", "evidence", "source", "grade",
  ])
func hasField(name: String) {
  #expect(QueryField.named(name) != nil)
}

@Test("Every value that a field lists is one")
func listedValues() throws {
  for field in QueryField.all {
    for value in field.values { _ = try Selection.parse("\(field.name):\(value)") }
  }
}

@Test("Ids of claims and articles that do not stand are told")
func missingIDs() throws {
  let store = try desk()
  let selection = try Selection.parse("c1, c4, c99 or a1 or not a7 or c98..c99")
  #expect(store.missingIDs(in: selection) == ["c4", "c99", "a7"])
}

@Test(
  "Segmented and decomposed text is found as plain text is",
  arguments: ["\"Lê Thu Hà\"", "\"Lê_Thu_Hà\"", "\"Le\u{302} Thu Ha\u{300}\"", "\"le thu ha\""])
func spellings(query: String) throws {
  let found = try desk().select(Selection.parse(query))
  #expect(found == [ClaimID(3), ClaimID(5)])
}

@Test("Where the tone mark stands does not matter")
func toneMarkPlacement() throws {
  var store = FactStore()
  let story = Stories.story(
    "c.txt", "Hoà bình trở lại.", agencies: [],
    claims: [("Hoà bình trở lại", source: nil, cue: nil, .narrated)])
  try store.apply(.load([story]))
  #expect(try store.select(Selection.parse("hòa")) == [ClaimID(1)])
  #expect(try store.select(Selection.parse("họa")).isEmpty)
}

@Test("Words within words do not count, and a hit in one claim is not one in the next")
func wordBounds() throws {
  var store = FactStore()
  let story = Stories.story(
    "d.txt", "Tàu ra khơi. Khơi xa có bão.", agencies: [],
    claims: [
      ("Tàu ra khơi.", source: nil, cue: nil, .narrated),
      ("Khơi xa có bão.", source: nil, cue: nil, .narrated),
    ])
  try store.apply(.load([story]))
  #expect(try store.select(Selection.parse("\"khoi khoi\"")).isEmpty)
  #expect(try store.select(Selection.parse("hoi")).isEmpty)
  #expect(try store.select(Selection.parse("khoi")).count == 2)
  #expect(try store.select(Selection.parse("\"xa co\"")) == [ClaimID(2)])
}
