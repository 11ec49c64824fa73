/// What has happened in a folder that is watched.
package enum FolderEvent: Sendable, Hashable {
  /// A file that was open for writing was closed, or was moved here: it is whole.
  case complete(folder: FolderMark, name: String)
  /// A file has come that nobody need have written here: a link. Or one is begun.
  case begun(folder: FolderMark, name: String)
  /// A folder was made, or was moved here.
  case folderCame(FolderMark, name: String)
  /// A folder was moved away.
  case folderLeft(FolderMark, name: String)
  /// The folder itself is gone, or was moved: nothing more is heard of it.
  case gone(FolderMark)
  /// More has happened than could be kept: anything may have.
  case overflow
}

/// By which a watched folder is told from others.
package struct FolderMark: Sendable, Hashable {
  package var number: Int32
  package init(_ number: Int32) { self.number = number }
}

#if os(Linux)
  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #endif

  extension FolderEvent {
    /// The events in what a read of inotify(7) gave; offsets within the bytes.
    ///
    /// A record is `int wd; uint32_t mask, cookie, len;` and `len` bytes of name, zeros behind it.
    static func events(in bytes: UnsafeRawBufferPointer) -> [FolderEvent] {
      var events = [FolderEvent]()
      var at = 0
      while at + 16 <= bytes.count {
        let mark = FolderMark(bytes.loadUnaligned(fromByteOffset: at, as: Int32.self))
        let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
        let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
        let end = min(at + 16 + length, bytes.count)
        let name = DiskName.text(Array(bytes[(at + 16)..<end].prefix { $0 != 0 }))
        if let event = event(mark, mask, name) { events.append(event) }
        at = end
      }
      return events
    }

    private static func event(_ mark: FolderMark, _ mask: UInt32, _ name: String) -> FolderEvent? {
      func has(_ bit: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: bit) != 0 }
      if has(IN_Q_OVERFLOW) { return .overflow }
      if has(IN_IGNORED) || has(IN_DELETE_SELF) || has(IN_MOVE_SELF) || has(IN_UNMOUNT) {
        return .gone(mark)
      }
      if has(IN_ISDIR.bits) {
        if has(IN_CREATE) || has(IN_MOVED_TO) { return .folderCame(mark, name: name) }
        return has(IN_MOVED_FROM) ? .folderLeft(mark, name: name) : nil
      }
      if has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) { return .complete(folder: mark, name: name) }
      return has(IN_CREATE) ? .begun(folder: mark, name: name) : nil
    }
  }

  extension BinaryInteger {
    /// The same bits: some of C's flags come as Int32, some as UInt32.
    fileprivate var bits: UInt32 { UInt32(truncatingIfNeeded: self) }
  }
#endif
