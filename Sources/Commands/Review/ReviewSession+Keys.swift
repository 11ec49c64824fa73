package import Desk
import FactStore
package import Presentation
import TerminalText

extension ReviewSession {
  /// What a key does.
  package mutating func press(_ key: ScreenKey, on desk: inout Desk) -> Next {
    switch key {
    case .redraw: return .goOn
    case .ended: return .leave
    case .suspend: return .suspend
    default: break
    }
    message = StyledText()
    switch view {
    case .claim:
      return key == .cancel ? .leave : pressOnClaim(key, on: &desk)
    case .help:
      view = .claim
      return key == .cancel ? .leave : .goOn
    case .menu(let menu):
      press(key, in: menu, on: &desk)
      return .goOn
    }
  }

  private mutating func pressOnClaim(_ key: ScreenKey, on desk: inout Desk) -> Next {
    switch key {
    case .up: scroll -= 1
    case .down: scroll += 1
    case .pageUp: scroll -= 8
    case .pageDown: scroll += 8
    case .left: return perform(.back, on: &desk)
    case .right: return perform(.skip, on: &desk)
    case .enter where queue.current == nil: startOver()
    case .character(let character):
      guard let action = ReviewAction(key: character) else {
        message = StyledText("'\(character)' is no key here; ? lists them", .warning)
        return .goOn
      }
      return perform(action, on: &desk)
    default: message = StyledText("that is no key here; ? lists them", .warning)
    }
    return .goOn
  }

  mutating func perform(_ action: ReviewAction, on desk: inout Desk) -> Next {
    guard queue.current != nil || action.worksAtTheEnd else {
      message = StyledText("no claim is shown: b goes back, q leaves", .warning)
      return .goOn
    }
    switch action {
    case .verdict(let verdict): mark(ClaimMark(verdict: verdict), on: &desk)
    case .note: return .ask(.note(queue.position))
    case .lastNote:
      if let judged { return .ask(.note(judged)) }
      message = StyledText("no claim was judged yet; n writes the note of this one", .warning)
    case .tag: return .ask(.tag)
    case .evidence: return .ask(.evidence)
    case .speaker: view = menu(.speaker, desk.store)
    case .agency: view = menu(.agency, desk.store)
    case .words: return .ask(.words)
    case .drop: drop(on: &desk)
    case .skip: move { $0.advance() }
    case .back:
      let here = queue.position
      move { _ = $0.goBack() }
      if queue.position == here { message = StyledText("this is the first claim", .warning) }
    case .undo: takeBack(on: &desk)
    case .find: return .ask(.find)
    case .help: view = .help
    case .leave: return .leave
    }
    return .goOn
  }

  private mutating func startOver() {
    move { if !$0.startOver() { return } }
  }

  private mutating func move(_ step: (inout ReviewQueue) -> Void) {
    step(&queue)
    scroll = 0
  }
}

extension ReviewAction {
  /// Behind the last claim there is none that could be marked.
  fileprivate var worksAtTheEnd: Bool {
    switch self {
    case .verdict, .note, .tag, .evidence, .speaker, .agency, .words, .drop, .skip: false
    case .lastNote, .back, .undo, .find, .help, .leave: true
    }
  }
}
