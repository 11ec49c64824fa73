package import Disk
package import SystemPackage

/// One writer for each session file: an empty place beside it, `.NAME.theo-lock`, that the
/// system keeps for one process (flock) until that ends, however it ends. The file says who
/// holds it; a file that nobody holds is left from a crash.
///
/// The lock is the file, not its path: it stays the same one in a folder that was renamed.
package struct SessionLock: Sendable {
  package enum Outcome: Sendable {
    /// With who left it behind, where somebody did.
    case held(SessionLock, leftBy: LockHolder?)
    /// Nil where its holder did not write his name yet, or could not.
    case taken(by: LockHolder?)
    case unavailable(LockFailure)
  }

  package let path: FilePath
  private let file: FileDescriptor
  private let calls: SystemCalls
  /// Whether others can read whose it is: a full disk has no room for that.
  package private(set) var isSigned = false

  /// The lock of the session in a file, which need not be there yet.
  package static func acquire(
    for session: FilePath, as holder: LockHolder, calls: SystemCalls = .live
  ) -> Outcome {
    let path = besideSession(session, ending: "theo-lock", calls)
    var left: LockHolder?
    do throws(Errno) {
      // Its holder may give it up and remove it between our opening and locking it.
      for _ in 0..<100 {
        let place = try LockPlace(path, calls)
        guard try place.take() else {
          defer { place.close() }
          return .taken(by: place.holder)
        }
        guard place.isInPlace else {
          place.close()
          continue
        }
        left = place.holder ?? left
        // The lock that another user left cannot be signed, but perhaps be taken away.
        if !place.isWritable, (try? calls.remove(path)) != nil {
          place.close()
          continue
        }
        var lock = SessionLock(path: path, file: place.file, calls: calls)
        if place.isWritable { lock.sign(holder) }
        return .held(lock, leftBy: left)
      }
      return .taken(by: nil)
    } catch {
      return .unavailable(
        LockFailure(path: path, error: error, isThere: (try? calls.status(path)) != nil))
    }
  }

  private init(path: FilePath, file: FileDescriptor, calls: SystemCalls) {
    self.path = path
    self.file = file
    self.calls = calls
  }

  /// Who works on a session, without a wish to; nothing is made or changed. Nil where nobody does,
  /// or it cannot be seen.
  package static func worker(
    on session: FilePath, calls: SystemCalls = .live
  ) -> LockHolder?? {
    let path = besideSession(session, ending: "theo-lock", calls)
    guard let status = try? calls.status(path), status.type == .regular,
      let file = try? calls.openForReading(path)
    else { return nil }
    defer { try? calls.close(file) }
    guard (try? calls.lock(file)) == false else { return nil }
    return .some(LockHolder((try? calls.start(of: file)) ?? []))
  }

  /// Writes into it who has it, for others to read.
  package mutating func sign(_ holder: LockHolder) {
    guard !isSigned else { return }
    do throws(Errno) {
      // Others must be able to open it, whatever the umask, to see that it is held.
      try? calls.setPermissions(file, [.ownerReadWrite, .groupRead, .otherRead])
      try calls.truncate(file)
      try calls.writeAll(holder.line, to: file)
      isSigned = true
    } catch {
      try? calls.truncate(file)
    }
  }

  /// Whether it is the lock of this session.
  package func isOf(_ session: FilePath) -> Bool {
    calls.isFile(file, besideSession(session, ending: "theo-lock", calls))
  }

  package func isSame(as other: SessionLock?) -> Bool { file == other?.file }

  /// Gives the session to others.
  package func release() {
    // The folder may have another name by now; a lock that took the place of this one stays.
    let places = [path, try? calls.resolved(FilePath("/proc/self/fd/\(file.rawValue)"))]
    if let place = places.lazy.compactMap({ $0 }).first(where: { calls.isFile(file, $0) }) {
      try? calls.remove(place)
    }
    try? calls.close(file)
  }
}

/// A lock's file that was opened, held by us or not.
private struct LockPlace {
  let path: FilePath
  let file: FileDescriptor
  let calls: SystemCalls
  let isWritable: Bool

  /// Opens the file, made if it is not there. Another user's is opened for reading: that is
  /// enough to see whether it is held, and to hold it.
  init(_ path: FilePath, _ calls: SystemCalls) throws(Errno) {
    self.path = path
    self.calls = calls
    do throws(Errno) {
      file = try insisting { () throws(Errno) in
        try calls.openOrCreate(path, [.ownerReadWrite, .groupRead, .otherRead])
      }
      isWritable = true
    } catch {
      guard error == .permissionDenied || error == .notPermitted,
        let status = try? calls.status(path), status.type == .regular
      else { throw error }
      file = try insisting { () throws(Errno) in try calls.openForReading(path) }
      isWritable = false
    }
    do throws(Errno) {
      let status = try insisting { () throws(Errno) in try calls.statusOf(file) }
      if status.type != .regular { throw .invalidArgument }
    } catch {
      close()
      throw error
    }
  }

  /// False where another process holds it. Closes it where it cannot be held.
  func take() throws(Errno) -> Bool {
    do throws(Errno) {
      return try insisting { () throws(Errno) in try calls.lock(file) }
    } catch {
      close()
      throw error
    }
  }

  var isInPlace: Bool { calls.isFile(file, path) }
  var holder: LockHolder? { (try? calls.start(of: file)).flatMap { LockHolder($0) } }
  func close() { try? calls.close(file) }
}

extension SystemCalls {
  /// The first bytes of an open file, 4096 at most.
  fileprivate func start(of file: FileDescriptor) throws(Errno) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { buffer.deallocate() }
    return Array(buffer[..<(try insisting { () throws(Errno) in try read(file, buffer) })])
  }
}

/// Why the lock of a session cannot be had, though nobody is known to hold it.
package struct LockFailure: Error, Sendable, Hashable {
  /// Of the lock's file.
  package var path: FilePath
  package var error: Errno
  /// Whether something is in its place.
  package var isThere: Bool
}

extension LockFailure: CustomStringConvertible {
  /// The reason, as the end of "'s.json' cannot be locked: …".
  package var description: String {
    switch error {
    case .tooManySymbolicLinkLevels, .isDirectory, .invalidArgument, .noSuchAddressOrDevice:
      "'\(path)' is no file of theo's; take it away"
    case .permissionDenied where isThere, .notPermitted where isThere:
      "'\(path)' is another user's and cannot be read; whether somebody works on the session "
        + "cannot be told"
    case .permissionDenied, .notPermitted: "no permission to write in its folder"
    case .noLocks, .notSupported, .noFunction: "its disk knows no locks"
    default: String(error.sentence.prefix { $0 != "." })
    }
  }
}
