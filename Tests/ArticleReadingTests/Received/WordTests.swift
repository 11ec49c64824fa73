import ArticleReading
import ClaimModel
import Testing

@Suite("Word documents")
struct WordTests {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  static func document(
    _ body: String, notes: String = "", comments: String = "", main: String = main
  ) -> [UInt8] {
    func part(_ root: String, _ inner: String) -> String {
      "<w:\(root) xmlns:w='\(main)' xmlns:mc='urn:mc' xmlns:wps='urn:wps' xmlns:v='urn:v'>\(inner)"
        + "</w:\(root)>"
    }
    let relations = ["styles", "footnotes", "comments"].map {
      "<Relationship Id='\($0)' Type='\(office)/\($0)' Target='\($0).xml'/>"
    }.joined()
    let styles = [("T1", "Title"), ("H1", "heading 1"), ("S1", "Subtitle")].map {
      "<w:style w:styleId='\($0.0)'><w:name w:val='\($0.1)'/></w:style>"
    }.joined()
    return ZipMaker.zip([
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "_rels/.rels",
        "<Relationships xmlns='\(package)'><Relationship Id='1' Type='\(office)/officeDocument' "
          + "Target='word/document.xml'/></Relationships>"),
      .init(
        "word/_rels/document.xml.rels",
        "<Relationships xmlns='\(package)'>\(relations)</Relationships>"),
      .init(
        "word/styles.xml",
        part(
          "styles",
          styles
            + "<w:style w:styleId='Bí'><w:name w:val='Bí mật'/><w:rPr><w:vanish/></w:rPr></w:style>"
        )),
      .init("word/footnotes.xml", part("footnotes", notes)),
      .init("word/comments.xml", part("comments", comments)),
      .init("word/document.xml", part("document", "<w:body>\(body)</w:body>")),
    ])
  }

  static func p(_ inner: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val='\($0)'/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(inner)</w:p>"
  }

  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")"
      + "<w:t xml:space='preserve'>\(text)</w:t></w:r>"
  }

  static let deleted = "<w:del w:id='1'><w:r><w:delText>mười ba</w:delText></w:r></w:del>"

  static let cases: [(String, [String])] = [
    (p(r("Ông nói ") + r("12", "<w:b/>") + r(" nhà sập.")), ["Ông nói 12 nhà sập."]),
    (
      p("<w:r><w:t>An</w:t><w:br/><w:t>(Theo AFP)</w:t><w:tab/><w:t>hết</w:t></w:r>"),
      ["An", "(Theo AFP) hết"]
    ),
    (p("<w:r><w:t>chín</w:t><w:br/><w:t>người chết</w:t></w:r>"), ["chín người chết"]),
    (
      p(r("Có ") + deleted + "<w:ins w:id='2'>\(r("mười hai"))</w:ins>" + r(" người.")),
      ["Có mười hai người."]
    ),
    (
      p(
        "<w:moveFrom w:id='3'>\(r("đi"))</w:moveFrom>" + r("Ở ")
          + "<w:moveTo>\(r("đây"))</w:moveTo>"),
      ["Ở đây"]
    ),
    (p(r("Thấy") + r(" giấu", "<w:vanish/>") + r(" được", "<w:vanish w:val='0'/>")), ["Thấy được"]),
    (p(r("Thấy") + r(" giấu", "<w:rStyle w:val='Bí'/>")), ["Thấy"]),
    (
      "<w:sdt><w:sdtPr/><w:sdtContent>\(p(r("Ô ") + "<w:sdt><w:sdtContent>\(r("trong"))</w:sdtContent></w:sdt>"))"
        + "</w:sdtContent></w:sdt>",
      ["Ô trong"]
    ),
    (
      p(
        "<w:fldSimple w:instr='DATE'>\(r("5/1"))</w:fldSimple><w:smartTag>\(r(" ở Huế"))</w:smartTag>"
          + "<w:hyperlink>\(r(" (nguồn)"))</w:hyperlink>"
          + "<w:r><w:instrText>PAGE</w:instrText></w:r><w:customXml>\(r("."))</w:customXml>"),
      ["5/1 ở Huế (nguồn)."]
    ),
    (
      p(
        r("Trước") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
          + p(r("Hộp")) + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
          + "<v:textbox><w:txbxContent>" + p(r("Hộp")) + "</w:txbxContent></v:textbox></w:pict>"
          + "</mc:Fallback></mc:AlternateContent></w:r>" + r(" sau")),
      ["Trước sau", "Hộp"]
    ),
    (
      "<w:tbl><w:tr><w:tc>\(p(r("A")))</w:tc><w:tc>\(p(r("B")))\(p(r("C")))</w:tc></w:tr>"
        + "<w:tr><w:trPr><w:del/></w:trPr><w:tc>\(p(r("x")))</w:tc><w:tc>\(p(r("y")))</w:tc></w:tr></w:tbl>",
      ["A | B C"]
    ),
    ("<w:tbl><w:tr><w:tc>\(p(r("Một")))\(p(r("Hai")))</w:tc></w:tr></w:tbl>", ["Một", "Hai"]),
    (
      p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("Đầu ")) + p(r("đuôi.")), ["Đầu đuôi."]
    ),
    (
      p(r("Lũ") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + p(r("Hết.")),
      ["Lũ", "Chú thích.", "Hết."]
    ),
  ]

  @Test(
    "What stands in a document is in the story, what was taken out of it is not", arguments: cases)
  func contents(body: String, lines: [String]) {
    let notes =
      "<w:footnote w:id='0' w:type='separator'>\(Self.p(Self.r("---")))</w:footnote>"
      + "<w:footnote w:id='2'>\(Self.p(Self.r("Chú thích.")))</w:footnote>"
    let read = ReadInput(Self.document(body, notes: notes), named: "a.docx")
    #expect(read.form == "docx" && read.errors.isEmpty)
    #expect(read.texts == [lines.joined(separator: "\n")])
  }

  @Test("The title is told by its style, a subtitle is the lead, strict documents are read too")
  func title() {
    let body =
      Self.p(Self.r("Lũ lớn"), style: "T1") + Self.p(Self.r("Sapo."), style: "S1")
      + Self.p(Self.r("Ông nói 3 nhà sập."))
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    for bytes in [Self.document(body), Self.document(body, main: strict)] {
      let read = ReadInput(bytes)
      #expect(read.titles == ["Lũ lớn"])
      #expect(read.articles.first?.origin?.lead == TextSpan(10, 15))
    }
  }

  @Test("What was left out is listed with its cause")
  func removed() {
    let body = Self.p(Self.r("Tin.") + Self.deleted + Self.r("giấu", "<w:vanish/>"))
    let comments = "<w:comment w:id='1'>\(Self.p(Self.r("Kiểm lại")))</w:comment>"
    let read = ReadInput(Self.document(body, comments: comments))
    #expect(
      read.articles.first?.origin?.removed == [
        RemovedText(.deleted, words: "mười ba"), RemovedText(.hidden, words: "giấu"),
        RemovedText(.deskNote, words: "Kiểm lại"),
      ])
  }

  @Test("A document whose text is cut off, missing or empty is refused with the part")
  func bad() {
    let cut = ReadInput(Self.document("<w:p><w:r>"), named: "a.docx")
    #expect(cut.articles.isEmpty)
    #expect(
      cut.words.first?.hasPrefix("\"a.docx\": a Word document, word/document.xml, line 1") == true)
    #expect(
      ReadInput(Self.document(Self.p("")), named: "a").words.first?.contains("no text in it")
        == true)
    let bytes = Self.document(Self.p(Self.r("Tin.")))
    #expect(
      ReadInput(Array(bytes.prefix(600)), named: "a").words.first?.contains("cut off") == true)
  }

  @Test("Entities that swell are refused")
  func entities() {
    let document = ZipMaker.zip([
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "word/document.xml",
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
          + "<!ENTITY c SYSTEM 'file:///etc/hostname'>]><w:document xmlns:w='\(Self.main)'><w:body>"
          + "\(Self.p(Self.r("&b;&c;")))</w:body></w:document>"),
    ])
    let read = ReadInput(document)
    #expect(read.articles.isEmpty && read.errors.count == 1)
  }
}
