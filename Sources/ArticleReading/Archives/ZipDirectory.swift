/// The table of contents at the end of a zip archive (APPNOTE.TXT 6.3.10, sections 4.3.12 to
/// 4.3.16), ZIP64 or not.
struct ZipDirectory {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where its records stand in the archive.
  let table: Range<Int>
  /// Bytes before the archive's own first one, which its offsets do not count: a program that
  /// unpacks itself.
  let shift: Int
  /// How many entries it says that it has.
  let count: Int

  /// Whether bytes begin as an archive does: by an entry, or, with none, by its end.
  static func isMarked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
      || bytes.starts(with: [0x50, 0x4B, 7, 8, 0x50, 0x4B, 3, 4])
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ArchiveFault) {
    guard let end = Self.end(bytes) else {
      throw ArchiveFault(
        problem: "cut off: no table of contents at its end", remedy: "copy or download it anew")
    }
    var count = bytes.number(2, at: end + 10)
    var size = bytes.number(4, at: end + 12)
    var start = bytes.number(4, at: end + 16)
    var tableEnd = end
    if let long = Self.end64(bytes, before: end) {
      count = bytes.number(8, at: long + 32)
      size = bytes.number(8, at: long + 40)
      start = bytes.number(8, at: long + 48)
      tableEnd = long
    }
    guard size >= 0, start >= 0, count >= 0, size <= tableEnd, start <= tableEnd - size else {
      throw ArchiveFault(problem: "damaged: its table of contents lies outside of it")
    }
    self.bytes = bytes
    self.count = count
    table = (tableEnd - size)..<tableEnd
    shift = tableEnd - size - start
  }

  /// Where the end record stands: behind it is nothing but the archive's comment.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var at = bytes.count - 22
    let first = max(0, at - 0xFFFF)
    while at >= first {
      if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 5, bytes[at + 3] == 6,
        at + 22 + bytes.number(2, at: at + 20) <= bytes.count
      {
        return at
      }
      at -= 1
    }
    return nil
  }

  private static func end64(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int? {
    let locator = end - 20
    guard locator >= 56, bytes[locator...].starts(with: [0x50, 0x4B, 6, 7]) else { return nil }
    // Bytes before the archive move it: then it stands right before its locator.
    return [bytes.number(8, at: locator + 8), locator - 56].first {
      $0 >= 0 && $0 <= locator - 56 && bytes[$0...].starts(with: [0x50, 0x4B, 6, 6])
    }
  }

  /// The entry whose record stands at `at`, and where the next one does.
  func entry(at: Int) throws(ArchiveFault) -> (entry: ZipEntry, next: Int) {
    guard at + 46 <= table.upperBound, bytes[at...].starts(with: [0x50, 0x4B, 1, 2]) else {
      throw ArchiveFault(problem: "damaged: its table of contents breaks off at byte \(at)")
    }
    let name = bytes.number(2, at: at + 28)
    let extra = bytes.number(2, at: at + 30)
    let next = at + 46 + name + extra + bytes.number(2, at: at + 32)
    guard next <= table.upperBound else {
      throw ArchiveFault(problem: "damaged: its table of contents breaks off at byte \(at)")
    }
    return (ZipEntry(bytes, at: at, shift: shift), next)
  }

  /// Each entry, with the place of its record and of the next one; stops at one that is broken.
  /// `range` is a stretch of the table.
  func forEach(
    in range: Range<Int>? = nil, _ body: (ZipEntry, Range<Int>) throws(ArchiveFault) -> Void
  ) throws(ArchiveFault) {
    let range = range ?? table
    var at = range.lowerBound
    while at < range.upperBound {
      // What follows may be the table's signature.
      if bytes[at...].starts(with: [0x50, 0x4B, 5, 5]) { return }
      let (entry, next) = try self.entry(at: at)
      try body(entry, at..<next)
      at = next
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// An unsigned number of `length` bytes, the least first; -1 where it is no `Int` or does not
  /// stand there.
  func number(_ length: Int, at: Int) -> Int {
    guard at >= 0, at <= count - length else { return -1 }
    var number: UInt64 = 0
    for index in (0..<length).reversed() { number = number << 8 | UInt64(self[at + index]) }
    return Int(exactly: number) ?? -1
  }
}
