import ClaimModel
import JSONText
import TestSupport
import Testing

@testable import Exchange

@Suite("Claims as annotations")
struct AnnotationFormTests {
  @Test(
    "rdflib reads Web Annotation with the vocabulary's own terms, without the network",
    .enabled(if: PythonCheck.has("rdflib"), "needs the Python package rdflib"))
  func webAnnotation() throws {
    let folder = try TestFolder()
    let path = try folder.write(try SampleDesk.text(WebAnnotationForm.self), to: "a.jsonld")
    let text = try folder.write(SampleDesk.vietnamese.article.text, to: "a1.txt")
    let seen = try PythonCheck.run(
      """
      import sys, socket
      def refused(*arguments): raise OSError("no network")
      socket.socket.connect = refused
      from rdflib import Graph, Namespace, URIRef
      OA = Namespace("http://www.w3.org/ns/oa#")
      graph = Graph().parse(sys.argv[1], format="json-ld")
      first = URIRef("urn:x-theo:claim:c1")
      text = open(sys.argv[2], newline="").read()
      print(sorted(str(o) for o in graph.objects(first, OA.motivatedBy)))
      for target in sorted(graph.objects(first, OA.hasTarget)):
          assert isinstance(next(graph.objects(target, OA.hasSource)), URIRef)
      quotes = []
      for target in graph.objects(first, OA.hasTarget):
          place = next(s for s in graph.objects(target, OA.hasSelector) if (s, OA.start, None) in graph)
          quote = next(s for s in graph.objects(target, OA.hasSelector) if (s, OA.exact, None) in graph)
          start, end = (next(graph.objects(place, p)).toPython() for p in (OA.start, OA.end))
          exact, prefix, suffix = (str(next(graph.objects(quote, p))) for p in (OA.exact, OA.prefix, OA.suffix))
          assert text[start:end] == exact, (text[start:end], exact)
          assert text[:start].endswith(prefix) and text[end:].startswith(suffix)
          quotes.append(exact)
      print(sorted(quotes))
      unknown = {p for p in graph.predicates() if str(p).startswith(str(OA))} - {OA[n] for n in (
          "hasBody", "hasTarget", "hasSource", "hasSelector", "motivatedBy", "hasPurpose", "exact",
          "prefix", "suffix", "start", "end")}
      print(unknown, len(list(graph.subjects(None, OA.Annotation))))
      """, [path, text])
    #expect(
      seen == """
        ['http://www.w3.org/ns/oa#assessing']
        ['12 nhà', 'đã ngập']
        set() 5

        """)
  }

  @Test("ClaimReview has what its readers require, of claims with verdicts alone")
  func claimReview() throws {
    let value = try JSONReader.read(try SampleDesk.text(ClaimReviewForm.self))
    guard case .object(let document) = value, case .array(let reviews)? = document["@graph"] else {
      Issue.record("no graph: \(value)")
      return
    }
    #expect(reviews.count == 3)
    #expect(
      JSONWriter().string(reviews[0]) == #"""
        {"@type":"ClaimReview","url":"https://example.org/checks#c1","identifier":"c1",\#
        "claimReviewed":"12 nhà … đã ngập","author":{"@type":"Person","name":"An"},\#
        "datePublished":"2024-01-05","inLanguage":"vi","reviewRating":{"@type":"Rating",\#
        "alternateName":"Half true","name":"half-true","ratingValue":"3","bestRating":"5",\#
        "worstRating":"1"},"reviewBody":"=1+1, she \"said\"\nXinhua: 11",\#
        "citation":["https://example.org/b?x=1;y"],"keywords":["lũ","figures"],\#
        "itemReviewed":{"@type":"Claim","name":"12 nhà … đã ngập","author":{"@type":"Person",\#
        "name":"Nguyễn Thị Mỹ"},"datePublished":"2024-01-05","appearance":{"@type":"NewsArticle",\#
        "url":"https://example.org/de%20vo?a=%221%22","headline":"=Đê Đà Nẵng vỡ 🌊",\#
        "datePublished":"2024-01-05"}}}
        """#)
    #expect(JSONWriter().string(reviews[2]).contains(#""name":"unverifiable"}"#))
  }

  @Test(
    "extruct finds the reviews in a page",
    .enabled(if: PythonCheck.has("extruct"), "needs the Python package extruct"))
  func extruct() throws {
    let folder = try TestFolder()
    let path = try folder.write(try SampleDesk.text(ClaimReviewForm.self), to: "r.json")
    let seen = try PythonCheck.run(
      """
      import sys, extruct
      block = open(sys.argv[1]).read()
      page = '<html><head><script type="application/ld+json">' + block + '</script></head></html>'
      for item in extruct.extract(page, syntaxes=["json-ld"])["json-ld"]:
          print([r["reviewRating"].get("ratingValue") for r in item["@graph"]])
      """, [path])
    #expect(seen == "['3', '5', None]\n")
  }

  private func folder<Form: DeskForm>(of type: Form.Type) throws -> TestFolder {
    let folder = try TestFolder()
    for file in try SampleDesk.output(type).files { try folder.write(file.bytes, to: file.name) }
    return folder
  }

  @Test("brat has a T line a span, and events that point to them")
  func brat() throws {
    let folder = try folder(of: BratForm.self)
    #expect(try folder.names() == ["a1.ann", "a1.txt", "a2.ann", "a2.txt", "annotation.conf"])
    #expect(
      try folder.text("a1.ann") == #"""
        T1	Claim_half-true 39 45;57 64	12 nhà đã ngập
        T2	Claim_unchecked 87 94	đê vững
        T3	Claim_true 96 118	Nước rút ngày 5/1/2024
        T4	Source 18 34	Bà Nguyễn Thị Mỹ
        T5	Cue 35 38	nói
        T6	Hop 52 55	AFP
        E1	Claim_half-true:T1 Source:T4 Cue:T5 Hop:T4 Hop2:T6
        #1	Theo E1	c1
        A1	Verdict E1 half-true
        A2	Credibility E1 2
        #2	Speaker E1	Nguyễn Thị Mỹ
        #3	AnnotatorNotes E1	=1+1, she "said"\nXinhua: 11
        #4	Tag E1	lũ
        #5	Tag E1	figures
        #6	Evidence E1	https://example.org/b?x=1;y
        #7	Evidence E1	c3
        E2	Claim_unchecked:T2 Source:T4 Cue:T5
        #8	Theo E2	c2
        #9	Speaker E2	Nguyễn Thị Mỹ
        #10	Theo T3	c3
        A3	Verdict T3 true

        """#)
  }

  @Test(
    "pybrat and bratly read brat's files, and spans are where they say",
    .enabled(if: PythonCheck.has("pybrat", "bratly"), "needs the Python packages pybrat and bratly")
  )
  func bratReaders() throws {
    let folder = try folder(of: BratForm.self)
    let seen = try PythonCheck.run(
      """
      import sys
      from pybrat.parser import BratParser
      for example in sorted(BratParser(error="raise").parse(sys.argv[1]), key=lambda e: e.id):
          text = example.text
          for entity in example.entities:
              words = " ".join(text[s.start:s.end] for s in entity.spans)
              assert words == entity.mention, (words, entity.mention)
          print(len(example.entities), sorted(e.type for e in example.events))
      from bratly import EntityAnnotation, EventAnnotation, AttributeAnnotation, NoteAnnotation
      known = {}
      for line in open(sys.argv[1] + "/a1.ann").read().splitlines():
          made = {"T": lambda l: EntityAnnotation.from_line(l),
                  "E": lambda l: EventAnnotation.from_line(l, known),
                  "A": lambda l: AttributeAnnotation.from_line(l, known),
                  "#": lambda l: NoteAnnotation.from_line(l, known)}[line[0]](line)
          known[made.id] = made
      print(known["A3"].values, known["E1"].args["Hop2"].content, known["#3"].value)
      """, [folder.path])
    #expect(
      seen == #"""
        6 ['Claim_half-true', 'Claim_unchecked']
        3 ['Claim_unchecked']
        ['true'] AFP =1+1, she "said"\nXinhua: 11

        """#)
  }

  @Test(
    "dkpro-cassis reads CAS JSON, and its offsets are those of the text",
    .enabled(if: PythonCheck.has("cassis"), "needs the Python package dkpro-cassis"))
  func cas() throws {
    let folder = try folder(of: CASForm.self)
    let seen = try PythonCheck.run(
      """
      import sys, cassis
      for name in ("a1", "a2"):
          with open(f"{sys.argv[1]}/{name}.json", "rb") as f: cas = cassis.load_cas_from_json(f)
          for claim in cas.select("webanno.custom.Claim"):
              print(claim.identifier, claim.verdict, repr(claim.get_covered_text()))
          print(sorted((p.claim, p.role, p.get_covered_text()) for p in cas.select("webanno.custom.ClaimPart"))[:4])
          cassis.load_cas_from_json(cas.to_json())
      """, [folder.path])
    #expect(
      seen == """
        c1 half-true '12 nhà, theo AFP, đã ngập'
        c2 unchecked 'đê vững'
        c3 true 'Nước rút ngày 5/1/2024'
        [('c1', 'content', '12 nhà'), ('c1', 'content', 'đã ngập'), ('c1', 'cue', 'nói'), ('c1', 'hop', 'AFP')]
        c4 unverifiable 'Mo\u{302}t Harbour reopened'
        c5 unchecked 'The port was shut for 3 weeks'
        [('c4', 'content', 'Mo\u{302}t Harbour reopened'), ('c5', 'content', 'The port was shut for 3 weeks'), ('c5', 'source', 'an official')]

        """)
  }

  @Test("Every form is found by its name and its endings, and no two share one")
  func names() {
    let names = DeskForms.all.map { $0.name }
    #expect(names == Array(Set(names)).sorted())
    let endings = DeskForms.all.flatMap { $0.endings }
    #expect(endings.count == Set(endings).count)
    #expect(DeskForms.ofFile("a/Desk.XLSX")?.name == "xlsx")
    #expect(DeskForms.ofFile("claims") == nil)
    #expect(DeskForms.named("brat")?.name == "brat")
  }
}
