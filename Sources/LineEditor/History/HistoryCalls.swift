#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every call by which the history reaches the disk. A value of closures, so that tests can put a
/// full or failing disk in the place of the real one.
struct HistoryCalls: Sendable {
  struct Failure: Error, Hashable {
    var errno: Int32
    init(_ errno: Int32) { self.errno = errno }
  }

  struct Status: Sendable {
    /// The bits of `S_IFMT`.
    var type: mode_t
    /// In bytes.
    var size: Int
  }

  /// open(2) with these flags; a new file is its owner's alone (0600).
  var open: @Sendable (_ path: String, _ flags: Int32) throws(Failure) -> Int32
  var status: @Sendable (Int32) throws(Failure) -> Status
  /// flock(2): waits for it.
  var lock: @Sendable (Int32, _ exclusive: Bool) throws(Failure) -> Void
  /// Bytes read from an offset on, 0 at the end.
  var read: @Sendable (Int32, UnsafeMutableRawBufferPointer, Int) throws(Failure) -> Int
  /// Bytes written at the end: at least one, perhaps not all.
  var write: @Sendable (Int32, UnsafeRawBufferPointer) throws(Failure) -> Int
  /// Takes away all bytes behind the first so many.
  var shorten: @Sendable (Int32, Int) throws(Failure) -> Void
  var close: @Sendable (Int32) throws(Failure) -> Void
  /// mkdir(2) for its owner alone (0700).
  var makeFolder: @Sendable (String) throws(Failure) -> Void
}

extension HistoryCalls {
  static let live = HistoryCalls(
    open: { path, flags throws(Failure) in
      Int32(try checked { opened(path, flags) })
    },
    status: { file throws(Failure) in
      var status = stat()
      _ = try checked { Int(fstat(file, &status)) }
      return Status(type: status.st_mode & S_IFMT, size: Int(status.st_size))
    },
    lock: { file, exclusive throws(Failure) in
      _ = try checked { Int(flock(file, exclusive ? LOCK_EX : LOCK_SH)) }
    },
    read: { file, buffer, offset throws(Failure) in
      try checked { pread(file, buffer.baseAddress, buffer.count, off_t(offset)) }
    },
    write: { file, bytes throws(Failure) in
      try checked { Descriptor.write(bytes, to: file) }
    },
    shorten: { file, size throws(Failure) in
      _ = try checked { Int(ftruncate(file, off_t(size))) }
    },
    close: { file throws(Failure) in
      _ = try checked { closed(file) }
    },
    makeFolder: { path throws(Failure) in
      _ = try checked { Int(mkdir(path, 0o700)) }
    })

  private static func checked(_ call: () -> Int) throws(Failure) -> Int {
    let result = call()
    if result < 0 { throw Failure(errno) }
    return result
  }

  /// Makes a call again for as long as a signal breaks it off.
  static func insisting<Value>(
    _ call: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    while true {
      do throws(Failure) { return try call() } catch {
        if error.errno != EINTR { throw error }
      }
    }
  }
}

// Outside of the type, where these names are those of the C library.
private func opened(_ path: String, _ flags: Int32) -> Int { Int(open(path, flags, 0o600)) }
private func closed(_ file: Int32) -> Int { Int(close(file)) }
