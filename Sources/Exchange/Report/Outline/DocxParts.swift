internal import ClaimModel

/// The parts of a Word document beside its text.
enum DocxParts {
  static let contentTypes = bytes(
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
    </Types>
    """)

  static let relations = bytes(
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
    </Relationships>
    """)

  static let documentRelations = bytes(
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
    </Relationships>
    """)

  /// Sizes are half points, distances twentieths of a point.
  static func styles(language: ArticleLanguage) -> [UInt8] {
    let tag = language == .vietnamese ? "vi-VN" : "en-GB"
    let styles = [
      style("Normal", "Normal", "<w:pPr><w:spacing w:after=\"120\"/></w:pPr>", isDefault: true),
      heading(1, size: 36), heading(2, size: 28), heading(3, size: 24), heading(4, size: 22),
      style(
        "Quote", "Quote",
        "<w:pPr><w:keepNext/><w:spacing w:after=\"80\"/><w:ind w:left=\"284\"/></w:pPr><w:rPr><w:sz w:val=\"24\"/></w:rPr>"
      ),
      style(
        "ListItem", "List Item",
        "<w:pPr><w:spacing w:after=\"40\"/><w:ind w:left=\"284\"/></w:pPr>"),
      style(
        "Story", "Story",
        "<w:pPr><w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr>"),
      style(
        "Cell", "Cell",
        "<w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:sz w:val=\"20\"/></w:rPr>"),
    ]
    return bytes(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" \
      w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="\(tag)"/></w:rPr>\
      </w:rPrDefault></w:docDefaults>\(styles.joined())<w:style w:type="table" w:styleId="Grid">\
      <w:name w:val="Grid"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders><w:tblCellMar>\
      <w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      </w:style></w:styles>
      """)
  }

  private static var borders: String {
    ["top", "bottom", "insideH"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
    }.joined()
  }

  private static func heading(_ level: Int, size: Int) -> String {
    style(
      "Heading\(level)", "heading \(level)",
      "<w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"\(size)\"/></w:rPr>"
    )
  }

  private static func style(
    _ id: String, _ name: String, _ rest: String, isDefault: Bool = false
  ) -> String {
    "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/>\(isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")\(rest)</w:style>"
  }

  /// What words of a claim are shaded with, the tints of the page's style sheet.
  static func shade(_ group: String?) -> StaticString {
    switch group {
    case nil: ""
    case "true"?: "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"DDF2E3\"/></w:rPr>"
    case "mostly-true"?:
      "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9F3D2\"/></w:rPr>"
    case "half-true"?: "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBECC7\"/></w:rPr>"
    case "misleading"?: "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FDE3D3\"/></w:rPr>"
    case "false"?: "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBDCDF\"/></w:rPr>"
    case "unverifiable"?:
      "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9E0F5\"/></w:rPr>"
    case "disputed"?: "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F9DCEC\"/></w:rPr>"
    default: "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6E9EC\"/></w:rPr>"
    }
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
