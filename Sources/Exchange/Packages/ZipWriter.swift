/// Writes a zip archive (PKWARE APPNOTE 6.3.10), as workbooks and documents are: one entry after
/// the other, then the directory.
///
/// The same entries give the same bytes on every machine and day: all are dated 1980-01-01, the
/// first day that the format knows. Names are UTF-8 with "/" between folders. Entries past 4 GiB
/// and more than 65,535 of them are written in the ZIP64 form.
package struct ZipWriter {
  private var out = [UInt8]()
  private var directory = [UInt8]()
  private var count: UInt64 = 0

  package init() {}

  /// Appends an entry. Bytes that do not get smaller by packing are stored as they are.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    let packed = Deflater.deflated(bytes)
    let isPacked = packed.count < bytes.count
    let entry = Entry(
      name: Array(name.utf8), method: isPacked ? 8 : 0, checksum: Deflater.checksum(bytes),
      packed: UInt64(isPacked ? packed.count : bytes.count), size: UInt64(bytes.count),
      offset: UInt64(out.count))
    entry.appendLocalHeader(to: &out)
    out += isPacked ? packed : bytes
    entry.appendToDirectory(&directory)
    count += 1
  }

  /// The whole archive.
  package consuming func finish() -> [UInt8] {
    let start = UInt64(out.count)
    let size = UInt64(directory.count)
    out += directory
    if count > 0xFFFE || start + size > 0xFFFF_FFFE { appendLargeEnd(start: start, size: size) }
    out.append(little: UInt32(0x0605_4B50))
    out.append(little: UInt32(0))  // this disk, the directory's disk
    out.append(little: UInt16(clamping: count))
    out.append(little: UInt16(clamping: count))
    out.append(little: UInt32(clamping: size))
    out.append(little: UInt32(clamping: start))
    out.append(little: UInt16(0))
    return out
  }

  /// The end of the directory in ZIP64, and the mark by which it is found.
  private mutating func appendLargeEnd(start: UInt64, size: UInt64) {
    let at = UInt64(out.count)
    out.append(little: UInt32(0x0606_4B50))
    out.append(little: UInt64(44))  // bytes that follow
    out.append(little: UInt16(45))
    out.append(little: UInt16(45))
    out.append(little: UInt64(0))  // disks
    for number in [count, count, size, start] { out.append(little: number) }
    out.append(little: UInt32(0x0706_4B50))
    out.append(little: UInt32(0))
    out.append(little: at)
    out.append(little: UInt32(1))
  }
}

/// What both headers of an entry say.
private struct Entry {
  let name: [UInt8]
  /// 0 stored, 8 DEFLATE.
  let method: UInt16
  let checksum: UInt32
  let packed: UInt64
  let size: UInt64
  let offset: UInt64

  /// Bytes of data whose count does not fit 32 bits.
  private var isLarge: Bool { max(packed, size) > 0xFFFF_FFFE }
  private var version: UInt16 { isLarge || offset > 0xFFFF_FFFE ? 45 : 20 }

  func appendLocalHeader(to out: inout [UInt8]) {
    out.append(little: UInt32(0x0403_4B50))
    appendFacts(to: &out)
    out.append(little: UInt16(isLarge ? 20 : 0))
    out += name
    guard isLarge else { return }
    out.append(little: UInt16(1))
    out.append(little: UInt16(16))
    out.append(little: size)
    out.append(little: packed)
  }

  func appendToDirectory(_ out: inout [UInt8]) {
    let large = (isLarge ? [size, packed] : []) + (offset > 0xFFFF_FFFE ? [offset] : [])
    out.append(little: UInt32(0x0201_4B50))
    out.append(little: version)
    appendFacts(to: &out)
    out.append(little: UInt16(large.isEmpty ? 0 : 4 + 8 * large.count))
    out.append(little: UInt16(0))  // comment
    out.append(little: UInt32(0))  // disk, inner attributes
    out.append(little: UInt32(0))  // outer attributes
    out.append(little: UInt32(clamping: offset > 0xFFFF_FFFE ? .max : offset))
    out += name
    guard !large.isEmpty else { return }
    out.append(little: UInt16(1))
    out.append(little: UInt16(8 * large.count))
    for number in large { out.append(little: number) }
  }

  /// Version to unpack with, flags (UTF-8 names), method, date, checksum, sizes, length of name.
  private func appendFacts(to out: inout [UInt8]) {
    out.append(little: version)
    out.append(little: UInt16(1 << 11))
    out.append(little: method)
    out.append(little: UInt16(0))
    out.append(little: UInt16(1 << 5 | 1))  // 1 January 1980
    out.append(little: checksum)
    out.append(little: isLarge ? UInt32.max : UInt32(packed))
    out.append(little: isLarge ? UInt32.max : UInt32(size))
    out.append(little: UInt16(name.count))
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
