import Foundation
import TerminalText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Presentation

/// The page as a browser and a screen reader take it.
@Suite("The page of a report")
struct ReportPageTests {
  private static func page(_ options: String = "") throws -> String {
    var desk = try ReportDesk()
    desk.run("report $DIR/r.html \(options)")
    return try desk.folder.text("r.html")
  }

  private static func all(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [String] {
    page.matches(of: pattern).map { String($0.output.1) }
  }

  @Test("Ids are there once, and each link and label leads to one")
  func ids() throws {
    let page = try Self.page()
    let ids = Self.all(#/ id="([^"]*)"/#, in: page)
    #expect(Set(ids).count == ids.count)
    let targets = Self.all(#/href="#([^"]*)"/#, in: page)
    #expect(targets.filter { !ids.contains($0) } == [])
    let labels = Self.all(#/aria-labelledby="([^"]*)"/#, in: page).flatMap {
      $0.split(separator: " ")
    }
    #expect(!labels.isEmpty && labels.allSatisfy { ids.contains(String($0)) })
  }

  @Test("Headings go down one level at a time, with one at the top")
  func headings() throws {
    let levels = Self.all(#/<h([1-6])[ >]/#, in: try Self.page()).compactMap { Int($0) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test("It has landmarks, a way past them, languages, and words for each picture")
  func landmarks() throws {
    let page = try Self.page("--lang vi")
    #expect(page.contains("<html lang=\"vi\">"))
    #expect(page.contains("<blockquote lang=\"en\""))
    for part in [
      "<header>", "<nav ", "<main id=\"report\">", "<footer>", "class=\"skip\" href=\"#report\"",
    ] {
      #expect(page.ranges(of: part).count == 1, "\(part)")
    }
    let pictures = page.matches(
      of: #/<svg [^>]*role="img"[^>]*><title [^>]*>[^<]+<\/title><desc [^>]*>[^<]+<\/desc>/#)
    #expect(pictures.count == 4 && page.matches(of: #/<svg/#).count == 4)
    #expect(page.matches(of: #/<details>/#).count == 4)
  }

  @Test(
    "Its policy allows the one style sheet and the one script in it, and no attribute is either")
  func policy() throws {
    let page = try Self.page()
    let style = try #require(page.firstMatch(of: #/(?s)<style>(.*?)<\/style>/#)).output.1
    let script = try #require(page.firstMatch(of: #/(?s)<script>(.*?)<\/script>/#)).output.1
    for text in [style, script] {
      let hash = try PythonCheck.run(
        "import base64, hashlib, sys; print(base64.b64encode(hashlib.sha256(open(sys.argv[1], 'rb').read()).digest()).decode(), end='')",
        [try Self.written(String(text))])
      #expect(page.contains("&#39;sha256-\(hash)&#39;"))
    }
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(page.matches(of: #/<[a-z][^>]* style=/#).isEmpty)
  }

  private static func written(_ text: String) throws -> String {
    let path = "/tmp/theo-policy-\(ProcessInfo.processInfo.processIdentifier)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("Each claim of the page is marked in its story, and the two lead to each other")
  func anchors() throws {
    let page = try Self.page()
    for number in 1...6 {
      #expect(page.contains("<article class=\"claim v-") && page.contains(" id=\"c\(number)\""))
      #expect(page.matches(of: try Regex("id=\"t\(number)\" href=\"#c\(number)\"")).count == 1)
      #expect(page.contains("href=\"#t\(number)\""))
    }
  }
}
