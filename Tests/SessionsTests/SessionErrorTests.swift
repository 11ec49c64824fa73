import JSONText
import Sessions
import SystemPackage
import TestSupport
import Testing

@Suite("Sessions that cannot be opened")
struct SessionErrorTests {
  @Test(
    "A broken session is named with the place, what was expected there and what was found",
    arguments: [
      (
        #""number": 2,"#, #""number": 2"#,
        "'s.json', line LINE, column 7: expected ',' or '}', found '\"'. Nothing was opened"
      ),
      (
        #""format": "theo-session","#, #""format": "theo","#,
        "'s.json' is no session: expected JSON with \"format\": \"theo-session\". "
          + "A story is read with load"
      ),
      (
        #""version": 3"#, #""version": 12"#,
        "'s.json' is a session of version 12; this theo reads up to version 3. "
          + "A newer theo opens it"
      ),
      (
        #""version": 3"#, #""version": "one""#,
        "'s.json', line LINE, column 14: expected a whole number in version, found a text. "
          + "Nothing was opened"
      ),
      (
        #""action": "attribute","#, #""action": "atribute","#,
        "'s.json', line LINE, column 17: expected one of load, attribute, remove-attribution, "
          + "annotate, annotate-source, add-claim, edit-claim, drop-claims, "
          + "edit-article, update-articles, drop-articles, add-source, add-aliases, merge-sources, save-query, drop-query, rule-match, record-correction, undo, redo, go-to in operations[2].action, found "
          + "'atribute'; did you mean 'attribute'? Nothing was opened"
      ),
      (
        #""action": "attribute","#, #""action": "translate-claims","#,
        "'s.json', line LINE, column 17: expected one of load, attribute, remove-attribution, "
          + "annotate, annotate-source, add-claim, edit-claim, drop-claims, "
          + "edit-article, update-articles, drop-articles, add-source, add-aliases, merge-sources, save-query, drop-query, rule-match, record-correction, undo, redo, go-to in operations[2].action, found "
          + "'translate-claims'. Nothing was opened. An operation of a newer theo wants that one"
      ),
      (
        #""claims": ["c2"],"#, #""claims": ["c2", "x9"],"#,
        "'s.json', line LINE, column 24: expected a claim's id such as c12 in "
          + "operations[2].claims[1], found 'x9'. Nothing was opened"
      ),
      (
        #""claims": ["c2"],"#, "",
        "'s.json', line 71, column 5: expected the key 'claims' in operations[2]. "
          + "Nothing was opened"
      ),
      (
        #""claims": ["c2"],"#, #""claims": ["c99"],"#,
        "'s.json': operation 3 cannot be done: there is no claim c99; the last is c2. "
          + "See how far it goes with replay 's.json' --until 2"
      ),
      (
        #""credibility": 3,"#, #""credibility": 7,"#,
        "'s.json', line LINE, column 22: expected a number from 1 to 6 in "
          + "operations[1].credibility, found '7'. Nothing was opened"
      ),
      (
        #""time": "2024-01-05T09:01:00Z","#, #""time": "yesterday","#,
        "'s.json', line LINE, column 15: expected a time such as 2024-01-05T09:14:02Z in "
          + "operations[1].time, found 'yesterday'. Nothing was opened"
      ),
      (
        #""language": "vi","#, #""language": "a language the name of which has no end at all","#,
        "'s.json', line LINE, column 19: expected one of vi, en, und in articles[0].language, "
          + "found 'a language the name of which has no end …'. Nothing was opened"
      ),
      (
        #""title": [0, 22]"#, #""title": [0, 220]"#,
        "'s.json', line LINE, column 16: articles[0].title is [0, 220], expected a span within "
          + "the article's text of 114 code points. Nothing was opened"
      ),
      (
        #""title": [0, 22]"#, #""title": [22, 0]"#,
        "'s.json', line LINE, column 16: articles[0].title is [22, 0], expected a span within "
          + "the article's text of 114 code points. Nothing was opened"
      ),
      (
        #""title": [0, 22]"#, #""title": [0, 2, 3]"#,
        "'s.json', line LINE, column 16: expected a span [start, end] in articles[0].title, "
          + "found a list. Nothing was opened"
      ),
      (
        #""id": "a1","#, #""id": "a2","#,
        "'s.json', line LINE, column 13: expected 'a1' in articles[0].id, found 'a2'. "
          + "Nothing was opened"
      ),
      (
        #""articles": ["a1"],"#, #""articles": [],"#,
        "'s.json', line 27, column 13: expected only articles that an operation loads in "
          + "articles[0].id, found 'a1'. Nothing was opened"
      ),
      (
        #""articles": ["a1"],"#, #""articles": ["a1", "a2"],"#,
        "'s.json', line LINE, column 26: expected an article of the session, a1 to a1 in "
          + "operations[0].articles[1], found 'a2'. Nothing was opened"
      ),
      (
        #""number": 2,"#, #""number": 3,"#,
        "'s.json', line LINE, column 17: expected a number from 2 to 2 in operations[1].number, "
          + "found '3'. Nothing was opened"
      ),
    ])
  func explains(old: String, new: String, words: String) throws {
    let line = try #require(SampleFile.line(of: old), "'\(old)' is in the sample")
    let text = SampleFile.text.replacing(old, with: new, maxReplacements: 1)
    let error = #expect(throws: SessionError.self) {
      let document = try SessionDocument(Array(text.utf8), path: "s.json")
      _ = try OpenedSession(document, path: "s.json")
    }
    let broken = if case .brokenJSON = error?.kind { 1 } else { 0 }
    #expect(error?.description == words.replacing("LINE", with: "\(line + broken)"))
  }

  @Test(
    "What is no JSON object is no session, or broken",
    arguments: ["[]", "7", "{}", "\"theo-session\"", "", "{", "Theo AFP, …", "\u{FEFF}{}"])
  func refuses(text: String) {
    let error = #expect(throws: SessionError.self) {
      try SessionDocument(Array(text.utf8), path: "s.json")
    }
    switch error?.kind {
    case .notASession, .brokenJSON: break
    default: Issue.record("told as \(String(describing: error))")
    }
  }

  @Test("Nesting that has no end, and a key that stands twice, are named with their place")
  func refusesNestingAndTwins() {
    let lead = #"{"format": "theo-session", "version": 3, "state": "#
    let deep = lead + String(repeating: "[", count: 100_000)
    let nested = #expect(throws: SessionError.self) {
      try SessionDocument(Array(deep.utf8), path: "s.json")
    }
    #expect(
      nested?.description.contains("nested deeper than 512 levels. Nothing was opened") == true)
    let twins = lead + #"{"claims": [], "claims": []}}"#
    let twin = #expect(throws: SessionError.self) {
      try SessionDocument(Array(twins.utf8), path: "s.json")
    }
    #expect(twin?.description.contains("the key 'claims' stands here again") == true)
  }

  @Test("Whatever byte of a session is changed, opening ends with a session or an error")
  func survivesChangedBytes() throws {
    var random = SplitMix(seed: 3)
    let bytes = try Sample.bytes()
    for _ in 0..<1000 {
      var changed = bytes
      for _ in 0...random.next(below: 3) {
        changed[random.next(below: changed.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      do throws(SessionError) {
        let document = try SessionDocument(changed, path: "s.json")
        _ = try OpenedSession(document, path: "s.json")
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test("However much of a session is missing at the end, opening ends with an error")
  func refusesTruncated() throws {
    let bytes = try Sample.bytes()
    for length in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(throws: SessionError.self) {
        try SessionDocument(Array(bytes[..<length]), path: "s.json")
      }
    }
  }

  @Test(
    "What does not even begin as a session is told to be none",
    arguments: ["Cầu dài 4 km.\n", "<html></html>", "PK\u{3}\u{4}", "\u{FEFF}Cầu dài 4 km."])
  func stories(text: String) {
    let error = #expect(throws: SessionError.self) {
      try SessionDocument(Array(text.utf8), path: "a.txt")
    }
    #expect(error?.description.contains("'a.txt' is no session") == true)
  }
}
