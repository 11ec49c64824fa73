import Foundation
import TerminalText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Presentation

/// The folder beside a report, checked by the program that lies in it.
@Suite(
  "What lies beside a report", .enabled(if: PythonCheck.has("hashlib"), "needs python3"))
struct ReportVerifyTests {
  private static func verify(_ desk: ReportDesk, _ report: String, _ seal: String = "") throws
    -> String
  {
    try PythonCheck.run(
      """
      import subprocess, sys
      print(subprocess.run([sys.executable, *[word for word in sys.argv[1:] if word]],
        stdout=subprocess.PIPE).stdout.decode())
      """, ["\(desk.folder.path)/\(report).verify/verify.py", seal])
  }

  @Test(
    "lets anybody check that all is as it was made",
    arguments: ["html", "md", "docx", "txt"], ["editor", "reader"])
  func holds(_ form: String, _ audience: String) throws {
    var desk = try ReportDesk()
    let told = desk.run("report $DIR/r.\(form) --for \(audience) --lang vi --format json").output
    let seal = try #require(told.firstMatch(of: #/"seal": "(\w+)"/#)).output.1
    #expect(try Self.verify(desk, "r.\(form)").hasPrefix("all is as it was made; seal \(seal)"))
    #expect(try Self.verify(desk, "r.\(form)", String(seal)).hasPrefix("all is as it was made"))
    #expect(try Self.verify(desk, "r.\(form)", "x").hasPrefix("the seal is not the one"))
  }

  @Test("holds for undone, redone and abandoned verdicts, and for some claims alone")
  func undone() throws {
    var desk = try ReportDesk()
    for line in [
      "annotate c3 --verdict true", "undo", "annotate c3 --verdict false", "undo 2", "redo",
      "goto 8", "annotate c1 --verdict half-true", "goto 10", "annotate c1 c3 --verdict true",
      "annotate c1 --verdict unchecked", "annotate c6 --note \"a\\ b_c 'd'\"",
    ] { desk.run(line) }
    for selection in ["", "c3", "a2", "verdict:false or c1"] {
      #expect(desk.run("report $DIR/r.html --yes \(selection)").status == .done)
      #expect(try Self.verify(desk, "r.html").hasPrefix("all is as it was made"), "\(selection)")
    }
  }

  @Test("is what sha256sum reads")
  func sums() throws {
    var desk = try ReportDesk()
    desk.run("report '$DIR/bản tin.html'")
    let checked = try PythonCheck.run(
      "import subprocess, sys; print(subprocess.call(['sha256sum', '--quiet', '-c', 'SEAL', 'MANIFEST'], cwd=sys.argv[1]))",
      [desk.folder.path + "/bản tin.html.verify"])
    #expect(checked == "0\n")
  }

  @Test(
    "finds each of 1,000 tamperings", arguments: [("html", 700), ("md", 150), ("txt", 150)])
  func tampered(_ form: String, _ count: Int) throws {
    var desk = try ReportDesk()
    desk.run("report $DIR/r.\(form)")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Support/tamper.py").path
    let out = try PythonCheck.run(
      "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')",
      [script, "\(desk.folder.path)/r.\(form).verify", "16", String(count)])
    let parts = out.split(separator: "\n", omittingEmptySubsequences: false)
    let missed = parts.prefix { !$0.isEmpty }
    #expect(missed.isEmpty)
    let tried = parts.dropFirst(missed.count + 1).compactMap {
      Int($0.split(separator: " ").last ?? "")
    }
    #expect(tried.reduce(0, +) == count && tried.count >= 18)
  }
}
