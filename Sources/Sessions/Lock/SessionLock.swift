package import ClaimModel
internal import JSONText
package import SystemPackage

/// Who works on a session.
package struct LockHolder: Sendable, Hashable {
  package var user: String
  package var host: String
  package var process: Int32
  package var since: Timestamp

  package init(user: String, host: String, process: Int32, since: Timestamp) {
    self.user = user
    self.host = host
    self.process = process
    self.since = since
  }
}

/// One writer for each session file: an empty place beside it, `.NAME.theo-lock`, that the
/// system keeps for one process (flock) until that ends, however it ends. The file says who
/// holds it; a file that nobody holds is left from a crash.
package struct SessionLock: Sendable {
  package enum Outcome: Sendable {
    /// With who left it behind, where somebody did.
    case held(SessionLock, leftBy: LockHolder?)
    /// Nil where its holder did not write his name yet.
    case taken(by: LockHolder?)
    /// The folder cannot be written, or its file system knows no locks.
    case unavailable(Errno)
  }

  package let path: FilePath
  private let file: FileDescriptor
  private let calls: SystemCalls

  /// The lock of the session in a file, which need not be there yet.
  package static func acquire(
    for session: FilePath, as holder: LockHolder, calls: SystemCalls = .live
  ) -> Outcome {
    let path = besideSession(session, ending: "theo-lock", calls)
    do throws(Errno) {
      // Its holder may give it up and remove it between our opening and locking it.
      for _ in 0..<100 {
        let file = try calls.openOrCreate(path, [.ownerReadWrite, .groupRead, .otherRead])
        guard let last = try take(file, calls) else {
          defer { try? calls.close(file) }
          return .taken(by: LockHolder(try contents(of: file, calls)))
        }
        if calls.isFile(file, path) {
          try write(holder, to: file, calls)
          return .held(SessionLock(path: path, file: file, calls: calls), leftBy: LockHolder(last))
        }
        try calls.close(file)
      }
      return .taken(by: nil)
    } catch {
      return .unavailable(error)
    }
  }

  /// Whether it is the lock of this session.
  package func isOf(_ session: FilePath) -> Bool {
    path == besideSession(session, ending: "theo-lock", calls)
  }

  /// Gives the session to others.
  package func release() {
    try? calls.remove(path)
    try? calls.close(file)
  }

  /// What the file says of its last holder; nil where somebody holds it.
  private static func take(_ file: FileDescriptor, _ calls: SystemCalls) throws(Errno) -> [UInt8]? {
    do throws(Errno) {
      return try calls.lock(file) ? try contents(of: file, calls) : nil
    } catch {
      try? calls.close(file)
      throw error
    }
  }

  private static func contents(
    of file: FileDescriptor, _ calls: SystemCalls
  ) throws(Errno) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { buffer.deallocate() }
    return Array(buffer[..<(try calls.read(file, buffer))])
  }

  private static func write(
    _ holder: LockHolder, to file: FileDescriptor, _ calls: SystemCalls
  ) throws(Errno) {
    try calls.truncate(file)
    try calls.writeAll(JSONWriter(sortsKeys: true).bytes(holder.json) + [0x0A], to: file)
  }
}

/// `.NAME.ENDING` beside a session; beside the file itself where the path is a link.
func besideSession(_ session: FilePath, ending: String, _ calls: SystemCalls) -> FilePath {
  let target = (try? calls.resolved(session)) ?? session
  let name = target.lastComponent?.string ?? "session"
  return target.removingLastComponent().appending(".\(name).\(ending)")
}

extension LockHolder {
  var json: JSONValue {
    [
      "host": .string(host), "process": .integer(Int(process)),
      "since": .string(since.description), "user": .string(user),
    ]
  }

  /// Nil for what is no holder: an empty file, other bytes.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONReader.read(bytes) else { return nil }
    self.init(value)
  }

  init?(_ value: JSONValue) {
    guard case .object(let object) = value,
      case .string(let user) = object["user"], case .string(let host) = object["host"],
      case .integer(let process) = object["process"], case .string(let time) = object["since"],
      let since = Timestamp(parsing: time)
    else { return nil }
    self.init(
      user: user, host: host, process: Int32(truncatingIfNeeded: process), since: since)
  }
}

extension LockHolder: CustomStringConvertible {
  /// "an on desk-3 (process 4711) since 2024-01-05 09:14:02 UTC"
  package var description: String {
    "\(user) on \(host) (process \(process)) since \(since.day) \(since.clock) UTC"
  }
}
