import ClaimModel
import TestSupport
import Testing

@testable import Exchange

@Suite("Claims as a table")
struct SheetFormTests {
  @Test("CSV is a line of names, then a line a claim with all that is known of it")
  func csv() throws {
    let lines = try SampleDesk.text(CSVForm.self)
    #expect(
      lines == """
        id,article,title,text,speaker,verdict,credibility,note,evidence,tags,disputed,annotator,\
        time,sentence,kind,cue,agencies,chain,roots,anonymous,quantities,dates,worth,start,end,\
        verdict_rank,published,url
        c1,a1,'=Đê Đà Nẵng vỡ 🌊,12 nhà … đã ngập,Nguyễn Thị Mỹ,half-true,2,\
        "'=1+1, she ""said""
        Xinhua: 11","https://example.org/b?x=1;y
        c3
        ",lũ; figures,An: half-true; Bình: false,An,2024-01-05T09:14:02Z,"Bà Nguyễn Thị Mỹ nói 12 \
        nhà, theo AFP, đã ngập.",indirect,nói,AFP,Nguyễn Thị Mỹ → AFP,AFP,false,>= 12 nhà,,0.71,39,\
        64,3,2024-01-05,"https://example.org/de vo?a=""1\"""
        c2,a1,'=Đê Đà Nẵng vỡ 🌊,đê vững,Nguyễn Thị Mỹ,unchecked,,,,,,,,Bà Nguyễn Thị Mỹ nói đê \
        vững.,indirect,nói,AFP,,AFP,true,,,0.5,87,94,,2024-01-05,"https://example.org/de vo?a=""1\"""
        c3,a1,'=Đê Đà Nẵng vỡ 🌊,Nước rút ngày 5/1/2024,,true,,,,,,An,2024-01-05T09:14:02Z,Nước rút \
        ngày 5/1/2024.,narrated,,AFP,,AFP,false,,2024-01-05,1,96,118,5,2024-01-05,\
        "https://example.org/de vo?a=""1\"""
        c4,a2,,Mo\u{302}t Harbour reopened,,unverifiable,,,,,,Bình,2024-01-05T09:14:02Z,\
        Mo\u{302}t Harbour reopened,narrated,,,,,false,,,0,0,21,,,
        c5,a2,,The port was shut for 3 weeks,,unchecked,,,,,,,,The port was shut for 3 weeks,\
        indirect,,,,,false,3-4.5,'--01-05,0.25,23,52,,,

        """)
  }

  @Test("CSV begins with a byte order mark where that is asked for, with no claim as well")
  func mark() throws {
    var head = SampleDesk.head
    head.isMarked = true
    var form = CSVForm(head)
    var out = DeskOutput()
    form.finish(&out)
    #expect(out.bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("id,article,".utf8)))
  }

  @Test(
    "A workbook is read by openpyxl: text is text, its first row stays, verdicts have a menu",
    .enabled(if: PythonCheck.has("openpyxl"), "needs the Python package openpyxl"))
  func workbook() throws {
    let folder = try TestFolder()
    let path = try folder.write(try SampleDesk.output(XLSXForm.self).bytes, to: "desk.xlsx")
    let seen = try PythonCheck.run(
      """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      print(book.sheetnames)
      sheet = book["claims"]
      names = [cell.value for cell in sheet[1]]
      print(names[:6], sheet.freeze_panes, sheet.auto_filter.ref)
      rule = sheet.data_validations.dataValidation[0]
      print(rule.sqref, rule.formula1)
      for row in sheet.iter_rows(min_row=2):
          cells = dict(zip(names, row))
          print([(n, cells[n].value, cells[n].data_type, cells[n].quotePrefix) for n in
                 ("id", "title", "verdict", "credibility", "note", "worth", "time", "anonymous")])
      print([[cell.value for cell in row] for row in book["stories"].iter_rows()])
      """, [path])
    #expect(
      seen == #"""
        ['claims', 'stories']
        ['id', 'article', 'title', 'text', 'speaker', 'verdict'] A2 A1:AB6
        F2:F6 "unchecked,true,mostly-true,half-true,misleading,false,unverifiable"
        [('id', 'c1', 's', True), ('title', '=Đê Đà Nẵng vỡ 🌊', 's', True), ('verdict', 'half-true', 's', True), ('credibility', 2, 'n', False), ('note', '=1+1, she "said"\nXinhua: 11', 's', True), ('worth', 0.71, 'n', False), ('time', '2024-01-05T09:14:02Z', 's', True), ('anonymous', 'false', 's', True)]
        [('id', 'c2', 's', True), ('title', '=Đê Đà Nẵng vỡ 🌊', 's', True), ('verdict', 'unchecked', 's', True), ('credibility', None, 'n', False), ('note', None, 'n', False), ('worth', 0.5, 'n', False), ('time', None, 'n', False), ('anonymous', 'true', 's', True)]
        [('id', 'c3', 's', True), ('title', '=Đê Đà Nẵng vỡ 🌊', 's', True), ('verdict', 'true', 's', True), ('credibility', None, 'n', False), ('note', None, 'n', False), ('worth', 1, 'n', False), ('time', '2024-01-05T09:14:02Z', 's', True), ('anonymous', 'false', 's', True)]
        [('id', 'c4', 's', True), ('title', None, 'n', False), ('verdict', 'unverifiable', 's', True), ('credibility', None, 'n', False), ('note', None, 'n', False), ('worth', 0, 'n', False), ('time', '2024-01-05T09:14:02Z', 's', True), ('anonymous', 'false', 's', True)]
        [('id', 'c5', 's', True), ('title', None, 'n', False), ('verdict', 'unchecked', 's', True), ('credibility', None, 'n', False), ('note', None, 'n', False), ('worth', 0.25, 'n', False), ('time', None, 'n', False), ('anonymous', 'false', 's', True)]
        [['id', 'name', 'title', 'author', 'agencies', 'language', 'published', 'url', 'version', 'claims', 'loaded_by', 'loaded_at'], ['a1', 'dê.txt', '=Đê Đà Nẵng vỡ 🌊', None, 'AFP', 'vi', '2024-01-05', 'https://example.org/de vo?a="1"', 1, 3, 'An', '2024-01-05T09:14:02Z'], ['a2', 'port.txt', None, None, None, 'en', None, None, 2, 2, 'Bình', '2024-01-05T09:14:02Z']]

        """#)
  }

  @Test(
    "What XML cannot hold is written as workbooks have it",
    arguments: [
      ("a\u{1}b\r\n", "a_x0001_b_x000D_\n"), ("_x000D_", "_x005F_x000D_"), ("_x00_", "_x00_"),
      ("<&>\"\t", "&lt;&amp;&gt;&quot;\t"), ("\u{FFFF}ế\u{FEFF}", "\u{FFFD}ế\u{FEFF}"),
    ])
  func escapes(text: String, written: String) {
    var out = [UInt8]()
    XMLText.append(text, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == written)
  }

  @Test(
    "Columns of a sheet have letters", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
  func letters(place: Int, letters: String) { #expect(SheetWriter.letters(place) == letters) }

  @Test(
    "Items in one cell can be told apart again",
    arguments: [
      ([], ""), (["a", "b"], "a; b"), (["a;b"], "a;b\n"), (["a;b", "c"], "a;b\nc\n"),
      (["one"], "one"),
    ])
  func items(items: [String], text: String) {
    #expect(ItemList.text(items) == text)
    #expect(ItemList.items(text) == items)
  }
}
