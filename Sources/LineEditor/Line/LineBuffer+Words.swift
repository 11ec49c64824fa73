extension LineBuffer {
  /// Swaps the graphemes on both sides of the cursor, at the end the last two.
  mutating func transpose() {
    guard characters.count > 1, cursor > 0 else { return }
    let right = isAtEnd ? cursor - 1 : cursor
    var swapped = characters
    swapped.swapAt(right - 1, right)
    self = LineBuffer(String(swapped), cursor: right + 1)
  }

  enum LetterCase { case upper, lower, capital }

  /// Changes the letters from the cursor to the end of the word: `bộ` → `Bộ`.
  mutating func changeCase(_ letterCase: LetterCase) {
    let end = wordEnd
    let part = characters[cursor..<end]
    let changed: String
    switch letterCase {
    case .upper: changed = String(part).uppercased()
    case .lower: changed = String(part).lowercased()
    case .capital:
      let gap = part.prefix { !Self.isWord($0) }
      let word = part.dropFirst(gap.count)
      changed =
        String(gap) + word.prefix(1).map { $0.uppercased() }.joined()
        + String(word.dropFirst()).lowercased()
    }
    replace(cursor..<end, with: changed)
  }

  /// The last thing that blanks set apart in `line`, a quoted one whole.
  ///
  /// `note c3 "chưa rõ"` → `"chưa rõ"`
  static func lastArgument(of line: String) -> String? {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if quote == nil, character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      word.append(character)
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      }
    }
    return word.isEmpty ? words.last : word
  }
}
