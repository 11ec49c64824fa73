/// A file in a zip archive, as the table of contents says (APPNOTE.TXT 6.3.10, section 4.3.12).
struct ZipEntry {
  /// As written, with "/" between folders; never used as a path on the disk.
  var name: String
  var flags: Int
  var method: Int
  var checksum: UInt32
  /// Bytes in the archive, and unpacked.
  var packed: Int
  var size: Int
  /// Where its own header begins in the bytes.
  var offset: Int

  var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
  var isEncrypted: Bool { flags & 1 != 0 || flags & 0x2000 != 0 }

  /// The record at `at`, which must be whole.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, shift: Int) {
    flags = bytes.number(2, at: at + 8)
    method = bytes.number(2, at: at + 10)
    checksum = UInt32(truncatingIfNeeded: bytes.number(4, at: at + 16))
    packed = bytes.number(4, at: at + 20)
    size = bytes.number(4, at: at + 24)
    offset = bytes.number(4, at: at + 42)
    let nameLength = bytes.number(2, at: at + 28)
    let written = UnsafeBufferPointer(rebasing: bytes[(at + 46)..<(at + 46 + nameLength)])
    name = Self.text(written, isUTF8: flags & 0x800 != 0)
    let extra = at + 46 + nameLength
    readFields(bytes, extra..<(extra + bytes.number(2, at: at + 30)), written)
    offset = offset < 0 ? -1 : offset.addingReportingOverflow(shift).partialValue
  }

  /// Info-ZIP and the Finder write UTF-8 without saying so.
  private static func text(_ name: UnsafeBufferPointer<UInt8>, isUTF8: Bool) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    return isUTF8 ? String(decoding: name, as: UTF8.self) : CodePage437.text(name)
  }

  /// Extra fields: 0x0001 has the sizes of ZIP64, 0x7075 the name in UTF-8.
  private mutating func readFields(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ written: UnsafeBufferPointer<UInt8>
  ) {
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      let end = at + 4 + bytes.number(2, at: at + 2)
      guard end <= range.upperBound else { return }
      switch bytes.number(2, at: at) {
      case 1: readLongSizes(bytes, (at + 4)..<end)
      case 0x7075 where end - at > 9 && bytes[at + 4] == 1:
        let isOfName =
          UInt32(truncatingIfNeeded: bytes.number(4, at: at + 5))
          == Inflater.checksum(Array(written))
        if isOfName, let text = String(validating: bytes[(at + 9)..<end], as: UTF8.self) {
          name = text
        }
      default: break
      }
      at = end
    }
  }

  private mutating func readLongSizes(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    func next(_ short: Int) -> Int {
      guard short == 0xFFFF_FFFF, at + 8 <= range.upperBound else { return short }
      defer { at += 8 }
      return bytes.number(8, at: at)
    }
    size = next(size)
    packed = next(packed)
    offset = next(offset)
  }

  /// What the entry holds: unpacked whole, its size and checksum compared.
  func contents(
    in bytes: UnsafeBufferPointer<UInt8>, _ use: ArchiveUse
  ) throws(ArchiveFault) -> [UInt8] {
    if isEncrypted {
      throw ArchiveFault(
        problem: "encrypted", remedy: "unpack it with its password and give its files")
    }
    guard size >= 0, packed >= 0, offset >= 0 else {
      throw ArchiveFault(problem: "damaged: a size that is none")
    }
    try use.limits.check(size: size, packed: packed)
    try use.take(size)
    let data = try data(in: bytes)
    let out: [UInt8]
    switch method {
    case 0: out = Array(data)
    case 8:
      // DEFLATE makes at most 1,032 bytes of one: no room is made for more.
      let room = min(size, packed.multipliedReportingOverflow(by: 1032).partialValue + 64)
      out = try Inflater(data, .bare).read(room + 1)
    default:
      throw ArchiveFault(problem: "packed by method \(method), which is not read")
    }
    guard out.count == size, Inflater.checksum(out) == checksum else {
      throw ArchiveFault(problem: "damaged: not what its checksum and size say")
    }
    return out
  }

  /// Its packed bytes: they follow its own header, which has a name and fields of other lengths.
  private func data(
    in bytes: UnsafeBufferPointer<UInt8>
  ) throws(ArchiveFault) -> UnsafeBufferPointer<UInt8> {
    guard offset <= bytes.count - 30, bytes[offset...].starts(with: [0x50, 0x4B, 3, 4]) else {
      throw ArchiveFault(problem: "damaged: it does not begin where the table of contents says")
    }
    let start =
      offset + 30 + bytes.number(2, at: offset + 26) + bytes.number(2, at: offset + 28)
    guard start <= bytes.count, packed <= bytes.count - start else {
      throw ArchiveFault(problem: "cut off: it ends beyond the archive's end")
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<(start + packed)])
  }
}
