import Disk
import SystemPackage

/// A history file that several shells append to at once: JSON Lines, `{"line":"list claims"}` each.
///
/// What is added is one write under an exclusive lock, so none is lost or cut in two; after an
/// error the file is as it was. A line torn by a crash is passed over, and the next entry starts on
/// a line of its own. A device such as /dev/null in its place keeps nothing; a pipe is refused.
package struct HistoryFile: Sendable {
  package let path: String
  private let calls: SystemCalls

  package init(path: String) { self.init(path: path, calls: .live) }

  init(path: String, calls: SystemCalls) {
    self.path = path
    self.calls = calls
  }

  /// The newest entries, oldest first, each once, where it was last used; at most `limit`. None
  /// when there is no file yet.
  func newest(_ limit: Int) throws(LineEditorError) -> TextArena {
    let bytes: [UInt8]
    do throws(Errno) { bytes = try self.bytes() } catch {
      throw .historyUnreadable(path: path, errno: error.rawValue)
    }
    var seen: Set<ByteText> = []
    var found: [[UInt8]] = []
    var end = bytes.count
    while end > 0, found.count < limit {
      let start = bytes[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      if let line = HistoryEntry.line(bytes[start..<end]),
        seen.insert(ByteText(bytes: line)).inserted
      {
        found.append(line)
      }
      end = start
    }
    var arena = TextArena()
    for line in found.reversed() { arena.append(line) }
    return arena
  }

  private func bytes() throws(Errno) -> [UInt8] {
    let file: FileDescriptor
    do throws(Errno) {
      file = try insisting { () throws(Errno) in try calls.openForReading(FilePath(path)) }
    } catch .noSuchFileOrDirectory {
      return []
    }
    defer { try? calls.close(file) }
    guard try isOrdinary(file) else { return [] }
    try insisting { () throws(Errno) in try calls.waitForLock(file, true) }
    return try calls.allBytes(of: file)
  }

  /// Adds entries at the end. The file is made for its owner alone (0600), its folder too (0700);
  /// one that is there keeps its permissions.
  package func append(_ lines: String...) throws(LineEditorError) { try append(lines) }

  func append(_ lines: [String]) throws(LineEditorError) {
    do throws(Errno) {
      let file = try openOrMake()
      do throws(Errno) { try append(lines, to: file) } catch {
        try? calls.close(file)
        throw error
      }
      do throws(Errno) { try calls.close(file) } catch {
        // A close that a signal breaks off has closed the file all the same.
        if error != .interrupted { throw error }
      }
    } catch {
      throw .historyUnwritable(path: path, errno: error.rawValue)
    }
  }

  private func append(_ lines: [String], to file: FileDescriptor) throws(Errno) {
    guard try isOrdinary(file) else { return }
    try insisting { () throws(Errno) in try calls.waitForLock(file, false) }
    let size = try insisting { () throws(Errno) in Int(try calls.statusOf(file).size) }
    let start = try endsTorn(file, size) ? "\n" : ""
    do throws(Errno) {
      let text = start + lines.map(HistoryEntry.written).joined()
      try calls.writeAll(Array(text.utf8), to: file)
    } catch {
      try? calls.shorten(file, size)
      throw error
    }
  }

  private func endsTorn(_ file: FileDescriptor, _ size: Int) throws(Errno) -> Bool {
    guard size > 0 else { return false }
    var last: UInt8 = 0
    let count = try withUnsafeMutableBytes(of: &last) { buffer throws(Errno) in
      try insisting { () throws(Errno) in try calls.readAt(file, buffer, size - 1) }
    }
    return count == 1 && last != UInt8(ascii: "\n")
  }

  /// False for a device, which keeps nothing. Throws for what might be waited on for ever.
  private func isOrdinary(_ file: FileDescriptor) throws(Errno) -> Bool {
    let type = try insisting { () throws(Errno) in try calls.statusOf(file).type }
    guard type == .regular || type == .characterSpecial else { throw .invalidArgument }
    return type == .regular
  }

  private func openOrMake() throws(Errno) -> FileDescriptor {
    do throws(Errno) { return try open() } catch {
      guard error == .noSuchFileOrDirectory else { throw error }
    }
    var failure: Errno?
    do throws(Errno) { try calls.makeFolders(FilePath(path).removingLastComponent()) } catch {
      failure = error
    }
    do throws(Errno) { return try open() } catch {
      throw error == .noSuchFileOrDirectory ? failure ?? error : error
    }
  }

  private func open() throws(Errno) -> FileDescriptor {
    try insisting { () throws(Errno) in
      try calls.openForReadingAndAppending(FilePath(path), .ownerReadWrite)
    }
  }
}

/// Bytes hashed at one go; an array's own hash takes them one by one.
private struct ByteText: Hashable {
  var bytes: [UInt8]

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
