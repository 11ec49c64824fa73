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

  /// The entries, oldest first; none when there is no file yet.
  package func entries() throws(LineEditorError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw .historyUnreadable(path: path, errno: errno)
    }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH) == 0, let bytes = Self.contents(of: descriptor) else {
      throw .historyUnreadable(path: path, errno: errno)
    }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      JSONText.string("line", in: $0)
    }
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
    guard Self.write(start + "{\"line\":" + JSONText.quoted(line) + "}\n", to: descriptor) else {
      throw .historyUnwritable(path: path, errno: errno)
    }
  }

  private static func contents(of descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes += chunk[..<count]
    }
  }

  private static func endsTorn(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
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

/// write(2), which `HistoryFile.write` would otherwise hide.
func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
