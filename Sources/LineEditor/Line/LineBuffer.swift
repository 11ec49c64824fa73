@_spi(_Unicode) import Swift

/// The line being edited, in graphemes: a cursor never stands inside one, and a deletion takes a
/// whole one. The text is kept in NFC.
struct LineBuffer: Sendable, Equatable {
  private(set) var characters: [Character] = []
  /// Graphemes before the cursor.
  var cursor = 0

  init() {}

  init(_ text: String, cursor: Int? = nil) {
    characters = Array(text.composed)
    self.cursor = min(cursor ?? characters.count, characters.count)
  }

  /// From libedit's line: `scalarCursor` counts scalars, and one inside a grapheme goes to its end.
  init(scalars: some Sequence<Unicode.Scalar>, scalarCursor: Int) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    characters = Array(String(view))
    var reached = 0
    while cursor < characters.count, reached < scalarCursor {
      reached += characters[cursor].unicodeScalars.count
      cursor += 1
    }
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var isAtEnd: Bool { cursor == characters.count }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var textAfterCursor: String { String(characters[cursor...]) }
  /// UTF-8 bytes before the cursor.
  var utf8Cursor: Int { textBeforeCursor.utf8.count }

  // MARK: Insert and delete

  /// Inserts at the cursor; a mark joins the grapheme before it: `e` | + U+0301 → `é` |.
  mutating func insert(_ text: String) {
    set(before: textBeforeCursor + text, after: textAfterCursor)
  }

  /// Takes `range` out and returns its text; the cursor goes there.
  @discardableResult
  mutating func delete(_ range: Range<Int>) -> String {
    let taken = String(characters[range])
    set(
      before: String(characters[..<range.lowerBound]),
      after: String(characters[range.upperBound...]))
    return taken
  }

  /// The two sides of the cursor may become one grapheme (two regional indicators, a letter and a
  /// mark): the cursor is after it then.
  private mutating func set(before: String, after: String) {
    let composed = before.composed
    self = LineBuffer(
      scalars: (composed + after).composed.unicodeScalars,
      scalarCursor: composed.unicodeScalars.count)
  }

  /// Puts `text` in place of `range`, the cursor after it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    delete(range)
    insert(text)
  }

  @discardableResult
  mutating func deleteBackward() -> Bool {
    guard cursor > 0 else { return false }
    delete((cursor - 1)..<cursor)
    return true
  }

  @discardableResult
  mutating func deleteForward() -> Bool {
    guard cursor < characters.count else { return false }
    delete(cursor..<(cursor + 1))
    return true
  }

  /// Graphemes for a range of UTF-8 offsets; offsets inside a grapheme take it whole.
  func range(utf8 range: Range<Int>) -> Range<Int> {
    var reached = 0
    var lower: Int?
    for (index, character) in characters.enumerated() {
      let next = reached + character.utf8.count
      if lower == nil, next > range.lowerBound { lower = index }
      if reached >= range.upperBound { return (lower ?? index)..<max(lower ?? index, index) }
      reached = next
    }
    let end = characters.count
    return (lower ?? end)..<end
  }
}

extension LineBuffer {
  /// The line without the rest of a grapheme of which a command of libedit's, which counts scalars,
  /// took a part away; nil when none was cut.
  ///
  /// `a🇻🇳b` → vi's `x` on the flag → `a🇳b` → `ab`
  func repaired(from old: LineBuffer) -> LineBuffer? {
    let before = Array(old.text.unicodeScalars)
    let after = Array(text.unicodeScalars)
    let start = zip(before, after).prefix { $0 == $1 }.count
    let longest = min(before.count, after.count) - start
    let same = zip(before.reversed(), after.reversed()).prefix(longest).prefix { $0 == $1 }.count
    let deleted = start..<(before.count - same)
    guard !deleted.isEmpty else { return nil }
    let whole = old.scalarRange(covering: deleted)
    if whole == deleted { return nil }
    var scalars = before[..<whole.lowerBound]
    scalars += after[start..<(after.count - same)]
    let cursor = scalars.count
    return LineBuffer(scalars: scalars + before[whole.upperBound...], scalarCursor: cursor)
  }

  /// `range` of scalars, widened to whole graphemes.
  private func scalarRange(covering range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var reached = 0
    for character in characters {
      let next = reached + character.unicodeScalars.count
      if reached <= range.lowerBound { lower = reached }
      if next >= range.upperBound { return lower..<next }
      reached = next
    }
    return lower..<reached
  }
}

extension String {
  /// The text in Unicode's normal form C: `e` + U+0302 + U+0301 → `ế`.
  var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }
}
