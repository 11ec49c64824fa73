internal import JSONText

/// A sheet of an Excel workbook (ISO/IEC 29500-1, section 18) that is filled row by row: its first
/// row has the names of columns, stays in sight, and filters the others.
struct SheetWriter {
  /// Rows that Excel opens, with the first.
  static let mostRows = 1_048_576
  /// UTF-16 units that a cell may hold.
  private static let mostUnits = 32_767

  let name: String
  private let columns: [(name: String, width: Int)]
  /// A column whose cells offer these words.
  var menu: (column: Int, words: [String])?
  private(set) var rows = 1
  private var data: [UInt8] = []

  init(name: String, columns: [(String, Int)]) {
    self.name = name
    self.columns = columns.map { (name: $0.0, width: $0.1) }
    data += "<row r=\"1\">".utf8
    for (place, column) in self.columns.enumerated() {
      append(column.name, at: place, style: 2)
    }
    data += "</row>".utf8
  }

  /// Text becomes text, numbers numbers; null and the empty string are no cell.
  mutating func add(_ values: [JSONValue]) {
    rows += 1
    data += "<row r=\"\(rows)\">".utf8
    for (place, value) in values.enumerated() {
      switch value {
      case .string(let text): if !text.isEmpty { append(text, at: place, style: 1) }
      case .integer(let number): append(number: "\(number)", at: place)
      case .number(let number): append(number: JSONWriter().string(.number(number)), at: place)
      case .bool(let truth): append(truth ? "true" : "false", at: place, style: 1)
      default: break
      }
    }
    data += "</row>".utf8
  }

  private mutating func append(number: String, at place: Int) {
    data += "<c r=\"\(Self.letters(place))\(rows)\"><v>\(number)</v></c>".utf8
  }

  private mutating func append(_ text: String, at place: Int, style: Int) {
    data += "<c r=\"\(Self.letters(place))\(rows)\" s=\"\(style)\" t=\"inlineStr\">".utf8
    data += "<is><t xml:space=\"preserve\">".utf8
    let fits = text.utf8.count <= Self.mostUnits || text.utf16.count <= Self.mostUnits
    XMLText.append(fits ? text : Self.cut(text), to: &data)
    data += "</t></is></c>".utf8
  }

  /// What fits in a cell, with "…" for the rest.
  private static func cut(_ text: String) -> String {
    var units = 0
    let kept = text.unicodeScalars.prefix { scalar in
      units += UTF16.width(scalar)
      return units < mostUnits
    }
    return String(String.UnicodeScalarView(kept)) + "…"
  }

  /// 0 → "A", 27 → "AB"
  static func letters(_ place: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + place % 26)))
    return place < 26 ? last : letters(place / 26 - 1) + last
  }

  /// The sheet as a part of a workbook.
  private var part: [UInt8] {
    var out = Array(XMLText.declaration.utf8)
    let corner = "\(Self.letters(columns.count - 1))\(rows)"
    out += "<worksheet xmlns=\"\(Self.space)\"><dimension ref=\"A1:\(corner)\"/>".utf8
    out += "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"".utf8
    out += " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>".utf8
    for (place, column) in columns.enumerated() {
      let number = place + 1
      out += "<col min=\"\(number)\" max=\"\(number)\" width=\"\(column.width)\"".utf8
      out += " customWidth=\"1\"/>".utf8
    }
    out += "</cols><sheetData>".utf8
    out += data
    out += "</sheetData><autoFilter ref=\"A1:\(corner)\"/>".utf8
    if let menu, rows > 1 {
      let column = Self.letters(menu.column)
      out += "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\"".utf8
      out += " sqref=\"\(column)2:\(column)\(rows)\"><formula1>\"".utf8
      XMLText.append(menu.words.joined(separator: ","), to: &out)
      out += "\"</formula1></dataValidation></dataValidations>".utf8
    }
    out += "</worksheet>".utf8
    return out
  }
}

extension SheetWriter {
  private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// The whole workbook.
  static func workbook(_ sheets: [SheetWriter]) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array(types(sheets.count).utf8))
    zip.add("_rels/.rels", related([("officeDocument", "xl/workbook.xml")]))
    zip.add("xl/workbook.xml", book(sheets))
    let parts = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
    zip.add("xl/_rels/workbook.xml.rels", related(parts + [("styles", "styles.xml")]))
    zip.add("xl/styles.xml", Array((XMLText.declaration + styles).utf8))
    for (place, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(place + 1).xml", sheet.part)
    }
    return zip.finish()
  }

  private static func types(_ count: Int) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let sheets = (1...count).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(kind).worksheet+xml\"/>"
    }
    return XMLText.declaration + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\""
      + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
      + sheets.joined() + "</Types>"
  }

  /// Parts that a part names, by kind and place: rId1, rId2 …
  private static func related(_ parts: [(kind: String, target: String)]) -> [UInt8] {
    let lines = parts.enumerated().map { place, part in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"\(relations)/\(part.kind)\""
        + " Target=\"\(part.target)\"/>"
    }
    let text =
      XMLText.declaration + "<Relationships xmlns=\"\(package)/relationships\">" + lines.joined()
      + "</Relationships>"
    return Array(text.utf8)
  }

  private static func book(_ sheets: [SheetWriter]) -> [UInt8] {
    let lines = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
    }
    let text =
      XMLText.declaration + "<workbook xmlns=\"\(space)\" xmlns:r=\"\(relations)\"><sheets>"
      + lines.joined() + "</sheets></workbook>"
    return Array(text.utf8)
  }

  /// Formats of cells: 0 numbers; 1 text, wrapped, that stays text when it is typed over (format
  /// 49) and is no formula (quotePrefix); 2 names of columns.
  private static let styles =
    "<styleSheet xmlns=\"\(space)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
    + "</font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
    + "<fgColor rgb=\"FFE3EAF2\"/></patternFill></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    + "</cellStyleXfs><cellXfs count=\"3\">"
    + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
    + "<alignment vertical=\"top\"/></xf>"
    + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\""
    + " applyNumberFormat=\"1\" applyAlignment=\"1\">"
    + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\""
    + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/></cellXfs>"
    + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    + "</styleSheet>"
}
