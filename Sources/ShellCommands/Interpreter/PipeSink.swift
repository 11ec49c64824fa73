import Dispatch
import Subprocess
import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `| system command`: run by /bin/sh, with its output and errors on theo's own.
final class PipeSink: OutputSink, Sendable {
  private let command: String
  private let input: FileDescriptor
  private let ended = DispatchSemaphore(value: 0)
  private let outcome = Mutex<Result<Int, any Error>>(.success(0))

  init(_ command: String) throws {
    self.command = command
    let (read, write) = try FileDescriptor.pipe()
    // The child must not hold the end that it waits on to be closed.
    _ = fcntl(write.rawValue, F_SETFD, FD_CLOEXEC)
    input = write
    Task { [self] in
      let result: Result<Int, any Error>
      do { result = .success(try await Self.run(command, reading: read)) } catch {
        result = .failure(error)
      }
      outcome.withLock { $0 = result }
      ended.signal()
    }
  }

  private static func run(_ command: String, reading input: FileDescriptor) async throws -> Int {
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", command],
      input: .fileDescriptor(input, closeAfterSpawningProcess: true),
      output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
      error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
    switch result.terminationStatus {
    case .exited(let code): return Int(code)
    case .signaled(let signal): return 128 + Int(signal)
    }
  }

  func write(_ bytes: [UInt8]) throws {
    do { try input.writeAll(bytes) } catch Errno.brokenPipe { throw OutputClosed() }
  }

  func abandon() throws {
    try? input.close()
    ended.wait()
  }

  func finish() throws {
    try? input.close()
    ended.wait()
    let status: Int
    do { status = try outcome.withLock { $0 }.get() } catch {
      throw ShellError.cannotWrite("| " + command, reason: "\(error)")
    }
    if status != 0 { throw ShellError.systemCommand(command, status: status) }
  }
}
