/// Where things lie in a memory's file; numbers are little-endian, places are bytes from its start.
///
/// A header of 88 bytes: "THEOMEM", the version, the file's length, a sum over all that follows the
/// header, a sum over the header's other bytes, the number of sessions, claims and terms, and the
/// places of records, terms and postings. Then:
/// - sessions: their paths as texts, each behind its length
/// - entries: for each claim 8 bytes, the place of its record with a bit on top if it was checked;
///   one more for the end of the last record
/// - records: see `RememberedClaim.write`
/// - terms: sorted, each of 16 bytes: its key, the place of its postings among them (5 bytes), how
///   many there are (3 bytes; more are left out: such a term tells nothing)
/// - postings: claims by their place, each as the step from the one before, as `RecordWriter` does
struct FileHeader {
  static let size = 88
  static let magic = Array("THEOMEM".utf8)
  static let version: UInt8 = 1

  var length = 0
  var sum: UInt64 = 0
  var sessionCount = 0
  var claimCount = 0
  var termCount = 0
  var entriesAt = 0
  var recordsAt = 0
  var termsAt = 0
  var postingsAt = 0

  var bytes: [UInt8] {
    var out = RecordWriter()
    for number in numbers { out.fixed(number) }
    let rest = out.bytes
    var head = RecordWriter()
    head.fixed(FileSum.of(rest))
    return Self.magic + [Self.version] + head.bytes + rest
  }

  private var numbers: [UInt64] {
    [
      UInt64(length), sum, UInt64(sessionCount), UInt64(claimCount), UInt64(termCount),
      UInt64(entriesAt), UInt64(recordsAt), UInt64(termsAt), UInt64(postingsAt),
    ]
  }

  init() {}

  /// Throws what is wrong with the header, or with the length of the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, of path: String) throws(MemoryError) {
    guard bytes.starts(with: Self.magic) else {
      throw bytes.count < Self.magic.count && Self.magic.starts(with: bytes)
        ? .broken(path, reason: "it ends within its first line") : .notAMemory(path)
    }
    guard bytes.count >= Self.size else {
      throw .broken(path, reason: "it is cut off after \(bytes.count) bytes")
    }
    guard bytes[7] == Self.version else { throw .newer(path, version: Int(bytes[7])) }
    let rest = UnsafeBufferPointer(rebasing: bytes[16..<Self.size])
    guard FileSum.of(rest) == bytes.integer(8) else {
      throw .broken(path, reason: "its first \(Self.size) bytes were changed")
    }
    let numbers = (0..<9).map { Int(truncatingIfNeeded: bytes.integer(16 + 8 * $0)) }
    length = numbers[0]
    sum = bytes.integer(24)
    (sessionCount, claimCount, termCount) = (numbers[2], numbers[3], numbers[4])
    (entriesAt, recordsAt, termsAt, postingsAt) = (numbers[5], numbers[6], numbers[7], numbers[8])
    guard length == bytes.count else {
      throw .broken(path, reason: "it has \(bytes.count) bytes of \(length)")
    }
  }
}

/// A sum that changes with any byte: FNV-1a over eight bytes at a time, then over the rest.
enum FileSum {
  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { of($0) } }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = 0
    while at + 8 <= bytes.count {
      sum = (sum ^ bytes.integer(at)) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 32
      at += 8
    }
    while at < bytes.count {
      sum = (sum ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at += 1
    }
    return sum
  }
}
