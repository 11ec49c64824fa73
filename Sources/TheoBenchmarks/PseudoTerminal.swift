#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program on a terminal of its own, 80 columns by 24 rows.
final class PseudoTerminal {
  private let master: Int32
  private var process = pid_t()

  init(_ words: [String], environment: [String: String]) throws {
    let name: String
    (master, name) = try Self.open()
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    posix_spawn_file_actions_addclose(&actions, master)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The terminal that the new session opens becomes its own.
    posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    guard posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables) == 0
    else { throw BenchmarkFailure(words: "\(words[0]) does not start") }
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }

  private static func open() throws -> (master: Int32, name: String) {
    #if os(Linux)
      let master = systemOpen("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (Int32, Int32) = (0, 0)
      // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which Glibc's module leaves out.
      guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0,
        ioctl(master, 0x8004_5430, &number) == 0
      else { throw BenchmarkFailure(words: "no pseudo-terminal") }
      return (master, "/dev/pts/\(number)")
    #else
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master)
      else { throw BenchmarkFailure(words: "no pseudo-terminal") }
      return (master, String(cString: name))
    #endif
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits until what is written holds `wanted`.
  func wait(for wanted: String, seconds: Int = 120) throws {
    let wanted = Array(wanted.utf8)
    var seen = [UInt8]()
    while let bytes = read(timeout: seconds * 1000) {
      seen = seen.suffix(wanted.count) + bytes
      if Self.holds(seen, wanted) { return }
    }
    throw BenchmarkFailure(words: "\(String(decoding: wanted, as: UTF8.self)) did not appear")
  }

  /// Reads until nothing has come for a while.
  func settle() { while read(timeout: 100) != nil {} }

  private static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  private func read(timeout milliseconds: Int) -> [UInt8]? {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, Int32(milliseconds)) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = systemRead(master, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}

/// read(2).
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, buffer, count)
}

/// open(2).
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
