import ClaimModel
import FactStore

extension ReviewSession {
  /// What a key does.
  package mutating func press(_ key: ScreenKey, on desk: inout Desk) -> Next {
    switch key {
    case .redraw: return .goOn
    case .cancel, .ended: return .leave
    case .suspend: return .suspend
    default: break
    }
    message = StyledText()
    guard view == .claim else {
      view = .claim
      return .goOn
    }
    return pressOnClaim(key, on: &desk)
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
    case .note: return .ask(.note)
    case .tag: return .ask(.tag)
    case .evidence: return .ask(.evidence)
    case .skip: move { $0.advance() }
    case .back:
      let isFirst = queue.position == 0
      move { _ = $0.goBack() }
      if isFirst { message = StyledText("this is the first claim", .warning) }
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
    case .verdict, .note, .tag, .evidence, .skip: false
    case .back, .undo, .find, .help, .leave: true
    }
  }
}

extension ReviewSession {
  /// What was written for a question; nil where it was cancelled.
  package mutating func answer(_ question: Question, _ text: String?, on desk: inout Desk) {
    guard let text = text.map(Self.trimmed) else {
      message = StyledText("no \(question == .find ? "selection" : question.rawValue) given", .dim)
      return
    }
    if question == .find { return find(text, in: desk.store) }
    guard !text.isEmpty else {
      message = StyledText("no \(question.rawValue) given", .dim)
      return
    }
    switch question {
    case .note: mark(ClaimMark(note: text), on: &desk)
    case .tag:
      let tags = text.split(separator: ",").map { Self.trimmed(String($0)) }
      mark(ClaimMark(tags: tags.filter { !$0.isEmpty }), on: &desk)
    case .evidence:
      mark(ClaimMark(evidence: text.split(separator: " ").map(String.init)), on: &desk)
    case .find: break
    }
  }

  /// On to the next claim of a selection; without one, of the selection before.
  private mutating func find(_ text: String, in store: FactStore) {
    if !text.isEmpty {
      do {
        found = Set(store.select(try Selection.parse(text, saved: store.savedQueryTexts)))
      } catch {
        let whole = TextSpan(0, text.utf8.count)
        let error = ShellError.query(error, source: text, place: whole)
        message = StyledText(error.message.headline, .failure)
        return
      }
    }
    guard let found else {
      message = StyledText("nothing to find given", .dim)
      return
    }
    let here = queue.position
    if queue.find(found) {
      scroll = 0
      let place = queue.position < here ? "from the start on" : "further on"
      message = StyledText("found " + place, .dim)
    } else {
      message = StyledText("no other claim of this review matches", .warning)
    }
  }

  private static func trimmed(_ text: String) -> String {
    let blanks = text.drop { $0.isWhitespace }
    let end = blanks.lastIndex { !$0.isWhitespace }
    return end.map { String(blanks[...$0]) } ?? ""
  }
}
