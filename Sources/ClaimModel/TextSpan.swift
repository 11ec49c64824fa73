/// A half-open range of UTF-8 byte offsets into an article's text as loaded.
///
/// Offsets that leave the program (JSON, `extract`) are Unicode code points; inside, bytes.
package struct TextSpan: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends where it starts, or after")
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }
  package var range: Range<Int> { start..<end }

  package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Text order; of two spans with the same start, the longer one first.
  package static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

extension String {
  /// The text under a span of UTF-8 offsets; empty where the span does not lie in the text.
  /// Ill-placed bounds (inside a scalar) are repaired, never trapped on.
  package func utf8Slice(_ span: TextSpan) -> String {
    let bytes = utf8
    guard span.start >= 0, span.end <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: span.start)
    let end = bytes.index(start, offsetBy: span.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
