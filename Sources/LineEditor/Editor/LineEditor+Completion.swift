extension LineEditor {
  /// Tab: one candidate is put in; of several, what they have in common; then a menu.
  func complete() {
    let now = line
    let request = CompletionRequest(line: now.text, cursor: now.utf8Cursor)
    guard let candidates = completer?(request), let first = candidates.first else { return }
    if candidates.count == 1 {
      line = now.completed(with: first, final: true)
      return
    }
    if let longer = Self.commonStart(of: candidates, in: now) {
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

  /// The line with what all replacements begin with, if that is more than is typed already.
  static func commonStart(
    of candidates: [CompletionCandidate], in line: LineBuffer
  ) -> LineBuffer? {
    guard var first = candidates.first, candidates.allSatisfy({ $0.range == first.range }) else {
      return nil
    }
    let typed = line.characters[line.range(utf8: first.range)]
    var common = Array(first.replacement)
    for candidate in candidates.dropFirst() {
      common.removeLast(common.count - zip(common, candidate.replacement).prefix { $0 == $1 }.count)
      if common.count <= typed.count { return nil }
    }
    // Half of `\"` would change what the next character means.
    if common.reversed().prefix(while: { $0 == "\\" }).count % 2 == 1 { common.removeLast() }
    guard common.count > typed.count, common.starts(with: typed) else { return nil }
    first.replacement = String(common)
    return line.completed(with: first, final: false)
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
}
