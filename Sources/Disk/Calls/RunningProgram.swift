#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program that was started, and what was taken of its output so far.
struct RunningProgram {
  enum End { case closed, tooLong, tooLate }

  private let child: ChildProgram
  private(set) var bytes = [UInt8]()
  private(set) var told = [UInt8]()
  private static let mostTold = 1 << 16

  /// Nil where it cannot be started.
  init?(_ call: ProgramCall) {
    guard let child = ChildProgram(call.name, call.arguments) else { return nil }
    self.child = child
  }

  /// Gives it `given` and takes what it writes, until it has closed its output.
  mutating func exchange(
    _ given: UnsafeBufferPointer<UInt8>, mostBytes: Int, seconds: Int
  ) -> End {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var written = 0
    if given.isEmpty { child.closeInput() }
    while child.output >= 0 || child.complaint >= 0 {
      guard ContinuousClock.now < deadline else { return .tooLate }
      var waiting = [
        pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.complaint, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waiting, 3, 200) <= 0 { continue }
      if waiting[0].revents != 0 {
        written += child.write(given, from: written)
        if written >= given.count { child.closeInput() }
      }
      if waiting[1].revents != 0 { bytes += child.readOutput() }
      if waiting[2].revents != 0 {
        told += child.readComplaint().prefix(max(0, Self.mostTold - told.count))
      }
      if bytes.count > mostBytes { return .tooLong }
    }
    return .closed
  }

  /// Waits for its end; gives back its status, 128 and the signal's number where one ended it.
  func finish(kills: Bool) -> Int { kills ? child.end() : child.wait() }
}
