import ClaimModel
import Foundation
import TerminalText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Presentation

/// Whole reports, as they are in `Tests/CommandsTests/Reports`. With THEO_RECORD=1 in the environment
/// they are written anew: look at the difference before it is kept.
@Suite("A whole report")
struct ReportSnapshotTests {
  @Test(
    "is as it was recorded",
    arguments: [
      ("editor.html", ""), ("reader.html", "--for reader --lang vi"), ("editor.md", ""),
      ("reader.md", "--for reader --lang vi"), ("editor.txt", "--lang vi"),
      ("reader.txt", "--for reader"),
    ])
  func recorded(_ name: String, _ options: String) throws {
    var desk = try ReportDesk()
    #expect(desk.run("report $DIR/\(name) \(options)").status == .done)
    try Self.check(try desk.folder.text(name), name)
  }

  /// `<script>`, handlers, `javascript:`, overrides of direction and `]]>` in a story and in what
  /// people wrote: all of it is words.
  @Test("of a story that means harm is harmless", arguments: ["hostile.html", "hostile.md"])
  func hostile(_ name: String) throws {
    let folder = try TestFolder()
    var desk = testDesk([("<img src=x onerror=alert(1)>.txt", Self.hostileStory)])
    for line in [
      "annotate c1 --verdict false --note '<script>alert(2)</script> ![x](javascript:alert(3))'",
      "annotate c1 --evidence 'javascript:alert(4)' --tag '\" onload=alert(5)'",
      "report \(folder.path)/\(name)",
    ] { #expect(ran(line, on: &desk).status == .done) }
    let text = try folder.text(name)
    #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x2066 })
    if name.hasSuffix("html") {
      #expect(text.matches(of: #/<script/#).count == 1)
      #expect(text.matches(of: #/<[^>]* on\w+\s*=/#).isEmpty)
      #expect(text.matches(of: #/(?i)<[^>]*(?:href|src)\s*=\s*"?javascript/#).isEmpty)
    } else {
      #expect(!text.replacing("\\<", with: "").contains("<") && !text.contains("![x]("))
    }
    try Self.check(text, name)
  }

  private static let hostileStory = TestStory(
    "Bridge </title><script>alert(0)</script>\n"
      + "Mara Quill said \"<b onclick=alert(6)>the ferry</b> \u{202E}sank\u{2066} ]]> & 3 < 4\".\n",
    title: "Bridge </title><script>alert(0)</script>", language: .english
  )
  .claim(
    .direct, "\"<b onclick=alert(6)>the ferry</b> \u{202E}sank\u{2066} ]]> & 3 < 4\"", cue: "said",
    source: "Mara Quill", in: (1, "Mara Quill said \"<b onclick=alert(6)>the ferry</b>"))

  private static func check(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Reports/\(name)")
    if ProcessInfo.processInfo.environment["THEO_RECORD"] == "1" {
      return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }
}
