package import SystemPackage

/// Where the bytes of one command go.
protocol OutputSink: AnyObject {
  /// Throws `OutputClosed` where nobody reads any more, `ShellError.cannotWrite` otherwise.
  func write(_ bytes: [UInt8]) throws
  /// All is written: closes it, and throws what comes of that.
  func finish() throws
  /// The command failed: lets go of what is open, without a word.
  func abandon() throws
}

final class ScreenSink: OutputSink {
  private let console: any Console
  init(_ console: any Console) { self.console = console }
  func write(_ bytes: [UInt8]) throws {
    if !bytes.isEmpty { try console.write(bytes) }
  }
  func finish() {}
  func abandon() {}
}

/// `> file`: opened at the first byte, so that a command that fails leaves the old file alone.
final class FileSink: OutputSink {
  private let path: String
  private let appends: Bool
  private var file: FileDescriptor?

  init(path: String, appends: Bool) {
    self.path = path
    self.appends = appends
  }

  func write(_ bytes: [UInt8]) throws {
    do {
      let file = try self.file ?? open()
      self.file = file
      try file.writeAll(bytes)
    } catch let error as Errno {
      throw ShellError.cannotWrite(path, reason: error.words)
    }
  }

  func finish() throws {
    try write([])
    do { try file?.close() } catch let error as Errno {
      throw ShellError.cannotWrite(path, reason: error.words)
    }
  }

  func abandon() throws { try file?.close() }

  private func open() throws -> FileDescriptor {
    try FileDescriptor.open(
      FilePath(path), .writeOnly, options: appends ? [.create, .append] : [.create, .truncate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
  }
}

extension Errno {
  /// "no such file or directory": as the system says it, without the capital.
  package var words: String { description.prefix(1).lowercased() + description.dropFirst() }
}
