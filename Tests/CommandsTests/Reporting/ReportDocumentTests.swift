import Foundation
import TerminalText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Presentation

@Suite("A report as a Word document")
struct ReportDocumentTests {
  @Test(
    "is read by python-docx: headings, quotations, tables, shaded words",
    .enabled(if: PythonCheck.has("docx"), "python-docx is not installed"))
  func isRead() throws {
    var desk = try ReportDesk()
    desk.run("report $DIR/r.docx")
    let out = try PythonCheck.run(
      """
      import docx, sys
      read = docx.Document(sys.argv[1])
      for one in read.paragraphs:
          if one.style.name in ("Heading 1", "Heading 3", "Quote"): print(one.style.name, "|", one.text)
      print(len(read.tables), [len(table.columns) for table in read.tables])
      print([cell.text for cell in read.tables[0].rows[0].cells])
      """, [desk.folder.path + "/r.docx"])
    #expect(
      out == """
        Heading 1 | Fact-checking report
        Heading 3 | c1 · Not checked
        Quote | Cầu Bến Lụa sập một nhịp
        Heading 3 | c2 · True / False
        Quote | ít nhất 3 xe tải rơi xuống sông
        Heading 3 | c3 · Not checked
        Quote | "Chúng tôi đã đóng cầu"
        Heading 3 | c4 · Misleading
        Quote | Nước sông dâng 2 mét
        Heading 3 | c5 · Cannot be verified
        Quote | Ferry line reopens
        Heading 3 | c6 · Not checked
        Quote | the ferry would run hourly
        5 [2, 2, 2, 3, 5]
        ['Verdict', 'Claims']

        """)
  }

  @Test("has every part that its list of parts names, as XML that a parser reads")
  func isWhole() throws {
    var desk = try ReportDesk()
    desk.run("report $DIR/r.docx --for reader")
    let out = try PythonCheck.run(
      """
      import sys, xml.dom.minidom, zipfile
      package = zipfile.ZipFile(sys.argv[1])
      print(package.testzip(), package.namelist())
      for name in package.namelist(): xml.dom.minidom.parseString(package.read(name))
      """, [desk.folder.path + "/r.docx"])
    #expect(
      out == """
        None ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml', \
        'word/_rels/document.xml.rels']

        """)
  }
}
