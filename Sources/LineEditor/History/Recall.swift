/// Going back and forth in history while a line is edited.
///
/// What was typed before going back is the last entry, and what is changed on the way stays until
/// the line is entered.
struct Recall: Sendable {
  private let lines: TextArena
  private var changed: [Int: String] = [:]
  private var at: Int
  private var argumentAt: Int

  init(_ lines: TextArena = TextArena()) {
    self.lines = lines
    at = lines.count
    argumentAt = lines.count
  }

  mutating func previous(from line: LineBuffer) -> LineBuffer { go(to: at - 1, from: line) }
  mutating func next(from line: LineBuffer) -> LineBuffer { go(to: at + 1, from: line) }
  mutating func first(from line: LineBuffer) -> LineBuffer { go(to: 0, from: line) }
  mutating func last(from line: LineBuffer) -> LineBuffer { go(to: lines.count, from: line) }

  /// The next line in the direction of `step` that begins with what stands before the cursor, which
  /// stays where it is.
  mutating func match(from line: LineBuffer, step: Int) -> LineBuffer {
    let start = Array(line.textBeforeCursor.utf8)
    var target = at + step
    while (0..<lines.count).contains(target), !lines.hasPrefix(target, start) { target += step }
    var found = go(to: target, from: line)
    found.cursor = min(line.cursor, found.characters.count)
    return found
  }

  private mutating func go(to target: Int, from line: LineBuffer) -> LineBuffer {
    guard (0...lines.count).contains(target), target != at else { return line }
    changed[at] = line.text
    at = target
    return LineBuffer(changed[at] ?? lines[at])
  }

  /// The last argument of the newest line, or `again` of the line before the one asked for last.
  mutating func lastArgument(again: Bool) -> String? {
    if !again { argumentAt = lines.count }
    while argumentAt > 0 {
      argumentAt -= 1
      if let word = LineBuffer.lastArgument(of: lines[argumentAt]) { return word }
    }
    return nil
  }

  /// The newest line that begins with `start` and goes on.
  func suggestion(for start: String) -> String? {
    let bytes = Array(start.utf8)
    let found = (0..<lines.count).last {
      lines.hasPrefix($0, bytes) && !lines.isEqual($0, to: bytes)
    }
    return found.map { lines[$0] }
  }
}
