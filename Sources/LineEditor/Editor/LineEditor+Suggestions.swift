extension LineEditor {
  enum SuggestionPart { case whole, word }

  /// What would complete the line, when the cursor is at its end.
  func updateSuggestion(for line: LineBuffer) {
    suggestion = ""
    guard showsSuggestions, line.isAtEnd, !line.isEmpty else { return }
    let text = line.text
    guard let whole = suggester?(text) ?? recall.suggestion(for: text) else { return }
    let composed = whole.composed
    guard composed.utf8.starts(with: text.utf8) else { return }
    suggestion = String(decoding: composed.utf8.dropFirst(text.utf8.count), as: UTF8.self)
  }

  /// Takes the suggestion, or a word of it; without one, the key moves.
  func acceptSuggestion(_ part: SuggestionPart, or move: (inout LineBuffer) -> Void) {
    guard !suggestion.isEmpty, line.isAtEnd else { return edit(move) }
    let rest = LineBuffer(suggestion, cursor: 0)
    let count = part == .whole ? rest.characters.count : rest.wordEnd
    edit { $0.insert(String(rest.characters[..<count])) }
  }
}
