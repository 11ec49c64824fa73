import Foundation

/// theo on a pseudo-terminal that only this test has open: what it writes is read as it comes, and
/// the terminal's settings can be looked at, even when theo has ended.
///
/// It is no session leader: the system would reset the terminal at its end. So there is no job
/// control here; `TmuxTerminal` has that.
final class ProgramTerminal {
  private let master: Int32
  private let slave: Int32
  private var process = pid_t()
  private var status: Int32?
  private(set) var output = ""

  /// `ignoring`: signals that theo finds ignored, as nohup leaves them.
  init(
    _ arguments: String, folder: URL, environment: [String: String] = [:], ignoring: String = ""
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, Int32) = (0, 0)
    // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which Glibc's module leaves out.
    _ = ioctl(master, 0x4004_5431, &lock)
    _ = ioctl(master, 0x8004_5430, &number)
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 { posix_spawn_file_actions_adddup2(&actions, slave, descriptor) }
    posix_spawn_file_actions_addclose(&actions, master)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test's thread may block signals, and its runner ignore some.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let settings = [
      "TERM": "xterm", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "HOME": folder.path, "USER": "an",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ].merging(environment) { $1 }
    // No cores: writing one takes longer than the test.
    let words = [
      "sh", "-c",
      "ulimit -c 0; \(ignoring.isEmpty ? "" : "trap '' \(ignoring);") cd '\(folder.path)'; exec '\(Places.theo)' \(arguments)",
    ]
    var argumentPointers = words.map { strdup($0) } + [nil]
    var variables = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentPointers + variables).forEach { free($0) } }
    let failure = posix_spawnp(
      &process, words[0], &actions, &attributes, &argumentPointers, &variables)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .ENOENT) }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ended: Int32 = 0
      waitpid(process, &ended, 0)
    }
    close(slave)
    close(master)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Waits for `text` behind what was waited for last; what came until then, or nil after a while.
  @discardableResult
  func wait(for text: String, seconds: Double = 90) -> String? {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      if let range = output.range(of: text) {
        let before = String(output[..<range.upperBound])
        output.removeSubrange(..<range.upperBound)
        return before
      }
      read()
    }
    return nil
  }

  /// Waits until `condition` holds of the settings.
  func waitForSettings(_ condition: (Settings) -> Bool) -> Bool {
    let deadline = Date().addingTimeInterval(90)
    while Date() < deadline {
      if condition(settings) { return true }
      read()
    }
    return false
  }

  private func read() {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 20) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(master, &buffer, buffer.count)
    if count > 0 { output += String(decoding: buffer[..<count], as: UTF8.self) }
  }

  struct Settings: Equatable {
    var hasLines: Bool
    var hasEcho: Bool
    var hasSignals: Bool
    static let usual = Settings(hasLines: true, hasEcho: true, hasSignals: true)
    static let raw = Settings(hasLines: false, hasEcho: false, hasSignals: false)
  }

  var settings: Settings {
    var now = termios()
    tcgetattr(slave, &now)
    return Settings(
      hasLines: now.c_lflag & tcflag_t(ICANON) != 0, hasEcho: now.c_lflag & tcflag_t(ECHO) != 0,
      hasSignals: now.c_lflag & tcflag_t(ISIG) != 0)
  }

  /// Waits for its end: the exit code, or 128 and the signal that ended it; -1 where it does not end.
  func end() -> Int32 {
    var ended: Int32 = 0
    let deadline = Date().addingTimeInterval(90)
    while waitpid(process, &ended, WNOHANG) == 0 {
      if Date() > deadline { return -1 }
      read()
    }
    read()
    let outcome = ended & 0x7F == 0 ? ended >> 8 & 0xFF : 128 + (ended & 0x7F)
    status = outcome
    return outcome
  }
}
