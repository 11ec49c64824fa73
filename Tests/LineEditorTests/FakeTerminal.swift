import TerminalText

@testable import LineEditor

/// What a terminal would show: enough of one to read what `Screen` writes.
struct FakeTerminal {
  var columns: Int
  var rows = 1000
  private(set) var cells: [[String]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  /// After the last column: the next character wraps.
  private var isPending = false
  private var unread: [UInt8] = []

  init(columns: Int, rows: Int = 1000) {
    self.columns = columns
    self.rows = rows
  }

  /// The last column is filled: the next character goes to the next row.
  var isAtEdge: Bool { isPending }

  /// The first row that is still on the screen.
  private var top: Int { max(0, cells.count - rows) }

  var text: [String] {
    cells.map { $0.joined().replacing(#/ +$/#, with: "") }
  }

  /// Bytes as they come: a sequence or character that is not whole yet waits for its rest.
  mutating func feed(_ bytes: ArraySlice<UInt8>) {
    unread += bytes
    var whole = unread.count
    while whole > 0, unread[whole - 1] & 0xC0 == 0x80 { whole -= 1 }
    if whole > 0, unread[whole - 1] >= 0xC0 { whole -= 1 }
    if String(validating: unread, as: UTF8.self) != nil { whole = unread.count }
    if let escape = unread[..<whole].lastIndex(of: 0x1B),
      !unread[escape..<whole].contains(where: { (0x41...0x7A).contains($0) && $0 != 0x5B })
    {
      whole = escape
    }
    feed(String(decoding: unread[..<whole], as: UTF8.self))
    unread.removeFirst(whole)
  }

  mutating func feed(_ text: String) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}":
        let sequence = rest.prefix { !$0.isLetter }
        rest = rest.dropFirst(sequence.count)
        control(rest.popFirst(), Int(sequence.dropFirst()) ?? 1)
      case "\u{8}": column = max(0, column - 1)
      case "\r": (column, isPending) = (0, false)
      case "\n", "\r\n": newLine(from: character)
      default: put(character)
      }
    }
  }

  private mutating func newLine(from character: Character) {
    column = 0  // the terminal driver's ONLCR
    isPending = false
    row += 1
    if row == cells.count { cells.append([]) }
  }

  private mutating func put(_ character: Character) {
    let marks = character.unicodeScalars.allSatisfy(\.properties.isGraphemeExtend)
    let last = isPending ? column : column - 1
    if marks, cells[row].indices.contains(last) {
      cells[row][last] += String(character)  // it came later than its letter
      return
    }
    let width = Glyph(character, .plain).width
    if isPending || column + width > columns { newLine(from: "\n") }
    while cells[row].count < column + width { cells[row].append(" ") }
    cells[row][column] = String(character)
    for extra in 1..<max(2, width) where width > 1 { cells[row][column + extra] = "" }
    column += width
    isPending = column >= columns
    if isPending { column = columns - 1 }
  }

  private mutating func control(_ final: Character?, _ number: Int) {
    if final != "m" { isPending = false }
    switch final {
    case "A": row = max(top, row - number)
    case "B": row = min(cells.count - 1, row + number)
    case "C": column = min(columns - 1, column + number)
    case "G": column = min(columns, number) - 1
    case "K": cells[row].removeLast(max(0, cells[row].count - column))
    case "J":
      cells[row].removeLast(max(0, cells[row].count - column))
      for below in (row + 1)..<max(row + 1, cells.count) { cells[below] = [] }
    case "H": (row, column) = (top, 0)
    default: break
    }
  }
}
