import ClaimModel
import Testing

@testable import Presentation
import TerminalText

/// Words by their text, with where the output goes: `a b > f`.
private func shape(_ source: String) throws -> [String] {
  try LineLexer.statements(in: source).map { statement in
    let words = statement.words.map { "[\($0.text)]" }.joined()
    switch statement.destination {
    case .screen: return words
    case .file(let path, let appends): return words + (appends ? ">>" : ">") + path
    case .pipe(let command): return words + "|" + command
    }
  }
}

@Suite("A line is cut")
struct LineLexerTests {
  @Test(
    "into words and commands",
    arguments: [
      ("claims has:number", ["[claims][has:number]"]),
      ("  claims\t--limit  4  ", ["[claims][--limit][4]"]),
      ("load x; claims;; quit", ["[load][x]", "[claims]", "[quit]"]),
      ("load a\nclaims\n\nquit\n", ["[load][a]", "[claims]", "[quit]"]),
      ("load a \\\n b", ["[load][a][b]"]),
      ("# nothing here", []),
      ("claims # all of them\nquit", ["[claims]", "[quit]"]),
      ("tag#1 a#b", ["[tag#1][a#b]"]),
      ("annotate c1 --note 'a \"b\" c'", ["[annotate][c1][--note][a \"b\" c]"]),
      (#"annotate c1 --note "a \"b\" \\ \n""#, [#"[annotate][c1][--note][a "b" \ \n]"#]),
      (#"load my\ story.txt"#, ["[load][my story.txt]"]),
      ("said:\"Thu Ha\" x", ["[said:Thu Ha][x]"]),
      ("load '' x", ["[load][][x]"]),
      ("claims \"Bộ Ngoại giao\"", ["[claims][Bộ Ngoại giao]"]),
      ("claims 'a;b|c>d'", ["[claims][a;b|c>d]"]),
    ] as [(String, [String])])
  func words(_ source: String, _ expected: [String]) throws {
    #expect(try shape(source) == expected)
  }

  @Test(
    "and told where the output goes",
    arguments: [
      ("claims | wc -l", ["[claims]|wc -l"]),
      ("claims|wc", ["[claims]|wc"]),
      ("claims | grep 'a;b' | sort; quit", ["[claims]|grep 'a;b' | sort", "[quit]"]),
      ("claims > all.txt", ["[claims]>all.txt"]),
      ("claims >>'my list.txt'; quit", ["[claims]>>my list.txt", "[quit]"]),
      ("claims number:>100", ["[claims][number:>100]"]),
      ("claims worth:0.5.. > x # done", ["[claims][worth:0.5..]>x"]),
    ] as [(String, [String])])
  func destinations(_ source: String, _ expected: [String]) throws {
    #expect(try shape(source) == expected)
  }

  @Test(
    "and a word keeps its double quotes for the query language",
    arguments: [
      ("said:\"Thu Ha\"", "said:\"Thu Ha\""),
      ("\"two words\"", "\"two words\""),
      ("'said:\"Thu Ha\"'", "said:\"Thu Ha\""),
      ("'a and b'", "a and b"),
      ("plain", "plain"),
    ])
  func queries(_ source: String, _ expected: String) throws {
    let word = try #require(try LineLexer.statements(in: source).first?.words.first)
    #expect(word.query == expected)
    #expect(word.span == TextSpan(0, source.utf8.count))
  }

  @Test(
    "and what is wrong is told with its place",
    arguments: [
      ("claims \"Thu", LineError.Problem.unclosedQuote("\""), 7, 8),
      ("annotate c1 --note 'x", .unclosedQuote("'"), 19, 20),
      ("load x\\", .nothingEscaped, 6, 7),
      ("| wc", .missingCommand(before: "|"), 0, 1),
      ("load x; > y", .missingCommand(before: ">"), 8, 9),
      ("claims |", .missingSystemCommand, 7, 8),
      ("claims >> ", .missingFile(after: ">>"), 7, 9),
      ("claims > a b", .extraWord("b"), 11, 12),
      ("claims | grep 'x", .unclosedQuote("'"), 14, 15),
    ] as [(String, LineError.Problem, Int, Int)])
  func errors(_ source: String, _ problem: LineError.Problem, _ start: Int, _ end: Int) {
    #expect(throws: LineError(problem, in: source, at: TextSpan(start, end))) {
      try LineLexer.statements(in: source)
    }
  }

  @Test(
    "and is unfinished within a quotation or behind a backslash alone",
    arguments: [
      ("annotate c1 --note \"x", true), ("load x\\", true), ("claims", false), ("claims |", false),
    ])
  func unfinished(_ source: String, _ expected: Bool) {
    #expect(LineLexer.isUnfinished(source) == expected)
  }

  @Test("and every word lies within the line, whatever the bytes")
  func anyBytes() {
    var generator = SystemRandomNumberGenerator()
    let pieces = ["a", "ệ", " ", "\"", "'", "\\", ";", "|", ">", "#", "\n", "\u{0}", "😀", ":"]
    for _ in 0..<2000 {
      let source = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let statements = try? LineLexer.statements(in: source) else { continue }
      for statement in statements {
        #expect(statement.words.allSatisfy { $0.span.end <= source.utf8.count })
        #expect(!statement.words.isEmpty)
      }
    }
  }
}
