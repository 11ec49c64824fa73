/// Going back and forth in history while a line is edited.
///
/// What was typed before going back is the last entry, and what is changed on the way stays until
/// the line is entered.
struct Recall: Sendable {
  private var lines: [String]
  private var changed: [Int: String] = [:]
  private var at: Int
  private var argumentAt: Int

  init(lines: [String] = []) {
    self.lines = lines
    at = lines.count
    argumentAt = lines.count
  }

  /// The lines of history, oldest first.
  var all: [String] { lines }

  mutating func previous(from line: LineBuffer) -> LineBuffer { go(to: at - 1, from: line) }
  mutating func next(from line: LineBuffer) -> LineBuffer { go(to: at + 1, from: line) }
  mutating func first(from line: LineBuffer) -> LineBuffer {
    lines.isEmpty ? line : go(to: 0, from: line)
  }
  mutating func last(from line: LineBuffer) -> LineBuffer { go(to: lines.count, from: line) }

  /// The next line in the direction of `step` that begins with what stands before the cursor, which
  /// stays where it is.
  mutating func match(from line: LineBuffer, step: Int) -> LineBuffer {
    let start = line.textBeforeCursor
    var target = at + step
    while lines.indices.contains(target), !begins(target, with: start) { target += step }
    guard target == lines.count || lines.indices.contains(target) else { return line }
    var found = go(to: target, from: line)
    found.cursor = min(line.cursor, found.characters.count)
    return found
  }

  private func begins(_ index: Int, with start: String) -> Bool {
    lines[index].utf8.starts(with: start.utf8)
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
    let bytes = start.utf8
    return lines.last { $0.utf8.count > bytes.count && $0.utf8.starts(with: bytes) }
  }
}
