// What keys go to beside the line: the menu of candidates, the search in history; and the
// suggestion behind the cursor.
extension LineEditor {
  // MARK: Candidates

  /// Tab: one candidate is put in; of several, what they have in common; then a menu.
  func complete() {
    let now = line
    let request = CompletionRequest(line: now.text, cursor: now.utf8Cursor)
    guard let candidates = completer?(request), let first = candidates.first else { return }
    if candidates.count == 1 {
      line = now.completed(with: first, final: true)
      return
    }
    if let longer = now.withCommonStart(of: candidates) {
      line = longer
    } else {
      mode = .menu(CompletionMenu(candidates: candidates, original: now))
    }
  }

  private static func narrows(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): scalar != " "
    case .backspace: true
    default: false
    }
  }

  /// The menu for the line as it has become, if there is anything to choose.
  func followMenu(_ now: LineBuffer) {
    guard menuFollows else { return }
    menuFollows = false
    let candidates = completer?(CompletionRequest(line: now.text, cursor: now.utf8Cursor)) ?? []
    if !candidates.isEmpty {
      mode = .menu(CompletionMenu(candidates: candidates, original: now))
    }
  }

  /// A key while the menu is open: it moves the choice, takes it, leaves it, or goes on typing.
  func handle(_ key: Key, in menu: CompletionMenu) {
    var menu = menu
    switch key {
    case .tab, .named(.down, []), .control("N"): menu.select(by: 1)
    case .backTab, .named(.up, []), .control("P"): menu.select(by: -1)
    case .named(.pageDown, []): menu.select(by: min(10, menu.candidates.count - 1))
    case .named(.pageUp, []): menu.select(by: -min(10, menu.candidates.count - 1))
    case .enter where menu.selected != nil:
      mode = .editing
      line = menu.line(final: true)
      return
    case .escape, .control("G"):
      mode = .editing
      line = menu.original
      return
    default:
      mode = .editing
      menuFollows = Self.narrows(key)
      return deliverToLibedit(key)
    }
    line = menu.line(final: false)
    mode = .menu(menu)
  }

  // MARK: Search

  func startSearch() {
    if !isAnswer { mode = .search(history.search(from: line)) }
  }

  /// A key while history is searched; one that is not for the search takes the match and acts on
  /// it.
  func handle(_ key: Key, in search: HistorySearch) {
    var search = search
    switch key {
    case .character(let scalar): search.type(String(scalar))
    case .paste(let text): search.type(text)
    case .backspace: search.deleteBackward()
    case .control("R"), .named(.up, []): search.older()
    case .control("S"), .named(.down, []): search.newer()
    case .escape, .control("G"), .control("C"):
      mode = .editing
      line = search.original
      return
    case .tab:
      mode = .editing
      line = search.shownLine
      return
    default:
      mode = .editing
      line = search.shownLine
      return deliverToLibedit(key)
    }
    mode = .search(search)
  }

  // MARK: Suggestion

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
