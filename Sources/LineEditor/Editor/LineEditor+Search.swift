extension LineEditor {
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
}
