import CTerminal
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Texts from other threads that are to stand above the line being edited.
///
/// While nobody edits, a text is written at once; else it waits until the editor's thread, woken
/// through a pipe, has made room for it.
package final class Outbox: Sendable {
  private struct State {
    /// How many lines, one within the other, have the screen.
    var editing = 0
    var waiting: [String] = []
  }

  private let state = Mutex(State())
  let readEnd: Int32
  let writeEnd: Int32
  private let output: Int32

  init(output: Int32) throws(LineEditorError) {
    var ends: [Int32] = [-1, -1]
    guard cterminal_wake_open(&ends) else { throw .unavailable(errno: errno) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    self.output = output
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Shows `text`, which may hold lines and styles; a line end is added when it has none.
  package func print(_ text: String) {
    let whole = text.hasSuffix("\n") ? text : text + "\n"
    state.withLock { state in
      guard state.editing > 0 else {
        Descriptor.write(whole, to: output)
        return
      }
      state.waiting.append(whole)
      Self.wake(writeEnd)
    }
  }

  /// Has the editor's thread attend to what has come, as soon as it has no key to read. From any
  /// thread.
  package func wake() { Self.wake(writeEnd) }

  private static func wake(_ end: Int32) {
    var byte = UInt8(CTERMINAL_WAKE)
    withUnsafeBytes(of: &byte) { _ = Descriptor.write($0, to: end) }
  }

  func beginEditing() { state.withLock { $0.editing += 1 } }

  /// What still waits is written now; the cursor is at the start of a row.
  func endEditing() {
    state.withLock { state in
      state.editing -= 1
      guard state.editing == 0 else { return }
      for text in state.waiting { Descriptor.write(text, to: output) }
      state.waiting = []
    }
  }

  /// What came since the last call.
  func take() -> String {
    state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting.joined()
    }
  }
}
