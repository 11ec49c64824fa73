/// Converts between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Keeps the code point count at every 64th byte, so a conversion reads at most 64 bytes, eight at
/// a time.
package struct ScalarOffsets: Sendable {
  private let bytes: [UInt8]
  /// Code points that start before byte `64 * i`.
  private let marks: [Int]
  private static let stride = 64

  package init(_ text: String) {
    bytes = Array(text.utf8)
    marks = bytes.withUnsafeBytes { bytes in
      var marks = [0]
      marks.reserveCapacity(bytes.count / Self.stride + 2)
      var scalars = 0
      for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        scalars += Self.count(bytes, start, min(start + Self.stride, bytes.count))
        marks.append(scalars)
      }
      return marks
    }
  }

  /// Code points that start in `start..<end`.
  private static func count(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var (at, found) = (start, 0)
    while at + 8 <= end {
      found += starts(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    while at < end {
      if bytes[at] & 0xC0 != 0x80 { found += 1 }
      at += 1
    }
    return found
  }

  /// Of eight bytes, how many are the first ones of code points: not of the form 10xxxxxx.
  private static func starts(_ word: UInt64) -> Int {
    8 - (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
  }

  /// Code points before byte `offset`; offsets past the end count the whole text.
  package func scalars(atByte offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    let mark = offset / Self.stride
    return bytes.withUnsafeBytes { bytes in
      marks[mark] + Self.count(bytes, mark * Self.stride, offset)
    }
  }

  /// The byte where code point `index` starts; the text's length for its count or more.
  package func byte(atScalar index: Int) -> Int {
    // A code point has one to four bytes, so that its mark lies between these.
    var low = min(max(0, index) / Self.stride, marks.count - 1)
    var high = min(max(0, index) * 4 / Self.stride + 1, marks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if marks[middle] <= index { low = middle } else { high = middle - 1 }
    }
    return bytes.withUnsafeBytes { bytes in
      var seen = marks[low]
      var at = min(low * Self.stride, bytes.count)
      while at + 8 <= bytes.count {
        let more = Self.starts(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        if seen + more > index { break }
        seen += more
        at += 8
      }
      while at < bytes.count {
        if bytes[at] & 0xC0 != 0x80 {
          if seen == index { return at }
          seen += 1
        }
        at += 1
      }
      return bytes.count
    }
  }

  package func scalars(_ span: TextSpan) -> (start: Int, end: Int) {
    (scalars(atByte: span.start), scalars(atByte: span.end))
  }
}
