package import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file, device or pipe that bytes go to as they come. Waiting for one that takes none
/// can be broken off.
struct OpenFile {
  private let file: FileDescriptor
  private let calls: SystemCalls
  private let isOwn: Bool

  /// `isOwn`: it is closed at the end.
  init(_ file: FileDescriptor, _ calls: SystemCalls, isOwn: Bool) {
    self.file = file
    self.calls = calls
    self.isOwn = isOwn
  }

  /// Opens a device or a pipe. A named pipe that nobody reads yet is waited for, as in any shell.
  init(
    _ path: FilePath, _ calls: SystemCalls, until isInterrupted: () -> Bool
  ) throws(WriteFailure) {
    while true {
      do throws(Errno) {
        self.init(
          try insisting { () throws(Errno) in try calls.openExisting(path) }, calls, isOwn: true)
        return
      } catch {
        let waits = error == .noSuchAddressOrDevice && (try? calls.status(path))?.type == .fifo
        guard waits else { throw WriteFailure(.look, error) }
        if isInterrupted() { throw WriteFailure(.look, .interrupted) }
        poll(nil, 0, 50)
      }
    }
  }

  /// Opens a file to go on at its end.
  init(
    appendingTo path: FilePath, _ calls: SystemCalls, until isInterrupted: () -> Bool
  ) throws(WriteFailure) {
    if let type = (try? calls.status(path))?.type, type != .regular {
      if type == .directory { throw WriteFailure(.look, .isDirectory) }
      try self.init(path, calls, until: isInterrupted)
      return
    }
    do throws(Errno) {
      let file = try insisting { () throws(Errno) in
        try calls.openForAppending(path, FilePermissions(rawValue: 0o666))
      }
      self.init(file, calls, isOwn: true)
    } catch {
      throw WriteFailure(.create, error)
    }
  }

  func write(_ bytes: [UInt8], until isInterrupted: () -> Bool) throws(WriteFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(Errno) {
        let count = try calls.writePart(rest, to: file)
        if count == 0, isInterrupted() { throw .interrupted }
        rest = rest.dropFirst(count)
      } catch {
        throw WriteFailure(.write, isInterrupted() ? .interrupted : error)
      }
    }
  }

  func close() throws(WriteFailure) {
    guard isOwn else { return }
    do throws(Errno) { try calls.close(file) } catch {
      if error != .interrupted { throw WriteFailure(.close, error) }
    }
  }
}

extension SystemCalls {
  /// Writes what is taken at one go, at most 64 KiB; gives the bytes written. A pipe that takes none
  /// for now is waited for, 100 ms at most; then, and when a signal came, that is 0.
  package func writePart(
    _ bytes: ArraySlice<UInt8>, to file: FileDescriptor
  ) throws(Errno) -> Int {
    do throws(Errno) {
      let count = try bytes.withUnsafeBufferPointer { bytes throws(Errno) in
        let part = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
        return try write(file, UnsafeRawBufferPointer(part))
      }
      guard count > 0 else { throw .ioError }
      return count
    } catch .interrupted {
      return 0
    } catch .wouldBlock {
      var output = pollfd(fd: file.rawValue, events: Int16(POLLOUT), revents: 0)
      poll(&output, 1, 100)
      return 0
    }
  }
}
