/// Blanks and quotation marks that are not ASCII, as web pages, chats and phones put them into a
/// line. Lengths are UTF-8 bytes.
enum LineMarks {
  /// The length of the blank at `at`, 0 for anything else: what Unicode calls white space, but the
  /// line feed, and the three that take no room (U+200B, U+2060, U+FEFF). Joiners are letters' own.
  static func blank(_ bytes: [UInt8], _ at: Int) -> Int {
    switch bytes[at] {
    case 0x20, 0x09, 0x0B...0x0D: return 1
    case 0xC2: return at + 1 < bytes.count && [0x85, 0xA0].contains(bytes[at + 1]) ? 2 : 0
    case 0xE1...0xEF where at + 2 < bytes.count:
      return isBlank(bytes[at], bytes[at + 1], bytes[at + 2]) ? 3 : 0
    default: return 0
    }
  }

  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE1, 0xA0, 0x8E): true  // U+1680, U+180E
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): true
    case (0xE2, 0x81, 0x9F...0xA0): true  // U+205F, U+2060
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): true  // U+3000, U+FEFF
    default: false
    }
  }

  /// The length of the blank that ends before `end`.
  static func blank(_ bytes: [UInt8], before end: Int) -> Int {
    (1...3).first { end >= $0 && blank(bytes, end - $0) == $0 } ?? 0
  }

  /// A mark that opens a quotation.
  struct Opening {
    var mark: Character
    var closing: [[UInt8]]
    /// Whether the query language sees quotation marks in its place, as of `"`.
    var isDouble: Bool
    var length: Int { String(mark).utf8.count }

    init(_ mark: Character, _ closing: String, isDouble: Bool) {
      self.mark = mark
      self.closing = closing.map { Array(String($0).utf8) }
      self.isDouble = isDouble
    }

    /// The length of its closing mark at `at`; 0 where there is none. A single mark within a word
    /// is an apostrophe: ‘O’Brien’.
    func closing(_ bytes: [UInt8], _ at: Int) -> Int {
      guard let mark = closing.first(where: { bytes[at...].starts(with: $0) }) else { return 0 }
      let next = at + mark.count
      let endsWord =
        next >= bytes.count || blank(bytes, next) > 0
        || [0x0A, 0x3B, 0x7C, 0x29, 0x2C].contains(bytes[next])
      return isDouble || endsWord ? mark.count : 0
    }

    /// Whether something on its line closes it.
    func isClosed(_ bytes: [UInt8], from start: Int) -> Bool {
      bytes[(start + length)...].prefix { $0 != 0x0A }.indices.contains { closing(bytes, $0) > 0 }
    }
  }

  private static let doubles = [
    Opening("“", "”“", isDouble: true), Opening("„", "“”", isDouble: true),
    Opening("‟", "”“", isDouble: true), Opening("«", "»", isDouble: true),
  ]
  /// Those that close as well, and those that are apostrophes: only at the head of a value.
  private static let singles = [
    Opening("”", "”", isDouble: true), Opening("»", "«»", isDouble: true),
    Opening("‘", "’‘", isDouble: false), Opening("‚", "‘’", isDouble: false),
    Opening("’", "’", isDouble: false), Opening("‹", "›", isDouble: false),
    Opening("›", "‹›", isDouble: false),
  ]

  /// The quotation that starts at `at` of a word that starts at `word`.
  static func opening(_ bytes: [UInt8], _ at: Int, word: Int) -> Opening? {
    guard bytes[at] == 0xE2 || bytes[at] == 0xC2 else { return nil }
    let starts: (Opening) -> Bool = { bytes[at...].starts(with: String($0.mark).utf8) }
    if let double = doubles.first(where: starts) { return double }
    let isHead = at == word || [0x3A, 0x3D, 0x28, 0x2D].contains(bytes[at - 1])
    return isHead ? singles.first { starts($0) && $0.isClosed(bytes, from: at) } : nil
  }
}
