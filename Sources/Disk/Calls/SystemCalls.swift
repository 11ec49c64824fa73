package import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Every call by which theo reaches the disk. A value of closures, so that tests can put a
/// full or failing disk in the place of the real one.
package struct SystemCalls: Sendable {
  /// stat(2), following links.
  package var status: @Sendable (FilePath) throws(Errno) -> Status
  /// fstat(2): of a file that is open, whatever its name has become.
  package var statusOf: @Sendable (FileDescriptor) throws(Errno) -> Status
  /// Waits (poll(2)) until a pipe has something to read or has ended; a signal ends the waiting
  /// with `.interrupted`.
  package var waitForData: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// realpath(3): the path without links; the last component must exist.
  package var resolved: @Sendable (FilePath) throws(Errno) -> FilePath
  /// Where a link leads, as it is written in it (readlink(2)); `.invalidArgument` for what is no
  /// link.
  package var readLink: @Sendable (FilePath) throws(Errno) -> FilePath
  /// A pipe without a writer does not hold it up (`O_NONBLOCK`), here and in `openExisting`.
  package var openForReading: @Sendable (FilePath) throws(Errno) -> FileDescriptor
  /// Opens an existing file for writing and changes nothing.
  package var openExisting: @Sendable (FilePath) throws(Errno) -> FileDescriptor
  /// Creates a file that must not be there yet (`O_EXCL`), to be written at its end; the umask takes
  /// from the permissions.
  package var create: @Sendable (FilePath, FilePermissions) throws(Errno) -> FileDescriptor
  /// Opens a file for writing at its end, made if it is not there; the umask takes from the
  /// permissions.
  package var openForAppending:
    @Sendable (FilePath, FilePermissions) throws(Errno) -> FileDescriptor
  /// Opens a file for reading it and for writing at its end, made if it is not there. No pipe holds
  /// it up; the umask takes from the permissions.
  package var openForReadingAndAppending:
    @Sendable (FilePath, FilePermissions) throws(Errno) -> FileDescriptor
  /// Bytes read, 0 at the end.
  package var read: @Sendable (FileDescriptor, UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// pread(2): bytes read from an offset on, 0 at the end; the file's own place stays.
  package var readAt:
    @Sendable (FileDescriptor, UnsafeMutableRawBufferPointer, Int) throws(Errno) -> Int
  /// Bytes written: at least one, perhaps not all; a signal ends the waiting with `.interrupted`.
  package var write: @Sendable (FileDescriptor, UnsafeRawBufferPointer) throws(Errno) -> Int
  /// fchown(2); nil leaves the owner or the group as it is. It takes away the set-user-ID bit.
  package var setOwner: @Sendable (FileDescriptor, UInt32?, UInt32?) throws(Errno) -> Void
  package var setPermissions: @Sendable (FileDescriptor, FilePermissions) throws(Errno) -> Void
  /// fsync(2); on Darwin the drive's own cache is flushed as well.
  package var sync: @Sendable (FileDescriptor) throws(Errno) -> Void
  package var close: @Sendable (FileDescriptor) throws(Errno) -> Void
  package var rename: @Sendable (FilePath, FilePath) throws(Errno) -> Void
  package var remove: @Sendable (FilePath) throws(Errno) -> Void
  /// mkdir(2); the umask takes from the permissions.
  package var makeFolder: @Sendable (FilePath, FilePermissions) throws(Errno) -> Void
  /// One that is empty.
  package var removeFolder: @Sendable (FilePath) throws(Errno) -> Void
  /// Opens a file for reading and writing, made if it is not there; a link is not followed.
  package var openOrCreate: @Sendable (FilePath, FilePermissions) throws(Errno) -> FileDescriptor
  /// flock(2): holds the file for this process until it is closed; false where another has it.
  package var lock: @Sendable (FileDescriptor) throws(Errno) -> Bool
  /// flock(2) that waits: until nobody else has the file, or, `shared`, until nobody has it alone.
  package var waitForLock: @Sendable (FileDescriptor, _ shared: Bool) throws(Errno) -> Void
  /// Whether the open file is the one that has this name now.
  package var isFile: @Sendable (FileDescriptor, FilePath) -> Bool
  /// Takes all bytes out of a file and goes to its start.
  package var truncate: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// Takes away all bytes of a file behind the first so many.
  package var shorten: @Sendable (FileDescriptor, Int) throws(Errno) -> Void
  /// The names of all that is in a folder.
  package var names: @Sendable (FilePath) throws(Errno) -> [String]
  /// Whether a process of this machine lives (kill(2) with signal 0).
  package var isAlive: @Sendable (Int32) -> Bool
  /// Tells apart the temporary files of programs that save into one folder.
  package var processID: @Sendable () -> Int32
}

extension SystemCalls {
  /// The real ones. swift-system has no realpath, fchmod, fsync, rename, unlink, flock, ftruncate,
  /// mkdir and readdir, which are called by their C names.
  package static let live = SystemCalls(
    status: { path throws(Errno) in Status(try Stat(path)) },
    statusOf: { file throws(Errno) in Status(try Stat(file)) },
    waitForData: { file throws(Errno) in
      var waiting = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, -1) == -1 { throw Errno(rawValue: errno) }
    },
    resolved: { path throws(Errno) in
      guard let resolved = path.withPlatformString({ realpath($0, nil) }) else {
        throw Errno(rawValue: errno)
      }
      defer { free(resolved) }
      return FilePath(platformString: resolved)
    },
    readLink: { path throws(Errno) in
      // Linux makes no longer ones; the byte behind it ends it.
      let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: 4097)
      defer { buffer.deallocate() }
      let count = path.withPlatformString { readlink($0, buffer, 4096) }
      if count == -1 { throw Errno(rawValue: errno) }
      buffer[count] = 0
      return FilePath(platformString: buffer)
    },
    openForReading: { path throws(Errno) in
      try numbered {
        try FileDescriptor.open(
          path, .readOnly, options: [.closeOnExec, .nonBlocking, .takesNoTerminal])
      }
    },
    openExisting: { path throws(Errno) in
      try numbered {
        try FileDescriptor.open(path, .writeOnly, options: [.closeOnExec, .nonBlocking])
      }
    },
    create: { path, permissions throws(Errno) in
      try numbered {
        try FileDescriptor.open(
          path, .writeOnly, options: [.create, .exclusiveCreate, .append, .closeOnExec],
          permissions: permissions)
      }
    },
    openForAppending: { path, permissions throws(Errno) in
      try numbered {
        try FileDescriptor.open(
          path, .writeOnly, options: [.create, .append, .closeOnExec], permissions: permissions)
      }
    },
    openForReadingAndAppending: { path, permissions throws(Errno) in
      try numbered {
        try FileDescriptor.open(
          path, .readWrite,
          options: [.create, .append, .closeOnExec, .nonBlocking, .takesNoTerminal],
          permissions: permissions)
      }
    },
    read: { file, buffer throws(Errno) in try numbered { try file.read(into: buffer) } },
    readAt: { file, buffer, offset throws(Errno) in
      try numbered { try file.read(fromAbsoluteOffset: Int64(offset), into: buffer) }
    },
    write: { file, buffer throws(Errno) in
      try numbered { try file.write(buffer, retryOnInterrupt: false) }
    },
    setOwner: { file, owner, group throws(Errno) in
      try checked { fchown(file.rawValue, owner ?? .max, group ?? .max) }
    },
    setPermissions: { file, permissions throws(Errno) in
      try checked { fchmod(file.rawValue, permissions.rawValue) }
    },
    sync: { file throws(Errno) in
      #if canImport(Darwin)
        if fcntl(file.rawValue, F_FULLFSYNC) == 0 { return }
      #endif
      try checked { fsync(file.rawValue) }
    },
    close: { file throws(Errno) in try numbered { try file.close() } },
    rename: { old, new throws(Errno) in
      try checked {
        old.withPlatformString { old in new.withPlatformString { SystemCalls.move(old, $0) } }
      }
    },
    remove: { path throws(Errno) in try checked { path.withPlatformString { unlink($0) } } },
    makeFolder: { path, permissions throws(Errno) in
      try checked { path.withPlatformString { mkdir($0, permissions.rawValue) } }
    },
    removeFolder: { path throws(Errno) in try checked { path.withPlatformString { rmdir($0) } } },
    openOrCreate: { path, permissions throws(Errno) in
      try numbered {
        try FileDescriptor.open(
          path, .readWrite, options: [.create, .closeOnExec, .noFollow, .nonBlocking],
          permissions: permissions)
      }
    },
    lock: { file throws(Errno) in
      do throws(Errno) {
        try checked { flock(file.rawValue, LOCK_EX | LOCK_NB) }
        return true
      } catch .wouldBlock {
        return false
      }
    },
    waitForLock: { file, shared throws(Errno) in
      try checked { flock(file.rawValue, shared ? LOCK_SH : LOCK_EX) }
    },
    isFile: { file, path in
      guard let open = try? Stat(file), let named = try? Stat(path) else { return false }
      return open.inode == named.inode && open.deviceID == named.deviceID
    },
    truncate: { file throws(Errno) in
      try checked { ftruncate(file.rawValue, 0) }
      try numbered { _ = try file.seek(offset: 0, from: .start) }
    },
    shorten: { file, size throws(Errno) in
      try checked { ftruncate(file.rawValue, off_t(size)) }
    },
    names: { path throws(Errno) in
      guard let stream = path.withPlatformString({ opendir($0) }) else {
        throw Errno(rawValue: errno)
      }
      defer { closedir(stream) }
      var names = [String]()
      while let entry = readdir(stream) {
        names.append(
          withUnsafeBytes(of: &entry.pointee.d_name) { name in
            String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
          })
      }
      return names.filter { $0 != "." && $0 != ".." }
    },
    isAlive: { kill($0, 0) == 0 || errno != ESRCH },
    processID: { getpid() })

  /// rename(2), which the closure's own label hides.
  private static func move(
    _ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>
  ) -> Int32 {
    renameat(AT_FDCWD, old, AT_FDCWD, new)
  }

  /// swift-system's calls throw `Errno` alone, but do not say so in their type.
  private static func numbered<Value>(_ call: () throws -> Value) throws(Errno) -> Value {
    do {
      return try call()
    } catch let error as Errno {
      throw error
    } catch {
      throw .ioError
    }
  }

  /// A C call that answers -1 for an error; tried again when a signal came in between.
  private static func checked(_ call: () -> Int32) throws(Errno) {
    while call() == -1 {
      let error = Errno(rawValue: errno)
      if error != .interrupted { throw error }
    }
  }
}

extension FileDescriptor.OpenOptions {
  /// `O_NOCTTY`: a terminal that is opened by its name does not become this process's own.
  fileprivate static let takesNoTerminal = Self(rawValue: O_NOCTTY)
}
