package import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Every call by which sessions reach the disk. A value of closures, so that tests can put a
/// full or failing disk in the place of the real one.
package struct SystemCalls: Sendable {
  package struct Status: Sendable, Hashable {
    package var permissions: FilePermissions
    package var type: FileType
    package init(permissions: FilePermissions, type: FileType) {
      self.permissions = permissions
      self.type = type
    }
  }

  /// stat(2), following links.
  package var status: @Sendable (FilePath) throws(Errno) -> Status
  /// realpath(3): the path without links; the last component must exist.
  package var resolved: @Sendable (FilePath) throws(Errno) -> FilePath
  package var openForReading: @Sendable (FilePath) throws(Errno) -> FileDescriptor
  /// Opens an existing file for writing and changes nothing.
  package var openExisting: @Sendable (FilePath) throws(Errno) -> FileDescriptor
  /// Creates a file that must not be there yet (`O_EXCL`); the umask takes from the permissions.
  package var create: @Sendable (FilePath, FilePermissions) throws(Errno) -> FileDescriptor
  /// Bytes read, 0 at the end.
  package var read: @Sendable (FileDescriptor, UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// Bytes written: at least one, perhaps not all.
  package var write: @Sendable (FileDescriptor, UnsafeRawBufferPointer) throws(Errno) -> Int
  package var setPermissions: @Sendable (FileDescriptor, FilePermissions) throws(Errno) -> Void
  /// fsync(2); on Darwin the drive's own cache is flushed as well.
  package var sync: @Sendable (FileDescriptor) throws(Errno) -> Void
  package var close: @Sendable (FileDescriptor) throws(Errno) -> Void
  package var rename: @Sendable (FilePath, FilePath) throws(Errno) -> Void
  package var remove: @Sendable (FilePath) throws(Errno) -> Void
  /// mkdir(2); the umask takes from the permissions.
  package var makeFolder: @Sendable (FilePath, FilePermissions) throws(Errno) -> Void
  /// Tells apart the temporary files of programs that save into one folder.
  package var processID: @Sendable () -> Int32
}

extension SystemCalls {
  /// The real ones. swift-system has no realpath, fchmod, fsync, rename and unlink, which are
  /// called by their C names.
  package static let live = SystemCalls(
    status: { path throws(Errno) in
      let status = try Stat(path)
      return Status(permissions: status.permissions, type: status.type)
    },
    resolved: { path throws(Errno) in
      guard let resolved = path.withPlatformString({ realpath($0, nil) }) else {
        throw Errno(rawValue: errno)
      }
      defer { free(resolved) }
      return FilePath(platformString: resolved)
    },
    openForReading: { path throws(Errno) in
      try numbered { try FileDescriptor.open(path, .readOnly, options: .closeOnExec) }
    },
    openExisting: { path throws(Errno) in
      try numbered {
        try FileDescriptor.open(path, .writeOnly, options: [.closeOnExec, .nonBlocking])
      }
    },
    create: { path, permissions throws(Errno) in
      try numbered {
        try FileDescriptor.open(
          path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
          permissions: permissions)
      }
    },
    read: { file, buffer throws(Errno) in try numbered { try file.read(into: buffer) } },
    write: { file, buffer throws(Errno) in try numbered { try file.write(buffer) } },
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
