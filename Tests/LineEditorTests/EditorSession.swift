import Foundation
import Synchronization
import TerminalText

@testable import LineEditor

/// A line editor on a terminal of its own, typed to by a test.
final class EditorSession: Sendable {
  private let master: Int32
  private let events = Mutex<[LineEditor.Event]>([])
  private let terminal: Mutex<FakeTerminal>
  let outbox: Outbox

  /// Starts reading lines; `set` prepares the editor and `after` is called with it after each
  /// event, both on its thread.
  init(
    columns: Int = 40, rows: Int = 24, options: LineEditor.Options = .init(),
    _ set: @escaping @Sendable (LineEditor) -> Void = { _ in },
    after: @escaping @Sendable (LineEditor, LineEditor.Event) -> Void = { _, _ in }
  ) throws {
    setenv("EDITRC", "/dev/null", 1)
    setenv("TERM", "xterm", 1)
    terminal = Mutex(FakeTerminal(columns: columns, rows: rows))
    let slave: Int32
    (master, slave) = try Self.openTerminal()
    Self.resize(master, columns, rows)
    nonisolated(unsafe) var kept: LineEditor? = try LineEditor(
      options: options, input: slave, output: slave)
    guard let outbox = kept?.outbox else { throw NoPrompt(screen: "") }
    self.outbox = outbox
    Thread.detachNewThread { [self] in
      kept.map { run($0, set, after) }
      // libedit puts the terminal's settings back: the descriptor must live longer than the editor.
      kept = nil
      close(slave)
    }
    // What is typed before the terminal is in raw mode would be edited by the terminal.
    if let other = difference(from: [">"], column: 2) { throw NoPrompt(screen: other) }
  }

  deinit { close(master) }

  private func run(
    _ editor: LineEditor, _ set: (LineEditor) -> Void,
    _ after: (LineEditor, LineEditor.Event) -> Void
  ) {
    set(editor)
    while true {
      let event = editor.readLine(prompt: StyledText("> "))
      after(editor, event)
      events.withLock { $0.append(event) }
      if event == .endOfInput { return }
    }
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until the rows end in `rows`, the cursor in the last but `up` at `column`; nil, or what
  /// stands there instead after a minute and a half.
  func difference(from rows: some Sequence<String>, up: Int = 0, column: Int) -> String? {
    let rows = Array(rows)
    return wait { terminal in
      var shown = terminal.text
      while shown.count > terminal.row + 1 + up, shown.last == "" { shown.removeLast() }
      return Array(shown.suffix(rows.count)) == rows && terminal.column == column
        && terminal.row == shown.count - 1 - up
    }
  }

  /// Waits until so many lines were read, and returns them all.
  func waitForEvents(_ count: Int) -> [LineEditor.Event] {
    _ = wait { _ in events.withLock { $0.count >= count } }
    return events.withLock { $0 }
  }

  func resize(columns: Int, rows: Int) {
    terminal.withLock { $0 = FakeTerminal(columns: columns, rows: rows) }
    Self.resize(master, columns, rows)
  }

  private func wait(_ isReached: (FakeTerminal) -> Bool) -> String? {
    let deadline = Date().addingTimeInterval(90)
    while Date() < deadline {
      if isReached(terminal.withLock { $0 }) { return nil }
      read()
    }
    return terminal.withLock { "\($0.text) at \($0.row), \($0.column)" }
  }

  private func read() {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 20) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(master, &buffer, buffer.count)
    guard count > 0 else { return }
    terminal.withLock { $0.feed(buffer[..<count]) }
  }

  private static func resize(_ descriptor: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  private static func openTerminal() throws -> (master: Int32, slave: Int32) {
    #if os(Linux)
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (Int32, Int32) = (0, 0)
      // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do.
      _ = ioctl(master, 0x4004_5431, &lock)
      _ = ioctl(master, 0x8004_5430, &number)
      return (master, open("/dev/pts/\(number)", O_RDWR | O_NOCTTY))
    #else
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
        throw NoPrompt(screen: "")
      }
      return (master, open(name, O_RDWR | O_NOCTTY))
    #endif
  }
}

struct NoPrompt: Error {
  var screen: String
}
