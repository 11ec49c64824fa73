/// A report as a Word document (ECMA-376, WordprocessingML): what Word, LibreOffice and Pages open.
package enum DocxReport {
  package static func bytes(of model: ReportModel, folder: String) -> [UInt8] {
    var package = ZipWriter()
    package.add("[Content_Types].xml", DocxParts.contentTypes)
    package.add("_rels/.rels", DocxParts.relations)
    package.add("word/document.xml", document(model, folder))
    package.add("word/styles.xml", DocxParts.styles(language: model.language))
    package.add("word/_rels/document.xml.rels", DocxParts.documentRelations)
    return package.finish()
  }

  private static func document(_ model: ReportModel, _ folder: String) -> [UInt8] {
    var xml = HTMLText()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    xml.raw(
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
    )
    for block in ReportOutline(model, folder: folder).blocks { xml.append(block) }
    // A4 with margins of 2.5 cm, in twentieths of a point.
    xml.raw(
      """
      <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" \
      w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>\
      </w:body></w:document>
      """)
    return xml.bytes
  }
}

extension HTMLText {
  fileprivate mutating func append(_ block: OutlineBlock) {
    switch block {
    case .heading(let level, let text):
      // The third level is that of claims, by which they are found again.
      paragraph(style: level == 3 ? "Heading4" : "Heading\(level)", text)
    case .claim(let text, _): paragraph(style: "Heading3", text)
    case .paragraph(let text): paragraph(style: "Normal", text)
    case .quotation(let text): paragraph(style: "Quote", text)
    case .list(let items): items.forEach { paragraph(style: "ListItem", "– " + $0) }
    case .facts(let facts): facts.forEach { fact($0) }
    case .table(let columns, let rows): table(columns, rows)
    case .story(let runs): story(runs)
    }
  }

  private mutating func paragraph(
    style: String, _ runs: (inout HTMLText) -> Void
  ) {
    raw("<w:p><w:pPr><w:pStyle w:val=\"")
    text(style)
    raw("\"/></w:pPr>")
    runs(&self)
    raw("</w:p>")
  }

  private mutating func paragraph(style: String, _ text: String) {
    paragraph(style: style) { $0.run(text) }
  }

  /// Word drops blanks at the ends of a run unless they are to be kept.
  private mutating func run(_ text: String, properties: StaticString = "") {
    raw("<w:r>")
    raw(properties)
    raw("<w:t xml:space=\"preserve\">")
    self.text(text.withoutNoncharacters)
    raw("</w:t></w:r>")
  }

  private mutating func fact(_ fact: OutlineBlock.Fact) {
    paragraph(style: "ListItem") { xml in
      xml.run(fact.label + ": ", properties: "<w:rPr><w:b/></w:rPr>")
      xml.run(fact.lines.joined(separator: "; "))
    }
  }

  private mutating func story(_ runs: [StoryRun]) {
    paragraph(style: "Story") { xml in
      for run in runs {
        for claim in run.begins {
          xml.run(
            "\(claim) ", properties: "<w:rPr><w:b/><w:vertAlign w:val=\"superscript\"/></w:rPr>")
        }
        xml.run(run.text, properties: DocxParts.shade(run.group))
      }
    }
  }

  private mutating func table(_ columns: [String], _ rows: [[String]]) {
    raw(
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>"
    )
    for _ in columns { raw("<w:gridCol/>") }
    raw("</w:tblGrid>")
    for (place, row) in ([columns] + rows).enumerated() {
      raw("<w:tr>")
      if place == 0 { raw("<w:trPr><w:tblHeader/></w:trPr>") }
      for cell in row {
        raw("<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>")
        paragraph(style: "Cell") {
          $0.run(cell, properties: place == 0 ? "<w:rPr><w:b/></w:rPr>" : "")
        }
        raw("</w:tc>")
      }
      raw("</w:tr>")
    }
    // Two tables in a row would become one.
    raw("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>")
  }
}

extension String {
  /// XML 1.0 has no U+FFFE and U+FFFF.
  fileprivate var withoutNoncharacters: String {
    guard unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else {
      return self
    }
    return replacing("\u{FFFE}", with: "‹FFFE›").replacing("\u{FFFF}", with: "‹FFFF›")
  }
}
