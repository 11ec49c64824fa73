import CTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal's two descriptors and the wake pipe beside them.
struct Terminal {
  enum Input: Equatable {
    case bytes([UInt8])
    /// Other threads, or the signals SIGWINCH and SIGCONT, want attention.
    case woken(Set<UInt8>)
    case timedOut
    case ended
  }

  let input: Int32
  let output: Int32
  private let wakeEnd: Int32

  init(input: Int32, output: Int32, wakeEnd: Int32) {
    self.input = input
    self.output = output
    self.wakeEnd = wakeEnd
  }

  /// Whether the cursor can be moved and what stands there be wiped off.
  static var understandsSequences: Bool { TerminalKind.fromEnvironment == .moves }

  /// Waits for bytes or a wake-up, at most `milliseconds` long (-1: for ever).
  func next(timeout milliseconds: Int32) -> Input {
    while true {
      var polled = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polled, nfds_t(polled.count), milliseconds)
      if count == 0 { return .timedOut }
      if count < 0 {
        if errno == EINTR { continue }
        return .ended
      }
      if polled[1].revents != 0 { return .woken(Set(read(from: wakeEnd) ?? [])) }
      guard let bytes = read(from: input) else { continue }
      return bytes.isEmpty ? .ended : .bytes(bytes)
    }
  }

  /// Bytes wait to be read.
  var hasInput: Bool {
    var polled = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  /// What is there, empty at the end; nil when a signal or another reader came first.
  private func read(from descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    #if canImport(Glibc)
      let count = Glibc.read(descriptor, &buffer, buffer.count)
    #elseif canImport(Musl)
      let count = Musl.read(descriptor, &buffer, buffer.count)
    #else
      let count = Darwin.read(descriptor, &buffer, buffer.count)
    #endif
    if count < 0 { return errno == EINTR || errno == EAGAIN ? nil : [] }
    return Array(buffer[..<count])
  }

  func write(_ text: String) { Descriptor.write(text, to: output) }

  /// 80 by 24 when the terminal does not know its size.
  var size: WindowSize {
    var columns: Int32 = 80
    var rows: Int32 = 24
    cterminal_window_size(output, &columns, &rows)
    return WindowSize(columns: Int(columns), rows: Int(rows))
  }
}

/// The window in character cells.
package struct WindowSize: Sendable, Equatable {
  package var columns: Int
  package var rows: Int
}

/// ^C while no line is edited.
package enum Interrupts {
  /// Runs `body`; ^C is noted meanwhile and ends nothing.
  package static func catching<Result>(_ body: () -> Result) -> Result {
    cterminal_catch_interrupts(true)
    defer { cterminal_catch_interrupts(false) }
    return body()
  }

  /// Whether ^C was pressed since `catching` began.
  package static var came: Bool { cterminal_was_interrupted() }
}
