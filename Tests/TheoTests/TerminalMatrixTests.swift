import Foundation
import Testing

/// Scripts × editing modes × windows × what happens × locales × terminals, in a real terminal: what
/// stands there must be what a terminal shows that is given the prompt and the text.
@Suite("In every terminal", .enabled(if: Shell.has("tmux"), "needs tmux"), .serialized)
struct TerminalMatrixTests {
  /// A text by what takes a place of its own on the screen, with its columns.
  struct Text: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var typed: String
    var columns: Int { cells.reduce(0) { $0 + $1.width } }
    let cells: [(text: String, width: Int)]

    init(_ name: String, _ typed: String, wide: Set<Character> = []) {
      testDescription = name
      self.typed = typed
      cells = typed.precomposedStringWithCanonicalMapping.map { character in
        (String(character), wide.contains(character) ? 2 : 1)
      }
    }
  }

  static let texts = [
    Text("NFC", "ghi chú: Bộ Ngoại giao nói rõ"),
    Text("NFD", "ghi chú: Bộ Ngoại giao nói rõ".decomposedStringWithCanonicalMapping),
    Text("CJK", "漢字とかな漢字と仮名", wide: Set("漢字とかな仮名")),
    Text("ZWJ", "cờ 🇻🇳 nhà 👨‍👩‍👧 bay 👩‍🚀 hết", wide: Set("🇻🇳👨‍👩‍👧👩‍🚀")),
  ]

  enum Happening: CaseIterable { case typed, pasted, moved, interrupted, resized }

  /// One theo: how it is started.
  struct Setting {
    var isVi: Bool
    var locale: String
    var display: String
    var isPlain: Bool { display == "TERM=dumb" }

    static let all = [false, true].flatMap { isVi in
      ["C", "C.UTF-8", "vi_XX.UTF-8"].flatMap { locale in
        ["COLORTERM=", "NO_COLOR=1", "TERM=dumb"].map {
          Setting(isVi: isVi, locale: locale, display: $0)
        }
      }
    }
  }

  private static let prompt = "theo> "
  private let scratch: Scratch
  private let windows: TmuxWindows

  init() throws {
    scratch = try Scratch()
    _ = try scratch.file("vi.editrc", "bind -v\n")
    _ = try scratch.file("emacs.editrc", "bind -e\n")
    let folder = scratch.folder.path
    windows = try TmuxWindows(
      columns: 60, rows: 20, scratch: scratch,
      commands: Setting.all.map { setting in
        "env HOME=\(folder) XDG_STATE_HOME=\(folder)/state TERM=xterm-256color "
          + "LC_ALL=\(setting.locale) EDITRC=\(folder)/\(setting.isVi ? "vi" : "emacs").editrc "
          + "\(setting.display) \(Places.theo)"
      })
  }

  /// Narrow, exactly full, wrapped, and taller than the screen.
  private static func sizes(_ text: Text) -> [(columns: Int, rows: Int)] {
    let whole = prompt.count + text.columns
    return [(12, 8), (whole, 6), (whole * 2 / 3, 6), (12, 2)]
  }

  @Test("the line and the cursor stand where they should", arguments: texts)
  func matrix(_ text: Text) throws {
    for size in Self.sizes(text) {
      try resize(to: size)
      for happening in Happening.allCases { try check(text, happening, size) }
    }
  }

  /// tmux tells its programs of a new size a quarter of a second late where the last one is young,
  /// and has wrapped the lines anew meanwhile; a program can follow one resize after the other only.
  private func resize(to size: (columns: Int, rows: Int)) throws {
    windows.resize(columns: size.columns, rows: size.rows)
    try windows.perform()
    #expect(try windows.haveSize(columns: size.columns, rows: size.rows))
    Thread.sleep(forTimeInterval: 0.35)
  }

  private func check(
    _ text: Text, _ happening: Happening, _ size: (columns: Int, rows: Int)
  ) throws {
    windows.press("C-c C-l")
    try windows.perform()
    try expect(Text("empty", ""), size, happening)
    if happening == .pasted { windows.paste(text.typed) } else { windows.type(text.typed) }
    if happening == .moved { windows.press("Left Left Left") }
    try windows.perform()
    try expect(text, size, happening)
    if happening == .resized {
      for other in [(size.columns + 7, size.rows + 1), (size.columns - 3, size.rows), size] {
        try resize(to: other)
        try expect(text, other, happening)
      }
    }
    if happening == .interrupted {
      windows.press("C-c")
      windows.type(text.typed)
      try windows.perform()
      try expect(text, size, happening)
    }
  }

  private func expect(
    _ text: Text, _ size: (columns: Int, rows: Int), _ happening: Happening
  ) throws {
    let deadline = Date().addingTimeInterval(90)
    var wrong = [(Setting, TmuxWindows.Sight, Place)]()
    repeat {
      wrong = zip(Setting.all, try windows.look()).compactMap { setting, sight in
        let wanted = Place(text, size, back: happening == .moved && !setting.isPlain ? 3 : 0)
        return wanted.isSeen(in: sight, setting, happening) ? nil : (setting, sight, wanted)
      }
    } while !wrong.isEmpty && Date() < deadline
    for (setting, sight, wanted) in wrong {
      Issue.record(
        "\(text.testDescription) \(happening) \(size) \(setting): \(sight), not \(wanted)")
    }
  }
}

/// Where the rows of a line and its cursor are to be.
private struct Place {
  var rows: [String] = [""]
  var cursor = (row: 0, column: 0)
  private var columns: Int
  private var height: Int
  private var filled = 0

  init(_ text: TerminalMatrixTests.Text, _ size: (columns: Int, rows: Int), back: Int) {
    (columns, height) = size
    let prompt = "theo> ".map { (text: String($0), width: 1) }
    let cells = prompt + text.cells
    for (index, cell) in cells.enumerated() {
      if filled + cell.width > columns { breakRow() }
      if back > 0, index == cells.count - back { cursor = (rows.count - 1, filled) }
      rows[rows.count - 1] += cell.text
      filled += cell.width
    }
    if back == 0 || text.cells.isEmpty {
      if filled == columns { breakRow() }
      cursor = (rows.count - 1, filled)
    }
    rows = rows.map { $0.replacing(#/ +$/#, with: "") }
  }

  private mutating func breakRow() {
    rows.append("")
    filled = 0
  }

  /// Where theo paints, the screen holds the line from the top and nothing else, or of a line that
  /// is too tall the rows around the cursor. A dumb terminal holds it at the end, as it came.
  func isSeen(
    in sight: TmuxWindows.Sight, _ setting: TerminalMatrixTests.Setting,
    _ happening: TerminalMatrixTests.Happening
  ) -> Bool {
    let shown = sight.rows.map(\.precomposedStringWithCanonicalMapping)
    if setting.isPlain { return isAtTheEnd(of: shown, sight, happening) }
    let first = max(0, min(cursor.row - height + 1, rows.count - height))
    let visible = Array(rows[first..<min(rows.count, first + height)])
    guard sight.column == cursor.column else { return false }
    if happening == .interrupted || happening == .resized {
      let top = sight.row - (cursor.row - first)
      return top >= 0 && Array(shown[top...].prefix(visible.count)) == visible
        && shown[top...].dropFirst(visible.count).allSatisfy(\.isEmpty)
    }
    return sight.row == cursor.row - first && Array(shown.prefix(visible.count)) == visible
      && shown.dropFirst(visible.count).allSatisfy(\.isEmpty)
  }

  /// Wrapped by the terminal alone, which leaves the cursor in a row that is just full; a resize
  /// is the terminal's business.
  private func isAtTheEnd(
    of shown: [String], _ sight: TmuxWindows.Sight, _ happening: TerminalMatrixTests.Happening
  ) -> Bool {
    if happening == .resized { return true }
    var wanted = rows
    var column = cursor.column
    if wanted.count > 1, wanted.last == "", cursor.column == 0 {
      wanted.removeLast()
      column = columns
    }
    if rows.joined().unicodeScalars.contains("\u{200D}") {
      // How it joins what comes scalar by scalar is the terminal's business, too.
      let (there, sent) = (Self.letters(of: shown[...sight.row]), Self.letters(of: wanted))
      return there.hasSuffix(sent) || (!there.isEmpty && sent.hasSuffix(there))
    }
    let end = Array(shown[...sight.row].suffix(wanted.count))
    return end == Array(wanted.suffix(end.count)) && sight.column == column
  }

  private static func letters(of rows: some Sequence<String>) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in rows.joined().unicodeScalars where scalar != " " && scalar != "\u{200D}" {
      letters.append(scalar)
    }
    return String(letters)
  }
}

/// What leaves theo for a pipe is the same in every locale.
@Suite("Into a pipe")
struct PipeMatrixTests {
  @Test(
    "text goes whole, in UTF-8 and without escapes",
    arguments: ["C", "C.UTF-8", "vi_XX.UTF-8"], ["NO_COLOR=1", "TERM=dumb", "COLORTERM=truecolor"])
  func pipe(locale: String, display: String) throws {
    let scratch = try Scratch()
    _ = try scratch.file(
      "cang.txt", "Cảng Vân Sa\n\nBà Lê Thu Hà nói rằng 漢字 có 3 nhà 👨‍👩‍👧 và cờ 🇻🇳 trên cảng.\n")
    let setting = display.split(separator: "=").map(String.init)
    let outcome = try Shell.run(
      Places.theo, [], input: "load cang.txt\nread a1\n",
      environment: ["LC_ALL": locale, setting[0]: setting[1], "HOME": scratch.folder.path],
      folder: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("漢字 có 3 nhà 👨‍👩‍👧 và cờ 🇻🇳 trên cảng"))
    #expect(!outcome.output.utf8.contains(0x1B))
  }
}
