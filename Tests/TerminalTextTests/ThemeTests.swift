import TerminalText
import Testing

@Suite("Looks")
struct ThemeTests {
  @Test(
    "are written as escape codes",
    arguments: [
      (Look.plain, "", "0"),
      (.dim, "2", "0;2"),
      (Look(1, bold: true), "1;31", "0;1;31"),
      (Look(10, underlined: true), "4;92", "0;4;92"),
      (
        Look(15, bold: true, dim: true, underlined: true, inverse: true), "1;2;4;7;97",
        "0;1;2;4;7;97"
      ),
    ])
  func codes(_ look: Look, _ start: String, _ sequence: String) {
    #expect(look.start == (start.isEmpty ? "" : "\u{1B}[\(start)m"))
    #expect(look.sequence == "\u{1B}[\(sequence)m")
  }

  private let theme = Theme([.failure: Look(1, bold: true), .good: Look(2)])

  @Test("A theme paints each run in its look, harmless")
  func painted() {
    let text = StyledText("no", .failure) + " a\u{1B}b " + StyledText("yes", .good)
    #expect(theme.painted(text) == "\u{1B}[1;31mno\u{1B}[0m a␛b \u{1B}[32myes\u{1B}[0m")
    #expect(
      theme.withoutColors.painted(text) == "\u{1B}[1mno\u{1B}[0m a␛b yes")
    #expect(text.harmless == "no a␛b yes")
  }

  @Test(
    "A style that the theme does not name looks plain", arguments: [1, 4, 5, 6, 255] as [UInt8])
  func unnamed(_ number: UInt8) {
    let style = Style(number: number)
    let isNamed = style == .failure || style == .good
    #expect((theme.look(style) == .plain) == !isNamed)
    #expect((theme.painted(StyledText("a", style)) == "a") == !isNamed)
  }
}
