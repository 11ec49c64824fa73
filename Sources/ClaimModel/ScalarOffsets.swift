/// Converts between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Keeps the code point count at every 256th byte, so a conversion reads at most 256 bytes.
package struct ScalarOffsets: Sendable {
  private let bytes: [UInt8]
  /// Code points that start before byte `256 * i`.
  private let marks: [Int]
  private static let stride = 256

  package init(_ text: String) {
    bytes = Array(text.utf8)
    marks = bytes.withUnsafeBufferPointer { bytes in
      var marks = [0]
      marks.reserveCapacity(bytes.count / Self.stride + 2)
      var scalars = 0
      for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        for at in start..<min(start + Self.stride, bytes.count) where Self.starts(bytes[at]) {
          scalars += 1
        }
        marks.append(scalars)
      }
      return marks
    }
  }

  /// Whether a byte is the first one of a code point.
  private static func starts(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// Code points before byte `offset`; offsets past the end count the whole text.
  package func scalars(atByte offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    let mark = offset / Self.stride
    return bytes.withUnsafeBufferPointer { bytes in
      var scalars = marks[mark]
      for at in (mark * Self.stride)..<offset where Self.starts(bytes[at]) { scalars += 1 }
      return scalars
    }
  }

  /// The byte where code point `index` starts; the text's length for its count or more.
  package func byte(atScalar index: Int) -> Int {
    var low = 0
    var high = marks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if marks[middle] <= index { low = middle } else { high = middle - 1 }
    }
    return bytes.withUnsafeBufferPointer { bytes in
      var seen = marks[low]
      for at in min(low * Self.stride, bytes.count)..<bytes.count where Self.starts(bytes[at]) {
        if seen == index { return at }
        seen += 1
      }
      return bytes.count
    }
  }

  package func scalars(_ span: TextSpan) -> (start: Int, end: Int) {
    (scalars(atByte: span.start), scalars(atByte: span.end))
  }
}
