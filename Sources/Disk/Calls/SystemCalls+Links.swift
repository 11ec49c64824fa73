package import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension SystemCalls {
  /// readlink(2): what a link holds; nil for anything that is no link.
  package static func target(ofLink path: FilePath) -> FilePath? {
    let room = 4096
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: room + 1) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = path.withPlatformString { readlink($0, start, room) }
      guard count >= 0 else { return nil }
      buffer[count] = 0
      return FilePath(platformString: start)
    }
  }
}
