internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Wakes a thread that waits for a descriptor. A pipe: what is rung before somebody waits is heard.
final class WakeBell: Sendable {
  private let ends: (read: Int32, write: Int32)?

  /// Where the system has no more descriptors, nobody is woken before their time.
  init() {
    var pair: [Int32] = [-1, -1]
    guard pipe(&pair) == 0 else {
      ends = nil
      return
    }
    for end in pair {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    ends = (pair[0], pair[1])
  }

  deinit {
    guard let ends else { return }
    close(ends.read)
    close(ends.write)
  }

  func ring() {
    guard let ends else { return }
    var byte: UInt8 = 1
    // A full pipe wakes as well.
    _ = write(ends.write, &byte, 1)
  }

  /// Whether there is something to read; false where the time is over, or somebody rang.
  func wait(beside descriptor: Int32?, _ time: Duration) -> Bool {
    var polled = [
      pollfd(fd: ends?.read ?? -1, events: Int16(POLLIN), revents: 0),
      // A negative one is passed over: poll(2).
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, 2, time.milliseconds) > 0 else { return false }
    if polled[0].revents != 0, let ends {
      var buffer = [UInt8](repeating: 0, count: 64)
      while read(ends.read, &buffer, buffer.count) == buffer.count {}
    }
    return polled[1].revents != 0
  }
}

extension Duration {
  /// Rounded up, so that nobody wakes too early; at most a day.
  fileprivate var milliseconds: Int32 {
    let (seconds, rest) = components
    guard seconds >= 0, rest >= 0 else { return 0 }
    guard seconds < 86_400 else { return 86_400_000 }
    return Int32(seconds * 1000) + Int32((rest + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
