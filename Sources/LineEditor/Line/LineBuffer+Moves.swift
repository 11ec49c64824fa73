extension LineBuffer {
  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }

  /// The start of the word before the cursor; a word is letters, digits and `_`.
  var wordStart: Int {
    var at = cursor
    while at > 0, !Self.isWord(characters[at - 1]) { at -= 1 }
    while at > 0, Self.isWord(characters[at - 1]) { at -= 1 }
    return at
  }

  /// The end of the word at or after the cursor.
  var wordEnd: Int {
    var at = cursor
    while at < characters.count, !Self.isWord(characters[at]) { at += 1 }
    while at < characters.count, Self.isWord(characters[at]) { at += 1 }
    return at
  }

  /// The start of what blanks set apart before the cursor.
  var blankDelimitedStart: Int {
    var at = cursor
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  /// The start and end of the line of a multi-line text that the cursor is in.
  var lineStart: Int {
    var at = cursor
    while at > 0, !characters[at - 1].isNewline { at -= 1 }
    return at
  }
  var lineEnd: Int {
    var at = cursor
    while at < characters.count, !characters[at].isNewline { at += 1 }
    return at
  }

  /// To the same place in the line above; false in the first line.
  mutating func moveUp() -> Bool {
    let start = lineStart
    guard start > 0 else { return false }
    let column = cursor - start
    cursor = start - 1
    let end = cursor
    cursor = min(end, lineStart + column)
    return true
  }

  /// To the same place in the line below; false in the last line.
  mutating func moveDown() -> Bool {
    let column = cursor - lineStart
    let end = lineEnd
    guard end < characters.count else { return false }
    cursor = end + 1
    cursor = min(lineEnd, cursor + column)
    return true
  }

  static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
