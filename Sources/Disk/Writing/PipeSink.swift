import SystemPackage
import TerminalText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `| system command`: run by /bin/sh through popen(3), with its output and errors on theo's own.
/// No task waits for it, so that it can be run from any thread.
package final class PipeSink: OutputSink {
  private let command: String
  private let stream: UnsafeMutablePointer<FILE>

  package init(_ command: String) throws {
    self.command = command
    // A reader that goes away is told by write(2), but what is started must not inherit that.
    signal(SIGPIPE, SIG_DFL)
    signal(SIGXFSZ, SIG_DFL)
    let stream = popen(command, "w")
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    guard let stream else {
      throw FileError.cannotWrite("| " + command, reason: Errno(rawValue: errno).words)
    }
    self.stream = stream
  }

  package func write(_ bytes: [UInt8]) throws {
    // The stream is never written to, so that its buffer is empty when it is closed.
    let input = FileDescriptor(rawValue: fileno(stream))
    do { try input.writeAll(bytes) } catch Errno.brokenPipe {
      throw OutputClosed()
    } catch let error as Errno {
      throw FileError.cannotWrite("| " + command, reason: error.words)
    }
  }

  package func finish() throws {
    let status = PipeSink.exitStatus(pclose(stream))
    if status != 0 { throw SystemCommandFailed(command, status: status) }
  }

  package func abandon(keepsOutput: Bool) { pclose(stream) }

  /// What waitpid(2) gives, as a shell says it: 128 and the signal's number where one ended it.
  private static func exitStatus(_ status: Int32) -> Int {
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }
}

/// A program behind `|` that ended with a status of its own.
struct SystemCommandFailed: UserFacing {
  private let command: String
  private let ended: Int

  init(_ command: String, status: Int) {
    self.command = command
    ended = status
  }

  var message: ErrorMessage { ErrorMessage("'\(command)' ended with status \(ended)") }
  var status: ProgramStatus { .failed }
}
