import LineEditor
import TerminalText

/// The output of one line at the prompt: held back until it is known whether it is longer than the
/// screen, and then shown in a pager.
struct PagedOutput {
  /// What is to be done with bytes that come.
  enum Step: Equatable {
    case held, paged
    /// The user has left the pager: the rest is not shown.
    case dropped
  }

  private let command: String
  private let columns: Int
  private let rows: Int
  private(set) var held: [UInt8] = []
  private var pager: Pager?
  private var isDropping = false
  private var counter: RowCounter

  /// `rows` of the window are free, less one for the prompt that follows.
  init(command: String, columns: Int, rows: Int) {
    self.command = command
    self.columns = columns
    self.rows = rows
    counter = RowCounter(columns: columns)
  }

  var isPaging: Bool { pager != nil }

  mutating func write(_ bytes: [UInt8]) -> Step {
    // All of it is kept until the pager has ended: it may not be there.
    held += bytes
    if isDropping { return .dropped }
    if pager == nil {
      counter.add(bytes)
      guard counter.rows >= rows else { return .held }
      pager = Pager(command)
      guard let pager else { return .held }
      isDropping = !pager.write(held)
      return .paged
    }
    if pager?.write(bytes) == false { isDropping = true }
    return isDropping ? .dropped : .paged
  }

  /// Waits for the pager; gives back what is still to be printed, and whether the pager could not be
  /// run.
  mutating func end() -> (rest: [UInt8], pagerFailed: Bool) {
    defer {
      held = []
      pager = nil
      isDropping = false
      counter = RowCounter(columns: columns)
    }
    guard let pager else { return (held, false) }
    return pager.close() ? ([], false) : (held, true)
  }
}

/// Counts the rows that text takes on a screen.
struct RowCounter {
  private let columns: Int
  private(set) var rows = 0
  private var line: [UInt8] = []

  init(columns: Int) { self.columns = max(1, columns) }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      guard byte == 0x0A else {
        line.append(byte)
        continue
      }
      rows += max(1, (Self.width(line) + columns - 1) / columns)
      line.removeAll(keepingCapacity: true)
    }
  }

  /// Columns of a line, its colour sequences (ESC [ … m) apart.
  private static func width(_ line: [UInt8]) -> Int {
    guard line.contains(0x1B) else { return DisplayWidth.of(String(decoding: line, as: UTF8.self)) }
    var text = [UInt8]()
    var at = 0
    while at < line.count {
      if line[at] == 0x1B {
        at = (line[at...].firstIndex { $0 == UInt8(ascii: "m") } ?? line.count - 1) + 1
      } else {
        text.append(line[at])
        at += 1
      }
    }
    return DisplayWidth.of(String(decoding: text, as: UTF8.self))
  }
}
