import CTerminal
import Disk
import SystemPackage

/// A program that a long text is read in, such as less. While it runs, ^C is its own.
package final class Pager {
  private let process: Int32
  private let input: Int32
  private var isClosed = false

  /// Starts `command` with sh; nil when there is no shell.
  package init?(_ command: String) {
    var input: Int32 = -1
    process = cterminal_pager_open(command, &input)
    self.input = input
    if process < 0 { return nil }
  }

  /// False when nobody reads any more: the user has seen enough, or there is no such program.
  package func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(Errno) {
        rest = rest.dropFirst(
          try SystemCalls.live.writePart(rest, to: FileDescriptor(rawValue: input)))
      } catch {
        return false
      }
    }
    return true
  }

  /// Waits until the user leaves it. False when the command could not be run (127 and 126 are what
  /// sh says then).
  package func close() -> Bool {
    guard !isClosed else { return true }
    isClosed = true
    let status = cterminal_pager_close(process, input)
    return status != 127 && status != 126
  }

  deinit { _ = close() }
}
