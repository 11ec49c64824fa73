import CTerminal
import TestSupport
import Testing
import TerminalText

@testable import LineEditor

@Suite("Frames are laid out and painted", .serialized)
struct ScreenTests {
  init() { _ = cterminal_use_utf8_locale() }

  /// Text with `|` for the cursor.
  private func frame(_ marked: String, columns: Int) -> Frame {
    var builder = FrameBuilder(columns: columns)
    var isMarked = false
    for character in marked {
      if character == "|" {
        isMarked = true
        continue
      }
      if isMarked { builder.markCursor(before: Glyph(character, .plain).width) }
      isMarked = false
      builder.append(character, .plain)
    }
    if isMarked { builder.markCursor() }
    return builder.frame
  }

  @Test(
    "A text takes rows, and the cursor has its place",
    arguments: [
      ("abc|", 5, ["abc"], 0, 3), ("abcde|", 5, ["abcde", ""], 1, 0),
      ("abcd|e", 5, ["abcde"], 0, 4), ("abcde|f", 5, ["abcde", "f"], 1, 0),
      ("漢字漢|", 5, ["漢字", "漢"], 1, 2), ("abcd|漢", 5, ["abcd", "漢"], 1, 0),
      ("ab\nc|d", 5, ["ab", "cd"], 1, 1), ("ếđ\u{309}|x", 9, ["ếđ\u{309}x"], 0, 2),
      ("👨‍👩‍👧🇻🇳|", 9, ["👨‍👩‍👧🇻🇳"], 0, 4), ("|", 3, [""], 0, 0),
    ])
  func layout(_ text: String, _ columns: Int, _ rows: [String], _ row: Int, _ column: Int) {
    let laid = frame(text, columns: columns)
    #expect(laid.rows.map { $0.glyphs.map(\.text).joined() } == rows)
    #expect(laid.cursor == Frame.Position(row: row, column: column))
  }

  @Test(
    "What has no shape is made visible",
    arguments: [
      ("\u{7}", "^G"), ("\u{202E}", "‹202E›"), ("\u{85}", "‹0085›"), ("\u{301}", "◌\u{301}"),
      ("\u{200B}", "‹200B›"), ("\t", "^I"),
    ])
  func visible(_ character: Character, _ text: String) {
    #expect(Glyph(character, .plain).text == text)
  }

  @Test("The window shows the rows around the cursor")
  func windowed() {
    let tall = frame("aabbccdd|ee", columns: 2)
    let part = tall.windowed(to: 2)
    #expect(part.rows.map { $0.glyphs.map(\.text).joined() } == ["dd", "ee"])
    #expect(part.cursor == Frame.Position(row: 1, column: 0))
  }

  @Test("A resize wraps the rows anew, and the cursor's row is known")
  func rewrapped() {
    let old = frame("theo> abcdefghij|klm", columns: 10)
    #expect(old.rewrapped(to: 5) == (cursorRow: 3, count: 4))
    #expect(old.rewrapped(to: 40) == (cursorRow: 0, count: 1))
    #expect(frame("ab\ncdef|", columns: 10).rewrapped(to: 3) == (cursorRow: 2, count: 3))
  }

  @Test("Whatever follows on what, the screen shows the last frame", arguments: [3, 5, 8, 20])
  func paintsOver(_ columns: Int) {
    var generator = SplitMix(seed: columns)
    let pieces = ["a", "b", "ế", "漢", "\n", " ", "👩‍💻", "🇻🇳", "|"]
    var screen = Screen()
    screen.columns = columns
    var terminal = FakeTerminal(columns: columns)
    for _ in 0..<400 {
      let text = (0..<(generator.next() % 14)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let next = frame(text, columns: columns)
      terminal.feed(screen.update(to: next))
      let wanted = next.rows.map { row in
        row.glyphs.map(\.text).joined().replacing(#/ +$/#, with: "")
      }
      #expect(Array(terminal.text.prefix(wanted.count)) == wanted, "\(text)")
      #expect(terminal.text.dropFirst(wanted.count).joined() == "", "\(text)")
      #expect(
        [terminal.row, terminal.column] == [next.cursor.row, next.cursor.column], "\(text)")
    }
    terminal.feed(screen.erase())
    #expect(terminal.text.joined() == "")
  }

  @Test("A letter typed at the end writes that letter only")
  func writesLittle() {
    var screen = Screen()
    screen.columns = 20
    _ = screen.update(to: frame("theo> lis|", columns: 20))
    #expect(screen.update(to: frame("theo> list|", columns: 20)) == "t")
  }
}
