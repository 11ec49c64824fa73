import ClaimModel
import Exchange
import JSONText
import Testing

@Suite("Records of extract")
struct ExtractRecordsTests {
  @Test("An article and its claims are one JSON object a line, offsets in code points")
  func lines() {
    var article = article("Bà \"Hoa\" nói đê vững.", .vietnamese, title: "Đê vỡ")
    article.byline = Byline(span: TextSpan(0, 2), author: "An", agencies: ["AFP"])
    article.captions = [Caption(span: TextSpan(0, 2))]
    let claim = Claim(
      kind: .indirect, content: [span(of: "đê vững", in: article)],
      source: [span(of: "Bà \"Hoa\"", in: article)],
      speaker: Speaker(name: "Hoa", kind: .person, confidence: 0.97),
      quantities: [
        Quantity(span: TextSpan(0, 2), value: 2.5, high: 1e15, comparator: .range, unit: "m\t")
      ],
      dates: [DateMention(span: TextSpan(0, 2), iso: "2024-01")], worth: 0.714,
      context: article.body[0])
    var out = [UInt8]()
    ExtractRecords.append(article, claims: [claim], to: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == """
        {"record":"article","article":"test","language":"vi","title":[0,5],"byline":{"span":[0,1],\
        "author":"An","agencies":["AFP"]},"captions":[{"span":[0,1],"credit":null}],\
        "agencies":["AFP"],"authors":["An"],"day":null,"date":null,"url":null,"updated":null,\
        "section":null,"lead":null,"entries":[],"headline":"Đê vỡ","dateline":null,"body":[[6,27]],\
        "text":"Đê vỡ\\nBà \\"Hoa\\" nói đê vững.","id":null,"kind":null,"content":[],"cue":[],\
        "source":[],"speaker":null,"speaker_kind":null,"confidence":null,"quantities":[],\
        "dates":[],"worth":null,"sentence":null,"context":null,"hops":[],"roots":[],\
        "anonymous":null,"reason":null,"inner":null,"line":null,"error":null}
        {"record":"claim","article":"test","id":"c1","kind":"indirect","text":"đê vững",\
        "content":[[19,26]],"cue":[],"source":[[6,14]],"speaker":"Hoa","speaker_kind":"person",\
        "confidence":0.97,"agencies":["AFP"],"quantities":[{"span":[0,1],\
        "value":[2.5,1000000000000000.0],"low":2.5,"high":1000000000000000.0,"comparator":"range","unit":"m\\t"}],\
        "dates":[{"span":[0,1],"iso":"2024-01","precision":"month"}],"worth":0.71,"sentence":0,\
        "context":[6,27],"hops":[],"roots":[{"name":"AFP","span":null}],"anonymous":false,\
        "reason":null,"inner":null,"language":"vi","day":null,"date":null,"url":null,\
        "title":null,"headline":null,"byline":null,"dateline":null,"captions":[],"body":[],\
        "authors":[],"updated":null,"section":null,"lead":null,"entries":[],"line":null,"error":null}

        """)
  }

  @Test("Records of articles, claims and errors have the same members, lists where lists belong")
  func members() throws {
    var article = article("Bà nói đê vững.", .vietnamese)
    article.byline = Byline(span: TextSpan(0, 2), author: "An", agencies: ["AFP"])
    let span = article.body[0]
    let claims = [
      Claim(kind: .narrated, content: [span], context: span),
      Claim(
        kind: .indirect, content: [span], speaker: Speaker(name: "An", kind: .person),
        context: span, hops: [Hop(name: "AFP", span: span, kind: .agency)],
        anonymity: Anonymity(reason: span), inner: 0),
    ]
    let error = ErrorRecord(article: "n7", line: 7, words: "no \"text\"")
    let values = ExtractRecords.values(article, claims: claims) + ExtractRecords.values(error)
    let records = values.compactMap { if case .object(let object) = $0 { object } else { nil } }
    let members = Set(records[0].members.map(\.key))
    #expect(records.count == 4)
    for record in records {
      #expect(record.members.count == members.count)
      #expect(Set(record.members.map(\.key)) == members)
    }
    for list in ["agencies", "content", "hops", "quantities", "body", "captions"] {
      for record in records {
        guard case .array? = record[list] else {
          Issue.record("\(list) is no list in \(record)")
          continue
        }
      }
    }
    #expect(records[3]["error"] == .string("no \"text\"") && records[3]["line"] == .integer(7))
  }

  @Test(
    "Numbers that may have a fraction are written with a point, so that engines type them alike",
    arguments: [
      (0, "0.0"), (60, "60.0"), (2.5, "2.5"), (1e15, "1000000000000000.0"), (1e22, "1e+22"),
    ])
  func fractions(_ value: Double, _ written: String) {
    let article = article("Bà nói đê vững.", .vietnamese)
    let span = article.body[0]
    let quantity = Quantity(span: span, value: value)
    var out = [UInt8]()
    ExtractRecords.append(
      article,
      claims: [Claim(kind: .narrated, content: [span], quantities: [quantity], context: span)],
      to: &out)
    #expect(String(decoding: out, as: UTF8.self).contains("\"value\":\(written),"))
  }

  @Test("Quotation marks and control characters in a claim are escaped")
  func escapes() {
    let article = article("Bà nói \"a\\b\u{1}\u{1F}\t\" .", .vietnamese)
    var out = [UInt8]()
    let claims = [Claim(kind: .narrated, content: article.body, context: article.body[0])]
    ExtractRecords.append(article, claims: claims, to: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        .contains(#""text":"Bà nói \"a\\b\u0001\u001f\t\" .""#))
  }

  @Test("What steers a terminal is escaped, so that records can be looked at in one")
  func harmless() {
    let steering = "\u{9B}31337m\u{90}\u{202E}\u{2066}\u{7F}\u{FEFF}\u{FFF9}\u{E0041}"
    let article = article("Bà nói đê\(steering) vững.", .vietnamese)
    var out = [UInt8]()
    let claims = [Claim(kind: .narrated, content: article.body, context: article.body[0])]
    ExtractRecords.append(article, claims: claims, to: &out)
    let text = String(decoding: out, as: UTF8.self)
    for scalar in steering.unicodeScalars where !scalar.isASCII || scalar.value == 0x7F {
      #expect(!text.unicodeScalars.contains(scalar))
    }
    #expect(
      text.contains(#"đê\u009b31337m\u0090\u202e\u2066\u007f\ufeff\ufff9\udb40\udc41 vững"#))
  }

  @Test(
    "Records as values are the records as bytes, read",
    arguments: ["Bà \"Hoa\" nói đê vững.", "a\\b\u{1}\t\u{202E}", "漢字 👩‍🚀 e\u{301}"])
  func values(text: String) throws {
    var article = article(text, .vietnamese, title: "Đê vỡ")
    article.byline = Byline(span: TextSpan(0, 2), author: "An", agencies: ["AFP", "VOV"])
    article.captions = [Caption(span: TextSpan(0, 2)), Caption(span: TextSpan(0, 1))]
    let quantities = [
      Quantity(span: TextSpan(0, 2), value: 0, comparator: .about, unit: ""),
      Quantity(span: TextSpan(0, 2), value: 2.5, high: 1e15, comparator: .range, unit: "người"),
      Quantity(span: TextSpan(0, 2), value: 1e18, comparator: .equal, unit: ""),
    ]
    let claims = (0..<4).map { count -> Claim in
      let content = Array(repeating: article.body[0], count: count)
      return Claim(
        kind: .narrated, content: content, quantities: Array(quantities.prefix(count)),
        worth: 0.335 * Double(count), context: article.body[0])
    }
    var bytes = [UInt8]()
    ExtractRecords.append(article, claims: claims, to: &bytes)
    let read = try bytes.split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
    #expect(ExtractRecords.values(article, claims: claims) == read)
  }
}
