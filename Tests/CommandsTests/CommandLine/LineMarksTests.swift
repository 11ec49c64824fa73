import ClaimModel
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Blanks and quotation marks that are not ASCII")
struct LineMarksTests {
  private func texts(_ line: String) throws -> [String] {
    try LineLexer.statements(in: line).first?.words.map(\.text) ?? []
  }

  @Test(
    "Every blank parts words outside of quotes, whatever it is called",
    arguments: [
      "\u{A0}", "\u{85}", "\u{B}", "\u{C}", "\u{1680}", "\u{2002}", "\u{2009}", "\u{200A}",
      "\u{200B}", "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{2060}", "\u{3000}",
      "\u{FEFF}", "\u{A0}\u{A0} \u{200B}",
    ])
  func blanks(_ blank: String) throws {
    #expect(try texts("\(blank)show\(blank)c1\(blank)") == ["show", "c1"])
    #expect(try texts("find '\(blank)a'") == ["find", "\(blank)a"])
    #expect(try texts("find \"a\(blank)b\"") == ["find", "a\(blank)b"])
    let piped = try LineLexer.statements(in: "claims\(blank)|\(blank)wc\(blank)-l\(blank)")
    let command = piped[0].destination
    guard case .pipe(let words) = command else { return #expect(Bool(false), "no pipe") }
    #expect(
      words.split(separator: " ").map { $0.filter { $0.isASCII && !$0.isWhitespace } } == [
        "wc", "-l",
      ])
    #expect(
      try LineLexer.statements(in: "claims >\(blank)x\(blank)")[0].destination
        == .file("x", appends: false))
  }

  @Test("Joiners are part of a word", arguments: ["👩\u{200D}🚒", "می\u{200C}روم"])
  func joiners(_ word: String) throws { #expect(try texts("find \(word)") == ["find", word]) }

  @Test(
    "Curly, low and angled marks are quotes",
    arguments: [
      ("--tag “gấp”", ["--tag", "gấp"], "--tag \"gấp\""),
      (
        "--note “xem lại; gấp | sau”", ["--note", "xem lại; gấp | sau"],
        "--note \"xem lại; gấp | sau\""
      ),
      ("said:“Tom Reed”", ["said:Tom Reed"], "said:\"Tom Reed\""),
      ("„Tom Reed“", ["Tom Reed"], "\"Tom Reed\""),
      ("”Tom Reed”", ["Tom Reed"], "\"Tom Reed\""),
      ("«Tom Reed»", ["Tom Reed"], "\"Tom Reed\""),
      ("said:»Tom Reed«", ["said:Tom Reed"], "said:\"Tom Reed\""),
      ("‘Tom Reed’ x", ["Tom Reed", "x"], "Tom Reed x"),
      ("--tag ’gấp’", ["--tag", "gấp"], "--tag gấp"),
      ("(said:‘O’Brien’)", ["(said:O’Brien)"], "(said:O’Brien)"),
      ("“he said \"no\"”", ["he said \"no\""], #""he said \"no\"""#),
      ("“ông ‘Ba’ nói”", ["ông ‘Ba’ nói"], "\"ông ‘Ba’ nói\""),
      ("'“giữ nguyên”'", ["“giữ nguyên”"], "“giữ nguyên”"),
      ("\"“giữ”\"", ["“giữ”"], "\"“giữ”\""),
      (#"“a\”b”"#, ["a”b"], "\"a”b\""), (#"\“a"#, ["“a"], "“a"),
    ] as [(String, [String], String)])
  func quotes(_ line: String, _ words: [String], _ query: String) throws {
    let statement = try #require(try LineLexer.statements(in: line).first)
    #expect(statement.words.map(\.text) == words)
    #expect(statement.words.map(\.query).joined(separator: " ") == query)
  }

  @Test(
    "An apostrophe is a letter of its word",
    arguments: ["O’Brien", "said:O’Brien", "’tis", "‘90s", "5’", "d’Ivoire", "rock’n’roll"])
  func apostrophes(_ word: String) throws { #expect(try texts("find \(word)") == ["find", word]) }

  @Test("A quote that nothing closes is named, and its line goes on")
  func unclosed() {
    for mark in ["“", "„", "«"] {
      let error = #expect(throws: LineError.self) { try LineLexer.statements(in: "find \(mark)a") }
      #expect(error?.problem == .unclosedQuote(Character(mark)))
      #expect(LineLexer.isUnfinished("find \(mark)a"))
    }
  }

  @Test("What a cut line says is in its words: nothing is lost, whatever it is made of")
  func property() throws {
    let pieces = [
      "a", "đ", " ", "\u{A0}", "\u{3000}", "“", "”", "‘", "’", "«", "»", "'", "\"", "\\",
      "e\u{301}",
      "\u{200B}", "|", ">", ";", "#", ":", "(",
    ]
    var seed: UInt64 = 7
    for _ in 0..<4000 {
      var line = "x"
      for _ in 0..<9 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        line += pieces[Int(seed >> 33) % pieces.count]
      }
      guard let statements = try? LineLexer.statements(in: line) else { continue }
      for statement in statements {
        #expect(statement.span.end <= line.utf8.count)
        for word in statement.words {
          #expect(String(line.utf8Slice(word.span)).utf8.count == word.span.end - word.span.start)
        }
      }
    }
  }

  @Test("Messages show what cannot be seen, and point at the place")
  func messages() {
    var desk = testDesk()
    let told = ran("'show\u{A0}c1'", on: &desk).messages
    #expect(told.contains("unknown command 'show‹A0›c1'"))
    for (blank, mark) in [("\u{3000}", "‹3000›"), ("\u{200B}", "‹200B›"), ("\u{2009}", "‹2009›")] {
      #expect(ran("set user --no'\(blank)'x", on: &desk).messages.contains("--no\(mark)x"))
    }
    let query = ran("claims 'nofield:x\u{A0}y'", on: &desk).messages
    #expect(query.contains("    claims 'nofield:x‹A0›y'\n           ^^^^^^^"))
  }
}
