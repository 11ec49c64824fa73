#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A history file that several shells append to at once: JSON Lines, `{"line":"list claims"}` each.
///
/// An entry is one write under an exclusive lock, so none is lost or cut in two. A line torn by a
/// crash is passed over, and the next entry starts on a line of its own.
package struct HistoryFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The newest entries, oldest first, each once, where it was last used; at most `limit`. None
  /// when there is no file yet.
  func newest(_ limit: Int) throws(LineEditorError) -> TextArena {
    let bytes = try bytes()
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

  private func bytes() throws(LineEditorError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw .historyUnreadable(path: path, errno: errno)
    }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH) == 0, let bytes = Descriptor.contents(of: descriptor) else {
      throw .historyUnreadable(path: path, errno: errno)
    }
    return bytes
  }

  /// Adds one entry at the end. The file is made for its owner alone (0600), its folder too (0700).
  package func append(_ line: String) throws(LineEditorError) {
    Self.makeFolder(of: path)
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .historyUnwritable(path: path, errno: errno) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else {
      throw .historyUnwritable(path: path, errno: errno)
    }
    _ = fchmod(descriptor, 0o600)
    let start = Self.endsTorn(descriptor) ? "\n" : ""
    let entry = start + HistoryEntry.written(line)
    guard Descriptor.write(entry, to: descriptor) else {
      throw .historyUnwritable(path: path, errno: errno)
    }
  }

  private static func endsTorn(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }

  /// Makes the folders that are missing above `path`.
  private static func makeFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folder = ""
    for part in parts {
      folder += part
      if !folder.isEmpty { mkdir(folder, 0o700) }
      folder += "/"
    }
  }
}

/// Bytes hashed at one go; an array's own hash takes them one by one.
private struct ByteText: Hashable {
  var bytes: [UInt8]

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
