package import SystemPackage

/// Where the bytes of one command go.
protocol OutputSink: AnyObject {
  /// Throws `OutputClosed` where nobody reads any more, `FileError.cannotWrite` otherwise.
  func write(_ bytes: [UInt8]) throws
  /// All is written: closes it, and throws what comes of that.
  func finish() throws
  /// The command failed: lets go of what is open, without a word. `keepsOutput` leaves what it gave
  /// before, as a listing of all inputs but the one that could not be read.
  func abandon(keepsOutput: Bool)
}

final class ScreenSink: OutputSink {
  private let console: any Console
  init(_ console: any Console) { self.console = console }
  func write(_ bytes: [UInt8]) throws {
    if !bytes.isEmpty { try console.write(bytes) }
  }
  func finish() {}
  func abandon(keepsOutput: Bool) {}
}

extension Errno {
  /// "no such file or directory": as the system says it, without the capital.
  package var words: String { description.prefix(1).lowercased() + description.dropFirst() }
}
