import ClaimModel
import Testing

@testable import ArticleReading

@Suite("Text in pieces of HTML")
struct MarkupTextTests {
  @Test(
    "is parted by blocks and by nothing else",
    arguments: [
      ("<p>One <b>bo</b>ld.</p><p>Two.</p>", ["One bold.", "Two."]),
      ("One.<br>Two.</br>Three.<br/>", ["One.", "Two.", "Three."]),
      ("the minister<br>said so", ["the minister\nsaid so"]),
      ("Nó đổ.<br>Nguyễn Tiến (Theo AFP)", ["Nó đổ.", "Nguyễn Tiến (Theo AFP)"]),
      ("a<br><br>b", ["a", "b"]),
      ("<img src=a></br>Chữ liền.", ["Chữ liền."]),
      ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
      ("<ul><li>A<li>B</ul>", ["A", "B"]),
      ("<p>One<p>Two", ["One", "Two"]),
      ("<table><tr><th>A</th><th>B</th></tr><tr><td>1<td>2</table>", ["A | B", "1 | 2"]),
      ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", ["One.", "Two."]),
      (
        "<p>R&amp;D caf&eacute; &#147;x&#148; &#x1EC7; &what; &nbsp;</p>",
        ["R&D café “x” ệ &what;"]
      ),
      ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ["One.", "Two."]),
      ("5 < 6 and 7 > 6", ["5 < 6 and 7 > 6"]),
      ("<p>a<script>if (a < b) { '</p>' }</script>b</p>", ["ab"]),
      ("<style>p { }</style><p>x</p><!-- <p>no</p> -->", ["x"]),
      ("<p>x</p><div style='display: NONE'><p>no</p><div>no</div></div><p>y</p>", ["x", "y"]),
      ("<p hidden>no<p>yes", ["yes"]),
      ("<p title='a > b'>x</p>", ["x"]),
      ("<p title='a>x</p><p>y</p>", ["x", "y"]),
      ("<o:p>x</o:p><st1:place>y</st1:place>", ["x", "y"]),
      ("", []), ("<p> &nbsp; </p>", []), ("</p></div></table>", []),
    ])
  func parts(_ html: String, _ lines: [String]) {
    #expect(MarkupText(html: html).parts.map(\.text) == lines)
  }

  @Test("has captions where it says so")
  func captions() {
    let text = MarkupText(
      html: """
        <p>One.</p><figure><img src=a><figcaption>A <i>bridge</i>.</figcaption></figure>
        <figure><div class="byline">Ann Poe/AFP</div><figcaption>A hall.</figcaption></figure>
        <div class="wp-caption"><p class="wp-caption-text">A road.</p></div><p>Two.</p>
        """)
    #expect(
      text.parts == [
        .paragraph("One."), .caption("A bridge.", credit: nil),
        .caption("A hall.", credit: "Ann Poe/AFP"), .caption("A road.", credit: nil),
        .paragraph("Two."),
      ])
  }

  @Test("tells what is hidden")
  func hidden() {
    let text = MarkupText(html: "<p>x</p><p style='display:none'>ẩn &amp; kín</p>")
    #expect(text.removed == [RemovedText(.hidden, words: "ẩn & kín")])
  }

  @Test(
    "without tags is parted by its lines",
    arguments: [
      ("One.\nTwo.", ["One.", "Two."]),
      ("One.\n\nTwo.", ["One.", "Two."]),
      (
        "The river rose on Friday and the\nbridge of Van Sa is closed to all\ncars, the mayor said."
          + "\n\nShe said so.",
        [
          "The river rose on Friday and the bridge of Van Sa is closed to all cars, the mayor said.",
          "She said so.",
        ]
      ),
      (
        "The river rose on Friday and the\nbridge of Van Sa is closed.\n"
          + "    The mayor said so on Monday\nafter a talk.",
        [
          "The river rose on Friday and the bridge of Van Sa is closed.",
          "The mayor said so on Monday after a talk.",
        ]
      ),
    ])
  func plain(_ text: String, _ lines: [String]) {
    #expect(PlainParagraphs.of(text) == lines)
  }

  @Test("is read in linear time, however broken it is")
  func linear() {
    let pieces = [
      "<", "<a", "<a \"", "<a x='", "<a x='>' ", "<!--", "<![CDATA[", "&", "&amp", "</", "<td>",
      "<tr>", "<p hidden>", "<figcaption>", "<b>", "<br>", "<div class='caption'>", "</p>", "&#",
      "<script",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
      let time = ContinuousClock().measure { _ = MarkupText(html: "<p>" + text) }
      #expect(time < .seconds(5), "\(piece) \(time)")
    }
  }
}
