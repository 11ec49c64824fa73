package import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension SystemCalls {
  /// All bytes of a file, or of a pipe that somebody writes to. A pipe without a writer would
  /// keep its reader waiting for ever, and a device has no end, but for /dev/null: both are
  /// `.invalidArgument`.
  package func contents(of path: FilePath) throws(Errno) -> [UInt8] {
    switch try insisting({ () throws(Errno) in try status(path) }).type {
    case .regular: try regularContents(of: path)
    case .fifo: try pipedContents(of: path)
    case .directory: throw .isDirectory
    case .characterSpecial: try contentsOfDevice(path)
    default: throw .invalidArgument
    }
  }

  /// Nothing, for a device that has nothing to read.
  private func contentsOfDevice(_ path: FilePath) throws(Errno) -> [UInt8] {
    let file = try insisting { () throws(Errno) in try openForReading(path) }
    defer { try? close(file) }
    var byte: UInt8 = 0
    let count = try withUnsafeMutableBytes(of: &byte) { buffer throws(Errno) in
      try read(file, buffer)
    }
    guard count == 0 else { throw .invalidArgument }
    return []
  }

  private func regularContents(of path: FilePath) throws(Errno) -> [UInt8] {
    let file = try insisting { () throws(Errno) in try openForReading(path) }
    defer { try? close(file) }
    return try allBytes(of: file)
  }

  /// What an open file holds from its place on.
  package func allBytes(of file: FileDescriptor) throws(Errno) -> [UInt8] {
    try bytes { buffer throws(Errno) in try read(file, buffer) }
  }

  private func pipedContents(of path: FilePath) throws(Errno) -> [UInt8] {
    let file = try insisting { () throws(Errno) in try openForReading(path) }
    defer { try? close(file) }
    let bytes = try bytes { buffer throws(Errno) in
      while true {
        do throws(Errno) {
          return try read(file, buffer)
        } catch .resourceTemporarilyUnavailable {
          // A signal that ends the waiting ends the reading.
          do throws(Errno) { try waitForData(file) } catch .interrupted { throw .canceled }
        }
      }
    }
    if bytes.isEmpty { throw .invalidArgument }
    return bytes
  }

  /// What `read` gives until it gives nothing.
  private func bytes(
    _ read: (UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  ) throws(Errno) -> [UInt8] {
    var bytes = [UInt8]()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try insisting { () throws(Errno) in try read(buffer) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

extension SystemCalls {
  /// readlink(2): what a link holds; nil for anything that is no link.
  package static func target(ofLink path: FilePath) -> FilePath? {
    let room = 4096
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: room + 1) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = path.withPlatformString { readlink($0, start, room) }
      guard count >= 0 else { return nil }
      buffer[count] = 0
      return FilePath(platformString: start)
    }
  }
}
