internal import Synchronization

/// Why an archive or an entry of it cannot be read, and what can be done.
struct ArchiveFault: Error, Hashable {
  var problem: String
  var remedy = "pack it anew, or unpack it and give its files"
}

/// What archives may take: some are made to fill memory or disk.
struct ArchiveLimits: Sendable {
  /// Archives within archives.
  var depth = 4
  var entries = 1_000_000
  /// Bytes of an entry, and of all entries together, unpacked.
  var entrySize = 256 << 20
  var totalSize = 16 << 30
  /// Bytes unpacked for each packed one, of what unpacks to more than `ratioFrom` bytes. Stories
  /// shrink to a third or tenth; DEFLATE cannot do better than 1,032.
  var ratio = 200
  var ratioFrom = 16 << 20

  static let standard = ArchiveLimits()

  /// Whether so many bytes may come of so many packed ones.
  func check(size: Int, packed: Int) throws(ArchiveFault) {
    guard size <= entrySize else {
      throw ArchiveFault(
        problem: "unpacks to more than \(entrySize >> 20) MiB, the most that is taken",
        remedy: "cut it up into smaller files")
    }
    try checkRatio(size: size, packed: packed)
  }

  func checkRatio(size: Int, packed: Int) throws(ArchiveFault) {
    guard size <= ratioFrom || size / max(packed, 1) <= ratio else {
      throw ArchiveFault(
        problem: "unpacks to more than \(ratio) bytes for each packed one, as a zip bomb does",
        remedy: "unpack it yourself if you know what it is, and give its files")
    }
  }
}

/// What has been unpacked of an archive and of all archives in it.
final class ArchiveUse: Sendable {
  let limits: ArchiveLimits
  private let bytes = Atomic(0)

  init(limits: ArchiveLimits = .standard) { self.limits = limits }

  func take(_ count: Int) throws(ArchiveFault) {
    let sum = bytes.add(count, ordering: .relaxed).newValue
    guard sum <= limits.totalSize else {
      throw ArchiveFault(
        problem:
          "unpacks to more than \(limits.totalSize >> 20) MiB in all, the most that is taken",
        remedy: "cut it up into smaller archives")
    }
  }
}
