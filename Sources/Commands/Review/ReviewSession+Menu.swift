import Desk
import FactStore
import Presentation
import TerminalText

extension ReviewSession {
  /// The menu for the claim that is looked at.
  func menu(_ purpose: ReviewMenu.Purpose, _ store: FactStore) -> View {
    guard let id = queue.current, let names = ReviewNames(id, in: store) else { return .claim }
    return .menu(ReviewMenu(purpose, id, purpose == .speaker ? names.speakers : names.agencies))
  }

  mutating func press(_ key: ScreenKey, in menu: ReviewMenu, on desk: inout Desk) {
    var menu = menu
    switch key {
    case .up: menu.move(by: -1)
    case .down: menu.move(by: 1)
    case .pageUp: menu.move(by: -8)
    case .pageDown: menu.move(by: 8)
    case .character(let character): menu.type(String(character))
    case .pasted(let text): menu.type(text)
    case .backspace: menu.rubOut()
    case .enter:
      view = .claim
      return choose(menu, on: &desk)
    case .escape, .cancel:
      view = .claim
      message = StyledText("nothing chosen", .dim)
      return
    default: break
    }
    view = .menu(menu)
  }

  private mutating func choose(_ menu: ReviewMenu, on desk: inout Desk) {
    switch menu.chosen {
    case .name(let name, _): take([name], for: menu.purpose, on: &desk)
    case .new(let text): take(typed: text, for: menu.purpose, on: &desk)
    case .nobody: take([], for: menu.purpose, on: &desk)
    case nil: message = StyledText("nothing chosen", .dim)
    }
  }

  /// A name as it is written; of agencies several, with commas between; `-` for none.
  mutating func take(typed text: String, for purpose: ReviewMenu.Purpose, on desk: inout Desk) {
    if text == "-" || text == "–" { return take([], for: purpose, on: &desk) }
    let parts = purpose == .agency ? text.split(separator: ",").map(String.init) : [text]
    let names = parts.map(Self.trimmed).filter { !$0.isEmpty }
    guard !names.isEmpty, names.allSatisfy({ $0.contains(where: \.isLetter) }) else {
      message = StyledText("'\(text)' is no name: expected letters, as in: Lê Thu Hà", .warning)
      return
    }
    take(names, for: purpose, on: &desk)
  }

  private mutating func take(
    _ names: [String], for purpose: ReviewMenu.Purpose, on desk: inout Desk
  ) {
    switch purpose {
    case .speaker: take(speaker: names.first, on: &desk)
    case .agency: take(agencies: names, on: &desk)
    }
  }
}
