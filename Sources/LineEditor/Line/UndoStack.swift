/// The states a line went through; letters typed in a row are one step.
struct UndoStack: Sendable {
  private var past: [LineBuffer] = []
  private var future: [LineBuffer] = []
  private var present = LineBuffer()
  private var run = Run.none

  private enum Run: Equatable { case none, inserting, deleting }

  init() {}
  init(_ start: LineBuffer) { present = start }

  /// Notes the line as it is now, after a key.
  mutating func record(_ state: LineBuffer) {
    guard state.characters != present.characters else {
      if state.cursor != present.cursor { run = .none }
      present.cursor = state.cursor
      return
    }
    let change = Self.run(from: present, to: state)
    if change == .none || change != run { past.append(present) }
    run = change
    present = state
    future = []
  }

  /// The state before the last step.
  mutating func undo() -> LineBuffer? {
    guard let last = past.popLast() else { return nil }
    future.append(present)
    present = last
    run = .none
    return last
  }

  /// The step that `undo` took back, done again.
  mutating func redo() -> LineBuffer? {
    guard let next = future.popLast() else { return nil }
    past.append(present)
    present = next
    run = .none
    return next
  }

  /// One letter typed, marked or deleted goes on with the run; a blank begins a new one.
  private static func run(from old: LineBuffer, to new: LineBuffer) -> Run {
    let after = new.characters.count - new.cursor
    guard after == old.characters.count - old.cursor,
      new.characters.suffix(after) == old.characters.suffix(after)
    else { return .none }
    let before = old.characters.prefix(old.cursor)
    let now = new.characters.prefix(new.cursor)
    if now.count == before.count - 1, before.starts(with: now) { return .deleting }
    guard let last = now.last, now.count == before.count || now.count == before.count + 1,
      before.starts(with: now.dropLast())
    else { return .none }
    return last.isWhitespace ? .none : .inserting
  }
}
