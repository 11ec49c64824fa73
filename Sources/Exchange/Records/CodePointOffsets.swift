/// Byte offsets to code point offsets of one text, after one walk over it.
///
/// Keeps the count at every 64th byte; a look-up counts at most 63 bytes more.
struct CodePointOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let marks: [Int32]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let blocks = bytes.count / 64
    var count: Int32 = 0
    marks = [Int32](unsafeUninitializedCapacity: blocks + 1) { buffer, filled in
      for block in 0..<blocks {
        buffer[block] = count
        var starts: UInt8 = 0
        for at in (block * 64)..<(block * 64 + 64) { starts &+= bytes[at] & 0xC0 != 0x80 ? 1 : 0 }
        count += Int32(starts)
      }
      buffer[blocks] = count
      filled = blocks + 1
    }
  }

  /// Code points that start before byte `offset`, which lies in the text or at its end.
  func codePoints(atByte offset: Int) -> Int {
    let block = offset / 64
    var count = Int(marks[block])
    for at in (block * 64)..<offset where bytes[at] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
