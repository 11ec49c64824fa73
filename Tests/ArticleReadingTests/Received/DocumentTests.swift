import ArticleReading
import ClaimModel
import Testing

@Suite("OpenDocument texts")
struct OpenDocumentTests {
  static func document(_ text: String, styles: String = "") -> [UInt8] {
    let spaces =
      ["office", "text", "style", "table", "draw"].map {
        "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($0):1.0'"
      }.joined(separator: " ") + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
    return ZipMaker.zip([
      .init("mimetype", "application/vnd.oasis.opendocument.text", isPacked: false),
      .init(
        "content.xml",
        "<office:document-content \(spaces)><office:automatic-styles>\(styles)"
          + "</office:automatic-styles><office:body><office:text>\(text)</office:text></office:body>"
          + "</office:document-content>"),
    ])
  }

  @Test("Headings, blanks, breaks, notes, lists and tables are in, changes and comments apart")
  func contents() {
    let styles =
      "<style:style style:name='P1' style:parent-style-name='Title'/>"
      + "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    let text = """
      <text:tracked-changes><text:changed-region><text:deletion><office:change-info>\
      <dc:creator>An</dc:creator></office:change-info><text:p>đã xóa</text:p></text:deletion>\
      </text:changed-region></text:tracked-changes>\
      <text:p text:style-name='P1'>Lũ lớn</text:p>\
      <text:p>Ông<text:s text:c='2'/>Lâm<text:tab/>nói<text:note><text:note-citation>1\
      </text:note-citation><text:note-body><text:p>Chú thích.</text:p></text:note-body></text:note> \
      <text:span>12</text:span><text:span text:style-name='T1'>bí mật</text:span> nhà.\
      <office:annotation><dc:creator>B</dc:creator><text:p>xem lại</text:p></office:annotation>\
      <text:line-break/>Dòng hai.</text:p>\
      <text:list><text:list-item><text:p>Một</text:p></text:list-item></text:list>\
      <table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>\
      <table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>
      """
    let read = ReadInput(Self.document(text, styles: styles), named: "a.odt")
    #expect(read.form == "odt" && read.errors.isEmpty && read.titles == ["Lũ lớn"])
    #expect(
      read.texts == ["Lũ lớn\nÔng Lâm nói 12 nhà.\nDòng hai.\nChú thích.\nMột\nA | B"])
    #expect(
      read.articles.first?.origin?.removed == [
        RemovedText(.deleted, words: "đã xóa"), RemovedText(.hidden, words: "bí mật"),
        RemovedText(.deskNote, words: "xem lại"),
      ])
  }

  @Test("One that is broken, empty or no text is refused")
  func bad() {
    #expect(
      ReadInput(Self.document("<text:p>")).words.first?.contains("content.xml, line 1") == true)
    #expect(ReadInput(Self.document("")).words.first?.contains("no text in it") == true)
    let sheet = ZipMaker.zip([
      .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet", isPacked: false)
    ])
    #expect(ReadInput(sheet).words.first?.contains("an OpenDocument spreadsheet") == true)
  }
}

@Suite("Rich Text Format")
struct RTFTests {
  static let cases: [(String, [String])] = [
    (#"{\rtf1 Ông\par n\u243?i\par}"#.replacing("Ông", with: #"\u212?ng"#), ["Ông", "nói"]),
    (#"{\rtf1\ansi\ansicpg1258 L\'f5\'ecn\par}"#, ["Lớn"]),
    (
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset163 B;}}\f1 M\'fda\f0 caf\'e9\par}"#,
      ["Mưacafé"]
    ),
    (#"{\rtf1\uc2 \u7899 ??n{\uc0 \u7899 n}\u7899 ab.\par}"#, ["ớnớnớ."]),
    (#"{\rtf1 a\u-10179?\u-8704?b\par}"#, ["a😀b"]),
    (
      #"{\rtf1 An\line (Theo AFP)\tab h\'65t\~\endash\emdash\{\}\\\par}"#,
      ["An", "(Theo AFP) het –—{}\\"]
    ),
    (
      #"{\rtf1{\info{\title T}{\author X}}{\*\generator W;}{\pict 00ff}{\header h}Tin{\v gi\'e2u}{\deleted xoa}.\par}"#,
      ["Tin."]
    ),
    (#"{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt n\'65u}} tin\par}"#, ["neu tin"]),
    (#"{\rtf1 Tin{\footnote Ch\u250?.} h\u7871?t.\par Sau.\par}"#, ["Tin hết.", "Chú.", "Sau."]),
    (#"{\rtf1\trowd\intbl A\cell B\par C\cell\row\pard D\par}"#, ["A | B C", "D"]),
    ("{\\rtf1 Một\\\nHai\\par}".replacing("ộ", with: #"\u7897?"#), ["Một", "Hai"]),
    (#"{\rtf1 a\bin4 {{}}b\par}"#, ["ab"]),
  ]

  @Test("The words of a document are in, what is no text of it is not", arguments: cases)
  func contents(rtf: String, lines: [String]) {
    let read = ReadInput(rtf, named: "a.rtf")
    #expect(read.form == "rtf" && read.errors.isEmpty)
    #expect(read.texts == [lines.joined(separator: "\n")])
  }

  @Test("A document that is cut off or made to do harm is refused, an empty one says so")
  func bad() {
    let cut = ReadInput(#"{\rtf1 One died.\par {\b two"#, named: "a.rtf")
    #expect(cut.articles.isEmpty)
    #expect(
      cut.words == [
        "\"a.rtf\": an RTF document, byte 28: the file ends within a group: it is cut off; "
          + "open it in its program and save it anew"
      ])
    let deep = ReadInput(#"{\rtf1 "# + String(repeating: "{", count: 200_000))
    #expect(deep.words.first?.contains("more than 10000 groups within each other") == true)
    #expect(ReadInput(#"{\rtf1\ansi }"#).words.first?.contains("no text in it") == true)
    #expect(ReadInput(#"{\rtf1 a\bin999999999999 }"#).articles.isEmpty)
  }
}

@Suite("Markdown")
struct MarkdownTests {
  static let story = """
    ---
    title: "Lũ lớn ở Hà Giang"
    date: 2024-01-06T10:00:00+07:00
    author: [An Lê, 'Bình']
    tags:
      - lũ
    lang: vi
    url: https://bao.example/lu
    ---
    # Lũ lớn ở Hà Giang

    Ông **Trần Văn Lâm** cho biết [12 nhà](https://bao.example/a_b) bị _cuốn trôi_ &amp; mất,
    3 * 4 là 12, cho_biết giữ nguyên.\\
    Dòng mới.

    ![ảnh lũ](lu.jpg)

    <!-- đừng đăng
    hai dòng -->
    Diễn biến
    ---------

    - Một `mã`
    - Hai[^1]
    1. Ba

    > "Nước lên nhanh", bà Mai nói.

    | Xã | Nhà |
    |----|----:|
    | A  | 3   |

    ```js
    alert(1)
    ```

    [1]: https://bao.example/1
    (Theo AFP)
    """

  @Test("Marks are made plain, front matter is read, code and comments are apart")
  func story() {
    let read = ReadInput(Self.story, named: "a.md")
    #expect(read.form == "md" && read.titles == ["Lũ lớn ở Hà Giang"])
    #expect(
      read.texts == [
        """
        Lũ lớn ở Hà Giang
        Ông Trần Văn Lâm cho biết 12 nhà bị cuốn trôi & mất, 3 * 4 là 12, cho_biết giữ nguyên.
        Dòng mới.
        Diễn biến
        Một mã
        Hai 1. Ba
        "Nước lên nhanh", bà Mai nói.
        Xã | Nhà
        A | 3
        (Theo AFP)
        """
      ])
    let origin = read.articles.first?.origin
    #expect(origin?.authors == ["An Lê", "Bình"])
    #expect(origin?.published?.description == "2024-01-06T10:00+07:00")
    #expect(read.articles.first?.url == "https://bao.example/lu")
    #expect(read.articles.first?.byline?.agencies == ["AFP"])
  }

  @Test("Front matter in TOML is read too")
  func toml() {
    let read = ReadInput("+++\ntitle = 'Lũ'\ndate = 2024-01-06\n+++\nÔng nói 3 nhà sập.\n")
    #expect(read.form == "md" && read.texts == ["Lũ\nÔng nói 3 nhà sập."])
  }

  @Test(
    "Plain text stays plain text",
    arguments: [
      "# một dòng bắt đầu bằng thăng\n\nÔng nói 3 nhà sập.\n", "Ông nói *3* nhà sập.\n",
      "---\nMột dòng.\n---\nHai dòng.\n", "Lũ\n---\nÔng nói 3 nhà sập.\n", "#lũ #hạn\nÔng nói.\n",
      "- Ông nói 3 nhà sập.\n- Bà khóc.\n", "Ông nói [sic] (theo AFP).\n",
    ])
  func plain(text: String) {
    #expect(ReadInput(text, named: "a.txt").form == "text")
  }

  @Test("A date that is none is told, an empty text too")
  func bad() {
    let read = ReadInput("---\ntitle: A\ndate: soon\n---\nOne died.\n", named: "a.md")
    #expect(read.articles.isEmpty)
    #expect(
      read.words.first?.hasPrefix("\"a.md\": a Markdown text, front matter: \"date\" is \"soon\"")
        == true)
    #expect(
      ReadInput("---\ndate: 2024-01-06\n---\n\n").words.first?.contains("no text in it") == true)
  }

  @Test("Marks without end cost no more than their length")
  func hostile() {
    for mark in ["[", "![", "*", "**a", "`", "<", "&", "> ", "| ", "<!--", "\\", "[a](", "#"] {
      let text = "---\ntitle: T\n---\nĐầu. " + String(repeating: mark, count: 20_000)
      #expect(ReadInput(text).form == "md")
    }
  }
}
