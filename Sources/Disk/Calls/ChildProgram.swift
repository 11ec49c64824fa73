#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program that was started by posix_spawn(3), and this side of its three channels. They are
/// sockets: one that is closed can be written to without SIGPIPE, and no other program that is
/// started meanwhile inherits an end, which would keep this one's input from ending.
final class ChildProgram {
  private(set) var input: CInt
  private(set) var output: CInt
  private(set) var complaint: CInt
  private var process: pid_t = 0

  /// Looks for `program` in PATH; nil where it cannot be started.
  init?(_ program: String, _ arguments: [String]) {
    let channels = [Self.pair(), Self.pair(), Self.pair()]
    (input, output, complaint) = (channels[0].own, channels[1].own, channels[2].own)
    defer { for channel in channels where channel.other >= 0 { close(channel.other) } }
    guard !channels.contains(where: { $0.own < 0 }),
      Self.spawn(&process, program, arguments, channels.map(\.other)) == 0
    else { return nil }
  }

  deinit {
    for channel in [input, output, complaint] where channel >= 0 { close(channel) }
  }

  /// Two ends of a channel that no other program inherits.
  private static func pair() -> (own: CInt, other: CInt) {
    var ends: [CInt] = [-1, -1]
    #if canImport(Darwin)
      guard socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { return (-1, -1) }
      var isOn: CInt = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<CInt>.size))
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return (-1, -1) }
    #endif
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ process: inout pid_t, _ program: String, _ arguments: [String], _ channels: [CInt]
  ) -> CInt {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (place, channel) in channels.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, channel, CInt(place))
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return posix_spawnp(&process, program, &actions, &attributes, &words, environ)
  }

  // MARK: Channels

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// How many bytes were written; where the program reads no more, the rest counts as written.
  func write(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    #if canImport(Darwin)
      let flags = CInt(MSG_DONTWAIT)
    #else
      let flags = CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL)
    #endif
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    let count = send(input, rest.baseAddress, min(rest.count, 1 << 16), flags)
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : rest.count
  }

  func readOutput() -> [UInt8] { Self.read(&output) }
  func readComplaint() -> [UInt8] { Self.read(&complaint) }

  /// What is there; closes the channel at its end.
  private static func read(_ channel: inout CInt) -> [UInt8] {
    let descriptor = channel
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      filled = max(0, count)
    }
    if count == 0 || count < 0 && errno != EINTR {
      close(descriptor)
      channel = -1
    }
    return bytes
  }

  // MARK: End

  func end() -> Int {
    kill(process, SIGKILL)
    return wait()
  }

  func wait() -> Int {
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return 0 } }
    let signal = Int(status & 0x7F)
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal
  }
}
