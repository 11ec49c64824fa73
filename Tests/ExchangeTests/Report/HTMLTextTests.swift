import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("HTML of a report")
struct HTMLTextTests {
  private static func text(_ body: (inout HTMLText) -> Void) -> String {
    var html = HTMLText()
    body(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(
    "Text is never markup",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;"), ("]]>", "]]&gt;"),
      ("<!-- --", "&lt;!-- --"), ("a\u{202E}b\u{2066}c", "a‹202E›b‹2066›c"),
      ("\u{0}\u{1B}[31m", "␀␛[31m"), ("Nguyễn\nTiến", "Nguyễn Tiến"),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(Self.text { $0.text(text) } == expected)
    #expect(Self.text { $0.element("p", ["title": text], "") } == "<p title=\"\(expected)\"></p>")
  }

  @Test("No text of any letters makes a tag, an attribute or a comment")
  func anyText() {
    let pieces = [
      "<", ">", "\"", "'", "&", "-->", "]]>", "a", "=", " ", "\u{202E}", "ế", "\u{FEFF}",
    ]
    var random = SplitMix(seed: 16)
    for _ in 0..<500 {
      let text = (0..<12).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      let html = Self.text { $0.text(text) }
      #expect(!html.contains { "<>\"'".contains($0) })
      #expect(html.matches(of: #/&(?!(lt|gt|amp|quot|#39);)/#).isEmpty)
    }
  }

  @Test(
    "Only addresses that a browser may follow are links",
    arguments: [
      ("https://example.org/a?b=1&c", true), ("HTTP://example.org", true),
      ("mailto:desk@example.org", true), ("javascript:alert(1)", false),
      ("JaVaScRiPt:alert(1)", false), ("data:text/html,<b>", false),
      (" https://example.org", false),
      ("https://example.org/\u{202E}gpj", false), ("//example.org", false), ("c3", false),
      ("java\nscript:alert(1)", false), ("file:///etc/passwd", false), ("", false),
    ])
  func links(_ address: String, _ isLink: Bool) {
    #expect(Self.text { $0.address(address) }.hasPrefix("<a href=") == isLink)
  }

  @Test("Base64 is that of RFC 4648", arguments: [0, 1, 2, 3, 31, 32, 33])
  func base64(_ count: Int) {
    var random = SplitMix(seed: count)
    let bytes = (0..<count).map { _ in UInt8(random.next(below: 256)) }
    #expect(PagePolicy.base64(bytes) == Data(bytes).base64EncodedString())
  }
}
