package import SystemPackage

/// Whether somebody writes a journal.
package enum JournalState: Sendable, Hashable {
  /// A process that lives has it.
  case live
  /// Nobody has it: a crash left it.
  case left
  /// That cannot be told: another user's journal, at work or left.
  case unknown(Errno)
}

extension JournalFile {
  package static func state(of path: FilePath, calls: SystemCalls = .live) -> JournalState {
    let file: FileDescriptor
    do throws(Errno) { file = try open(path, calls) } catch {
      // What is no file at all holds nobody's work; reading it says so.
      let isFile = (try? calls.status(path))?.type ?? .regular == .regular
      return error == .noSuchFileOrDirectory || !isFile ? .left : .unknown(error)
    }
    defer { try? calls.close(file) }
    // Where there are no locks, the session's own lock tells whether its holder lives.
    return (try? insisting { () throws(Errno) in try calls.lock(file) }) == false ? .live : .left
  }

  /// For a lock, reading does where writing is not allowed.
  private static func open(
    _ path: FilePath, _ calls: SystemCalls
  ) throws(Errno) -> FileDescriptor {
    do throws(Errno) {
      return try insisting { () throws(Errno) in try calls.openExisting(path) }
    } catch {
      guard error == .permissionDenied || error == .readOnlyFileSystem else { throw error }
      guard try calls.status(path).type == .regular else { throw .invalidArgument }
      return try insisting { () throws(Errno) in try calls.openForReading(path) }
    }
  }
}
