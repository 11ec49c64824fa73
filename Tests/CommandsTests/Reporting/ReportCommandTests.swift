import Foundation
import TerminalText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Presentation

@Suite("report")
struct ReportCommandTests {
  @Test("The same session gives the same bytes, whole and beside it")
  func same() throws {
    for form in ["html", "md", "docx", "txt"] {
      var (first, second) = (try ReportDesk(), try ReportDesk())
      first.run("report $DIR/r.\(form)")
      second.run("report $DIR/r.\(form)")
      #expect(try first.files("r.\(form)") == second.files("r.\(form)"))
    }
  }

  @Test("Written again, nothing of the last one stays beside it")
  func again() throws {
    var desk = try ReportDesk()
    desk.run("report $DIR/r.html")
    #expect(try desk.files("r.html").keys.contains("texts/a2.txt"))
    #expect(desk.run("report $DIR/r.html a1").status == .done)
    #expect(try !desk.files("r.html").keys.contains("texts/a2.txt"))
    #expect(try desk.folder.names() == ["r.html", "r.html.verify"])
  }

  @Test("A folder of somebody else's beside it stays, and nothing is written")
  func strange() throws {
    var desk = try ReportDesk()
    try desk.folder.write("mine", to: "r.html.verify/diary.txt")
    let ran = desk.run("report $DIR/r.html")
    #expect(ran.status == .cannotWrite)
    #expect(ran.messages.contains("holds files that no report put there"))
    #expect(try desk.folder.text("r.html.verify/diary.txt") == "mine")
    #expect(try desk.folder.names() == ["r.html.verify"])
  }

  @Test("It may be broken off wherever it is, and then nothing is written", arguments: 0..<3)
  func brokenOff(steps: Int) throws {
    var desk = try ReportDesk()
    let console = TestConsole()
    console.stepsLeft = steps + 1
    let broken = ran("report \(desk.folder.path)/r.html", on: &desk.desk, console: console)
    #expect(broken.messages.contains("interrupted"), "\(broken)")
    #expect(try desk.folder.names().isEmpty)
  }

  @Test("The name must say the form", arguments: ["r.pdf", "r", "html", "r.html/x", ".."])
  func form(_ name: String) throws {
    var desk = try ReportDesk()
    let ran = desk.run("report $DIR/\(name)")
    #expect(ran.status == .usage)
    #expect(ran.messages.contains("Expected .html, .md, .docx or .txt"))
  }

  @Test("An empty desk gives a report that says so")
  func empty() throws {
    let folder = try TestFolder()
    var desk = testDesk()
    for form in ["html", "md", "docx", "txt"] {
      #expect(ran("report \(folder.path)/r.\(form)", on: &desk).status == .done)
    }
    #expect(try folder.text("r.txt").contains("Nothing was loaded yet."))
  }

  @Test("A selection leaves out other claims, stories and changes, and says how many")
  func selection() throws {
    var desk = try ReportDesk()
    desk.run("report $DIR/r.txt c2,c4")
    let text = try desk.folder.text("r.txt")
    #expect(text.contains("▌ c2 · ") && text.contains("▌ c4 · ") && !text.contains("▌ c3 · "))
    #expect(!text.contains("Ferry line") && !text.contains("annotate c5"))
    #expect(text.contains("Claims of the selection “c2,c4”"))
    #expect(text.contains("4 claims of the session outside the selection of this report."))
  }
}
