import Foundation
import TerminalText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Presentation

@Suite("A report for readers")
struct ReportReaderTests {
  /// Words of notes, tags, queries, folders and of people of the newsroom.
  private static let secrets = ["zedekiah", "ask ", "later-", "trusts", "/home/"]

  @Test(
    "has no name of staff, note, tag or folder, in no form and in no file beside it",
    arguments: ["html", "md", "docx", "txt"])
  func keepsSecrets(_ form: String) throws {
    var desk = try ReportDesk()
    #expect(desk.run("report $DIR/r.\(form) --for reader").status == .done)
    for (name, bytes) in try desk.files("r.\(form)") {
      let text = String(
        decoding: form == "docx" && name.hasPrefix("r.") ? [] : bytes, as: UTF8.self)
      for secret in Self.secrets {
        #expect(!text.lowercased().contains(secret), "\(secret) in \(name)")
      }
    }
  }

  @Test("keeps verdicts, evidence and sources, where the editor's has notes and names too")
  func keepsFindings() throws {
    var desk = try ReportDesk()
    desk.run("report $DIR/reader.txt --for reader")
    desk.run("report $DIR/editor.txt")
    let reader = try desk.folder.text("reader.txt")
    let editor = try desk.folder.text("editor.txt")
    for words in ["▌ c2 · True / False", "https://example.org/cau", "nuoc.pdf", "AFP", "B4"] {
      #expect(reader.contains(words), "\(words)")
      #expect(editor.contains(words), "\(words)")
    }
    for words in ["ask Zedekiah again", "zedekiah: False", "later-zedekiah", "annotate c4"] {
      #expect(editor.contains(words), "\(words)")
    }
  }
}
