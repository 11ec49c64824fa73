package import Disk
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

/// A journal belongs to the session that it lies beside; the path in its header is the one that the
/// session had then, before its folder was moved or copied. Which file it really follows is told
/// by the hash in the header.
extension JournalFile {
  /// Where its session may lie, the likeliest first; none where it never had a file.
  package func sessions(_ calls: SystemCalls = .live) -> [FilePath] {
    guard let recorded = header.session else { return [] }
    var places = Self.besides(path).filter { (try? calls.status($0)) != nil }
    if !places.contains(recorded) { places.append(recorded) }
    return places
  }

  /// Where its session lies, as far as can be told without reading it; nil if it never had a
  /// file.
  package func session(_ calls: SystemCalls = .live) -> FilePath? { sessions(calls).first }

  /// Whether the file that it follows is none that can be found: renamed, or moved without it.
  package func isOrphan(_ calls: SystemCalls = .live) -> Bool {
    header.session != nil && sessions(calls).allSatisfy { (try? calls.status($0)) == nil }
  }

  /// The sessions that a journal can be of by its place: `t/.s.json.theo-journal` → `t/s.json`,
  /// `.s.json.2.theo-journal` → `s.json.2` or `s.json`; none for another name.
  package static func besides(_ journal: FilePath) -> [FilePath] {
    guard let name = journal.lastComponent?.string, name.hasPrefix("."),
      name.hasSuffix("." + ending)
    else { return [] }
    let own = String(name.dropFirst().dropLast(ending.utf8.count + 1))
    var names = [own]
    let parts = own.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, let number = parts.last.flatMap({ Int($0) }), number > 1 {
      names.append(parts.dropLast().joined(separator: "."))
    }
    let folder = journal.removingLastComponent()
    return names.filter { !$0.isEmpty }.map { folder.appending($0).lexicallyNormalized() }
  }
}
