import Foundation

/// Programs run to their end, with what they printed.
enum Shell {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Blocks until the program ends. Output goes to files, so none is large enough to block on;
  /// posix_spawn and waitpid, since Foundation's Process waits on a run loop that a test's
  /// thread does not have.
  static func run(
    _ program: String, _ arguments: [String], input: String? = nil,
    environment: [String: String] = [:], folder: URL? = nil
  ) throws -> Outcome {
    let scratch = try Scratch()
    let files = [
      try scratch.file("in", input ?? ""), try scratch.file("out"), try scratch.file("err"),
    ]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in files.enumerated() {
      posix_spawn_file_actions_addopen(
        &actions, Int32(descriptor), file.path, descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    // The shell changes the folder: posix_spawn's own way to do so is not in every C library.
    let words = ["sh", "-c", #"cd "$0" && exec "$@""#, folder?.path ?? ".", program] + arguments
    let status = try spawn(
      words, ProcessInfo.processInfo.environment.merging(environment) { $1 },
      &actions)
    return Outcome(
      status: status, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t
  ) throws -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    // A test's thread may block signals, which a program started from it would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var pid = pid_t()
    let failure = posix_spawnp(&pid, words[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .ENOENT) }
    var status = Int32()
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    // As a shell says it: the exit code, or 128 and the signal.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  static func has(_ program: String) -> Bool {
    (try? run("sh", ["-c", "command -v \(program)"]).status) == 0
  }
}

/// A folder of one test, removed with it.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("theo-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ text: String = "") throws -> URL {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url
  }

  /// A shipped session of this test's own: working on one locks it and leaves a journal beside it.
  func session(_ name: String = "cang-van-sa.json") throws -> String {
    let copy = folder.appendingPathComponent(name)
    try FileManager.default.copyItem(at: Places.sessions.appendingPathComponent(name), to: copy)
    return copy.path
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}
