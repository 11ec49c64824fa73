import ClaimModel
import JSONText
import Testing

@testable import Presentation
import TerminalText

/// Renders as text without colour.
private func rendered(_ output: CommandOutput, _ format: OutputFormat, width: Int? = nil) -> String
{
  let options = RenderOptions(format: format, width: width)
  return String(decoding: Renderer(options: options).render(output), as: UTF8.self)
}

private let harbour = CommandOutput.table(
  Table(
    columns: [
      .init("id"), .init("count", title: "no", right: true), .init("text", flexible: true),
    ],
    rows: [
      [.init("c1", .id), .init(StyledText("7"), 7), .init("Cảng \"Vân Sa\", bến 2 | cháy")],
      [.init("c12", .id), .init(StyledText("120"), 120), .init("港口 đóng cửa")],
    ],
    footer: "2 of 9 shown"))

@Suite("A table")
struct TableRenderingTests {
  @Test("is whole where no window limits it, and numbers stand to the right")
  func whole() {
    #expect(
      rendered(harbour, .table) == """
          id    no  text
          c1     7  Cảng "Vân Sa", bến 2 | cháy
          c12  120  港口 đóng cửa
        2 of 9 shown

        """)
  }

  @Test("cuts a flexible cell with … and counts wide characters as two columns")
  func fitted() {
    #expect(
      rendered(harbour, .table, width: 24) == """
          id    no  text
          c1     7  Cảng "Vân S…
          c12  120  港口 đóng c…
        2 of 9 shown

        """)
  }

  @Test("never takes more columns than the window has", arguments: 20...60)
  func neverTooWide(width: Int) {
    for line in rendered(harbour, .table, width: width).split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= width)
    }
  }

  @Test("has every other format too")
  func dataFormats() {
    #expect(
      rendered(harbour, .jsonl) == """
        {"id":"c1","count":7,"text":"Cảng \\"Vân Sa\\", bến 2 | cháy"}
        {"id":"c12","count":120,"text":"港口 đóng cửa"}

        """)
    #expect(
      rendered(harbour, .csv) == """
        id,count,text
        c1,7,"Cảng ""Vân Sa"", bến 2 | cháy"
        c12,120,港口 đóng cửa

        """)
    #expect(
      rendered(harbour, .tsv)
        == "id\tcount\ttext\nc1\t7\tCảng \"Vân Sa\", bến 2 | cháy\nc12\t120\t港口 đóng cửa\n")
    #expect(
      rendered(harbour, .md) == """
        | id | count | text |
        | --- | --- | --- |
        | c1 | 7 | Cảng "Vân Sa", bến 2 \\| cháy |
        | c12 | 120 | 港口 đóng cửa |

        """)
    #expect(
      rendered(harbour, .json) == """
        [
          {
            "id": "c1",
            "count": 7,
            "text": "Cảng \\"Vân Sa\\", bến 2 | cháy"
          },
          {
            "id": "c12",
            "count": 120,
            "text": "港口 đóng cửa"
          }
        ]

        """)
  }

  @Test("without rows says so")
  func empty() {
    let table = Table(columns: [.init("id")], emptyMessage: "no claims yet")
    #expect(rendered(.table(table), .table) == "no claims yet\n")
    #expect(rendered(.table(table), .json) == "[]\n")
    #expect(rendered(.table(table), .csv) == "id\n")
  }
}

@Suite("A card")
struct CardRenderingTests {
  private let card = CommandOutput.card(
    Card(
      heading: "c9 · indirect", body: ["Khói bốc cao hàng trăm mét."],
      fields: [
        .init("speaker", label: "said by", ["Sở Cứu hỏa Vân Sa"], "Sở Cứu hỏa Vân Sa"),
        .init("note", ["một", "hai ba bốn năm sáu bảy"], ["một", "hai"]),
      ]))

  @Test("wraps its fields behind their labels")
  func wraps() {
    #expect(
      rendered(card, .table, width: 32) == """
        c9 · indirect
          Khói bốc cao hàng trăm mét.
          said by  Sở Cứu hỏa Vân Sa
          note     một
                   hai ba bốn năm sáu
                   bảy

        """)
  }

  @Test("is one row of a delimited format")
  func row() {
    #expect(rendered(card, .csv) == "speaker,note\nSở Cứu hỏa Vân Sa,một; hai\n")
  }
}

@Suite("Text on its way to a terminal")
struct SanitisingTests {
  @Test(
    "shows what would steer the terminal instead of obeying it",
    arguments: [
      ("a\u{1B}[31mb", "a␛[31mb"), ("\u{0}\u{7}\u{7F}", "␀␇␡"), ("\u{9B}2J", "‹009B›2J"),
      ("x\u{202E}gpj", "x‹202E›gpj"), ("một\ttab\nhai", "một tab hai"),
      ("👩‍👩‍👧 e\u{301}", "👩‍👩‍👧 e\u{301}"), ("\u{E0041}", "‹E0041›"),
    ])
  func shows(text: String, harmless: String) {
    #expect(Sanitiser.harmless(text) == harmless)
  }

  @Test("has no escape byte of its own in any format", arguments: OutputFormat.allCases)
  func noEscapes(format: OutputFormat) {
    let evil = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{0}"
    let outputs: [CommandOutput] = [
      .table(Table(columns: [.init(evil)], rows: [[.init(evil)]])),
      .card(
        Card(heading: StyledText(evil), fields: [.init("k", [StyledText(evil)], .string(evil))])),
      .text(TextView(paragraphs: [StyledText(evil)], value: .string(evil))),
      .report(Report([StyledText(evil)], value: ["k": .string(evil)])),
    ]
    for output in outputs {
      let scalars = rendered(output, format, width: 40).unicodeScalars
      let harmful = scalars.filter {
        ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F..<0xA0).contains($0.value)
          || $0.value == 0x202E
      }
      #expect(harmful.isEmpty)
    }
  }

  @Test("is coloured by its style where colour is wanted, and ends plain")
  func colour() {
    let options = RenderOptions(usesColor: true)
    let line = Renderer(options: options).line(StyledText("false", .verdict(.false)) + " c9")
    #expect(line == "\u{1B}[31mfalse\u{1B}[0m c9")
  }
}

@Suite("Width and wrapping")
struct LayoutTests {
  @Test(
    "count columns by what is seen",
    arguments: [
      ("abc", 3), ("Việt", 4), ("Vie\u{302}\u{323}t", 4), ("港口", 4), ("🇻🇳", 2), ("👩‍👩‍👧", 2),
      ("…", 1), ("한국", 4),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(
    "break lines at blanks, and long words where they must",
    arguments: [
      (10, "một hai ba bốn", ["một hai ba", "bốn"]), (4, "abcdefgh ij", ["abcd", "efgh", "ij"]),
      (3, "港口港", ["港", "口", "港"]), (10, "a\n\nb", ["a", "", "b"]), (5, "", [""]),
    ])
  func wraps(width: Int, text: String, lines: [String]) {
    #expect(StyledText(text).wrapped(to: width).map(\.plain) == lines)
  }

  @Test("lose nothing but the blanks that lines break at", arguments: 2...30)
  func loseNothing(width: Int) {
    let text = "Sở Cứu hỏa Vân Sa cho biết \"ít nhất 14 người chết\", 港口 đóng cửa hoàn toàn."
    let lines = StyledText(text).wrapped(to: width)
    #expect(lines.allSatisfy { $0.width <= width })
    #expect(
      lines.map(\.plain).joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
