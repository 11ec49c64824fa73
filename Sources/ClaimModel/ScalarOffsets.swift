/// Converts between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Keeps the code point count at every 256th byte, so a conversion reads at most 256 bytes.
package struct ScalarOffsets: Sendable {
  private let text: String
  /// Code points that start before byte `256 * i`.
  private let marks: [Int]
  private static let stride = 256

  package init(_ text: String) {
    var contiguous = text
    contiguous.makeContiguousUTF8()
    self.text = contiguous
    var marks = [Int]()
    var scalars = 0
    for (offset, byte) in contiguous.utf8.enumerated() {
      if offset % Self.stride == 0 { marks.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    marks.append(scalars)
    self.marks = marks
  }

  /// Code points before byte `offset`; offsets past the end count the whole text.
  package func scalars(atByte offset: Int) -> Int {
    let mark = min(max(0, offset) / Self.stride, marks.count - 1)
    let from = mark * Self.stride
    guard offset > from, from < text.utf8.count else { return marks[mark] }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: from)
    let end = utf8.index(start, offsetBy: min(offset, utf8.count) - from)
    return marks[mark] + utf8[start..<end].reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }

  /// The byte where code point `index` starts; the text's length for its count or more.
  package func byte(atScalar index: Int) -> Int {
    var low = 0
    var high = marks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if marks[middle] <= index { low = middle } else { high = middle - 1 }
    }
    var offset = low * Self.stride
    var seen = marks[low]
    let utf8 = text.utf8
    var at = utf8.index(utf8.startIndex, offsetBy: min(offset, utf8.count))
    while at < utf8.endIndex {
      if utf8[at] & 0xC0 != 0x80 {
        if seen == index { return offset }
        seen += 1
      }
      at = utf8.index(after: at)
      offset += 1
    }
    return utf8.count
  }

  package func scalars(_ span: TextSpan) -> (start: Int, end: Int) {
    (scalars(atByte: span.start), scalars(atByte: span.end))
  }
}
