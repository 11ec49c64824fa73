/// What a letter is without its marks: lower case, tone apart, plain.
///
/// "Ầ" → letter "â", tone 1, plain "a". Covers Latin, Greek and Cyrillic capitals by rule;
/// every other scalar is its own letter.
public struct LetterTable: Sendable {
  package struct Entry: Sendable {
    /// Lower case, with â ă ê ô ơ ư đ kept, without its tone.
    package var letter: UInt32
    /// 0 none, 1 huyền, 2 sắc, 3 ngã, 4 hỏi, 5 nặng.
    package var tone: UInt8
    /// Lower case without any mark: đ → d. Two letters for ligatures (æ → "ae").
    package var plain: (UInt8, UInt8)
  }

  /// Entries for the scalars below 0x250 and from 0x1E00 to 0x1EFF.
  private let low: [Entry]
  private let high: [Entry]

  package static let shared = LetterTable()

  package init(list: WordList = WordList(embedded: "latin-letters.tsv")) {
    var low = (UInt32(0)..<0x250).map { Entry(letter: $0, tone: 0, plain: (0, 0)) }
    var high = (UInt32(0x1E00)..<0x1F00).map { Entry(letter: $0, tone: 0, plain: (0, 0)) }
    for scalar in UInt32(0x21)..<0x7F {
      let letter = (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
      low[Int(scalar)] = Entry(letter: letter, tone: 0, plain: (UInt8(letter), 0))
    }
    for row in list.rows {
      guard let scalar = Self.scalar(row, 0), let entry = Entry(row) else { continue }
      if scalar < 0x250 {
        low[Int(scalar)] = entry
      } else if (0x1E00..<0x1F00).contains(scalar) {
        high[Int(scalar - 0x1E00)] = entry
      }
    }
    self.low = low
    self.high = high
  }

  /// The first scalar of a column.
  fileprivate static func scalar(_ row: WordList.Row, _ column: Int) -> UInt32? {
    row.withColumn(column) { bytes in
      var at = 0
      return bytes.isEmpty ? nil : UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
    }
  }

  package subscript(scalar: UInt32) -> Entry {
    if scalar < 0x250 { return low[Int(scalar)] }
    if scalar &- 0x1E00 < 0x100 { return high[Int(scalar &- 0x1E00)] }
    return Entry(letter: lowercased(scalar), tone: 0, plain: (0, 0))
  }

  /// Greek and Cyrillic capitals by their regular distance; anything else as it is.
  private func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }

  /// The tone that a combining mark adds, and whether it changes the letter instead.
  package enum Mark: Sendable {
    case tone(UInt8)
    case circumflex, breve, horn
    case other
  }

  /// Combining marks U+0300…U+036F; nil for anything else.
  package static func mark(_ scalar: UInt32) -> Mark? {
    switch scalar {
    case 0x300: .tone(1)
    case 0x301: .tone(2)
    case 0x303: .tone(3)
    case 0x309: .tone(4)
    case 0x323: .tone(5)
    case 0x302: .circumflex
    case 0x306: .breve
    case 0x31B: .horn
    case 0x300...0x36F: .other
    default: nil
    }
  }

  /// A letter under a quality mark: a + circumflex → â. Unchanged where none exists.
  package static func applying(_ mark: Mark, to letter: UInt32) -> UInt32 {
    switch (mark, letter) {
    case (.circumflex, 0x61): 0xE2
    case (.circumflex, 0x65): 0xEA
    case (.circumflex, 0x6F): 0xF4
    case (.breve, 0x61): 0x103
    case (.horn, 0x6F): 0x1A1
    case (.horn, 0x75): 0x1B0
    default: letter
    }
  }
}

extension LetterTable.Entry {
  /// Of a row "Ầ<TAB>â<TAB>1<TAB>a".
  fileprivate init?(_ row: WordList.Row) {
    guard let letter = LetterTable.scalar(row, 1), let tone = UInt8(row[2]) else { return nil }
    let plain: (UInt8, UInt8) = row.withColumn(3) { plain in
      guard 1...2 ~= plain.count, plain.allSatisfy({ $0 < 0x80 }) else { return (0, 0) }
      return (plain[0], plain.count > 1 ? plain[1] : 0)
    }
    self.init(letter: letter, tone: tone, plain: plain)
  }
}

extension LetterTable {
  /// Whether a scalar is a capital letter: its lower-case letter is another one.
  @inlinable @inline(__always)
  public static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return isCapitalBeyondASCII(scalar)
  }

  @usableFromInline static func isCapitalBeyondASCII(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: true
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF: scalar & 1 == 0
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
    case 0x1A0, 0x1AF, 0x391...0x3A9, 0x400...0x42F: true
    default: false
    }
  }
}
