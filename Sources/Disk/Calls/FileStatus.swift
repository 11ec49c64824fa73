package import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension SystemCalls {
  /// What stat(2) says of a file.
  package struct Status: Sendable, Hashable {
    /// Device and inode: the same for one file by whatever name.
    package struct Identity: Sendable, Hashable {
      package var device: UInt64
      package var inode: UInt64
    }

    /// Seconds since 1970, and nanoseconds.
    package struct Moment: Sendable, Hashable {
      package var seconds: Int
      package var nanoseconds: Int

      init(_ time: timespec) {
        seconds = time.tv_sec
        nanoseconds = time.tv_nsec
      }
    }

    package var permissions: FilePermissions
    package var type: FileType
    package var identity: Identity
    /// In bytes.
    package var size: Int64
    /// When the bytes changed last.
    package var modified: Moment
    /// When the file was changed last in any way, its rights and names too; nobody can set it.
    package var changed: Moment
    /// Numbers of the user and of the group that it belongs to.
    package var owner: UInt32
    package var group: UInt32
    /// Names that the file has; 0 where it was removed while open.
    package var links: Int

    init(_ status: Stat) {
      permissions = status.permissions
      type = status.type
      identity = Identity(
        device: UInt64(truncatingIfNeeded: status.deviceID.rawValue),
        inode: UInt64(status.inode.rawValue))
      size = status.size
      #if canImport(Darwin)
        modified = Moment(status.rawValue.st_mtimespec)
        changed = Moment(status.rawValue.st_ctimespec)
      #else
        modified = Moment(status.rawValue.st_mtim)
        changed = Moment(status.rawValue.st_ctim)
      #endif
      owner = status.userID.rawValue
      group = status.groupID.rawValue
      links = status.linkCount
    }
  }
}
