#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A history file that several shells append to at once: JSON Lines, `{"line":"list claims"}` each.
///
/// What is added is one write under an exclusive lock, so none is lost or cut in two; after an
/// error the file is as it was. A line torn by a crash is passed over, and the next entry starts on
/// a line of its own. A device such as /dev/null in its place keeps nothing; a pipe is refused.
package struct HistoryFile: Sendable {
  package let path: String
  private let calls: HistoryCalls

  package init(path: String) { self.init(path: path, calls: .live) }

  init(path: String, calls: HistoryCalls) {
    self.path = path
    self.calls = calls
  }

  /// The newest entries, oldest first, each once, where it was last used; at most `limit`. None
  /// when there is no file yet.
  func newest(_ limit: Int) throws(LineEditorError) -> TextArena {
    let bytes: [UInt8]
    do throws(HistoryCalls.Failure) { bytes = try self.bytes() } catch {
      throw .historyUnreadable(path: path, errno: error.errno)
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

  private func bytes() throws(HistoryCalls.Failure) -> [UInt8] {
    let file: Int32
    do throws(HistoryCalls.Failure) { file = try open(O_RDONLY) } catch {
      if error.errno == ENOENT { return [] }
      throw error
    }
    defer { try? calls.close(file) }
    guard try isOrdinary(file) else { return [] }
    try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in try calls.lock(file, false) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
        try calls.read(file, chunk, bytes.count)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Adds entries at the end. The file is made for its owner alone (0600), its folder too (0700);
  /// one that is there keeps its permissions.
  package func append(_ lines: String...) throws(LineEditorError) { try append(lines) }

  func append(_ lines: [String]) throws(LineEditorError) {
    do throws(HistoryCalls.Failure) {
      let file = try openOrMake()
      do throws(HistoryCalls.Failure) { try append(lines, to: file) } catch {
        try? calls.close(file)
        throw error
      }
      do throws(HistoryCalls.Failure) { try calls.close(file) } catch {
        // A close that a signal breaks off has closed the file all the same.
        if error.errno != EINTR { throw error }
      }
    } catch {
      throw .historyUnwritable(path: path, errno: error.errno)
    }
  }

  private func append(_ lines: [String], to file: Int32) throws(HistoryCalls.Failure) {
    guard try isOrdinary(file) else { return }
    try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in try calls.lock(file, true) }
    let size = try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
      try calls.status(file).size
    }
    let start = try endsTorn(file, size) ? "\n" : ""
    do throws(HistoryCalls.Failure) {
      try write(Array((start + lines.map(HistoryEntry.written).joined()).utf8), to: file)
    } catch {
      try? calls.shorten(file, size)
      throw error
    }
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(HistoryCalls.Failure) {
    var done = 0
    while done < bytes.count {
      let count = try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
        try bytes.withUnsafeBufferPointer { bytes throws(HistoryCalls.Failure) in
          let rest = UnsafeBufferPointer(rebasing: bytes[done...])
          return try calls.write(file, UnsafeRawBufferPointer(rest))
        }
      }
      guard count > 0 else { throw HistoryCalls.Failure(EIO) }
      done += count
    }
  }

  private func endsTorn(_ file: Int32, _ size: Int) throws(HistoryCalls.Failure) -> Bool {
    guard size > 0 else { return false }
    let last = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
    defer { last.deallocate() }
    let count = try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
      try calls.read(file, last, size - 1)
    }
    return count == 1 && last[0] != UInt8(ascii: "\n")
  }

  /// False for a device, which keeps nothing. Throws for what might be waited on for ever.
  private func isOrdinary(_ file: Int32) throws(HistoryCalls.Failure) -> Bool {
    let type = try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
      try calls.status(file).type
    }
    guard type == S_IFREG || type == S_IFCHR else { throw HistoryCalls.Failure(EINVAL) }
    return type == S_IFREG
  }

  /// Without waiting for somebody at the other end of a pipe.
  private func open(_ flags: Int32) throws(HistoryCalls.Failure) -> Int32 {
    try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
      try calls.open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }
  }

  private func openOrMake() throws(HistoryCalls.Failure) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CREAT
    do throws(HistoryCalls.Failure) { return try open(flags) } catch {
      guard error.errno == ENOENT else { throw error }
    }
    let failure = makeFolder(of: path)
    do throws(HistoryCalls.Failure) { return try open(flags) } catch {
      throw error.errno == ENOENT ? failure ?? error : error
    }
  }

  /// Makes the folders that are missing above `path`; gives why the last of them could not be made.
  private func makeFolder(of path: String) -> HistoryCalls.Failure? {
    var failure: HistoryCalls.Failure?
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folder = ""
    for part in parts {
      folder += part
      if !folder.isEmpty {
        do throws(HistoryCalls.Failure) {
          try HistoryCalls.insisting { () throws(HistoryCalls.Failure) in
            try calls.makeFolder(folder)
          }
        } catch {
          if error.errno != EEXIST { failure = error }
        }
      }
      folder += "/"
    }
    return failure
  }
}

/// Bytes hashed at one go; an array's own hash takes them one by one.
private struct ByteText: Hashable {
  var bytes: [UInt8]

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
