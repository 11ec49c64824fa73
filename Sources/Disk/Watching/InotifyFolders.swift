#if os(Linux)
  package import SystemPackage

  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #endif

  /// What inotify(7) tells.
  package final class InotifyFolders: FolderEventSource {
    private let file: Int32
    private let bell = WakeBell()

    /// Throws where the user has too many already (`.tooManyOpenFiles`).
    package init() throws(Errno) {
      file = inotify_init1(Int32(IN_NONBLOCK.bits | IN_CLOEXEC.bits))
      if file < 0 { throw Errno(rawValue: errno) }
    }

    deinit { close(file) }

    package var tells: Bool { true }

    private static let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE)
      | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

    package func add(_ folder: String) throws(Errno) -> FolderMark {
      let mark = FilePath(text: folder).withPlatformString {
        inotify_add_watch(file, $0, Self.mask)
      }
      if mark < 0 { throw Errno(rawValue: errno) }
      return FolderMark(mark)
    }

    package func remove(_ mark: FolderMark) { _ = inotify_rm_watch(file, mark.number) }

    package func wait(_ time: Duration) -> [FolderEvent] {
      guard bell.wait(beside: file, time) else { return [] }
      return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
        let count = read(file, buffer.baseAddress, buffer.count)
        guard count > 0 else { return [] }
        return FolderEvent.events(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }

    package func wake() { bell.ring() }
  }

  extension RawRepresentable where RawValue: BinaryInteger {
    /// C's flags come as an enumeration or as a number.
    fileprivate var bits: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  }

  extension BinaryInteger {
    fileprivate var bits: UInt32 { UInt32(truncatingIfNeeded: self) }
  }
#endif
