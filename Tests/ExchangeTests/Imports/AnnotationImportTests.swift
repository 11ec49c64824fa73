import ClaimModel
import JSONText
import TestSupport
import Testing

@testable import Exchange

@Suite("Annotations that come back")
struct AnnotationImportTests {
  @Test("What theo writes as Web Annotation it reads with nothing left out")
  func own() throws {
    let bytes = try SampleDesk.output(WebAnnotationForm.self).bytes
    let file = try AnnotationImport.read(bytes, file: "a.jsonld")
    #expect(file.remarks == [])
    let first = try #require(file.claims.first)
    let known = SampleDesk.vietnamese.claims[0]
    #expect(file.claims.map(\.id) == ["c1", "c2", "c3", "c4", "c5"])
    #expect(first.pieces.map(\.exact) == ["12 nhà", "đã ngập"])
    #expect(first.pieces.map(\.start) == [39, 57])
    #expect(first.story.names == ["https://example.org/de%20vo?a=%221%22"])
    #expect(first.verdict == known.verdict)
    #expect(first.credibility == known.credibility)
    #expect(first.notes == known.notes)
    #expect(first.tags == known.tags)
    #expect(first.evidence == known.evidence)
    #expect(first.speakers == known.speakers)
  }

  @Test("Somebody else's annotation: one target by quotation, bodies without a purpose")
  func foreign() throws {
    let file = try AnnotationImport.read(
      Array(
        #"""
        [{"@context":"http://www.w3.org/ns/anno.jsonld","id":"http://x.org/1","type":"Annotation",
          "body":["plain",{"type":"TextualBody","value":"why?"},{"type":"Image","id":"http://x.org/i.png"},
                  {"type":"TextualBody","value":"sai","purpose":"assessing"},
                  {"type":"TextualBody","value":"u","purpose":"moderating"}],
          "target":{"source":{"id":"http://x.org/a"},
            "selector":{"type":"TextQuoteSelector","exact":"12","prefix":"a "}}},
         {"type":"Annotation","target":"http://x.org/a"},
         {"type":"Annotation","target":{"source":"http://x.org/a",
            "selector":{"type":"CssSelector","value":"p"}}}]
        """#.utf8), file: "x.json")
    #expect(file.claims.count == 1)
    #expect(file.claims[0].pieces == [ImportedPiece(exact: "12", prefix: "a ")])
    #expect(file.claims[0].notes == ["plain", "why?"])
    #expect(file.claims[0].evidence == ["http://x.org/i.png"])
    #expect(file.claims[0].verdict == .false)
    #expect(
      file.remarks.map { "\($0.place): \($0.words)" } == [
        "item 1: left out: a body whose purpose is 'moderating': 'u'",
        "item 2: no words of a story: expected a target with a text selector",
        "item 3: left out: selector 'CssSelector'",
        "item 3: no words of a story: expected a target with a text selector",
      ])
  }

  @Test("JSON that is none, or has no annotation, is refused with the place and what to do")
  func faults() {
    let broken = #expect(throws: ImportFault.self) {
      try AnnotationImport.read(Array("{\n\"a\":}".utf8), file: "x.json")
    }
    #expect(broken?.place == "line 2, column 5")
    #expect(throws: ImportFault.self) { try AnnotationImport.read(Array("{}".utf8), file: "x") }
    #expect(throws: ImportFault.self) { try ReviewImport.read(Array("[]".utf8), file: "x") }
  }

  @Test("What theo writes as ClaimReview it reads with nothing left out")
  func review() throws {
    let file = try ReviewImport.read(
      try SampleDesk.output(ClaimReviewForm.self).bytes, file: "r.json")
    #expect(file.remarks == [])
    #expect(file.claims.map(\.id) == ["c1", "c3", "c4"])
    #expect(file.claims.map(\.verdict) == [.halfTrue, .true, .unverifiable])
    #expect(file.claims[0].text == "12 nhà … đã ngập")
    #expect(file.claims[0].notes == SampleDesk.vietnamese.claims[0].notes)
    #expect(file.claims[0].annotator == "An")
  }

  @Test(
    "A rating is read by its words, else by its place between worst and best",
    arguments: [
      (#"{"alternateName":"Mostly true"}"#, Verdict.mostlyTrue),
      (#"{"alternateName":"Sai"}"#, .false),
      (#"{"ratingValue":2,"bestRating":5,"worstRating":1}"#, .misleading),
      (#"{"ratingValue":"5","bestRating":"5","worstRating":"1"}"#, .true),
      (#"{"ratingValue":2,"bestRating":10,"worstRating":1}"#, nil),
      (#"{"alternateName":"Four Pinocchios","ratingValue":1,"bestRating":5,"worstRating":1}"#, nil),
    ])
  func rating(json: String, verdict: Verdict?) throws {
    let text = #"{"@type":"ClaimReview","claimReviewed":"a","reviewRating":"# + json + "}"
    let file = try ReviewImport.read(Array(text.utf8), file: "r.json")
    #expect(file.claims[0].verdict == verdict)
    #expect(file.remarks.isEmpty == (verdict != nil))
  }

  @Test("What theo writes for brat it reads with nothing left out")
  func brat() throws {
    let file = try BratImport.read(try SampleDesk.output(BratForm.self).files, file: "b")
    #expect(file.remarks == [])
    #expect(Set(file.claims.compactMap(\.id)) == ["c1", "c2", "c3", "c4", "c5"])
    let first = try #require(file.claims.first { $0.id == "c1" })
    let known = SampleDesk.vietnamese.claims[0]
    #expect(first.pieces.map(\.start) == [39, 57])
    #expect(first.source.map(\.exact) == ["Bà Nguyễn Thị Mỹ"])
    #expect(first.verdict == known.verdict)
    #expect(first.notes == known.notes)
    #expect(first.evidence == known.evidence)
    #expect(first.story.text?.hasPrefix("=Đê Đà Nẵng vỡ 🌊 \n") == true)
  }

  @Test("Lines of brat that theo has no place for are listed with their number")
  func bratRemarks() throws {
    let ann = """
      T1\tClaim 0 3\tabc
      T2\tPerson 4 7\tdef
      R1\tSays Arg1:T1 Arg2:T2
      A1\tVerdict T1 maybe
      #1\tAnnotatorNotes T1\ta\\tb \\ c
      T3\tClaim zero 9\tx
      """
    let file = try BratImport.read([("d/s.ann", Array(ann.utf8))], file: "s.ann")
    #expect(
      file.remarks.map { "\($0.place): \($0.words)" } == [
        "d/s.ann, line 3: cannot be read: 'R1\tSays Arg1:T1 Arg2:T2'",
        "d/s.ann, line 6: cannot be read: 'T3\tClaim zero 9\tx'",
        "d/s.ann, line 4: 'maybe' is no verdict; expected unchecked, true, mostly-true, half-true, "
          + "misleading, false, unverifiable",
        "d/s.ann, line 2: left out: the type 'Person' is none of theo's",
      ])
    #expect(file.claims.map(\.notes) == [["a\tb \\ c"]])
    #expect(throws: ImportFault.self) { try BratImport.read([], file: "x") }
  }

  @Test("A note for brat is the same after both ways, whatever is in it")
  func escapes() {
    var generator = SplitMix(seed: 7)
    let pieces = ["\\", "n", "\n", "\t", "t", "ế", "a b", "\\n"]
    for _ in 0..<500 {
      let note = (0..<generator.next(below: 8)).map { _ in pieces[generator.next(below: 8)] }
        .joined()
      #expect(BratText.unescaped(BratText.escaped(note)) == note)
    }
  }
}
