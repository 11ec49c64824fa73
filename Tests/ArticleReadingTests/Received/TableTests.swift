import ArticleReading
import ClaimModel
import Testing

@Suite("Tables of stories")
struct TableTests {
  static let table = #"""
    Tiêu đề;Nội dung;Tác giả;Ngày;Đường dẫn;Chuyên mục;Ghi chú
    "Lũ ""lớn""";"Ông Lâm nói: 12 nhà sập; hết.
    Bà Mai khóc.";An Lê, Bình;06/01/2024;https://bao.example/1;Thời sự;x
    Hạn hán;Ông Tám cho biết 3 hồ cạn.;;2024-01-07T08:30:00+07:00;;;
    ;;;;;;
    Không chữ;;;;;;
    """#

  @Test("A story a row, whatever the separator, the line ends and the encoding")
  func csv() {
    for text in [Self.table, Self.table.replacing("\n", with: "\r\n"), "\u{FEFF}" + Self.table] {
      let read = ReadInput(text, named: "b.csv")
      #expect(read.form == "csv" && read.errors.isEmpty)
      #expect(
        read.texts == [
          "Lũ \"lớn\"\nÔng Lâm nói: 12 nhà sập; hết.\nBà Mai khóc.",
          "Hạn hán\nÔng Tám cho biết 3 hồ cạn.",
        ])
      #expect(read.titles == ["Lũ \"lớn\"", "Hạn hán"])
      #expect(read.told == ["b.csv: 1 row without text passed over"])
      let first = read.articles[0]
      #expect(first.name == "b.csv#1" && first.url == "https://bao.example/1")
      #expect(first.origin?.authors == ["An Lê", "Bình"] && first.origin?.section == "Thời sự")
      #expect(first.origin?.published?.description == "2024-01-06")
      #expect(read.articles[1].origin?.published?.description == "2024-01-07T08:30+07:00")
    }
    let units = Array("\u{FEFF}title\ttext\nLũ\tÔng nói 3 nhà sập.\n".utf16)
    let wide = ReadInput(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(wide.form == "tsv" && wide.texts == ["Lũ\nÔng nói 3 nhà sập."])
  }

  @Test(
    "A column's name may say that it is the story's",
    arguments: ["bài", "bài báo", "bài viết", "tin", "chi tiết"])
  func tails(tail: String) {
    let read = ReadInput("STT;Tựa đề \(tail);Nội dung \(tail)\n1;Lũ;Ông Lâm nói 12 nhà sập.\n")
    #expect(read.titles == ["Lũ"] && read.texts == ["Lũ\nÔng Lâm nói 12 nhà sập."])
  }

  @Test("Of a table in Windows-1258 the letters are right")
  func windows1258() {
    // "tiêu đề,nội dung" and "Lũ,Mưa lớn ở Huế, ông nói."
    let head = Array("ti".utf8) + [0xEA] + Array("u ".utf8) + [0xF0, 0xEA, 0xCC, 0x2C]
    let names = head + Array("n".utf8) + [0xF4, 0xF2] + Array("i dung\n".utf8)
    let row =
      Array("Lu".utf8) + [0xDE] + Array(",\"M".utf8) + [0xFD] + Array("a l".utf8)
      + [0xF5, 0xEC] + Array("n, ".utf8) + [0xF4] + Array("ng n".utf8) + [0xF3]
      + Array("i.\"\n".utf8)
    #expect(ReadInput(names + row).texts == ["Lũ\nMưa lớn, ông nói."])
  }

  @Test(
    "Prose with commas is no table",
    arguments: [
      "Lũ lớn, mưa to, gió mạnh.\nÔng Lâm nói, bà Mai nói, không ai nghe.\n",
      "text, he said, is all that\nmatters, she said, to him\n", "title,text", "Nội dung\nMột.\n",
      "Tin, bài, nội dung\n\nÔng Lâm, chủ tịch xã, nói thế.\n",
    ])
  func prose(text: String) {
    #expect(ReadInput(text, named: "a.txt").form == "text")
  }

  @Test("A table without a column of text names its columns; the user may say which one it is")
  func columns() {
    let text = "tên,lời,khi\nLũ,Ông nói 3 nhà sập.,2024-01-06\n"
    let read = ReadInput(text, named: "b.csv")
    #expect(
      read.words == [
        "\"b.csv\": a CSV table: no column of text; its columns are \"tên\", \"lời\", \"khi\"; "
          + "say which one it is: --columns text=NAME"
      ])
    let given = ReadInput(text, named: "b.csv", columns: ["Lời": "text", "khi": "date"])
    #expect(given.texts == ["Lũ\nÔng nói 3 nhà sập."])
    #expect(given.articles[0].origin?.published?.description == "2024-01-06")
    let wrong = ReadInput(text, named: "b.csv", columns: ["thân": "text"])
    #expect(wrong.words.first?.contains("no column \"thân\"; its columns are") == true)
  }

  @Test("theo's own list of claims is no table of stories")
  func claims() {
    let text = "id,article,worth,kind,speaker,text\nc1,a1,0.5,direct,An,3 died\n"
    let read = ReadInput(text, named: "claims.csv")
    #expect(read.articles.isEmpty)
    #expect(read.words.first?.contains("claims as theo lists them") == true)
  }

  @Test("A quotation mark without its partner ends nothing by half")
  func openQuote() {
    let read = ReadInput(
      "title,text\nA,One died.\nB,\"never closed\nC,x\n", named: "b.csv", as: "csv")
    #expect(read.articles.isEmpty)
    #expect(
      read.words == [
        "\"b.csv\": a CSV table, line 3: a field in quotation marks that has no end; "
          + "expected a closing \" (a \" within a field is written twice)"
      ])
  }

  @Test("A bad date is told with its line")
  func badDate() {
    let read = ReadInput("title,text,date\nA,One died.,soon\nB,Two died.,2024-01-06\n", named: "b")
    #expect(read.texts == ["B\nTwo died."])
    #expect(
      read.words == [
        "\"b\": a CSV table, line 2: \"date\" is \"soon\", no date; "
          + "write it as \"2024-01-05\" or, the day first, \"05/01/2024\""
      ])
  }

  @Test("Text with tags in a cell is read as a page's text")
  func markup() {
    let read = ReadInput("title,content\nA,\"<p>One <b>died</b>.</p><p>Two &amp; three.</p>\"\n")
    #expect(read.texts == ["A\nOne died.\nTwo & three."])
  }
}

@Suite("Excel workbooks")
struct WorkbookTests {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  static func workbook(_ second: String) -> [UInt8] {
    ZipMaker.zip([
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "_rels/.rels",
        "<Relationships xmlns='\(package)'><Relationship Id='1' Type='\(office)/officeDocument' "
          + "Target='xl/workbook.xml'/></Relationships>"),
      .init(
        "xl/workbook.xml",
        "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets><sheet name='S1' r:id='a'/>"
          + "<sheet name='S2' r:id='b'/></sheets></workbook>"),
      .init(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(package)'>"
          + "<Relationship Id='a' Type='\(office)/worksheet' Target='worksheets/s1.xml'/>"
          + "<Relationship Id='b' Type='\(office)/worksheet' Target='/xl/worksheets/s2.xml'/>"
          + "<Relationship Id='c' Type='\(office)/sharedStrings' Target='strings.xml'/>"
          + "<Relationship Id='d' Type='\(office)/styles' Target='styles.xml'/></Relationships>"),
      .init(
        "xl/strings.xml",
        "<sst xmlns='\(main)'><si><t>Nội dung</t></si><si><r><t>Ông nói </t></r><r><t>3 nhà sập.</t>"
          + "</r></si><si><t>Ngày</t></si></sst>"),
      .init(
        "xl/styles.xml",
        "<styleSheet xmlns='\(main)'><numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/>"
          + "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='22'/></cellXfs>"
          + "</styleSheet>"),
      .init(
        "xl/worksheets/s1.xml",
        "<worksheet xmlns='\(main)'><sheetData><row r='1'><c r='A1'><v>7</v></c></row></sheetData>"
          + "</worksheet>"),
      .init("xl/worksheets/s2.xml", second),
    ])
  }

  static let sheet =
    "<worksheet xmlns='\(main)'><sheetData>"
    + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>2</v></c>"
    + "<c r='D2' t='inlineStr'><is><t>Tiêu đề</t></is></c></row>"
    + "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='C3' s='1'><v>45297</v></c>"
    + "<c r='D3' t='str'><v>Lũ</v></c></row>"
    + "<row r='4'><c r='A4' t='inlineStr'><is><t>Hai_x000D_&#10;dòng.</t></is></c>"
    + "<c r='C4' s='2'><v>45297.4375</v></c></row></sheetData></worksheet>"

  @Test("The first sheet with a column of text: shared and inline strings, dates by their style")
  func workbook() {
    let read = ReadInput(Self.workbook(Self.sheet), named: "b.xlsx")
    #expect(read.form == "xlsx" && read.errors.isEmpty)
    #expect(read.texts == ["Lũ\nÔng nói 3 nhà sập.", "Hai\ndòng."])
    #expect(
      read.articles.map { $0.origin?.published?.description } == ["2024-01-06", "2024-01-06T10:30"])
  }

  @Test("A workbook that is cut off, or without such a sheet, is refused with part and columns")
  func bad() {
    let cut = ReadInput(Self.workbook(String(Self.sheet.prefix(400))), named: "b.xlsx")
    #expect(cut.articles.isEmpty)
    #expect(
      cut.words.first?.hasPrefix("\"b.xlsx\": an Excel workbook, xl/worksheets/s2.xml, line 1")
        == true)
    let none = ReadInput(Self.workbook("<worksheet><sheetData/></worksheet>"), named: "b.xlsx")
    #expect(none.words.first?.contains("no column of text; its columns are \"7\"") == true)
  }
}

@Suite("JSON lists of stories")
struct JSONListTests {
  static let records = #"""
    {"id": 7, "title": "Lũ", "text": "Ông nói 3 nhà sập.", "date": "06/01/2024",
     "author": ["An", {"name": "Bình"}], "language": "vi-VN"},
    {"headline": "Hạn", "content": "<p>Một.</p><p>Hai.</p>", "source": {"name": "Báo An"},
     "publishedAt": "2024-01-06T10:00:00Z", "url": "https://bao.example/2"}
    """#

  @Test(
    "A list, or an object with one, is a story a record",
    arguments: [
      "[\(records)]", "\u{FEFF} [ \(records) ]",
      #"{"status": "ok", "totalResults": 2, "articles": [\#(records)]}"#,
      #"{"meta": {"a": [1, {"b": "}"}]}, "items": [\#(records)], "next": null}"#,
    ])
  func lists(text: String) {
    let read = ReadInput(text, named: "b.json")
    #expect(read.form == "json" && read.errors.isEmpty)
    #expect(read.articles.map(\.name) == ["7", "b.json#2"])
    #expect(read.texts == ["Lũ\nÔng nói 3 nhà sập.", "Hạn\nMột.\nHai."])
    #expect(read.articles[0].origin?.authors == ["An", "Bình"])
    #expect(read.articles[0].origin?.published?.description == "2024-01-06")
    #expect(read.articles[1].origin?.agencies == ["Báo An"])
  }

  @Test(
    "Other JSON is not taken for a list of stories",
    arguments: [
      #"{"id":"1","text":"Tin.","data":[{"text":"x","title":"y"}]}"#, "[1, 2, 3]", "[]", "{}",
      #"[{"a": 1}]"#, #"{"format": "theo-session", "articles": [{"text": "x"}]}"#,
      #"{"articles": [{"claims": [], "sha256": "00", "text": "x"}], "format": "theo-session"}"#,
      #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "x"}]}"#, "[{",
    ])
  func others(text: String) {
    #expect(ReadInput(text).form != "json")
  }

  @Test("A list that is cut off is refused with the place, and nothing of it is read")
  func cutOff() {
    let read = ReadInput("[\(Self.records)", named: "b.json")
    #expect(read.articles.isEmpty)
    #expect(
      read.words == [
        "\"b.json\": a JSON list, line 4, column 72: expected ',' or ']', found the end of the text; "
          + "give the whole file"
      ])
  }

  @Test("A record without text is told by its number")
  func textless() {
    let read = ReadInput(#"[{"title":"A","text":"One."},{"title":"B"}]"#, named: "b.json")
    #expect(read.texts == ["A\nOne."])
    #expect(
      read.words == [
        #""b.json": a JSON list, item 2: no "text"; expected {"title": "…", "text": "…"}"#
      ])
  }
}
