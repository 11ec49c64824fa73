import SystemPackage
package import TerminalText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a file, mapped: read as they are looked at, and given back to the system when
/// memory gets short. Files that cannot be mapped (pipes, /dev/stdin) are read whole.
package final class MappedFile: Sendable {
  private nonisolated(unsafe) let memory: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Throws `FileError.notFound` or `.unreadable`: also for a pipe that nobody writes to, which
  /// would keep its reader waiting for ever.
  package init(_ path: String) throws(UserError) {
    do {
      let file = try FileDescriptor.open(
        FilePath(text: path), .readOnly, options: .nonBlocking)
      defer { try? file.close() }
      let (bytes, isMapped) = try Self.bytes(of: file)
      if bytes.isEmpty, Self.isPipe(file) {
        bytes.deallocate()
        throw FileError.unreadable(path, reason: "it is a pipe that nobody writes to")
      }
      (memory, self.isMapped) = (bytes, isMapped)
    } catch Errno.noSuchFileOrDirectory {
      throw UserError(FileError.notFound(path))
    } catch let error as UserError {
      throw error
    } catch {
      throw UserError(FileError.unreadable(path, reason: (error as? Errno)?.words ?? "\(error)"))
    }
  }

  /// All of standard input.
  package init(standardInput: Void) throws(UserError) {
    do {
      (memory, isMapped) = try Self.bytes(of: .standardInput)
    } catch {
      throw UserError(FileError.unreadable("-", reason: (error as? Errno)?.words ?? "\(error)"))
    }
  }

  /// All that is typed on standard input, a terminal in its own line mode. That takes 4,095 bytes a
  /// line and drops the rest (termios(3), canonical mode): a line that long is refused.
  package convenience init(terminal: Void) throws(UserError) {
    try self.init(standardInput: ())
    let lines = withBytes { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    guard let cut = lines.firstIndex(where: { $0.count >= 4095 }) else { return }
    throw UserError(
      FileError.unreadable(
        "-",
        reason: "line \(cut + 1) is longer than the 4,095 bytes that a terminal takes in a line, "
          + "and its end is lost; put the text into a file"))
  }

  /// Bytes that are here already.
  package init(_ bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    memory = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
    } else {
      memory.deallocate()
    }
  }

  package var count: Int { memory.count }

  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(memory.bindMemory(to: UInt8.self))
  }

  private static func bytes(
    of file: FileDescriptor
  ) throws -> (UnsafeRawBufferPointer, isMapped: Bool) {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw Errno.isDirectory }
    let size = Int(status.st_size)
    if kind == S_IFREG, size > 0, (try? file.seek(offset: 0, from: .current)) == 0,
      let map = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.rawValue, 0), map != MAP_FAILED
    {
      return (UnsafeRawBufferPointer(start: map, count: size), true)
    }
    return (try readAll(file), false)
  }

  private static func isPipe(_ file: FileDescriptor) -> Bool {
    var status = stat()
    return fstat(file.rawValue, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// A pipe that was opened without waiting says so where it has nothing yet.
  private static func readWhenThere(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    while true {
      do { return try file.read(into: buffer) } catch Errno.resourceTemporarilyUnavailable {
        var waiting = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
        // A signal ends the waiting.
        if poll(&waiting, 1, -1) == -1 { throw Errno.canceled }
      }
    }
  }

  private static func readAll(_ file: FileDescriptor) throws -> UnsafeRawBufferPointer {
    var room = 1 << 16
    var memory = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
    var count = 0
    do {
      while true {
        let rest = UnsafeMutableRawBufferPointer(start: memory + count, count: room - count)
        let read = try readWhenThere(file, into: rest)
        if read == 0 { break }
        count += read
        guard count == room else { continue }
        let larger = UnsafeMutableRawPointer.allocate(byteCount: room * 2, alignment: 16)
        larger.copyMemory(from: memory, byteCount: count)
        memory.deallocate()
        (memory, room) = (larger, room * 2)
      }
    } catch {
      memory.deallocate()
      throw error
    }
    return UnsafeRawBufferPointer(start: memory, count: count)
  }
}
