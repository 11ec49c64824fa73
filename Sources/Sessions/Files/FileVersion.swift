internal import Digests
import Disk
internal import SystemPackage

/// A file's bytes as they were read or written, to know later whether it still holds them.
package struct FileVersion: Sendable, Hashable {
  /// In bytes.
  package let size: Int
  private let sha256: SHA256Digest

  package init(_ bytes: [UInt8]) {
    size = bytes.count
    sha256 = SHA256.digest(bytes)
  }
}

extension SystemCalls {
  /// Whether a file still holds these bytes.
  func holds(_ version: FileVersion, _ path: FilePath, size: Int64) throws(Errno) -> Bool {
    guard size == version.size else { return false }
    return FileVersion(try contents(of: path)) == version
  }
}
