import Testing

@testable import LineEditor

/// Scripts × editing modes × widths × what happens: the screen must show what a terminal shows that
/// is simply given the prompt and the text.
@Suite("Every kind of text stands right in every window", .serialized)
struct EditorMatrixTests {
  enum Happening: CaseIterable {
    case typed, pasted, backgroundPrint, resized, interrupted, edited
  }

  private static let texts = [
    "ghi chú: Bộ Ngoại giao nói rõ",
    "ghi chu\u{301}: Bo\u{323}\u{302} Ngoa\u{323}i giao no\u{301}i ro\u{303}",
    "漢字とかな漢字とかな漢字",
    "cờ 🇻🇳 nhà 👨‍👩‍👧 tay 👋🏽 hết 🇫🇷",
  ]

  /// Narrow; as wide as the first text and the prompt, so that they fill the row; wide.
  private static let widths = [9, 31, 60]

  @Test(
    "What stands there is what was entered", arguments: texts, Happening.allCases)
  func shows(_ text: String, _ happening: Happening) throws {
    for columns in Self.widths {
      for usesVi in [false, true] {
        try check(text, happening, columns: columns, usesVi: usesVi)
      }
    }
  }

  private func check(
    _ text: String, _ happening: Happening, columns: Int, usesVi: Bool
  ) throws {
    let height = 3
    let session = try EditorSession(columns: columns, rows: height) { $0.usesVi = usesVi }
    session.type(happening == .pasted ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
    expect(text, columns, height, in: session)
    switch happening {
    case .typed, .pasted: break
    case .backgroundPrint:
      session.outbox.print("xong")
      expect(text, columns, height, in: session)
    case .resized:
      for width in [20, 7, columns + 3] {
        session.resize(columns: width, rows: height)
        session.outbox.print("x")  // it wakes the editor, as SIGWINCH would
        expect(text, width, height, in: session)
      }
    case .interrupted:
      session.type("\u{3}")
      #expect(session.waitForEvents(1) == [.interrupted])
      session.type(text)
      expect(text, columns, height, in: session)
    case .edited:
      session.type("\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}x\u{1B}[C\u{1B}[C\u{1B}[C")
      var characters = Array(text)
      characters[characters.count - 4] = "x"
      expect(String(characters), columns, height, in: session)
    }
    session.type("\u{5}\u{15}\u{4}")
    let count = happening == .interrupted ? 2 : 1
    #expect(session.waitForEvents(count).last == .endOfInput)
  }

  private func expect(_ text: String, _ columns: Int, _ height: Int, in session: EditorSession) {
    var plain = FakeTerminal(columns: columns)
    plain.feed("> " + text.composed)
    var rows = plain.text
    var column = plain.column
    if plain.isAtEdge {
      rows.append("")
      column = 0
    }
    let difference = session.difference(from: rows.suffix(height), column: column)
    #expect(difference == nil, "\(text) in \(columns) columns; expected \(rows) at \(column)")
  }
}
